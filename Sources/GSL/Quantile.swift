internal import CGSL

/// The `p`-quantile of a sample by linear interpolation between order statistics: type 7 of Hyndman and Fan
/// (The American Statistician 50, 361 (1996)), which is what numpy and R do by default.
///
/// With the data sorted as x₀ ≤ … ≤ x₍ₙ₋₁₎ and h = (n − 1) p the quantile is x_⌊h⌋ + (h − ⌊h⌋)(x_⌊h⌋₊₁ −
/// x_⌊h⌋).
///
/// - Parameters:
///   - data: at least one finite number, in any order.
///   - p: probability in 0...1.
/// - Returns: the quantile, within the range of the data.
/// - Throws: `GSLError` for an empty or non-finite sample or a probability outside 0...1.
public func quantile(_ data: [Double], _ p: Double) throws(GSLError) -> Double {
  try quantiles(data, [p])[0]
}

/// Several quantiles of one sample, sorted only once; see ``quantile(_:_:)``.
///
/// - Parameters:
///   - data: at least one finite number, in any order.
///   - probabilities: numbers in 0...1.
/// - Returns: one quantile per probability, in the order given.
/// - Throws: `GSLError` for an empty or non-finite sample or a probability outside 0...1.
public func quantiles(_ data: [Double], _ probabilities: [Double]) throws(GSLError) -> [Double] {
  let operation = "quantile"
  guard !data.isEmpty else {
    throw .invalidArgument(operation: operation, why: "the sample is empty; at least one number is needed")
  }
  for (i, x) in data.enumerated() where !x.isFinite {
    throw .notFinite(operation: operation, what: "data[\(i)] = \(x)")
  }
  for p in probabilities where !(p >= 0 && p <= 1) {
    throw .invalidArgument(operation: operation, why: "the probability is \(p); it must lie in 0...1")
  }
  let sorted = data.sorted()
  return probabilities.map { gsl_stats_quantile_from_sorted_data(sorted, 1, sorted.count, $0) }
}
