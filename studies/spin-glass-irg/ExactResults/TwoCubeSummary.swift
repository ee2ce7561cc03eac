import Lattice
import Statistics

/// Simulation minus exact result of the same samples, β by β: only thermal noise is left.
struct TwoCubeSummary: Codable, Sendable {
  struct Point: Codable, Sendable {
    let beta: Double
    let energy: Estimate
    let absolute: Estimate
    let square: Estimate
    let fourth: Estimate
    let link: Estimate
    /// P(q) at |q| = 0, 1/4, 1/2, 3/4, 1, one-sided.
    let overlapLaw: [Estimate]
  }

  let points: [Point]

  /// - Throws: `StatisticsError`.
  init(_ betas: [Double], _ batches: [TwoCubeBatch]) throws {
    points = try betas.indices.map { beta in
      let rows = (0..<5).map { observable in batches.flatMap { $0.differences[beta][observable] } }
      let estimates = try Jackknife(of: rows) { $0 }.estimates
      let blocks = batches.flatMap { $0.overlapLaw[beta] }
      let law: [[Double]] = (0..<5).map { k in
        blocks.map { (row: [Double]) -> Double in (row[4 + k] + row[4 - k]) / 2 }
      }
      return Point(
        beta: betas[beta], energy: estimates[0], absolute: estimates[1], square: estimates[2], fourth: estimates[3],
        link: estimates[4], overlapLaw: try Jackknife(of: law) { $0 }.estimates)
    }
  }
}
