import GSL
import Random

/// Errors and intervals of derived quantities from data sets drawn with replacement out of the samples
/// themselves (B. Efron, Ann. Stat. 7, 1 (1979)).
///
/// Resample r draws from the child `("resample", r)` of the stream, so that it does not depend on the others.
/// The block bootstrap draws whole contiguous blocks, which must be long compared with the autocorrelation
/// time.
public struct Bootstrap: Sendable {
  /// Each quantity from the samples themselves.
  public let values: [Double]
  /// Each quantity from each resample: resamples × quantities.
  public let replicates: [[Double]]

  /// Quantities that are any function of the samples.
  ///
  /// - Parameters:
  ///   - samples: number of samples.
  ///   - blocks: number of contiguous blocks, 2...samples; default one per sample, right for independent
  ///     samples.
  ///   - resamples: number of data sets drawn; at least 2.
  ///   - stream: where the random numbers come from.
  ///   - statistic: the indices of the samples to use, with repetitions, to the quantities, always the same
  ///     number.
  /// - Throws: `StatisticsError`, or the error of `statistic`.
  public init(
    samples: Int, blocks: Int? = nil, resamples: Int = 1000, stream: RandomStream,
    _ statistic: ([Int]) throws -> [Double]
  ) throws {
    let operation = "bootstrap"
    guard resamples >= 2 else {
      throw StatisticsError.tooFew(operation: operation, items: "resamples", count: resamples, minimum: 2)
    }
    let blocks = try Blocks(samples: samples, blocks: blocks ?? samples, operation)
    let values = try statistic(Array(0..<samples))
    try StatisticsError.requireFinite(values, "derived quantity", operation)
    var replicates: [[Double]] = []
    for r in 0..<resamples {
      var random = stream.child("resample", r)
      let indices = (0..<blocks.count).flatMap { _ in Array(blocks[random.below(blocks.count)]) }
      let replicate = try statistic(indices)
      guard replicate.count == values.count else {
        throw StatisticsError.mismatchedCounts(
          operation: operation, first: "quantities from all samples", firstCount: values.count,
          second: "from resample \(r)", secondCount: replicate.count)
      }
      try StatisticsError.requireFinite(replicate, "resample \(r), derived quantity", operation)
      replicates.append(replicate)
    }
    self.values = values
    self.replicates = replicates
  }

  /// Quantities that are functions of the means of several series, resampled together.
  ///
  /// - Parameters:
  ///   - series: one or more series of equal lengths whose samples belong together, finite.
  ///   - blocks: number of contiguous blocks, 2...samples; default one per sample.
  ///   - resamples: number of data sets drawn; at least 2.
  ///   - stream: where the random numbers come from.
  ///   - derived: the means of the series to the quantities.
  /// - Throws: `StatisticsError`, or the error of `derived`.
  public init(
    of series: [[Double]], blocks: Int? = nil, resamples: Int = 1000, stream: RandomStream,
    _ derived: ([Double]) throws -> [Double]
  ) throws {
    let samples = try Blocks.commonLength(series, "bootstrap")
    try self.init(samples: samples, blocks: blocks, resamples: resamples, stream: stream) { indices in
      let count = Double(indices.count)
      return try derived(series.map { values in indices.reduce(0) { $0 + values[$1] } / count })
    }
  }

  /// Each quantity from the samples, with the standard deviation of its resampled values as error.
  public var estimates: [Estimate] {
    values.indices.map { i in
      let count = Double(replicates.count)
      let mean = replicates.reduce(0) { $0 + $1[i] } / count
      let squares = replicates.reduce(0) { $0 + ($1[i] - mean) * ($1[i] - mean) }
      return Estimate(values[i], (squares / (count - 1)).squareRoot())
    }
  }

  /// The percentile interval: the central part of the resampled values of a quantity that holds
  /// `probability`.
  ///
  /// - Parameters:
  ///   - quantity: index of the quantity.
  ///   - probability: between 0 and 1; default that of one normal standard error either side.
  /// - Returns: the interval between the two quantiles of type 7.
  /// - Throws: `StatisticsError`.
  public func interval(
    of quantity: Int = 0, probability: Double = 0.6826894921370859
  ) throws(StatisticsError) -> ClosedRange<Double> {
    let operation = "bootstrap interval"
    guard values.indices.contains(quantity) else {
      throw .invalidArgument(
        operation: operation, why: "quantity \(quantity) does not exist; there are \(values.count)")
    }
    guard probability > 0, probability < 1 else {
      throw .invalidArgument(
        operation: operation, why: "the probability is \(probability); it must lie between 0 and 1")
    }
    let tail = (1 - probability) / 2
    do {
      let ends = try quantiles(replicates.map { $0[quantity] }, [tail, 1 - tail])
      return ends[0]...ends[1]
    } catch {
      throw StatisticsError(error, in: operation)
    }
  }
}
