import Lattice
import Random
import Renormalization

/// A layer of a configuration as rows of ±1, to look at.
struct Slice: Codable, Sendable {
  let title: String
  let rows: [[Int]]

  /// The layer z = 0.
  init(_ title: String, _ spins: CubicSpins) {
    self.title = title
    rows = (0..<spins.side).map { y in (0..<spins.side).map { x in spins[x, y, 0] } }
  }

  /// Both replicas of one sample, their overlap and what the majority rule makes of it.
  ///
  /// - Throws: `RenormalizationError`.
  static func replicas(_ replicas: [CubicSpins], ties: OverlapTieRule, random: RandomStream) throws -> [Slice] {
    let side = replicas[0].side
    let overlap = CubicSpins(side: side, words: zip(replicas[0].words, replicas[1].words).map { $0 ^ $1 })
    var stream = random.child("ties")
    var coins = Xoshiro512(&stream)
    let all = SpinPlanes([CubicSpins](repeating: overlap, count: SpinPlanes.lanes))
    let blocked = try MajorityRule(ties: ties).blocked(all, random: &coins).configuration(0)
    return [
      Slice("replica s", replicas[0]), Slice("replica t", replicas[1]), Slice("overlap ρ = st, L = \(side)", overlap),
      Slice("renormalized, L = \(blocked.side)", blocked),
    ]
  }
}
