import Elementary

/// The probabilities of the 16 values of a block of four fine spins, for each unoriented patch of 3 × 3
/// coarse spins: unlike in all other nets, the fine spins of a block are not independent.
///
/// p = (n + κ q) / (N + κ) with n of N blocks under this patch, summed over the patches that a flip of all
/// spins and, if asked for, the eight symmetries of the square make of it; q is the product of the
/// probabilities of `SaturatedTable` for 3 × 3 patches. With κ = 0 only patches that never occurred take q.
public struct JointTable: Sendable, Equatable {
  /// P(outcome o | patch t) at 16 t + o, 8192 numbers; bit q of o is the spin of quadrant q.
  public let probabilities: [Double]
  /// Cross-entropy on the training data, nats per fine spin.
  public let trainingLoss: Double

  /// - Parameters:
  ///   - counts: of blocks.
  ///   - pseudoCount: κ.
  ///   - latticeSymmetric: whether patches that a rotation or reflection of the lattice maps on each other
  ///     share their probabilities.
  /// - Throws: `UpsamplingError.emptyTrainingSet` or `.pseudoCount`.
  public init(
    _ counts: JointCounts, pseudoCount: Double = 0, latticeSymmetric: Bool = true
  ) throws(UpsamplingError) {
    guard pseudoCount >= 0, pseudoCount.isFinite else { throw .pseudoCount(pseudoCount) }
    guard counts.total > 0 else { throw .emptyTrainingSet }
    let independent = try SaturatedTable(counts.patchCounts, pseudoCount: pseudoCount).probabilities
    let quadrants = try OrientedPatch.quadrantTable(independent)
    let maps = SquareSymmetry.all.prefix(latticeSymmetric ? 8 : 1)
    var sums = [Double](repeating: 0, count: 8192)
    for (index, value) in counts.values.enumerated() where value > 0 {
      for map in maps {
        let image = 16 * map.patch(index >> 4) + map.outcome(index & 15)
        sums[image] += Double(value)
        sums[8191 - image] += Double(value)
      }
    }
    var table = [Double](repeating: 0, count: 8192)
    for patch in 0..<512 {
      let range = 16 * patch..<16 * patch + 16
      let seen = sums[range].reduce(0, +)
      // Every block was added once for each symmetry that leaves its patch alone, so pseudo-counts are too.
      let images = maps.map { $0.patch(patch) }
      let stabilizers = images.count { $0 == patch } + images.count { $0 == 511 - patch }
      let prior = pseudoCount * Double(stabilizers)
      for index in range {
        let q = Self.product(quadrants[4 * patch..<4 * patch + 4], outcome: index & 15)
        table[index] = seen + prior > 0 ? (sums[index] + prior * q) / (seen + prior) : q
      }
    }
    probabilities = table
    trainingLoss = Self.crossEntropy(table, counts)
  }

  /// The probability of an outcome of independent quadrants.
  private static func product(_ up: ArraySlice<Double>, outcome: Int) -> Double {
    up.enumerated().reduce(1) { $0 * (outcome >> $1.offset & 1 == 1 ? $1.element : 1 - $1.element) }
  }

  /// Cross-entropy on other data, nats per fine spin; infinite where something happens that the table
  /// excludes.
  ///
  /// - Throws: `UpsamplingError.emptyTrainingSet` for no counts.
  public func loss(on counts: JointCounts) throws(UpsamplingError) -> Double {
    guard counts.total > 0 else { throw .emptyTrainingSet }
    return Self.crossEntropy(probabilities, counts)
  }

  private static func crossEntropy(_ table: [Double], _ counts: JointCounts) -> Double {
    var sum = 0.0
    for (p, n) in zip(table, counts.values) where n > 0 { sum -= Double(n) * Elementary.log(p) }
    return sum / (4 * Double(counts.total))
  }

  /// Free probabilities: distinct (patch, outcome) pairs up to symmetry, less one for each distinct patch
  /// whose probabilities sum to 1.
  public static func parameterCount(latticeSymmetric: Bool = true) -> Int {
    let maps = SquareSymmetry.all.prefix(latticeSymmetric ? 8 : 1)
    func isFirst(_ index: Int, of count: Int, _ image: (SquareSymmetry) -> Int) -> Bool {
      maps.allSatisfy { min(image($0), count - 1 - image($0)) >= index }
    }
    let pairs = (0..<8192).count { index in
      isFirst(index, of: 8192) { 16 * $0.patch(index >> 4) + $0.outcome(index & 15) }
    }
    return pairs - (0..<512).count { index in isFirst(index, of: 512) { $0.patch(index) } }
  }
}
