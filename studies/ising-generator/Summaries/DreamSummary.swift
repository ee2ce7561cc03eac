import Renormalization
import Statistics

/// What an ensemble of dreams says.
struct DreamSummary: Codable, Sendable {
  let name: String
  /// Ascending sizes.
  let levels: [LevelSummary]
  let slopes: [SlopeSummary]
  /// Matrix from the lattice a size was generated from; for fine sizes 8, 16, …
  let parent: [RenormalizationSummary]
  /// Matrix from the majority blocking of the generated lattice.
  let majority: [RenormalizationSummary]

  func level(_ side: Int) -> LevelSummary? { levels.first { $0.side == side } }
  func slope(_ from: Int, _ to: Int) -> SlopeSummary? { slopes.first { $0.from == from && $0.to == to } }
}

extension DreamSummary {
  /// - Parameters:
  ///   - blocks: independent blocks of dreams.
  ///   - ranges: from and to of the slopes.
  init(name: String, _ blocks: [DreamBlock], operators: OperatorSet, ranges: [ClosedRange<Int>]) throws {
    self.name = name
    let sums = blocks[0].levels.indices.map { k in blocks.map { $0.levels[k] } }
    levels = try sums.map { try LevelSummary($0) }
    slopes = try ranges.compactMap { try SlopeSummary(sums, from: $0.lowerBound, to: $0.upperBound) }
    func summaries(_ bins: (DreamBlock) -> [MCRGSums]) throws -> [RenormalizationSummary] {
      try bins(blocks[0]).indices.map { k in
        try RenormalizationSummary(
          fine: blocks[0].levels[k + 1].side, bins: blocks.map { bins($0)[k] }, operators: operators)
      }
    }
    parent = try summaries { $0.parent }
    majority = try summaries { $0.majority }
  }
}
