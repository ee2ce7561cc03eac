import Lattice
import Random
import Renormalization

/// The overlaps of one batch and what one, two, … majority-rule steps make of them, temperature by temperature.
struct RenormalizedBatch: Codable, Sendable {
  /// Level (0 is the sampled lattice) × β.
  let levels: [[OverlapBlocks]]
  /// Fraction of blocks that were ties in the first step, β by β.
  let tieFractions: [Double]

  /// - Throws: `RenormalizationError`.
  init(_ batch: BatchResult, ties: OverlapTieRule, random: RandomStream) throws {
    var stream = random.child("ties")
    var coins = Xoshiro512(&stream)
    let rule = MajorityRule(ties: ties)
    var current = batch.snapshots.map { $0.compactMap(\.planes) }
    var levels = [current.map { OverlapBlocks($0) }]
    tieFractions = current.map { snapshots in
      let ties = snapshots.map { planes -> Double in
        let tied = planes.blockVotes.tied.words
        let count = tied.reduce(0) { sum, word in (0..<8).reduce(sum) { $0 + word[$1].nonzeroBitCount } }
        return Double(count) / Double(512 * tied.count)
      }
      return ties.reduce(0, +) / Double(max(ties.count, 1))
    }
    while let side = current.first?.first?.side, side % 2 == 0, side > 2 {
      current = try current.map { try $0.map { try rule.blocked($0, random: &coins) } }
      levels.append(current.map { OverlapBlocks($0) })
    }
    self.levels = levels
  }
}

extension BatchResult {
  /// Overlaps at one temperature after `level` majority-rule steps, with coins of their own stream.
  ///
  /// - Throws: `RenormalizationError`.
  func overlaps(at beta: Int, level: Int, ties: OverlapTieRule, random: RandomStream) throws -> [SpinPlanes] {
    var stream = random.child("ties")
    var coins = Xoshiro512(&stream)
    var current = snapshots[beta].compactMap(\.planes)
    for _ in 0..<level { current = try current.map { try MajorityRule(ties: ties).blocked($0, random: &coins) } }
    return current
  }
}
