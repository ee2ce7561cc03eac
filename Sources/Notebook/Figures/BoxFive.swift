/// The five numbers of a box plot, and the mean if it is to be marked.
public struct BoxFive: Sendable, Hashable {
  /// Lower quartile, median, upper quartile.
  public var q1: Double
  public var median: Double
  public var q3: Double
  /// Ends of the whiskers.
  public var low: Double
  public var high: Double
  public var mean: Double?

  public init(q1: Double, median: Double, q3: Double, low: Double, high: Double, mean: Double? = nil) {
    self.q1 = q1
    self.median = median
    self.q3 = q3
    self.low = low
    self.high = high
    self.mean = mean
  }

  var numbers: [Double] { [q1, median, q3, low, high] + (mean.map { [$0] } ?? []) }
}
