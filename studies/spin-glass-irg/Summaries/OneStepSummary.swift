import Foundation
import Lattice
import Statistics

/// How well one enlargement undoes one renormalization: averages beside the true ones.
struct OneStepSummary: Codable, Sendable {
  /// Averages of one kind of configurations.
  struct Row: Codable, Sendable {
    let absolute: Estimate
    let square: Estimate
    let binder: Estimate
    let correlationLength: Estimate
    let link: Estimate
    let second: Estimate
    /// C(r), r = 1 … L/2.
    let correlation: [Double]
  }

  let model: TrainingParameters.Model
  let original: Row
  let enlarged: Row
  /// Enlarged minus original of the same samples: |q| and C(1).
  let absoluteDifference: Estimate
  let linkDifference: Estimate
  let identity: Double
  /// The same with the scatter of the test batches; an error of 0 with one batch.
  let identityEstimate: Estimate
  /// −log₂ of the ratio of the fine to the coarse [⟨|q|⟩] of the training pair.
  let amplitude: Estimate
  /// Overlaps of sampled, renormalized and enlarged configurations, one of each sample.
  let sampled: [Double]
  let coarse: [Double]
  let fine: [Double]

  /// - Throws: `StatisticsError`.
  init(_ model: TrainingParameters.Model, _ batches: [OneStepBatch], sharing: RandomSharing) throws {
    self.model = model
    let side = batches.first?.original.side ?? 1
    func blocks(_ part: (OneStepBatch) -> OverlapBlocks) -> BlockMeans {
      BlockMeans(side: side, betas: [0], batches: batches.map { [part($0).means] }, sharing: sharing)
    }
    func mean(_ part: (OneStepBatch) -> [Double]) -> [Double] {
      let rows = batches.map(part)
      return (rows.first ?? []).indices.map { r in rows.reduce(0) { $0 + $1[r] } / Double(rows.count) }
    }
    let (before, after) = (blocks(\.original), blocks(\.enlarged))
    original = try Self.row(before, mean(\.originalCorrelation))
    enlarged = try Self.row(after, mean(\.enlargedCorrelation))
    let pairs = [Observable.absoluteOverlap, .linkOverlap].flatMap { [after($0, at: 0), before($0, at: 0)] }
    let differences = try Jackknife(of: pairs) { [$0[0] - $0[1], $0[2] - $0[3]] }.estimates
    (absoluteDifference, linkDifference) = (differences[0], differences[1])
    identity = batches.reduce(0) { $0 + $1.identity } / Double(batches.count)
    let identities = batches.map(\.identity)
    identityEstimate = identities.count < 2 ? Estimate(identity) : try Jackknife(of: [identities]) { $0 }.estimates[0]
    sampled = batches.flatMap(\.sampled)
    coarse = batches.flatMap(\.coarse)
    fine = batches.flatMap(\.fine)
    let pair = [before(.absoluteOverlap, at: 0), blocks(\.renormalized)(.absoluteOverlap, at: 0)]
    amplitude = try Jackknife(of: pair) { [-log2($0[0] / $0[1])] }.estimates[0]
  }

  private static func row(_ blocks: BlockMeans, _ correlation: [Double]) throws -> Row {
    let estimates = try blocks.estimates(at: 0) { averages in
      [
        averages[.absoluteOverlap], averages[.overlapSquared], averages.binder, averages.correlationLength,
        averages[.linkOverlap],
        averages.means[OverlapBlocks.secondNeighbour],
      ]
    }
    return Row(
      absolute: estimates[0], square: estimates[1], binder: estimates[2], correlationLength: estimates[3],
      link: estimates[4], second: estimates[5], correlation: correlation)
  }
}
