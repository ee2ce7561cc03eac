/// Why a network for inverse transformations of cubic configurations, its data or its training are refused.
public enum PatchError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A setting is out of its range.
  case setting(name: String, value: Double, allowed: String)
  /// A list has the wrong length.
  case wrongCount(what: String, expected: Int, found: Int)
  /// A parameter is not finite.
  case notFinite(what: String, value: Double)
  /// A training set is smaller than one batch.
  case tooFewCells(needed: Int, found: Int)
  /// The fine spins of a cell contradict the coarse spin, which a constrained model cannot describe.
  case contradiction(cell: Int)
  /// The loss of training is not a number, or at the end above that of blind guessing.
  case diverged(epoch: Int, loss: Double, limit: Double)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .setting(let name, let value, let allowed): "\(name) is \(value); allowed: \(allowed)"
    case .wrongCount(let what, let expected, let found):
      "\(what): \(found) were given, but \(expected) are needed"
    case .notFinite(let what, let value): "\(what) is \(value), but must be finite"
    case .tooFewCells(let needed, let found):
      "the training set has \(found) cells, but at least \(needed) are needed"
    case .contradiction(let cell):
      "the majority of the fine spins of cell \(cell) contradicts its coarse spin; allowed for a "
        + "majority-constrained model: agreement or a tie"
    case .diverged(let epoch, let loss, let limit):
      "training diverged: the loss of epoch \(epoch) is \(loss), allowed: at most \(limit); "
        + "lower the learning rate"
    }
  }
}
