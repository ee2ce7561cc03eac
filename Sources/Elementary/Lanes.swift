import CSimd

/// The operations that the elementary functions are written in, for one number and for eight in lanes.
///
/// Each is either exactly rounded or acts on the bits, so that a formula gives the same bits in every lane
/// and as a scalar, on every processor.
@usableFromInline
protocol Lanes {
  static func all(_ value: Double) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  /// a · b + c, rounded once.
  static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self
  static func absolute(_ a: Self) -> Self
  /// The magnitude of `a` with the sign of `b`.
  static func signed(_ a: Self, like b: Self) -> Self
  /// `x` where a < b, otherwise `y` (also where a or b is NaN).
  static func select(_ a: Self, lessThan b: Self, _ x: Self, _ y: Self) -> Self
  /// `x` where the lowest bit of `t` is set, otherwise `y`.
  static func select(odd t: Self, _ x: Self, _ y: Self) -> Self
  /// `a` with its sign flipped where bit 1 of `t` is set.
  static func flipSign(_ a: Self, bit1Of t: Self) -> Self
  /// a · 2ⁿ, n being the integer in the low bits of t = n + 1.5 · 2⁵².
  static func scale(_ a: Self, _ t: Self) -> Self
  /// The k of x = 2ᵏ m with m in [√½, √2), for a positive normal x.
  static func exponent(_ x: Self) -> Self
  /// The m of x = 2ᵏ m.
  static func mantissa(_ x: Self) -> Self
}

extension SIMD8<Double>: Lanes {
  @inlinable @inline(__always)
  static func all(_ value: Double) -> Self { Self(repeating: value) }
  @inlinable @inline(__always)
  static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self { cv_fma(a, b, c) }
  @inlinable @inline(__always)
  static func absolute(_ a: Self) -> Self { cv_abs(a) }
  @inlinable @inline(__always)
  static func signed(_ a: Self, like b: Self) -> Self { cv_copysign(a, b) }
  @inlinable @inline(__always)
  static func select(_ a: Self, lessThan b: Self, _ x: Self, _ y: Self) -> Self { cv_select_less(a, b, x, y) }
  @inlinable @inline(__always)
  static func select(odd t: Self, _ x: Self, _ y: Self) -> Self { cv_select_odd(t, x, y) }
  @inlinable @inline(__always)
  static func flipSign(_ a: Self, bit1Of t: Self) -> Self { cv_flip_sign(a, t) }
  @inlinable @inline(__always)
  static func scale(_ a: Self, _ t: Self) -> Self { cv_scale(a, t) }
  @inlinable @inline(__always)
  static func exponent(_ x: Self) -> Self { cv_exponent(x) }
  @inlinable @inline(__always)
  static func mantissa(_ x: Self) -> Self { cv_mantissa(x) }
}

extension Double: Lanes {
  @inlinable @inline(__always)
  static func all(_ value: Double) -> Double { value }
  @inlinable @inline(__always)
  static func fused(_ a: Double, _ b: Double, _ c: Double) -> Double { c.addingProduct(a, b) }
  @inlinable @inline(__always)
  static func absolute(_ a: Double) -> Double { a.magnitude }
  @inlinable @inline(__always)
  static func signed(_ a: Double, like b: Double) -> Double { Double(signOf: b, magnitudeOf: a) }
  @inlinable @inline(__always)
  static func select(_ a: Double, lessThan b: Double, _ x: Double, _ y: Double) -> Double { a < b ? x : y }
  @inlinable @inline(__always)
  static func select(odd t: Double, _ x: Double, _ y: Double) -> Double { t.bitPattern & 1 == 1 ? x : y }
  @inlinable @inline(__always)
  static func flipSign(_ a: Double, bit1Of t: Double) -> Double {
    Double(bitPattern: a.bitPattern ^ ((t.bitPattern & 2) &<< 62))
  }
  @inlinable @inline(__always)
  static func scale(_ a: Double, _ t: Double) -> Double {
    Double(bitPattern: a.bitPattern &+ (t.bitPattern &<< 52))
  }
  @inlinable @inline(__always)
  static func exponent(_ x: Double) -> Double {
    Double(Int64(bitPattern: x.bitPattern &- 0x3FE6_A09E_667F_3BCD) &>> 52)
  }
  @inlinable @inline(__always)
  static func mantissa(_ x: Double) -> Double {
    let k = x.bitPattern &- 0x3FE6_A09E_667F_3BCD
    return Double(bitPattern: x.bitPattern &- (k & 0xFFF0_0000_0000_0000))
  }
}
