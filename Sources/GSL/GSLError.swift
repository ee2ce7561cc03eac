/// Why a numerical routine refused its input or gave no answer.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum GSLError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A function has the same sign at both ends of the bracket of a root.
  case noSignChange(lower: Double, upper: Double, valueAtLower: Double, valueAtUpper: Double)
  /// The starting point of a minimisation does not lie below both ends of its bracket.
  case minimumNotBracketed(lower: Double, start: Double, upper: Double)
  /// A number that must be finite is not; `what` names the number.
  case notFinite(operation: String, what: String)
  /// Counts, shapes or parameters that the routine does not allow; `why` says which and what is allowed.
  case invalidArgument(operation: String, why: String)
  /// A matrix has no inverse to working precision.
  case singular(operation: String)
  /// The columns of a least-squares problem are linearly dependent: rank below the number of parameters.
  case rankDeficient(operation: String, rank: Int, parameters: Int)
  /// An iteration did not meet its tolerance.
  case noConvergence(operation: String, iterations: Int)
  /// GSL itself reported an error; `reason` is its own text.
  case library(operation: String, code: Int, reason: String)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .noSignChange(let lower, let upper, let valueAtLower, let valueAtUpper):
      return "findRoot: f(\(lower)) = \(valueAtLower) and f(\(upper)) = \(valueAtUpper) have the same sign; "
        + "a bracket must have a sign change"
    case .minimumNotBracketed(let lower, let start, let upper):
      return "minimize: f(\(start)) is not below both f(\(lower)) and f(\(upper)); "
        + "the start must lie lower than the ends of the bracket"
    case .notFinite(let operation, let what):
      return "\(operation): \(what) is not finite; only finite numbers are allowed"
    case .invalidArgument(let operation, let why):
      return "\(operation): \(why)"
    case .singular(let operation):
      return "\(operation): the matrix is singular to working precision; it must have an inverse"
    case .rankDeficient(let operation, let rank, let parameters):
      return "\(operation): the data determine only \(rank) of \(parameters) parameters; "
        + "the columns of the design must be linearly independent"
    case .noConvergence(let operation, let iterations):
      return "\(operation): no convergence after \(iterations) iterations; "
        + "allow more, loosen the tolerance or start nearer to the solution"
    case .library(let operation, let code, let reason):
      return "\(operation): GSL error \(code) (\(reason))"
    }
  }
}
