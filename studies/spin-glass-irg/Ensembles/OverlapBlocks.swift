import Lattice

/// Averages of overlap configurations of one batch in blocks of samples: one number for each block of 16, for |q|, q²,
/// q⁴, the structure factor and the correlation at distances 1 and 2.
struct OverlapBlocks: Codable, Sendable {
  let side: Int
  /// Observable (as below) × block.
  let means: [[Double]]

  /// The rows of `means`, beside those of `Observable` that a configuration has.
  static let secondNeighbour = Observable.allCases.count

  init(side: Int, means: [[Double]]) {
    self.side = side
    self.means = means
  }

  /// - Parameter snapshots: configurations of the same samples, averaged sample by sample.
  init(_ snapshots: [SpinPlanes]) {
    side = snapshots.first?.side ?? 1
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: LaneBlocks.count), count: OverlapBlocks.secondNeighbour + 1)
    func add(_ values: [Double], to row: Int) {
      for (block, mean) in LaneBlocks.means(values).enumerated() { sums[row][block] += mean / Double(snapshots.count) }
    }
    for planes in snapshots {
      let moments = LaneMoments.measure(planes)
      add(moments.q.map { abs($0) }, to: Observable.absoluteOverlap.rawValue)
      add(moments.q.map { $0 * $0 }, to: Observable.overlapSquared.rawValue)
      add(moments.q.map { $0 * $0 * $0 * $0 }, to: Observable.overlapFourth.rawValue)
      add(moments.structureFactor, to: Observable.structureFactor.rawValue)
      add(moments.nearestNeighbour, to: Observable.linkOverlap.rawValue)
      if planes.side > 2 { add(LaneMoments.correlation(planes, distance: 2), to: OverlapBlocks.secondNeighbour) }
    }
    means = sums
  }
}

extension OverlapBlocks {
  /// The same averages of continuous fields: snapshot × sample.
  init(_ snapshots: [[CubicMoments]]) {
    let samples = (snapshots.first ?? []).indices
    func means(_ value: (CubicMoments) -> Double) -> [Double] {
      LaneBlocks.means(
        samples.map { sample in snapshots.reduce(0) { $0 + value($1[sample]) } / Double(snapshots.count) })
    }
    var rows = [[Double]](
      repeating: [Double](repeating: 0, count: LaneBlocks.count), count: OverlapBlocks.secondNeighbour + 1)
    rows[Observable.absoluteOverlap.rawValue] = means { abs($0.q) }
    rows[Observable.overlapSquared.rawValue] = means { $0.q * $0.q }
    rows[Observable.overlapFourth.rawValue] = means { $0.q * $0.q * $0.q * $0.q }
    rows[Observable.structureFactor.rawValue] = means(\.structureFactor)
    rows[Observable.linkOverlap.rawValue] = means { $0.correlation.first ?? 1 }
    rows[OverlapBlocks.secondNeighbour] = means { $0.correlation.count > 1 ? $0.correlation[1] : 1 }
    self.init(side: snapshots.first?.first?.side ?? 1, means: rows)
  }
}
