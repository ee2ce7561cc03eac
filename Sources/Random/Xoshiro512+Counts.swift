import CSimd

extension Xoshiro512 {
  /// The number of successes in n trials of probability p, by counting Bernoulli bits.
  ///
  /// - Precondition: n ≥ 0. p is rounded as `BernoulliThreshold` says, except that p ≥ 1 gives n.
  /// - Complexity: about 11 words for every 512 trials.
  @inlinable
  public mutating func binomial(_ n: Int, _ p: Double) -> Int {
    precondition(n >= 0, "the number of trials must not be negative, but is \(n)")
    if p >= 1 { return n }
    let threshold = BernoulliThreshold(p)
    var count = 0
    var left = n
    while left > 0 {
      let mask = Self.mask(first: left)
      count &+= Int(cv_popcount(bernoulli(threshold, within: mask)))
      left &-= 512
    }
    return count
  }

  /// The counts of n draws from a discrete law, one for each of `probabilities`.
  ///
  /// Each category takes a binomial share of what the earlier ones left, with the conditional probability;
  /// the last one with a positive probability takes the rest, so that impossible categories stay empty.
  ///
  /// The probabilities must not be negative and have a positive finite sum; they need not add up to 1.
  @inlinable
  public mutating func multinomial(_ n: Int, _ probabilities: [Double]) -> [Int] {
    var tails = probabilities
    for category in tails.indices.dropLast().reversed() { tails[category] += tails[category + 1] }
    var counts = [Int](repeating: 0, count: probabilities.count)
    var left = n
    for category in counts.indices where left > 0 {
      counts[category] = binomial(left, probabilities[category] / tails[category])
      left -= counts[category]
    }
    return counts
  }

  /// The counts of n draws from a law of at most four categories, without allocation; the same numbers as for
  /// an array.
  @inlinable
  public mutating func multinomial(_ n: Int, _ probabilities: SIMD4<Double>) -> SIMD4<Int> {
    var tails = probabilities
    tails[2] += tails[3]
    tails[1] += tails[2]
    tails[0] += tails[1]
    var counts = SIMD4<Int>()
    var left = n
    for category in 0..<4 where left > 0 {
      counts[category] = binomial(left, probabilities[category] / tails[category])
      left -= counts[category]
    }
    return counts
  }
}
