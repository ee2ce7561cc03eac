/// Mean and standard deviation of independent samples, with their errors.
public struct SampleMoments: Sendable {
  /// Number of samples n.
  public let count: Int
  /// The mean with standard error s/√n and n − 1 degrees of freedom.
  public let mean: Estimate
  /// s² = Σ (x − x̄)²/(n − 1), without bias.
  public let variance: Double
  /// s, with its error by the jackknife over samples, which needs no law of the samples; `standardError` is
  /// NaN for n = 2, where leaving one out leaves no deviation.
  public let standardDeviation: Estimate

  /// - Parameter samples: at least 2 finite numbers.
  /// - Throws: `StatisticsError`.
  public init(_ samples: [Double]) throws(StatisticsError) {
    let operation = "sample moments"
    guard samples.count >= 2 else {
      throw .tooFew(operation: operation, items: "samples", count: samples.count, minimum: 2)
    }
    try StatisticsError.requireFinite(samples, "samples", operation)
    let n = Double(samples.count)
    let average = samples.reduce(0, +) / n
    let squares = samples.reduce(0) { $0 + ($1 - average) * ($1 - average) }
    count = samples.count
    variance = squares / (n - 1)
    mean = Estimate(
      average, (variance / n).squareRoot(), degreesOfFreedom: n - 1, effectiveSamples: n)
    var error = Double.nan
    if samples.count > 2 {
      // Leaving out x changes Σ (x − x̄)² by (x − x̄)² n/(n − 1).
      let leftOut = samples.map { x in
        let d = x - average
        return (max(0, squares - d * d * n / (n - 1)) / (n - 2)).squareRoot()
      }
      let center = leftOut.reduce(0, +) / n
      error = ((n - 1) / n * leftOut.reduce(0) { $0 + ($1 - center) * ($1 - center) }).squareRoot()
    }
    standardDeviation = Estimate(
      variance.squareRoot(), error, degreesOfFreedom: n - 1, effectiveSamples: n)
  }
}
