import GSL

/// Why a statistical analysis or a fit refused its input or gave no answer.
///
/// `description` is one line: which analysis, what is wrong, and what is allowed.
public enum StatisticsError: Error, CustomStringConvertible, Sendable, Equatable {
  /// Fewer items (samples, points, blocks, estimates) than the analysis needs.
  case tooFew(operation: String, items: String, count: Int, minimum: Int)
  /// Two lists that belong together have different lengths.
  case mismatchedCounts(operation: String, first: String, firstCount: Int, second: String, secondCount: Int)
  /// A number that must be finite is not.
  case notFinite(operation: String, what: String)
  /// An error bar that is zero, negative or not finite.
  case badError(operation: String, index: Int, value: Double)
  /// All samples of a series are equal, so that it has no fluctuations to analyse.
  case constantSeries(operation: String, value: Double)
  /// All points of a fit have the same abscissa.
  case identicalAbscissae(operation: String, x: Double)
  /// The data of a fit do not determine all of its parameters.
  case rankDeficient(operation: String, rank: Int, parameters: Int)
  /// An iterative fit did not reach a minimum.
  case noConvergence(operation: String, iterations: Int)
  /// Any other parameter that is not allowed; `why` says which and what is allowed.
  case invalidArgument(operation: String, why: String)
  /// The numerical library reported an error of its own.
  case numerical(operation: String, GSLError)

  /// One line: which analysis, what is wrong, what is allowed.
  public var description: String {
    switch self {
    case .tooFew(let operation, let items, let count, let minimum):
      return "\(operation): \(count) \(items); at least \(minimum) are needed"
    case .mismatchedCounts(let operation, let first, let firstCount, let second, let secondCount):
      return "\(operation): \(firstCount) \(first) but \(secondCount) \(second); the counts must be equal"
    case .notFinite(let operation, let what):
      return "\(operation): \(what) is not finite; only finite numbers are allowed"
    case .badError(let operation, let index, let value):
      return "\(operation): errors[\(index)] = \(value); errors must be finite and > 0"
    case .constantSeries(let operation, let value):
      return
        "\(operation): all samples equal \(value); a series must fluctuate to have an autocorrelation time"
    case .identicalAbscissae(let operation, let x):
      return "\(operation): all points have x = \(x); at least two different x are needed"
    case .rankDeficient(let operation, let rank, let parameters):
      return "\(operation): the data determine only \(rank) of \(parameters) parameters; "
        + "use fewer parameters or more distinct points"
    case .noConvergence(let operation, let iterations):
      return "\(operation): no minimum found within \(iterations) iterations; "
        + "start nearer to the solution or allow more"
    case .invalidArgument(let operation, let why):
      return "\(operation): \(why)"
    case .numerical(let operation, let error):
      return "\(operation): \(error)"
    }
  }

  /// The same fault in the words of the analysis that met it.
  init(_ error: GSLError, in operation: String) {
    switch error {
    case .rankDeficient(_, let rank, let parameters):
      self = .rankDeficient(operation: operation, rank: rank, parameters: parameters)
    case .noConvergence(_, let iterations):
      self = .noConvergence(operation: operation, iterations: iterations)
    case .notFinite(_, let what):
      self = .notFinite(operation: operation, what: what)
    case .invalidArgument(_, let why):
      self = .invalidArgument(operation: operation, why: why)
    default:
      self = .numerical(operation: operation, error)
    }
  }

  /// Refuses numbers that are not finite.
  static func requireFinite(
    _ values: [Double], _ name: String, _ operation: String
  ) throws(StatisticsError) {
    for (i, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(operation: operation, what: "\(name)[\(i)] = \(value)")
    }
  }
}
