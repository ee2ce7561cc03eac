/// Why an upsampling net or its data are refused.
public enum UpsamplingError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A weight or a probability table is not finite.
  case notFinite(what: String, value: Double)
  /// Kernels have 3, 5 or 7 rows.
  case kernelSize(Int)
  /// Oriented patches have 2, 3 or 4 rows; `allowed` says which are possible here.
  case patchSize(Int, allowed: String)
  /// A list has the wrong length.
  case wrongCount(what: String, expected: Int, found: Int)
  /// A count is negative.
  case negativeCount(what: String, value: Double)
  /// No spin has been counted.
  case emptyTrainingSet
  /// A pseudo-count is negative or not finite.
  case pseudoCount(Double)
  /// A layer needs a channel.
  case channels(Int)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .notFinite(let what, let value): "\(what) is \(value), but must be finite"
    case .kernelSize(let size): "a kernel of \(size) rows is not available; allowed: 3, 5, 7"
    case .patchSize(let size, let allowed):
      "a patch of \(size) rows is not possible here; allowed: \(allowed)"
    case .wrongCount(let what, let expected, let found): "\(found) \(what) were given; allowed: \(expected)"
    case .negativeCount(let what, let value):
      "a count of \(what) is \(value); counts must be finite and not negative"
    case .emptyTrainingSet: "the training set is empty; at least one spin must have been counted"
    case .pseudoCount(let value): "the pseudo-count is \(value); allowed: 0 or more, finite"
    case .channels(let count): "a layer of \(count) channels is not possible; allowed: 1 or more"
    }
  }
}
