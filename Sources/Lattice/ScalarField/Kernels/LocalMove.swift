import CSimd

/// A proposed change of single sites and its change of the action, for one site and for eight.
///
/// With h the sum of the neighbours, a = (μ² + 4κ)/2 and b = λ/4:
///
/// −ΔS = (φ' − φ) [κ h − (φ' + φ) (a + b (φ'² + φ²))].
struct LocalMove: Sendable {
  let kappa: Double
  let minusA: Double
  let minusB: Double
  /// α κ of over-relaxation φ' = α κ h − φ, which is an involution at fixed neighbours; α = ½ has the
  /// largest acceptance near the critical point of λ = 0.7.
  let reflection: Double

  init(_ action: PhiFourAction) {
    kappa = action.kappa
    minusA = -(action.massSquared + 4 * action.kappa) / 2
    minusB = -action.lambda / 4
    reflection = action.kappa / 2
  }

  /// −ΔS of φ → φ + change.
  @inline(__always)
  func exponent(_ old: SIMD8<Double>, change: SIMD8<Double>, neighbours: SIMD8<Double>) -> SIMD8<Double> {
    let new = old + change
    let squares = cv_fma(new, new, old * old)
    let slope = cv_fma(SIMD8(repeating: minusB), squares, SIMD8(repeating: minusA))
    return change * cv_fma(new + old, slope, neighbours * kappa)
  }

  @inline(__always)
  func exponent(_ old: Double, change: Double, neighbours: Double) -> Double {
    let new = old + change
    let squares = (old * old).addingProduct(new, new)
    let slope = minusA.addingProduct(minusB, squares)
    return change * (neighbours * kappa).addingProduct(new + old, slope)
  }

  /// The change of over-relaxation, φ' − φ = α κ h − 2φ.
  @inline(__always)
  func reflected(_ old: SIMD8<Double>, neighbours: SIMD8<Double>) -> SIMD8<Double> {
    cv_fma(neighbours, SIMD8(repeating: reflection), old * -2)
  }

  @inline(__always)
  func reflected(_ old: Double, neighbours: Double) -> Double {
    (old * -2).addingProduct(neighbours, reflection)
  }
}
