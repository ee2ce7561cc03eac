/// How often a fine spin disagreed or agreed with its own block, for each oriented patch of n × n coarse
/// spins up to a flip of all spins (n = 2, 3, 4; see `OrientedPatch`).
///
/// A context is the patch relative to the own spin: bit n i + j - 1 is set where the coarse spin of classes
/// (i, j) differs from the own one. There are 2^(n² - 1) contexts, 32768 for n = 4.
public struct PatchCounts: Sendable, Equatable {
  /// Rows of the patches, n.
  public let size: Int
  /// The count of context c with outcome g (0 disagrees, 1 agrees) at 2 c + g.
  public private(set) var values: [Int]

  /// No counts of 4 × 4 patches.
  public init() {
    size = 4
    values = [Int](repeating: 0, count: OrientedPatch.count(size: 4))
  }

  /// No counts of n × n patches.
  ///
  /// - Throws: `UpsamplingError.patchSize` unless n is 2, 3 or 4.
  public init(size: Int) throws(UpsamplingError) {
    guard (2...4).contains(size) else { throw .patchSize(size, allowed: "2, 3, 4") }
    self.size = size
    values = [Int](repeating: 0, count: OrientedPatch.count(size: size))
  }

  /// - Parameters:
  ///   - size: rows of the patches, n.
  ///   - values: 2^(n²) counts, context c and outcome g at 2 c + g.
  /// - Throws: `UpsamplingError`.
  public init(size: Int, values: [Int]) throws(UpsamplingError) {
    try self.init(size: size)
    guard values.count == self.values.count else {
      throw .wrongCount(what: "patch counts", expected: self.values.count, found: values.count)
    }
    for value in values where value < 0 { throw .negativeCount(what: "a patch", value: Double(value)) }
    self.values = values
  }

  /// Counts of 3 × 3 patches that are known to be valid.
  init(threeRows values: [Int]) {
    size = 3
    self.values = values
  }

  /// The context of an oriented patch of n × n spins.
  @inlinable
  public static func context(ofPatch patch: Int, size: Int) -> Int {
    let flip = patch & 1 == 1 ? 1 << (size * size) - 1 : 0
    return (patch ^ flip) >> 1
  }

  /// Counts a fine spin that sees an oriented patch of `size` × `size` coarse spins.
  public mutating func record(patch: Int, up: Bool, times: Int = 1) {
    let agrees = (patch & 1 == 1) == up
    values[2 * Self.context(ofPatch: patch, size: size) + (agrees ? 1 : 0)] += times
  }

  /// Adds the counts of other configurations.
  ///
  /// - Throws: `UpsamplingError.patchSize` for patches of another size.
  public mutating func merge(_ other: PatchCounts) throws(UpsamplingError) {
    guard other.size == size else { throw .patchSize(other.size, allowed: "\(size)") }
    for i in values.indices { values[i] += other.values[i] }
  }

  /// Number of spins counted.
  public var total: Int { values.reduce(0, +) }

  /// (disagree, agree) of every context.
  public var outcomes: [SIMD2<Double>] {
    (0..<values.count / 2).map { SIMD2(Double(values[2 * $0]), Double(values[2 * $0 + 1])) }
  }

  /// The counts by the inner m × m part of the patches.
  ///
  /// - Throws: `UpsamplingError.patchSize` unless m is 2...n.
  public func reduced(to smaller: Int) throws(UpsamplingError) -> PatchCounts {
    guard smaller >= 2, smaller <= size else { throw .patchSize(smaller, allowed: "2...\(size)") }
    var result = try PatchCounts(size: smaller)
    for (index, value) in values.enumerated() where value > 0 {
      // The own spin of a context is 0, so twice the context is a patch.
      let inner = OrientedPatch.reduced(index & ~1, from: size, to: smaller)
      result.values[inner | index & 1] += value
    }
    return result
  }

  /// The sum of these counts and those of the patches with rows and columns exchanged, the one symmetry of
  /// the square that leaves a fine spin in its place. Every spin is counted twice.
  public var symmetrized: PatchCounts {
    var result = self
    for index in values.indices {
      result.values[index] += values[OrientedPatch.transposed(index & ~1, size: size) | index & 1]
    }
    return result
  }

  /// The twelve counts by the six contexts of the 2 × 2 patch.
  public var contextCounts: ContextCounts {
    var result = ContextCounts()
    for (index, value) in values.enumerated() where value > 0 {
      let inner = OrientedPatch.reduced(index & ~1, from: size, to: 2)
      result[ContextCounts.context(ofPatch: inner), index & 1] += value
    }
    return result
  }
}

extension PatchCounts: Codable {
  private enum CodingKeys: String, CodingKey { case size, values }

  /// Decodes what `encode` wrote.
  ///
  /// - Throws: `UpsamplingError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let size = try container.decode(Int.self, forKey: .size)
    let empty = try PatchCounts(size: size)
    let list = try container.decode([Int].self, forKey: .values)
    let values = try ZeroRuns.decoded(list, count: empty.values.count, what: "patch counts")
    try self.init(size: size, values: values)
  }

  /// The size and the counts, in which -n stands for n zeros in a row.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(size, forKey: .size)
    try container.encode(ZeroRuns.encoded(values), forKey: .values)
  }
}
