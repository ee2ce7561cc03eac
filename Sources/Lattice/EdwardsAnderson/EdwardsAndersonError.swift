/// Why a simulation of the Edwards–Anderson model refused its input.
///
/// `description` is one line: what is wrong and what is allowed.
public enum EdwardsAndersonError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A linear size L that the checkerboard does not have.
  case side(Int)
  /// A probability of positive couplings outside 0...1.
  case probability(Double)
  /// Couplings that cannot be read.
  case couplings(String)
  /// A schedule that cannot be followed.
  case schedule(String)
  /// Initial spins that do not fit.
  case start(String)
  /// A stored state that cannot be continued.
  case state(String)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .side(let side):
      "the side of the lattice is \(side), but must be even, from 2 to \(BondPlanes.largestSide)"
    case .probability(let p): "the probability of a positive coupling is \(p), but must be in 0...1"
    case .couplings(let why): "the couplings \(why)"
    case .schedule(let why): "the tempering schedule \(why)"
    case .start(let why): "the initial spins \(why)"
    case .state(let why): "the stored state \(why)"
    }
  }
}
