import GSL
import Statistics

/// Why an analysis of scalar fields under renormalization refused its input or gave no answer.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum FieldFlowError: Error, CustomStringConvertible, Sendable, Equatable {
  /// Reweighting over so large a distance `shift` in μ² that too few configurations carry the weight.
  case tooFewEffectiveSamples(simulated: Double, shift: Double, fraction: Double, minimum: Double)
  /// Series, bins, sizes or curves that do not fit; `why` says which and what is allowed.
  case badInput(operation: String, why: String)
  /// Two curves that do not intersect where both can be trusted.
  case noCrossing(lower: Double, upper: Double, atLower: Double, atUpper: Double)
  /// No range of μ² in which both curves can be trusted.
  case noCommonRange
  /// A quantity whose logarithm is needed and that is not positive.
  case notPositive(what: String, value: Double)
  /// The numerical library reported an error.
  case numerical(GSLError)
  /// The statistical analysis reported an error.
  case statistics(StatisticsError)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .tooFewEffectiveSamples(let simulated, let shift, let fraction, let minimum):
      return "reweighting from mu^2 = \(simulated) by \(shift): the effective sample fraction is "
        + "\(percent(fraction)); at least \(percent(minimum)) is needed, so simulate nearer"
    case .badInput(let operation, let why):
      return "\(operation): \(why)"
    case .noCrossing(let lower, let upper, let atLower, let atUpper):
      return "crossing: the difference of the curves is \(atLower) at mu^2 = \(lower) and \(atUpper) at "
        + "\(upper); the sign must change in the trusted range"
    case .noCommonRange:
      return "crossing: no range of mu^2 is trusted for both curves; simulate both near the same mu^2"
    case .notPositive(let what, let value):
      return "exponents: \(what) is \(value); it must be positive, also without any bin"
    case .numerical(let error):
      return error.description
    case .statistics(let error):
      return error.description
    }
  }

  /// Two decimals are enough to say why.
  private func percent(_ fraction: Double) -> String { "\((fraction * 10000).rounded() / 100) %" }

  /// An error of a routine below, as one of these.
  init(_ error: any Error) {
    switch error {
    case let error as FieldFlowError: self = error
    case let error as GSLError: self = .numerical(error)
    case let error as StatisticsError: self = .statistics(error)
    default: self = .badInput(operation: "field flow", why: "\(error)")
    }
  }
}
