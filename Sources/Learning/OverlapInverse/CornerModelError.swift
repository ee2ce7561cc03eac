/// Why a model of the ten corner weights cannot be fitted or made.
public enum CornerModelError: Error, CustomStringConvertible, Sendable, Equatable {
  /// There are no pairs of coarse and fine configurations.
  case noPairs
  /// The configurations leave these weights free.
  case undetermined(weights: [String])
  /// These weights grow without limit, because they separate the two outcomes.
  case separable(weights: [String])
  /// The squared error has no minimum that its steps reach.
  case noMinimum(steps: Int)
  /// A list of weights has the wrong length.
  case weightCount(Int)
  /// A weight is not finite.
  case notFinite(weight: String, value: Double)
  /// The largest logit would be beyond what the tables of probabilities hold.
  case tooLarge(logit: Double)
  /// A gain is negative or not finite.
  case gain(Double)
  /// No gain gives this mean square.
  case unreachable(target: Double, lowest: Double, highest: Double)
  /// A calibration needs a configuration.
  case noConfigurations

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .noPairs: "corner weights: there are no pairs of configurations; at least one is needed"
    case .undetermined(let weights):
      "corner weights: the pairs do not determine \(weights.joined(separator: " ")); "
        + "give more, and more varied, coarse configurations"
    case .separable(let weights):
      "corner weights: \(weights.joined(separator: " ")) separate the fine spins without error, so that "
        + "no finite maximum of the likelihood exists; give more pairs"
    case .noMinimum(let steps):
      "corner weights: the squared error still falls after \(steps) steps; give more pairs"
    case .weightCount(let count): "corner weights: \(count) were given, but 10 are needed"
    case .notFinite(let weight, let value): "corner weights: \(weight) is \(value), but must be finite"
    case .tooLarge(let logit):
      "corner weights: a uniform neighbourhood may reach the logit \(logit); "
        + "allowed: Σ multiplicity · |weight| up to \(CornerWeights.largestLogit)"
    case .gain(let gain): "corner weights: the gain is \(gain), but must be finite and not negative"
    case .unreachable(let target, let lowest, let highest):
      "gain calibration: no gain gives ⟨q²⟩ = \(target); allowed: \(lowest) to \(highest)"
    case .noConfigurations: "gain calibration: there are no coarse configurations; at least one is needed"
    }
  }
}
