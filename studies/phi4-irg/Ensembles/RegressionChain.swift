import Lattice
import Learning
import Random
import Renormalization

/// The sums of one chain that linear inverses are fitted to.
struct RegressionChain: Codable, Sendable {
  /// Pairs of a configuration and its blocking.
  private(set) var first: RegressionSums
  /// Pairs of its first and second blocking.
  private(set) var second: RegressionSums

  /// - Parameter window: the largest window that will be fitted to the first pairs; 5 × 5 blocks at most for the second.
  /// - Throws: `ScalarFieldError`, `RenormalizationError`, `InverseMapError`.
  init(
    _ parameters: EnsembleParameters, rule: FieldBlockRule, window: PatchWindow, chain: Int, random: RandomStream
  ) throws {
    first = RegressionSums(window: window)
    second = RegressionSums(window: try PatchWindow(kernel: 10))
    var stream = random.child("updates")
    var sampler = try PhiFourSampler(
      side: parameters.size, action: parameters.action, mix: parameters.mix, start: .hot, random: &stream)
    sampler.equilibrate(parameters.equilibration)
    for _ in 0..<parameters.configurations(ofChain: chain) {
      sampler.sweep(parameters.sweepsBetween)
      let fine = sampler.field
      let coarse = try rule.block(fine)
      try first.add(Self.pair(coarse, fine))
      guard coarse.side % 2 == 0, coarse.side / 2 >= 5 else { continue }
      try second.add(Self.pair(rule.block(coarse), coarse))
    }
  }

  private static func pair(_ coarse: ScalarField, _ fine: ScalarField) throws -> FieldPairs {
    var pairs = try FieldPairs(side: coarse.side)
    try pairs.append(coarse: coarse.values, fine: fine.values)
    return pairs
  }
}
