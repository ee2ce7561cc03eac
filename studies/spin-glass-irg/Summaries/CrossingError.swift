import Statistics

extension Estimate {
  /// A crossing of two independent curves with an error that knows how flat their difference is.
  ///
  /// The jackknife moves the root of the interpolated difference within one segment and does not see that other segments
  /// could have crossed too. The error is therefore at least half of the interval, from the first to the last place, in
  /// which the difference is within its standard error of zero.
  ///
  /// - Parameters:
  ///   - betas: where both curves are known.
  ///   - first, second: the curves there, independent of one another.
  func crossingError(betas: [Double], _ first: [Estimate?], _ second: [Estimate?]) -> Estimate {
    let known = betas.indices.compactMap { k -> (beta: Double, value: Double, error: Double)? in
      guard let a = first[k], let b = second[k] else { return nil }
      let error = (a.standardError * a.standardError + b.standardError * b.standardError).squareRoot()
      return (betas[k], a.value - b.value, error)
    }
    var (low, high) = (value, value)
    for (left, right) in zip(known, known.dropFirst()) {
      for part in 0...50 {
        let share = Double(part) / 50
        let difference = left.value + share * (right.value - left.value)
        let error = left.error + share * (right.error - left.error)
        guard abs(difference) <= error else { continue }
        let beta = left.beta + share * (right.beta - left.beta)
        low = min(low, beta)
        high = max(high, beta)
      }
    }
    return Estimate(value, max(standardError, (high - low) / 2), degreesOfFreedom: degreesOfFreedom)
  }
}
