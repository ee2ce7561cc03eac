extension KernelNet {
  /// The regression for the 3, 6 or 10 weights of a k × k kernel; its patterns are those of `patternCounts`.
  ///
  /// - Throws: `UpsamplingError.kernelSize`.
  public static func problem(size: Int) throws -> LogisticProblem {
    let patterns = try patterns(size)
    return try LogisticProblem(
      features: (0..<patterns.count).map { patterns.features(ofPattern: $0) }, names: patterns.names)
  }

  /// (disagree, agree) of the 6, 108 or 5832 patterns that a k × k kernel can tell apart.
  ///
  /// - Throws: `UpsamplingError.kernelSize`, or `.patchSize` for counts of too small patches.
  public static func patternCounts(
    _ counts: PatchCounts, size: Int
  ) throws(UpsamplingError) -> [SIMD2<Double>] {
    let patterns = try patterns(size)
    let reduced = try counts.reduced(to: patterns.classes)
    var result = [SIMD2<Double>](repeating: SIMD2(), count: patterns.count)
    for (context, outcome) in reduced.outcomes.enumerated() {
      result[patterns.pattern(ofContext: context)] += outcome
    }
    return result
  }

  /// The net of greatest likelihood, by Newton's method.
  ///
  /// - Throws: `UpsamplingError` for a size that is not allowed, `LogisticError` where there is no maximum.
  public static func fit(_ counts: PatchCounts, size: Int) throws -> (net: KernelNet, fit: LogisticFit) {
    let fit = try problem(size: size).fit(patternCounts(counts, size: size))
    return (try KernelNet(size: size, weights: fit.weights), fit)
  }

  /// Cross-entropy of the net, nats per spin.
  ///
  /// - Throws: `UpsamplingError.patchSize` for counts of too small patches, `LogisticError` for empty ones.
  public func loss(on counts: PatchCounts) throws -> Double {
    try Self.problem(size: size).loss(weights, counts: Self.patternCounts(counts, size: size))
  }
}
