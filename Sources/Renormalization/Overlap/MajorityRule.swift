import Lattice
import Random

/// The majority rule on overlap configurations: a block of 2 × 2 × 2 overlaps becomes the sign of its sum
/// (J.-S. Wang and R. H. Swendsen, Phys. Rev. B 37 (1988) 7745, where the renormalization group acts on overlaps of
/// two replicas; majority of a cubic block of side 2).
public struct MajorityRule: Sendable, Hashable {
  /// What decides a sum of zero.
  public let ties: OverlapTieRule

  public init(ties: OverlapTieRule) { self.ties = ties }

  /// The block overlaps of 512 configurations at once.
  ///
  /// - Parameters:
  ///   - planes: lattices of even side L; blocks start at even coordinates.
  ///   - random: with `random` ties 512 bits for every block, whether it ties or not, in the order of the blocks;
  ///     with `first` none.
  /// - Returns: lattices of side L/2.
  /// - Throws: `OverlapFlowError.oddSide`.
  public func blocked(
    _ planes: SpinPlanes, random: inout Xoshiro512
  ) throws(OverlapFlowError) -> SpinPlanes {
    guard planes.side % 2 == 0 else { throw .oddSide(planes.side) }
    switch ties {
    case .first: return blocked(planes, coins: nil)
    case .random:
      let blocks = planes.words.count / 8
      var coins: [SIMD8<UInt64>] = []
      coins.reserveCapacity(blocks)
      for _ in 0..<blocks { coins.append(random.next()) }
      return blocked(planes, coins: coins)
    }
  }

  /// The block overlaps with one word of coins a block, a set bit deciding for −1, or the corner in their place.
  func blocked(_ planes: SpinPlanes, coins: [SIMD8<UInt64>]?) -> SpinPlanes {
    let votes = planes.blockVotes
    let deciding = coins ?? votes.corner.words
    var coarse = votes.minus
    for block in coarse.words.indices { coarse.words[block] |= votes.tied.words[block] & deciding[block] }
    return coarse
  }
}
