import Elementary

/// The two-point function of the critical Ising model on a square torus, along an axis, in the scaling limit.
///
/// With z = r/L and theta functions of nome q = e^{−π} (τ = i), G(r) L^{1/4} = A |θ₁′(0)/θ₁(z)|^{1/4}
/// Σ_{ν=1}^{4} |θ_ν(z/2)| / Σ_{ν=2}^{4} |θ_ν(0)|; for r ≪ L this is A (L/r)^{1/4} (Di Francesco, Saleur and
/// Zuber, Nucl. Phys. B 290, 527 (1987)). Lattice corrections vanish for large r.
public enum TorusCorrelation {
  /// G(r) L^{1/4}/A at z = r/L; symmetric about ½ with period 1, infinite at whole numbers.
  public static func shape(_ z: Double) -> Double {
    let ratio = (derivativeAtZero / theta(1, z).magnitude).squareRoot().squareRoot()
    let numerator = (1...4).reduce(0.0) { $0 + theta($1, z / 2).magnitude }
    let denominator = (2...4).reduce(0.0) { $0 + theta($1, 0) }
    return ratio * numerator / denominator
  }

  /// G(z₁L)/G(z₂L), free of the amplitude; z = r/L.
  public static func ratio(_ first: Double, _ second: Double) -> Double { shape(first) / shape(second) }

  /// G(r) on a torus of linear size L for the amplitude A of G(r) = A r^{−1/4} on the infinite lattice.
  public static func correlation(at distance: Double, side: Int, amplitude: Double) -> Double {
    amplitude * shape(distance / Double(side)) / Double(side).squareRoot().squareRoot()
  }

  /// θ_ν(z) with period 1 or 2 in z: θ₁ = 2 Σ (−1)ⁿ q^{(n+½)²} sin (2n+1)πz and so on.
  private static func theta(_ index: Int, _ z: Double) -> Double {
    var sum = 0.0
    for n in 0..<terms {
      let odd = Double(2 * n + 1)
      let even = Double(2 * n + 2)
      let alternating: Double = n % 2 == 0 ? 1 : -1
      switch index {
      case 1: sum += alternating * nome(odd / 2) * Elementary.sinCosTurns(odd * z / 2).sin
      case 2: sum += nome(odd / 2) * Elementary.sinCosTurns(odd * z / 2).cos
      case 3: sum += nome(even / 2) * Elementary.sinCosTurns(even * z / 2).cos
      default: sum -= alternating * nome(even / 2) * Elementary.sinCosTurns(even * z / 2).cos
      }
    }
    return index <= 2 ? 2 * sum : 1 + 2 * sum
  }

  /// θ₁′(0) = 2π Σ (−1)ⁿ (2n+1) q^{(n+½)²}.
  private static var derivativeAtZero: Double {
    (0..<terms).reduce(0.0) { sum, n in
      let odd = Double(2 * n + 1)
      return sum + (n % 2 == 0 ? 2 : -2) * Double.pi * odd * nome(odd / 2)
    }
  }

  /// q^{n²}.
  private static func nome(_ n: Double) -> Double { Elementary.exp(-Double.pi * n * n) }

  /// The first term left out is below 10⁻⁵⁰ of the largest.
  private static let terms = 6
}
