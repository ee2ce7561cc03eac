import Lattice
import Statistics

/// Means over blocks of disorder samples, β by β: what every jackknife of this study leaves out one at a time.
struct BlockMeans: Codable, Sendable {
  let side: Int
  let betas: [Double]
  /// β × observable × block.
  let means: [[[Double]]]

  init(side: Int, betas: [Double], means: [[[Double]]]) {
    self.side = side
    self.betas = betas
    self.means = means
  }

  /// The blocks of several batches one after another, neighbours merged as `LaneBlocks.merging` says.
  ///
  /// - Parameter batches: batch × β × observable × block of 16 samples.
  init(side: Int, betas: [Double], batches: [[[[Double]]]], sharing: RandomSharing) {
    let merged = LaneBlocks.merging(batches: batches.count, sharing: sharing)
    self.init(
      side: side, betas: betas,
      means: betas.indices.map { beta in
        (batches.first?[beta].indices ?? 0..<0).map { observable in
          batches.flatMap { batch -> [Double] in
            let blocks = batch[beta][observable]
            return stride(from: 0, to: blocks.count, by: merged).map { start in
              blocks[start..<min(start + merged, blocks.count)].reduce(0, +) / Double(merged)
            }
          }
        }
      })
  }

  /// The blocks of one observable at one β.
  func callAsFunction(_ observable: Observable, at beta: Int) -> [Double] { means[beta][observable.rawValue] }

  /// Functions of the means of all observables at one β, with jackknife errors over the blocks.
  ///
  /// - Throws: `StatisticsError`.
  func estimates(at beta: Int, _ derived: (Averages) -> [Double]) throws -> [Estimate] {
    try Jackknife(of: means[beta]) { derived(Averages(side: side, means: $0)) }.estimates
  }

  /// The averages over all samples, or all but one block.
  func averages(at beta: Int, without block: Int? = nil) -> Averages {
    Averages(
      side: side,
      means: means[beta].map { values in
        guard let block else { return values.reduce(0, +) / Double(values.count) }
        let kept = values.enumerated().reduce(0) { $1.offset == block ? $0 : $0 + $1.element }
        return kept / Double(values.count - 1)
      })
  }

  var blocks: Int { means.first?.first?.count ?? 0 }
}
