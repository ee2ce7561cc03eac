import Elementary

/// One free probability for each oriented patch of n × n coarse spins, up to a flip of all spins and the
/// exchange of rows and columns: the best net of independent fine spins with that receptive field.
///
/// p = (n₁ + κ q) / (n₁ + n₀ + κ), where n₁ and n₀ are how often a fine spin agreed and disagreed with its
/// own block and q is the probability of the next smaller patch (1/2 for n = 2). With κ = 0 this is the
/// maximum of the likelihood, and only patches that never occurred take q. With κ > 0 every probability lies
/// inside (0, 1), as the loss on other data needs it (interpolation with a lower order, MacKay and Peto, Nat.
/// Lang. Eng. 1 (1995) 289).
public struct SaturatedTable: Sendable, Equatable {
  /// Rows of the patches, n.
  public let size: Int
  /// P(the fine spin agrees with its block) of every context of `PatchCounts`.
  public let agreement: [Double]
  /// Cross-entropy on the training data, nats per spin.
  public let trainingLoss: Double

  /// - Parameters:
  ///   - counts: of patches of 2, 3 or 4 rows; the table has the same.
  ///   - pseudoCount: κ.
  /// - Throws: `UpsamplingError.emptyTrainingSet` or `.pseudoCount`.
  public init(_ counts: PatchCounts, pseudoCount: Double = 0) throws(UpsamplingError) {
    guard pseudoCount >= 0, pseudoCount.isFinite else { throw .pseudoCount(pseudoCount) }
    guard counts.total > 0 else { throw .emptyTrainingSet }
    let size = counts.size
    var inner: [Double]?
    if size > 2 {
      inner = try SaturatedTable(counts.reduced(to: size - 1), pseudoCount: pseudoCount).agreement
    }
    let symmetrized = counts.symmetrized.outcomes
    self.size = size
    agreement = symmetrized.indices.map { context in
      // Doubled by the symmetrisation, except where it changes nothing.
      let patch = context << 1
      let doubled = OrientedPatch.transposed(patch, size: size) == patch
      let n = doubled ? 0.5 * symmetrized[context] : symmetrized[context]
      let lower = inner?[OrientedPatch.reduced(patch, from: size, to: size - 1) >> 1] ?? 0.5
      let weight = n.sum() + pseudoCount
      return weight > 0 ? (n[1] + pseudoCount * lower) / weight : lower
    }
    trainingLoss = Self.crossEntropy(agreement, counts)
  }

  /// P(s = +1) of every oriented patch of n rows: 16, 512 or 65536 numbers.
  public var probabilities: [Double] {
    (0..<OrientedPatch.count(size: size)).map { patch in
      let p = agreement[PatchCounts.context(ofPatch: patch, size: size)]
      return patch & 1 == 1 ? p : 1 - p
    }
  }

  /// Cross-entropy on other data, nats per spin; infinite where something happens that the table excludes.
  ///
  /// - Throws: `UpsamplingError.patchSize` for smaller patches, `.emptyTrainingSet` for no counts.
  public func loss(on counts: PatchCounts) throws(UpsamplingError) -> Double {
    let reduced = try counts.reduced(to: size)
    guard reduced.total > 0 else { throw .emptyTrainingSet }
    return Self.crossEntropy(agreement, reduced)
  }

  private static func crossEntropy(_ agreement: [Double], _ counts: PatchCounts) -> Double {
    var sum = 0.0
    for (p, n) in zip(agreement, counts.outcomes) {
      if n[1] > 0 { sum -= n[1] * Elementary.log(p) }
      if n[0] > 0 { sum -= n[0] * Elementary.log(1 - p) }
    }
    return sum / Double(counts.total)
  }

  /// Free probabilities: 6, 144 and 16640 for n = 2, 3 and 4.
  public static func parameterCount(size: Int) throws(UpsamplingError) -> Int {
    guard (2...4).contains(size) else { throw .patchSize(size, allowed: "2, 3, 4") }
    return (0..<OrientedPatch.count(size: size) / 2).count { context in
      OrientedPatch.transposed(context << 1, size: size) >= context << 1
    }
  }
}
