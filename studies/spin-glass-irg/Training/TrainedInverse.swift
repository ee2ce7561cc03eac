import Learning

/// Any of the maps that are compared, with its weights.
enum TrainedInverse: Codable, Sendable {
  case copy
  case logistic(SymmetricLogistic)
  case logisticSign(SymmetricLogistic)
  case neural(NeuralInverse)
  case pattern(PatternInverse)
  case autoregressive(AutoregressiveInverse)
  /// Continuous output; it draws no spins.
  case tanh(TanhInverse)

  /// The map on spins; nil for the one that makes continuous fields.
  var map: (any CubicInverse)? {
    switch self {
    case .copy: CopyInverse()
    case .logistic(let model): SymmetricLogistic.Sampler(model)
    case .logisticSign(let model): SignInverse(model)
    case .neural(let model): model
    case .pattern(let model): model
    case .autoregressive(let model): model
    case .tanh: nil
    }
  }
}
