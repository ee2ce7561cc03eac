import Lattice
import Random
import Renormalization

/// Dreams seeded with blocked Monte Carlo configurations, and one step back and forth.
struct SeededBlock: Codable, Sendable {
  /// From the seed's side on.
  private(set) var dreams: DreamBlock
  private(set) var original: LevelSums
  private(set) var reconstructed: LevelSums

  /// Runs a Swendsen–Wang chain, blocks each configuration to `seed` × `seed` and dreams from there to `side`.
  ///
  /// - Throws: `IsingError`, `RenormalizationError`, `DreamError`.
  init(
    _ parameters: EnsembleParameters, seed: Int, side: Int, rule: any UpsamplingRule, chain: Int, random: RandomStream
  ) throws {
    dreams = DreamBlock(from: seed, to: side)
    original = LevelSums(side: parameters.size, correlations: false)
    reconstructed = LevelSums(side: parameters.size, correlations: false)
    var moves = random.child("sweeps")
    var coins = random.child("ties")
    var state = try SwendsenWang(side: parameters.size, coupling: parameters.coupling, random: &moves)
    state.sweep(parameters.thermalisation)
    for index in 0..<parameters.configurations(ofChain: chain) {
      state.sweep(parameters.sweepsBetween)
      let lattice = state.lattice
      original.add(lattice)
      var blocked = try BlockRule.coin.block(lattice, random: &coins).coarse
      var draws = random.child("reconstruction", index)
      reconstructed.add(
        try Dream(rule: rule, start: blocked).configuration(side: parameters.size, random: &draws))
      while blocked.side > seed { blocked = try BlockRule.coin.block(blocked, random: &coins).coarse }
      var stream = random.child("configuration", index)
      try dreams.add(Dream(rule: rule, start: blocked).levels(to: side, random: &stream), &coins)
    }
  }
}
