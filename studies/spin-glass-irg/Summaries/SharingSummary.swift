import Lattice
import Statistics

/// What sharing random numbers among 64 samples does to the variance of disorder averages.
struct SharingSummary: Codable, Sendable {
  struct Point: Codable, Sendable {
    let beta: Double
    /// Variance of means over 64 samples × 64 / variance over samples: 1 for independent samples.
    let energy: Estimate
    let square: Estimate
    let link: Estimate
    /// Mean energy and [⟨q²⟩], which must not depend on the scheme.
    let meanEnergy: Estimate
    let meanSquare: Estimate
  }

  let scheme: RandomSharing
  let points: [Point]

  /// - Throws: `StatisticsError`.
  init(_ parameters: BatchParameters, _ batches: [BatchResult]) throws {
    scheme = parameters.randomSharing
    points = try parameters.betas.indices.map { beta in
      func inflation(_ observable: Observable) throws -> Estimate {
        let groups = batches.flatMap { Self.groupMeans($0, beta, observable) }
        let variance = batches.reduce(0) { $0 + $1.variances[beta][observable.rawValue] } / Double(batches.count)
        // Samples that do not differ at all share nothing that could be seen.
        guard variance > 0 else { return Estimate(1, 0) }
        // Deviations from the mean of all, so that leaving a group out changes the variance as it should.
        let mean = groups.reduce(0, +) / Double(groups.count)
        let scale = 64 / variance * Double(groups.count) / Double(groups.count - 1)
        return try Jackknife(of: [groups.map { ($0 - mean) * ($0 - mean) * scale }]) { $0 }.estimates[0]
      }
      func mean(_ observable: Observable) throws -> Estimate {
        try Jackknife(of: [batches.flatMap { Self.groupMeans($0, beta, observable) }]) { $0 }.estimates[0]
      }
      return Point(
        beta: parameters.betas[beta], energy: try inflation(.energy), square: try inflation(.overlapSquared),
        link: try inflation(.linkOverlap), meanEnergy: try mean(.energy), meanSquare: try mean(.overlapSquared))
    }
  }

  /// Means over the eight groups of 64 samples.
  private static func groupMeans(_ batch: BatchResult, _ beta: Int, _ observable: Observable) -> [Double] {
    let blocks = batch.windows.last?.means[beta][observable.rawValue] ?? []
    let merged = 64 / LaneBlocks.length
    return stride(from: 0, to: blocks.count, by: merged).map { start in
      blocks[start..<start + merged].reduce(0, +) / Double(merged)
    }
  }
}
