import Elementary
import Random

/// What the cluster algorithms share: the allowed lattices and couplings, and the bond probability.
struct ClusterModel: Sendable {
  static let allowedSides = "an even number from 2 to 32768"
  static let allowedCouplings = "a number from -20 to 20"

  let side: Int
  /// K < 0: bonds open between different spins.
  let isAntiferromagnetic: Bool
  /// p = 1 − e^{−2|K|}, the probability that a bond between spins that satisfy it is open (C. M. Fortuin,
  /// P. W. Kasteleyn, Physica 57, 536 (1972)).
  let openBond: BernoulliThreshold

  init(side: Int, coupling: Double) throws(IsingError) {
    guard side >= 2, side <= 32768, side % 2 == 0 else {
      throw .side(side, allowed: Self.allowedSides)
    }
    guard abs(coupling) <= 20 else {
      throw .coupling(coupling, allowed: Self.allowedCouplings)
    }
    self.side = side
    isAntiferromagnetic = coupling < 0
    openBond = BernoulliThreshold(1 - Elementary.exp(-2 * abs(coupling)))
  }
}
