import Learning
import Statistics

/// The ten weights of the logistic inverse, fitted to every batch by itself, to parts of the training batches, and to
/// all training batches together.
struct LogisticFits: Codable, Sendable {
  /// Batch × weight, of all simulated batches.
  let batches: [[Double]]
  /// Part of 128 samples × weight, of the training batches.
  let parts: [[Double]]
  /// Fit to the training batches.
  let fit: SymmetricLogistic
  /// Mean over the batches; the error is the standard error of that mean.
  let weights: [Estimate]
  let alignedFraction: Double
  /// Number of batches of the joint fit.
  let trained: Int

  /// - Parameters:
  ///   - counts: batch × part.
  ///   - trained: number of batches that the joint fit takes, from the first on.
  /// - Throws: `CornerModelError`, `StatisticsError`.
  init(_ counts: [[CornerCounts]], trained: Int) throws {
    func together(_ parts: some Sequence<CornerCounts>) -> CornerCounts { parts.reduce(CornerCounts(), +) }
    let single = try counts.map { try SymmetricLogistic(fitting: together($0)).weights }
    let all = together(counts.prefix(trained).joined())
    batches = single
    parts = try counts.prefix(trained).joined().map { try SymmetricLogistic(fitting: $0).weights }
    self.trained = trained
    fit = try SymmetricLogistic(fitting: all)
    alignedFraction = all.alignedFraction
    weights = try fit.weights.indices.map { weight in
      guard single.count > 1 else { return Estimate(single[0][weight], 0) }
      return try Jackknife(of: [single.map { $0[weight] }]) { [$0[0]] }.estimates[0]
    }
  }
}
