import Random

@testable import Renormalization

/// Blocks of averages with known means and independent normal noise on every observable.
struct SyntheticOverlaps {
  var random: RandomStream
  let noise: Double
  let count: Int

  init(_ name: String, seed: Int, blocks: Int, noise: Double) {
    random = RandomStream(seed: 7, name: "synthetic-overlaps/" + name, index: seed)
    count = blocks
    self.noise = noise
  }

  mutating func means(_ truth: OverlapMeans) -> OverlapMeans {
    OverlapMeans(
      absoluteOverlap: truth.absoluteOverlap + noise * random.normal(),
      overlapSquared: truth.overlapSquared + noise * random.normal(),
      overlapFourth: truth.overlapFourth + noise * random.normal(),
      structureFactor: truth.structureFactor + noise * random.normal(),
      linkOverlap: truth.linkOverlap + noise * random.normal())
  }

  mutating func system(side: Int, _ truth: OverlapMeans) throws -> OverlapAverages {
    try OverlapAverages(side: side, blocks: (0..<count).map { _ in means(truth) })
  }

  /// A curve of [⟨|q|⟩] whose noise has a part common to all β of a block, as temperatures of one sample have.
  mutating func curve(side: Int, betas: [Double], _ value: (Double) -> Double) throws -> OverlapCurve {
    let common = (0..<count).map { _ in noise * random.normal() }
    let averages = try betas.map { beta in
      try OverlapAverages(
        side: side,
        blocks: common.map { shift in
          var block = means(.level(value(beta)))
          block.absoluteOverlap += shift
          return block
        })
    }
    return try OverlapCurve(.absoluteOverlap, betas: betas, averages: averages)
  }
}

extension OverlapMeans {
  static func level(_ q: Double) -> OverlapMeans {
    OverlapMeans(
      absoluteOverlap: q, overlapSquared: 0.5, overlapFourth: 0.4, structureFactor: 0.1, linkOverlap: 0.5)
  }
}
