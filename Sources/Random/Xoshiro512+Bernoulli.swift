import CSimd

extension Xoshiro512 {
  /// 512 independent bits, each set with the probability of `threshold`, exact to its 64 digits.
  @inlinable @inline(__always)
  public mutating func bernoulli(_ threshold: BernoulliThreshold) -> SIMD8<UInt64> {
    bernoulli(threshold, within: SIMD8(repeating: .max))
  }

  /// The bits of `mask`, each kept independently with the probability of `threshold`.
  ///
  /// Compares the binary digits of one uniform number a bit with those of the threshold, from the top, and
  /// stops when every bit is decided (about 11 words for 512 bits) or the rest of the threshold is zero.
  @inlinable @inline(__always)
  public mutating func bernoulli(
    _ threshold: BernoulliThreshold, within mask: SIMD8<UInt64>
  ) -> SIMD8<UInt64> {
    var result = SIMD8<UInt64>()
    var undecided = mask
    var rest = threshold.digits
    while rest != 0 {
      let word = next()
      if Int64(bitPattern: rest) < 0 {
        result = cv_or(result, cv_andnot(undecided, word))
        undecided = cv_and(undecided, word)
      } else {
        undecided = cv_andnot(undecided, word)
      }
      if !cv_any(undecided) { break }
      rest = rest &<< 1
    }
    return result
  }

  /// A word whose first n of 512 bits are set.
  @inlinable @inline(__always)
  public static func mask(first n: Int) -> SIMD8<UInt64> {
    var mask = SIMD8<UInt64>()
    for lane in 0..<8 {
      let inLane = n - 64 * lane
      if inLane >= 64 {
        mask[lane] = .max
      } else if inLane > 0 {
        mask[lane] = 1 &<< UInt64(inLane) &- 1
      }
    }
    return mask
  }
}
