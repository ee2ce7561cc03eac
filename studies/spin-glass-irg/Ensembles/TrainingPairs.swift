import Lattice
import Learning
import Random
import Renormalization

/// Coarse and fine overlap configurations of one batch: the fine ones after `level` − 1 majority-rule steps, the
/// coarse ones after one more.
struct TrainingPairs {
  /// Snapshot × sample.
  let coarse: [[CubicSpins]]
  let fine: [[CubicSpins]]

  /// - Parameter shuffled: pairs each coarse configuration with the fine one of the next sample, as a control.
  /// - Throws: `RenormalizationError`.
  init(
    _ batch: BatchResult, at beta: Int, level: Int, ties: OverlapTieRule, shuffled: Bool, random: RandomStream
  ) throws {
    var stream = random.child("ties")
    var coins = Xoshiro512(&stream)
    let rule = MajorityRule(ties: ties)
    var current = batch.snapshots[beta].compactMap(\.planes)
    for _ in 1..<level { current = try current.map { try rule.blocked($0, random: &coins) } }
    fine = current.map(\.configurations)
    coarse = try current.map { planes in
      let blocked = try rule.blocked(planes, random: &coins).configurations
      return shuffled ? Array(blocked[1...]) + [blocked[0]] : blocked
    }
  }

  /// Linear size of the coarse configurations.
  var side: Int { coarse.first?.first?.side ?? 1 }

  /// The counts of each quarter of the batch, 128 samples.
  var counts: [CornerCounts] {
    (0..<Self.parts).map { part in
      var counts = CornerCounts()
      for (coarse, fine) in zip(coarse, fine) {
        let samples = part * coarse.count / Self.parts..<(part + 1) * coarse.count / Self.parts
        for sample in samples { counts.add(coarse: coarse[sample].words, fine: fine[sample].words, side: side) }
      }
      return counts
    }
  }

  /// Parts of a batch that are counted by themselves.
  static let parts = 4
}
