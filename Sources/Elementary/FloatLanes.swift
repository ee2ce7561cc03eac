import CSimd

/// The elementary functions of sixteen single-precision numbers in lanes, with the same bits on every processor.
///
/// Errors against the exact function, in units in the last place: `exp` below 1, `tanh` and `sigmoid` below 3.
/// NaN gives NaN.
extension Elementary {
  /// eˣ. Infinite above 88.72; results below the normal numbers (x < -87.33) are 0.
  @inlinable @inline(__always)
  public static func exp(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let lowest = SIMD16<Float>(repeating: -0x1.5d51ecp6)  // just above ln 2⁻¹²⁶, the smallest normal result
    let highest = SIMD16<Float>(repeating: 0x1.62e42ep6)  // the largest argument with a finite result
    let infinity = SIMD16<Float>(repeating: .infinity)
    var result = FloatFormulas.boundedExp(x)
    result = cv_select_less16f(x, lowest, SIMD16(), result)
    result = cv_select_less16f(highest, x, infinity, result)
    return cv_select_less16f(x, infinity, result, x)
  }

  /// The hyperbolic tangent, accurate relative to x near 0; odd, and ±0 keeps its sign.
  @inlinable @inline(__always)
  public static func tanh(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let limit = SIMD16<Float>(repeating: 10)
    let magnitude = cv_abs16f(x)
    let bounded = cv_select_less16f(limit, magnitude, limit, magnitude)
    let (r, t) = FloatFormulas.reduce(bounded + bounded)
    let p = cv_fma16f(r * r, FloatFormulas.secondOrderRest(r), r)
    let power = cv_scale16f(SIMD16(repeating: 1), t)
    // tanh |x| = E / (E + 2) with E = e^{2|x|} - 1.
    let e = cv_fma16f(power, p, power - 1)
    return cv_copysign16f(e / (e + 2), x)
  }

  /// 1 / (1 + e⁻ˣ); 0 below -87.
  @inlinable @inline(__always)
  public static func sigmoid(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let limit = SIMD16<Float>(repeating: 87)
    let negated = SIMD16<Float>() - x
    let above = cv_select_less16f(limit, negated, limit, negated)
    let bounded = cv_select_less16f(above, -limit, -limit, above)
    let one = SIMD16<Float>(repeating: 1)
    let quotient = one / (one + FloatFormulas.boundedExp(bounded))
    return cv_select_less16f(x, -limit, SIMD16(), quotient)
  }
}

/// The formulas of the single-precision functions.
@usableFromInline
enum FloatFormulas {
  /// x = n ln 2 + r with |r| ≤ ln 2 / 2; returns r and t = n + 1.5 · 2²³.
  @inlinable @inline(__always)
  static func reduce(_ x: SIMD16<Float>) -> (r: SIMD16<Float>, t: SIMD16<Float>) {
    let shift = SIMD16<Float>(repeating: 0x1.8p23)
    let t = cv_fma16f(x, SIMD16(repeating: 1.442_695_04), shift)
    let n = t - shift
    // ln 2 in two parts; the first has its nine low bits zero, so that its product with n is exact.
    let high = cv_fma16f(n, SIMD16(repeating: -0.693_359_375), x)
    return (cv_fma16f(n, SIMD16(repeating: 2.121_944_4e-4), high), t)
  }

  /// The factor q of eʳ = 1 + r + r² q for |r| ≤ ln 2 / 2: Taylor's series to r⁵, its rest below 6·10⁻⁹ eʳ.
  @inlinable @inline(__always)
  static func secondOrderRest(_ r: SIMD16<Float>) -> SIMD16<Float> {
    var q = SIMD16<Float>(repeating: 1 / 5040)
    q = cv_fma16f(q, r, SIMD16(repeating: 1 / 720))
    q = cv_fma16f(q, r, SIMD16(repeating: 1 / 120))
    q = cv_fma16f(q, r, SIMD16(repeating: 1 / 24))
    q = cv_fma16f(q, r, SIMD16(repeating: 1 / 6))
    return cv_fma16f(q, r, SIMD16(repeating: 0.5))
  }

  /// eˣ for |x| ≤ 87, without special values.
  @inlinable @inline(__always)
  static func boundedExp(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let (r, t) = reduce(x)
    let one = SIMD16<Float>(repeating: 1)
    let p = cv_fma16f(cv_fma16f(secondOrderRest(r), r, one), r, one)
    return cv_scale16f(p, t)
  }
}
