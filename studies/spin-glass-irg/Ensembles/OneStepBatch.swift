import Lattice
import Learning
import Random
import Renormalization

/// One batch renormalized once and enlarged back by an inverse map, beside the configurations it came from.
struct OneStepBatch: Codable, Sendable {
  let original: OverlapBlocks
  let renormalized: OverlapBlocks
  let enlarged: OverlapBlocks
  /// Fraction of blocks whose renormalization gives back the coarse spin, ties drawn again.
  let identity: Double
  /// C(r), r = 1 … L/2, means over samples and snapshots.
  let originalCorrelation: [Double]
  let enlargedCorrelation: [Double]
  /// Overlaps q of the sampled, the renormalized and the enlarged configurations, one a sample (the last snapshot).
  let sampled: [Double]
  let coarse: [Double]
  let fine: [Double]

  /// - Throws: `OverlapFlowError`.
  init(_ pairs: TrainingPairs, by trained: TrainedInverse, ties: OverlapTieRule, random: RandomStream) throws {
    let result =
      switch trained {
      case .tanh(let model): Enlarged(pairs, continuous: model)
      default: try Enlarged(pairs, by: trained.map ?? CopyInverse(), ties: ties, random: random)
      }
    original = OverlapBlocks(pairs.fine.map { SpinPlanes($0) })
    renormalized = OverlapBlocks(pairs.coarse.map { SpinPlanes($0) })
    originalCorrelation = mean(pairs.fine.joined().map(\.moments.correlation))
    sampled = (pairs.fine.last ?? []).map(\.moments.q)
    coarse = (pairs.coarse.last ?? []).map(\.moments.q)
    enlarged = result.blocks
    enlargedCorrelation = result.correlation
    fine = result.last
    identity = result.identity
  }
}

/// What a map makes of the coarse configurations.
private struct Enlarged {
  let blocks: OverlapBlocks
  let correlation: [Double]
  let last: [Double]
  let identity: Double

  /// Spins, drawn or not.
  init(
    _ pairs: TrainingPairs, by map: any CubicInverse, ties: OverlapTieRule, random: RandomStream
  ) throws {
    var noise = random.child("spins")
    let refined = pairs.coarse.map { snapshot in
      snapshot.map { CubicSpins(side: 2 * $0.side, words: map.refined($0.words, side: $0.side, random: &noise)) }
    }
    let planes = refined.map { SpinPlanes($0) }
    blocks = OverlapBlocks(planes)
    correlation = mean(refined.joined().map(\.moments.correlation))
    last = (refined.last ?? []).map(\.moments.q)
    // Not the coins that decided the ties of the coarse configurations.
    var stream = random.child("ties drawn again")
    var coins = Xoshiro512(&stream)
    var same = 0
    var all = 0
    for (planes, coarse) in zip(planes, pairs.coarse) {
      let again = try MajorityRule(ties: ties).blocked(planes, random: &coins)
      for (one, other) in zip(again.words, SpinPlanes(coarse).words) {
        for lane in 0..<8 { same += (~(one[lane] ^ other[lane])).nonzeroBitCount }
        all += SpinPlanes.lanes
      }
    }
    identity = Double(same) / Double(max(all, 1))
  }

  /// Real fields; a block renormalizes to the sign of its sum.
  init(_ pairs: TrainingPairs, continuous model: TanhInverse) {
    let cubes = pairs.coarse.map { snapshot in
      snapshot.map { coarse in
        ContinuousCube(
          side: 2 * coarse.side, values: model.refined(ContinuousCube(coarse).values, side: coarse.side))
      }
    }
    let moments = cubes.map { $0.map(\.moments) }
    blocks = OverlapBlocks(moments)
    correlation = mean(moments.joined().map(\.correlation))
    last = (moments.last ?? []).map(\.q)
    var same = 0
    var all = 0
    for (cube, coarse) in zip(cubes.joined(), pairs.coarse.joined()) {
      let signs = cube.blockSigns
      same += zip(signs, ContinuousCube(coarse).values).count { Double($0) == $1 }
      all += signs.count
    }
    identity = Double(same) / Double(max(all, 1))
  }
}

/// Column by column.
private func mean(_ rows: [[Double]]) -> [Double] {
  (rows.first ?? []).indices.map { r in rows.reduce(0) { $0 + $1[r] } / Double(rows.count) }
}
