import GSL

/// The numbers behind a box-and-whisker plot, by the conventions of matplotlib (`boxplot`, `whis=1.5`) and of
/// J. W. Tukey, *Exploratory Data Analysis* (1977).
public struct BoxStatistics: Codable, Sendable, Hashable {
  public let count: Int
  public let minimum: Double
  /// Smallest datum that is at least first quartile − 1.5 × interquartile range, but not above the first
  /// quartile.
  public let lowerWhisker: Double
  /// 25 % quantile of type 7 (numpy's default); `median` and `thirdQuartile` likewise.
  public let firstQuartile: Double
  public let median: Double
  public let thirdQuartile: Double
  /// Largest datum that is at most third quartile + 1.5 × interquartile range, but not below the third
  /// quartile.
  public let upperWhisker: Double
  public let maximum: Double
  /// Number of data beyond the whiskers.
  public let outliers: Int
  public let mean: Double

  /// Third minus first quartile.
  public var interquartileRange: Double { thirdQuartile - firstQuartile }

  /// - Parameter data: at least one finite number, in any order.
  /// - Throws: `StatisticsError`.
  public init(_ data: [Double]) throws(StatisticsError) {
    let operation = "box statistics"
    guard !data.isEmpty else { throw .tooFew(operation: operation, items: "data", count: 0, minimum: 1) }
    try StatisticsError.requireFinite(data, "data", operation)
    let sorted = data.sorted()
    let q: [Double]
    do { q = try quantiles(sorted, [0.25, 0.5, 0.75]) } catch { throw StatisticsError(error, in: operation) }
    let reach = 1.5 * (q[2] - q[0])
    count = sorted.count
    minimum = sorted[0]
    maximum = sorted[sorted.count - 1]
    (firstQuartile, median, thirdQuartile) = (q[0], q[1], q[2])
    // A whisker ends at the box where no datum lies between the fence and the quartile, as in matplotlib.
    let low = min(q[0], sorted.first { $0 >= q[0] - reach } ?? q[0])
    let high = max(q[2], sorted.last { $0 <= q[2] + reach } ?? q[2])
    (lowerWhisker, upperWhisker) = (low, high)
    outliers = sorted.filter { $0 < low || $0 > high }.count
    mean = sorted.reduce(0, +) / Double(sorted.count)
  }
}

/// Percentiles of type 7 (numpy's default) of a sample.
///
/// - Parameters:
///   - data: at least one finite number, in any order.
///   - percents: numbers in 0...100.
/// - Returns: one percentile per entry of `percents`.
/// - Throws: `StatisticsError`.
public func percentiles(_ data: [Double], _ percents: [Double]) throws(StatisticsError) -> [Double] {
  do {
    return try quantiles(data, percents.map { $0 / 100 })
  } catch {
    throw StatisticsError(error, in: "percentiles")
  }
}
