/// The formulas of the elementary functions, once for both kinds of lanes.
///
/// Everything is inlined with a concrete type; no generic code runs.
@usableFromInline
enum Formulas {
  /// 1.5 · 2⁵²: adding it rounds to the nearest integer and leaves that integer in the low bits.
  @inlinable @inline(__always)
  static var roundingShift: Double { 0x1.8p52 }
  @inlinable @inline(__always)
  static var log2e: Double { 1.442695040888963407359924681 }
  /// ln 2 in two parts; the first has 20 low bits zero, so that its product with an exponent is exact.
  @inlinable @inline(__always)
  static var ln2High: Double { 0.693147180369123816490 }
  @inlinable @inline(__always)
  static var ln2Low: Double { 1.9082149292705877e-10 }

  /// x = n ln 2 + r with |r| ≤ ln 2 / 2; returns r and t = n + 1.5 · 2⁵².
  @inlinable @inline(__always)
  static func reduce<L: Lanes>(_ x: L) -> (r: L, t: L) {
    let t = L.fused(x, L.all(log2e), L.all(roundingShift))
    let n = t - L.all(roundingShift)
    let high = L.fused(n, L.all(-ln2High), x)
    return (L.fused(n, L.all(-ln2Low), high), t)
  }

  /// The factor q of eʳ = 1 + r + r² q for |r| ≤ ln 2 / 2: the polynomial of degree 9 through the ten
  /// Chebyshev points, which leaves an error below 1.7·10⁻¹⁷ eʳ (Taylor's series needs three degrees more).
  @inlinable @inline(__always)
  static func secondOrderRest<L: Lanes>(_ r: L) -> L {
    var q = L.all(2.5100424157005067e-08)
    q = L.fused(q, r, L.all(2.7620138719733994e-07))
    q = L.fused(q, r, L.all(2.7557268378684192e-06))
    q = L.fused(q, r, L.all(2.480152119021773e-05))
    q = L.fused(q, r, L.all(0.00019841269863105968))
    q = L.fused(q, r, L.all(0.0013888888917281794))
    q = L.fused(q, r, L.all(0.008333333333330051))
    q = L.fused(q, r, L.all(0.04166666666662399))
    q = L.fused(q, r, L.all(0.16666666666666669))
    return L.fused(q, r, L.all(0.5000000000000001))
  }

  /// eˣ for |x| ≤ 708, without special values.
  @inlinable @inline(__always)
  static func boundedExp<L: Lanes>(_ x: L) -> L {
    let (r, t) = reduce(x)
    let q = secondOrderRest(r)
    let p = L.fused(L.fused(q, r, L.all(1)), r, L.all(1))
    return L.scale(p, t)
  }

  @inlinable @inline(__always)
  static func exp<L: Lanes>(_ x: L) -> L {
    let lowest = L.all(-0x1.6232bdd7abcd2p9)  // ln 2⁻¹⁰²²: results below the normal numbers become 0.
    let highest = L.all(0x1.62e42fefa39efp9)  // the largest argument with a finite result
    var result = boundedExp(x)
    result = L.select(x, lessThan: lowest, L.all(0), result)
    result = L.select(highest, lessThan: x, L.all(.infinity), result)
    return L.select(x, lessThan: L.all(.infinity), result, x)
  }

  /// ln x for positive normal x.
  @inlinable @inline(__always)
  static func boundedLog<L: Lanes>(_ x: L, shift: L) -> L {
    let k = L.exponent(x) - shift
    let f = L.mantissa(x) - L.all(1)
    let s = f / (L.all(2) + f)
    let z = s * s
    var series = L.all(2.0 / 19)
    series = L.fused(series, z, L.all(2.0 / 17))
    series = L.fused(series, z, L.all(2.0 / 15))
    series = L.fused(series, z, L.all(2.0 / 13))
    series = L.fused(series, z, L.all(2.0 / 11))
    series = L.fused(series, z, L.all(2.0 / 9))
    series = L.fused(series, z, L.all(2.0 / 7))
    series = L.fused(series, z, L.all(2.0 / 5))
    series = L.fused(series, z, L.all(2.0 / 3))
    let halfSquare = L.all(0.5) * f * f
    // ln(1+f) = f - f²/2 + s (f²/2 + R), the small parts first.
    let rest = L.fused(s, L.fused(series, z, halfSquare), k * L.all(ln2Low))
    return L.fused(k, L.all(ln2High), f - (halfSquare - rest))
  }

  @inlinable @inline(__always)
  static func log<L: Lanes>(_ x: L) -> L {
    let smallestNormal = L.all(0x1p-1022)
    let scaled = L.select(x, lessThan: smallestNormal, x * L.all(0x1p54), x)
    let shift = L.select(x, lessThan: smallestNormal, L.all(54), L.all(0))
    var result = boundedLog(scaled, shift: shift)
    let atMostZero = L.select(x, lessThan: L.all(0), L.all(.nan), L.all(-.infinity))
    result = L.select(L.all(0), lessThan: x, result, atMostZero)
    return L.select(x, lessThan: L.all(.infinity), result, x)
  }

  /// tanh |x| = E / (E + 2) with E = e^{2|x|} - 1, accurate relative to x near 0.
  @inlinable @inline(__always)
  static func tanh<L: Lanes>(_ x: L) -> L {
    let magnitude = L.absolute(x)
    let bounded = L.select(L.all(20), lessThan: magnitude, L.all(20), magnitude)
    let (r, t) = reduce(bounded + bounded)
    let p = L.fused(r * r, secondOrderRest(r), r)
    let power = L.scale(L.all(1), t)
    let e = L.fused(power, p, power - L.all(1))
    return L.signed(e / (e + L.all(2)), like: x)
  }

  @inlinable @inline(__always)
  static func sigmoid<L: Lanes>(_ x: L) -> L {
    let limit = L.all(708)
    let negated = L.all(0) - x
    let above = L.select(limit, lessThan: negated, limit, negated)
    let bounded = L.select(above, lessThan: L.all(-708), L.all(-708), above)
    let q = L.all(1) / (L.all(1) + boundedExp(bounded))
    return L.select(x, lessThan: L.all(-708), L.all(0), q)
  }

  @inlinable @inline(__always)
  static func log2cosh<L: Lanes>(_ x: L) -> L {
    let magnitude = L.absolute(x)
    let bounded = L.select(L.all(30), lessThan: magnitude, L.all(30), magnitude)
    let tail = boundedLog(L.all(1) + boundedExp(L.all(-2) * bounded), shift: L.all(0))
    return magnitude + tail
  }

  @inlinable @inline(__always)
  static func sinCosTurns<L: Lanes>(_ u: L) -> (sin: L, cos: L) {
    let t = L.fused(u, L.all(4), L.all(roundingShift))
    let quarters = t - L.all(roundingShift)
    let angle = L.fused(quarters, L.all(-0.25), u) * L.all(2 * Double.pi)
    let z = angle * angle
    let s = L.fused(angle * z, sinRest(z), angle)
    let c = L.fused(z, cosRest(z), L.all(1))
    let sine = L.flipSign(L.select(odd: t, c, s), bit1Of: t)
    let cosine = L.flipSign(L.select(odd: t, s, c), bit1Of: t + L.all(1))
    return (sine, cosine)
  }

  /// (sin a - a) / a³ as a polynomial in z = a², |a| ≤ π/4.
  @inlinable @inline(__always)
  static func sinRest<L: Lanes>(_ z: L) -> L {
    var p = L.all(1.0 / 355_687_428_096_000)
    p = L.fused(p, z, L.all(-1.0 / 1_307_674_368_000))
    p = L.fused(p, z, L.all(1.0 / 6_227_020_800))
    p = L.fused(p, z, L.all(-1.0 / 39_916_800))
    p = L.fused(p, z, L.all(1.0 / 362_880))
    p = L.fused(p, z, L.all(-1.0 / 5_040))
    p = L.fused(p, z, L.all(1.0 / 120))
    return L.fused(p, z, L.all(-1.0 / 6))
  }

  /// (cos a - 1) / a² as a polynomial in z = a², |a| ≤ π/4.
  @inlinable @inline(__always)
  static func cosRest<L: Lanes>(_ z: L) -> L {
    var p = L.all(1.0 / 20_922_789_888_000)
    p = L.fused(p, z, L.all(-1.0 / 87_178_291_200))
    p = L.fused(p, z, L.all(1.0 / 479_001_600))
    p = L.fused(p, z, L.all(-1.0 / 3_628_800))
    p = L.fused(p, z, L.all(1.0 / 40_320))
    p = L.fused(p, z, L.all(-1.0 / 720))
    p = L.fused(p, z, L.all(1.0 / 24))
    return L.fused(p, z, L.all(-0.5))
  }
}
