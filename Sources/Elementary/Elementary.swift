/// Exponential, logarithm and hyperbolic functions with the same bits on every processor.
///
/// The C library's versions differ between its own code paths in the last bits, so they may not decide what a
/// simulation does. These use only +, -, ·, / and the fused multiply-add, which IEEE 754 rounds exactly. Each
/// function takes one number or eight in lanes and gives the same bits either way.
///
/// Errors against the exact function, in units in the last place: `exp` and `log` below 1, `tanh`,
/// `sigmoid` and `log2cosh` below 3. NaN gives NaN.
public enum Elementary {
  /// eˣ. Infinite above 709.78; results below the normal numbers (x < -708.39) are 0.
  @inlinable @inline(__always)
  public static func exp(_ x: SIMD8<Double>) -> SIMD8<Double> { Formulas.exp(x) }
  /// eˣ of one number.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double { Formulas.exp(x) }

  /// The natural logarithm: -∞ at ±0, NaN below.
  @inlinable @inline(__always)
  public static func log(_ x: SIMD8<Double>) -> SIMD8<Double> { Formulas.log(x) }
  /// The natural logarithm of one number.
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double { Formulas.log(x) }

  /// The hyperbolic tangent, accurate relative to x near 0; odd, and ±0 keeps its sign.
  @inlinable @inline(__always)
  public static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { Formulas.tanh(x) }
  /// The hyperbolic tangent of one number.
  @inlinable @inline(__always)
  public static func tanh(_ x: Double) -> Double { Formulas.tanh(x) }

  /// 1 / (1 + e⁻ˣ); 0 below -708.
  @inlinable @inline(__always)
  public static func sigmoid(_ x: SIMD8<Double>) -> SIMD8<Double> { Formulas.sigmoid(x) }
  /// 1 / (1 + e⁻ˣ) of one number.
  @inlinable @inline(__always)
  public static func sigmoid(_ x: Double) -> Double { Formulas.sigmoid(x) }

  /// ln(2 cosh x) = |x| + ln(1 + e^{-2|x|}), the free energy of a spin in the field x.
  @inlinable @inline(__always)
  public static func log2cosh(_ x: SIMD8<Double>) -> SIMD8<Double> { Formulas.log2cosh(x) }
  /// ln(2 cosh x) of one number.
  @inlinable @inline(__always)
  public static func log2cosh(_ x: Double) -> Double { Formulas.log2cosh(x) }

  /// Sine and cosine of the angle 2πu, u in turns, |u| < 2⁴⁹.
  @inlinable @inline(__always)
  public static func sinCosTurns(_ u: SIMD8<Double>) -> (sin: SIMD8<Double>, cos: SIMD8<Double>) {
    Formulas.sinCosTurns(u)
  }
  /// Sine and cosine of the angle 2πu of one number.
  @inlinable @inline(__always)
  public static func sinCosTurns(_ u: Double) -> (sin: Double, cos: Double) { Formulas.sinCosTurns(u) }
}
