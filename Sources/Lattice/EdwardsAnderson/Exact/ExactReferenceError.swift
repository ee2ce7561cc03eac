/// Why an exact result of the Edwards-Anderson model refused its input.
///
/// `description` is one line: what is wrong and what is allowed.
public enum ExactReferenceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An inverse temperature outside 0 to the largest that the method represents.
  case beta(Double, largest: Double)
  /// A probability of J = +1 outside its range.
  case positiveProbability(Double, allowed: String)
  /// The couplings of a lattice of another side.
  case side(Int, required: Int)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .beta(let beta, let largest): "beta is \(beta), but must be 0 to \(largest)"
    case .positiveProbability(let probability, let allowed):
      "the probability of J = +1 is \(probability), but must be \(allowed)"
    case .side(let side, let required): "the couplings have side \(side), but must have side \(required)"
    }
  }

  /// Refuses an inverse temperature outside 0 to `largest`, and NaN.
  static func check(beta: Double, largest: Double) throws(ExactReferenceError) {
    guard beta >= 0, beta <= largest else { throw .beta(beta, largest: largest) }
  }
}
