/// What can be wrong with a network or a sampler before it runs.
public enum LearningError: Error, CustomStringConvertible, Sendable, Equatable {
  case notPositive(name: String, value: Double)
  case negative(name: String, value: Double)
  case parameterCount(expected: Int, found: Int)
  case monotoneOutputs(Int)
  case monotoneActivation(Activation)
  case monotoneLayerNorm

  public var description: String {
    switch self {
    case .notPositive(let name, let value):
      return "\(name) is \(Self.shown(value)), but must be positive and finite"
    case .negative(let name, let value):
      return "\(name) is \(Self.shown(value)), but must be zero or positive, and finite"
    case .parameterCount(let expected, let found):
      return "the network has \(expected) parameters, but \(found) were given"
    case .monotoneOutputs(let outputs):
      return "a monotone is one number, but its network has \(outputs) outputs; allowed: 1"
    case .monotoneActivation(let activation):
      return "a monotone needs second derivatives, which \(activation.rawValue) has not; allowed: silu, tanh"
    case .monotoneLayerNorm:
      return "a monotone with layer normalisation is not available; set layerNorm to false"
    }
  }

  /// Whole numbers without a fraction.
  private static func shown(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
