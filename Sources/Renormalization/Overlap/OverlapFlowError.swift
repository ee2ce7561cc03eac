import Statistics

/// Why an analysis of overlaps under renormalization refused its input or gave no answer.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum OverlapFlowError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A lattice whose side cannot be divided into blocks of two.
  case oddSide(Int)
  /// Blocks, sizes or curves that do not fit; `why` says which and what is allowed.
  case badInput(operation: String, why: String)
  /// Two curves of `observable` that do not intersect between these β; `replicates` counts the jackknife replicates
  /// without an intersection where the complete data have one.
  case noCrossing(observable: OverlapObservable, lower: Double, upper: Double, replicates: Int)
  /// Fewer matched β' in the window than a straight line needs.
  case tooFewMatches(observable: OverlapObservable, lower: Double, upper: Double, count: Int)
  /// A ratio whose logarithm is needed and that is not positive.
  case notPositive(what: String, value: Double)
  /// The statistical analysis reported an error.
  case statistics(StatisticsError)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .oddSide(let side):
      return "majority rule: a lattice of side \(side) has no 2 x 2 x 2 blocks; the side must be even"
    case .badInput(let operation, let why):
      return "\(operation): \(why)"
    case .noCrossing(let observable, let lower, let upper, let replicates):
      let range = "between beta = \(lower) and \(upper)"
      guard replicates > 0 else {
        return "crossing: the curves of \(observable.rawValue) do not intersect \(range); widen the range of beta"
      }
      return "crossing: the curves of \(observable.rawValue) do not intersect \(range) in \(replicates) jackknife "
        + "replicates; more samples are needed"
    case .tooFewMatches(let observable, let lower, let upper, let count):
      return "matching: \(count) matched beta of \(observable.rawValue) in the window \(lower)...\(upper); "
        + "a slope needs at least 2"
    case .notPositive(let what, let value):
      return "exponents: \(what) is \(value); it must be positive, also without any block"
    case .statistics(let error):
      return error.description
    }
  }
}
