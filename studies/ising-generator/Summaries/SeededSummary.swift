import Statistics

/// Dreams that start from Monte Carlo configurations instead of one spin.
struct SeededSummary: Codable, Sendable {
  /// Sizes of the Monte Carlo lattice and of the seed blocked from it.
  let from: Int
  let seed: Int
  let levels: [LevelSummary]
  let gammaNu: Estimate?
  /// One blocking and one refinement: the original and the reconstructed ensemble.
  let original: LevelSummary
  let reconstructed: LevelSummary
}

extension SeededSummary {
  /// - Parameter blocks: independent chains.
  init(_ blocks: [SeededBlock]) throws {
    let sums = blocks[0].dreams.levels.indices.map { k in blocks.map { $0.dreams.levels[k] } }
    levels = try sums.map { try LevelSummary($0) }
    from = blocks[0].original.side
    seed = levels[0].side
    let slope = try SlopeSummary(sums, from: seed, to: levels[levels.count - 1].side)
    gammaNu = slope?.chi
    original = try LevelSummary(blocks.map(\.original))
    reconstructed = try LevelSummary(blocks.map(\.reconstructed))
  }
}
