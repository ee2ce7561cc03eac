import CSimd

/// Eight xoshiro256++ generators in lanes: 512 random bits a call, for the inside of kernels.
///
/// D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47
/// (2021) 36. Keep the generator in a local variable inside a loop and write it back at the end.
@frozen
public struct Xoshiro512: Sendable {
  @usableFromInline var s0: SIMD8<UInt64>
  @usableFromInline var s1: SIMD8<UInt64>
  @usableFromInline var s2: SIMD8<UInt64>
  @usableFromInline var s3: SIMD8<UInt64>

  /// A generator whose 2048 bits of state are the next 32 words of `stream`.
  public init(_ stream: inout RandomStream) {
    func word() -> SIMD8<UInt64> {
      var word = SIMD8<UInt64>()
      for lane in 0..<8 { word[lane] = stream.next() }
      return word
    }
    self.init(state: (word(), word(), word(), word()))
  }

  /// A generator that goes on from a stored `state`.
  public init(state: (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>)) {
    (s0, s1, s2, s3) = state
  }

  /// The 2048 bits of state, for a checkpoint.
  public var state: (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>) { (s0, s1, s2, s3) }

  /// 512 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> SIMD8<UInt64> {
    let result = cv_rotl(s0 &+ s3, 23) &+ s0
    let shifted = cv_shl(s1, 17)
    s2 = cv_xor(s2, s0)
    s3 = cv_xor(s3, s1)
    s1 = cv_xor(s1, s2)
    s0 = cv_xor(s0, s3)
    s2 = cv_xor(s2, shifted)
    s3 = cv_rotl(s3, 45)
    return result
  }

  /// Eight uniform numbers in [0, 1), multiples of 2⁻⁵².
  @inlinable @inline(__always)
  public mutating func uniform() -> SIMD8<Double> { cv_uniform(next()) }
}
