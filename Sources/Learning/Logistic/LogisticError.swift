/// Why a logistic regression has no answer.
public enum LogisticError: Error, CustomStringConvertible, Sendable, Equatable {
  /// All counts are zero.
  case emptyTrainingSet
  /// A count is negative or not finite.
  case badCount(pattern: Int, value: Double)
  /// A list has the wrong length.
  case wrongCount(what: String, expected: Int, found: Int)
  /// A number of the problem or a starting weight is not finite.
  case notFinite(what: String, value: Double)
  /// The patterns that occur leave these weights free.
  case undetermined(weights: [String])
  /// The outcomes are separable: the likelihood has no maximum, and these weights grow without bound.
  case diverging(weights: [String], iterations: Int)
  /// A jackknife needs two blocks.
  case tooFewBlocks(Int)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .emptyTrainingSet:
      return "logistic regression: the training set is empty; at least one count must be positive"
    case .badCount(let pattern, let value):
      return "logistic regression: a count of pattern \(pattern) is \(value); "
        + "counts must be finite and not negative"
    case .wrongCount(let what, let expected, let found):
      return "logistic regression: \(found) \(what) were given, but \(expected) are needed"
    case .notFinite(let what, let value):
      return "logistic regression: \(what) is \(value), but must be finite"
    case .undetermined(let weights):
      return "logistic regression: the data do not determine \(weights.joined(separator: ", ")); "
        + "the features of the patterns that occur must be linearly independent"
    case .diverging(let weights, let iterations):
      return "logistic regression: \(weights.joined(separator: ", ")) still grow after \(iterations) steps; "
        + "the weights separate the two outcomes without error, so that no finite maximum exists"
    case .tooFewBlocks(let blocks):
      return "logistic regression: a jackknife over \(blocks) blocks is not possible; at least 2 are needed"
    }
  }
}
