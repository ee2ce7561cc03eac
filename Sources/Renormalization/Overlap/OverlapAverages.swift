import Lattice
import Statistics

/// Averages of one system at one β, block by block of equally many disorder samples.
///
/// Blocks are the units of the jackknife: usually the 64 samples of a word, whose thermal noise is not quite
/// independent. Snapshots of one sample belong to one block.
public struct OverlapAverages: Sendable, Hashable, Codable {
  /// Linear size L of the system.
  public let side: Int
  /// At least two blocks.
  public let blocks: [OverlapMeans]
  private let total: OverlapMeans

  /// - Parameters:
  ///   - side: linear size L, at least 1.
  ///   - blocks: the averages over each block, finite; at least two.
  /// - Throws: `OverlapFlowError.badInput`.
  public init(side: Int, blocks: [OverlapMeans]) throws(OverlapFlowError) {
    guard side >= 1 else { throw Self.refused("the side is \(side); it must be at least 1") }
    guard let first = blocks.first, blocks.count >= 2 else {
      throw Self.refused("\(blocks.count) blocks of samples; at least 2 are needed")
    }
    let sum = blocks.dropFirst().reduce(first) { OverlapMeans.sum($0, $1) }
    guard sum.isFinite else { throw Self.refused("an average over a block is not finite") }
    self.side = side
    self.blocks = blocks
    total = sum
  }

  /// Averages over blocks of consecutive samples.
  ///
  /// - Parameters:
  ///   - samples: thermal averages of each disorder sample; a whole number of blocks.
  ///   - samplesPerBlock: at least 1; 64 for the groups of `SpinPlanes`.
  /// - Throws: `OverlapFlowError.badInput`.
  public init(side: Int, samples: [OverlapMeans], samplesPerBlock: Int = 64) throws(OverlapFlowError) {
    guard samplesPerBlock >= 1, samples.count % samplesPerBlock == 0 else {
      throw Self.refused("\(samples.count) samples are not a whole number of blocks of \(samplesPerBlock)")
    }
    try self.init(
      side: side,
      blocks: stride(from: 0, to: samples.count, by: samplesPerBlock).map { first in
        OverlapMeans.mean(samples[first..<first + samplesPerBlock])
      })
  }

  private static func refused(_ why: String) -> OverlapFlowError {
    .badInput(operation: "overlap averages", why: why)
  }

  /// The averages over all blocks, or over all but one.
  public func means(without block: Int? = nil) -> OverlapMeans {
    guard let block else { return total.scaled(1 / Double(blocks.count)) }
    return OverlapMeans.sum(total, blocks[block], times: -1).scaled(1 / Double(blocks.count - 1))
  }

  /// An observable with its jackknife error over the blocks; nothing where it has no value in every replicate.
  ///
  /// - Throws: `OverlapFlowError.statistics`.
  public func estimate(_ observable: OverlapObservable) throws(OverlapFlowError) -> Estimate? {
    let side = side
    return try OverlapJackknife.estimates(of: [self]) { [observable.value($0[0], side: side)] }[0]
  }
}

extension OverlapMeans {
  var isFinite: Bool {
    let overlaps = [absoluteOverlap, overlapSquared, overlapFourth, structureFactor, linkOverlap]
    return overlaps.allSatisfy(\.isFinite) && (energy ?? 0).isFinite
  }

  /// The mean of at least one.
  static func mean(_ items: some Collection<OverlapMeans>) -> OverlapMeans {
    guard let first = items.first else { preconditionFailure("the mean of no averages") }
    return items.dropFirst().reduce(first) { sum($0, $1) }.scaled(1 / Double(items.count))
  }

  /// The averages of the samples of 512 lanes over snapshots of the same samples.
  ///
  /// - Precondition: at least one snapshot.
  public static func samples(_ snapshots: [LaneMoments]) -> [OverlapMeans] {
    (0..<SpinPlanes.lanes).map { lane in
      mean(
        snapshots.map { moments in
          OverlapMeans(
            q: moments.q[lane], structureFactor: moments.structureFactor[lane],
            linkOverlap: moments.nearestNeighbour[lane])
        })
    }
  }

  /// The averages of one configuration.
  ///
  /// - Precondition: C(1) was measured.
  public init(_ moments: CubicMoments) {
    self.init(
      q: moments.q, structureFactor: moments.structureFactor, linkOverlap: moments.correlation[0])
  }

  private init(q: Double, structureFactor: Double, linkOverlap: Double) {
    let square = q * q
    self.init(
      absoluteOverlap: abs(q), overlapSquared: square, overlapFourth: square * square,
      structureFactor: structureFactor, linkOverlap: linkOverlap)
  }
}
