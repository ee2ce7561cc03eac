/// How often the four fine spins of a block took each of their 16 values, for each unoriented patch of 3 × 3
/// coarse spins around the block (see `OrientedPatch` for the bits).
public struct JointCounts: Sendable, Equatable {
  /// The count of outcome o (bit q the spin of quadrant q) of patch t at 16 t + o.
  public private(set) var values: [Int]

  /// No counts.
  public init() { values = [Int](repeating: 0, count: 512 * 16) }

  /// - Parameter values: 8192 counts, outcome o of patch t at 16 t + o.
  /// - Throws: `UpsamplingError.wrongCount` or `.negativeCount`.
  public init(values: [Int]) throws(UpsamplingError) {
    guard values.count == 512 * 16 else {
      throw .wrongCount(what: "joint counts", expected: 512 * 16, found: values.count)
    }
    for value in values where value < 0 { throw .negativeCount(what: "a block", value: Double(value)) }
    self.values = values
  }

  /// Counts a block.
  public mutating func record(patch: Int, outcome: Int, times: Int = 1) {
    values[16 * patch + outcome] += times
  }

  /// Adds the counts of other configurations.
  public mutating func merge(_ other: JointCounts) {
    for i in values.indices { values[i] += other.values[i] }
  }

  /// Number of blocks counted; each has four spins.
  public var total: Int { values.reduce(0, +) }

  /// (down, up) of the fine spin in quadrant q under patch t at 4 t + q: 2048 pairs.
  public var quadrantCounts: [SIMD2<Double>] {
    var result = [SIMD2<Double>](repeating: SIMD2(), count: 2048)
    for (index, value) in values.enumerated() where value > 0 {
      for q in 0..<4 { result[4 * (index >> 4) + q][index >> q & 1] += Double(value) }
    }
    return result
  }

  /// The same spins by oriented 3 × 3 patches.
  public var patchCounts: PatchCounts {
    var counts = [Int](repeating: 0, count: 512)
    for (index, value) in values.enumerated() where value > 0 {
      for q in 0..<4 {
        let patch = OrientedPatch.oriented(index >> 4, quadrant: q)
        let agrees = patch & 1 == index >> q & 1
        counts[2 * PatchCounts.context(ofPatch: patch, size: 3) + (agrees ? 1 : 0)] += value
      }
    }
    return PatchCounts(threeRows: counts)
  }
}

extension JointCounts: Codable {
  /// Decodes what `encode` wrote.
  ///
  /// - Throws: `UpsamplingError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let list = try decoder.singleValueContainer().decode([Int].self)
    try self.init(values: ZeroRuns.decoded(list, count: 512 * 16, what: "joint counts"))
  }

  /// The counts, in which -n stands for n zeros in a row.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(ZeroRuns.encoded(values))
  }
}
