import Foundation
import Statistics

/// One simulated size and what repeated majority-rule steps make of its overlaps.
struct LevelSummary: Codable, Sendable {
  /// The sampled lattice, then once, twice, … renormalized.
  let levels: [BlockMeans]
  /// Step k, β: −log₂ of [⟨|q|⟩] of level k over that of level k + 1, same samples.
  let amplitudes: [[Estimate]]
  /// β by β: fraction of ties among the blocks of the first step.
  let tieFractions: [Double]

  /// - Throws: `StatisticsError`.
  init(_ parameters: BatchParameters, _ batches: [RenormalizedBatch]) throws {
    let depth = batches.first?.levels.count ?? 0
    let all = (0..<depth).map { level in
      BlockMeans(
        side: parameters.side >> level, betas: parameters.betas,
        batches: batches.map { $0.levels[level].map(\.means) }, sharing: parameters.randomSharing)
    }
    levels = all
    amplitudes = try (1..<max(depth, 1)).map { level in
      try parameters.betas.indices.map { beta in
        let pair = [all[level - 1](.absoluteOverlap, at: beta), all[level](.absoluteOverlap, at: beta)]
        return try Jackknife(of: pair) { [-log2($0[0] / $0[1])] }.estimates[0]
      }
    }
    tieFractions = parameters.betas.indices.map { beta in
      batches.reduce(0) { $0 + $1.tieFractions[beta] } / Double(batches.count)
    }
  }

  var side: Int { levels.first?.side ?? 1 }
  var betas: [Double] { levels.first?.betas ?? [] }
}
