import GSL

/// The mean of independent estimates of one quantity with weights 1/σ², and the test whether they agree.
public struct WeightedMean: Sendable {
  /// The mean with error 1/√(Σ 1/σ²); degrees of freedom by Welch and Satterthwaite where any error has them.
  public let estimate: Estimate
  /// Σ (x − x̄)²/σ².
  public let chiSquared: Double
  /// Number of estimates − 1.
  public let degreesOfFreedom: Int
  /// Probability of a χ² at least this large if all estimate the same number; `nil` for one estimate.
  public let pValue: Double?

  /// - Parameter estimates: at least one, with finite values and errors > 0. Student-t errors are taken at
  ///   face value in the weights and in χ².
  /// - Throws: `StatisticsError`.
  public init(_ estimates: [Estimate]) throws(StatisticsError) {
    let operation = "weighted mean"
    guard !estimates.isEmpty else {
      throw .tooFew(operation: operation, items: "estimates", count: 0, minimum: 1)
    }
    try StatisticsError.requireFinite(estimates.map(\.value), "values", operation)
    for (i, estimate) in estimates.enumerated() {
      guard estimate.standardError > 0, estimate.standardError.isFinite else {
        throw .badError(operation: operation, index: i, value: estimate.standardError)
      }
    }
    let weights = estimates.map { 1 / ($0.standardError * $0.standardError) }
    let total = weights.reduce(0, +)
    let mean = zip(weights, estimates).reduce(0) { $0 + $1.0 * $1.1.value } / total
    chiSquared = zip(weights, estimates).reduce(0) { $0 + $1.0 * ($1.1.value - mean) * ($1.1.value - mean) }
    degreesOfFreedom = estimates.count - 1
    pValue = estimates.count > 1 ? chiSquaredUpperTail(chiSquared, Double(estimates.count - 1)) : nil
    // Each term of the mean has variance (w/W)² σ² = w/W², so that ν = W²/Σ w²/ν.
    let spread = zip(weights, estimates).reduce(0) { sum, part in
      part.1.degreesOfFreedom.map { sum + part.0 * part.0 / $0 } ?? sum
    }
    estimate = Estimate(
      mean, 1 / total.squareRoot(), degreesOfFreedom: spread > 0 ? total * total / spread : nil)
  }
}
