/// Errors and covariances of derived quantities by leaving out one block of samples at a time (B. Efron, *The
/// Jackknife, the Bootstrap and Other Resampling Plans*, SIAM 1982, chapters 2 and 3).
///
/// All quantities are computed from the same resampled data, so that their correlations are kept:
///
/// ```swift
/// let binder = try Jackknife(of: [m2, m4], blocks: 50) { [1 - $0[1] / (3 * $0[0] * $0[0])] }.estimates[0]
/// ```
///
/// With B blocks, θ from all samples and θ_b without block b: covariance = (B − 1)/B Σ_b (θ_b − θ̄)(θ_b −
/// θ̄)ᵀ with θ̄ the mean of the θ_b. Blocks must be long compared with the autocorrelation time. If B does
/// not divide the number of samples, the lengths of blocks differ by one sample; the formula is then good to
/// a relative 1/(samples in a block).
public struct Jackknife: Sendable {
  /// Each quantity from all samples.
  public let values: [Double]
  /// Each quantity without block b: blocks × quantities.
  public let replicates: [[Double]]

  /// Quantities that are functions of the means of several series.
  ///
  /// - Parameters:
  ///   - series: one or more series of equal lengths whose samples belong together, finite.
  ///   - blocks: number of blocks, 2...samples; default one block per sample, right for independent samples.
  ///   - derived: the means of the series to the derived quantities, always the same number of them.
  /// - Throws: `StatisticsError`, or the error of `derived`.
  public init(
    of series: [[Double]], blocks: Int? = nil, _ derived: ([Double]) throws -> [Double]
  ) throws {
    let operation = "jackknife"
    let samples = try Blocks.commonLength(series, operation)
    let blocks = try Blocks(samples: samples, blocks: blocks ?? samples, operation)
    let sums = blocks.sums(series)
    let totals = series.indices.map { k in sums.reduce(0) { $0 + $1[k] } }
    let all = try derived(totals.map { $0 / Double(samples) })
    let replicates = try sums.indices.map { b in
      let kept = Double(samples - blocks[b].count)
      return try derived(zip(totals, sums[b]).map { ($0 - $1) / kept })
    }
    try self.init(values: all, replicates: replicates)
  }

  /// Quantities that are any function of the samples themselves, such as quantiles or the parameters of a
  /// fit.
  ///
  /// - Parameters:
  ///   - samples: number of samples.
  ///   - blocks: number of blocks, 2...samples; default one block per sample.
  ///   - statistic: the indices of the samples to use, ascending, to the quantities.
  /// - Throws: `StatisticsError`, or the error of `statistic`.
  public init(
    samples: Int, blocks: Int? = nil, _ statistic: ([Int]) throws -> [Double]
  ) throws {
    let blocks = try Blocks(samples: samples, blocks: blocks ?? samples, "jackknife")
    let all = try statistic(Array(0..<samples))
    let replicates = try (0..<blocks.count).map { b in
      try statistic((0..<samples).filter { !blocks[b].contains($0) })
    }
    try self.init(values: all, replicates: replicates)
  }

  /// Quantities whose leave-one-block-out values are known already.
  ///
  /// - Parameters:
  ///   - values: each quantity from all samples.
  ///   - replicates: at least two rows, each with every quantity.
  /// - Throws: `StatisticsError`.
  public init(values: [Double], replicates: [[Double]]) throws(StatisticsError) {
    let operation = "jackknife"
    guard replicates.count >= 2 else {
      throw .tooFew(operation: operation, items: "blocks", count: replicates.count, minimum: 2)
    }
    try StatisticsError.requireFinite(values, "derived quantity", operation)
    for (b, replicate) in replicates.enumerated() {
      guard replicate.count == values.count else {
        throw .mismatchedCounts(
          operation: operation, first: "quantities from all samples", firstCount: values.count,
          second: "without block \(b)", secondCount: replicate.count)
      }
      try StatisticsError.requireFinite(replicate, "without block \(b), derived quantity", operation)
    }
    self.values = values
    self.replicates = replicates
  }

  /// Each quantity from all samples, with its standard error and blocks − 1 degrees of freedom.
  public var estimates: [Estimate] {
    let dof = Double(replicates.count - 1)
    let matrix = covariance
    return values.indices.map {
      Estimate(values[$0], matrix[$0][$0].squareRoot(), degreesOfFreedom: dof)
    }
  }

  /// Covariance matrix of the quantities.
  public var covariance: [[Double]] {
    let count = Double(replicates.count)
    let means = meanReplicate
    return values.indices.map { i in
      values.indices.map { j in
        let sum = replicates.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) }
        return (count - 1) / count * sum
      }
    }
  }

  /// (B − 1)(θ̄ − θ): the estimate of the bias of order 1/N of each value, to be subtracted from it.
  public var bias: [Double] {
    zip(meanReplicate, values).map { Double(replicates.count - 1) * ($0 - $1) }
  }

  private var meanReplicate: [Double] {
    values.indices.map { i in replicates.reduce(0) { $0 + $1[i] } / Double(replicates.count) }
  }
}
