/// The counter-based generator Philox4x32-10: a keyed bijection of 128-bit counters.
///
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC
/// 2011).
@frozen
public enum Philox4x32 {
  /// The 128 random bits of one counter.
  ///
  /// - Parameters:
  ///   - low: words 0 and 1 of the counter, word 0 in the lower half.
  ///   - high: words 2 and 3 of the counter.
  ///   - key: key words 0 (lower half) and 1.
  /// - Returns: output words 0, 1 and 2, 3, packed in the same way.
  @inlinable @inline(__always)
  public static func block(low: UInt64, high: UInt64, key: UInt64) -> (UInt64, UInt64) {
    var c0 = UInt32(truncatingIfNeeded: low)
    var c1 = UInt32(truncatingIfNeeded: low &>> 32)
    var c2 = UInt32(truncatingIfNeeded: high)
    var c3 = UInt32(truncatingIfNeeded: high &>> 32)
    var k0 = UInt32(truncatingIfNeeded: key)
    var k1 = UInt32(truncatingIfNeeded: key &>> 32)
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* 0xD251_1F53
      let p1 = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: p1 &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: p1)
      c2 = UInt32(truncatingIfNeeded: p0 &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: p0)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return (UInt64(c0) | UInt64(c1) &<< 32, UInt64(c2) | UInt64(c3) &<< 32)
  }
}
