/// A probability as 64 binary digits: p = `digits` / 2⁶⁴.
///
/// Exact for every double p ≥ 2⁻¹¹; smaller ones are rounded down to a multiple of 2⁻⁶⁴. The largest value is
/// 1 - 2⁻⁶⁴, which stands for every p that is 1 or more; negative numbers and NaN become 0.
@frozen
public struct BernoulliThreshold: Sendable, Hashable {
  public let digits: UInt64

  @inlinable @inline(__always)
  public init(digits: UInt64) { self.digits = digits }

  @inlinable @inline(__always)
  public init(_ probability: Double) {
    if probability >= 1 {
      digits = .max
    } else {
      digits = probability > 0 ? UInt64(probability * 0x1p64) : 0
    }
  }
}
