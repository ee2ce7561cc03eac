import Learning
import Statistics

/// The ten weights of the logistic inverse, fitted to every batch by itself and to the training batches together.
struct LogisticFits: Codable, Sendable {
  /// Batch × weight, of all simulated batches.
  let batches: [[Double]]
  /// Fit to the training batches.
  let fit: SymmetricLogistic
  /// Mean over the batches; the error is the standard error of that mean.
  let weights: [Estimate]
  let alignedFraction: Double
  /// Number of batches of the joint fit.
  let trained: Int

  /// - Parameter trained: number of batches that the joint fit takes, from the first on.
  /// - Throws: `CornerModelError`, `StatisticsError`.
  init(_ counts: [CornerCounts], trained: Int) throws {
    self.trained = trained
    let single = try counts.map { try SymmetricLogistic(fitting: $0).weights }
    batches = single
    var all = CornerCounts()
    for part in counts.prefix(trained) { all += part }
    fit = try SymmetricLogistic(fitting: all)
    alignedFraction = all.alignedFraction
    weights = try fit.weights.indices.map { weight in
      try Jackknife(of: [single.map { $0[weight] }]) { [$0[0]] }.estimates[0]
    }
  }
}
