import Elementary

/// φ⁴ theory on the 2 × 2 torus, exact to about 10⁻¹³.
///
/// The four sites form a ring with two bonds between neighbours, whose factor is e^{2κφφ'}; with single-site
/// weights g(x) = e^{−(μ²+4κ)x²/2 − λx⁴/4} the partition function is Tr (g e^{2κxy})⁴. Given two opposite
/// sites a and d, the others are independent and see only s = a + d, so all moments are sums over s of
/// P(s) = Σ_{a+d=s} g(a) g(d) and G_n(s) = Σ_b bⁿ g(b) e^{2κbs}. The trapezoidal sums converge exponentially.
///
/// ⟨|m|⟩ has a kink at 0 and comes from the characteristic function f(k) = ⟨e^{ikΣφ}⟩ instead:
/// ⟨|m|⟩ = ¼ · 2/π ∫₀^∞ (1 − f(k))/k² dk.
public struct TwoByTwoField: Sendable {
  public let action: PhiFourAction
  /// ⟨m²⟩ and ⟨m⁴⟩ of m = ¼ Σ φ.
  public let m2: Double
  public let m4: Double
  /// ⟨|m|⟩.
  public let absoluteM: Double
  /// ⟨φ²⟩, ⟨φ⁴⟩ and ⟨φ_x (φ_{x+1̂} + φ_{x+2̂})⟩.
  public let p2: Double
  public let p4: Double
  public let nn: Double

  /// The exact averages.
  ///
  /// - Throws: `ScalarFieldError.resolution` if the weight has scales too different for the grid, such as a
  ///   mass far below κ or a field in very deep wells.
  public init(_ action: PhiFourAction) throws(ScalarFieldError) {
    self.action = action
    let ring = try TwoByTwoRing(action)
    var sums = [Double](repeating: 0, count: 6)
    for index in ring.weights.indices {
      let s = ring.sum(index)
      let (weight, g) = (ring.weights[index], ring.moments[index])
      // ⟨(b + c)ⁿ⟩ of the two sites that see s.
      let pair = [
        g[0] * g[0], 2 * g[1] * g[0], 2 * g[2] * g[0] + 2 * g[1] * g[1], 2 * g[3] * g[0] + 6 * g[2] * g[1],
        2 * g[4] * g[0] + 8 * g[3] * g[1] + 6 * g[2] * g[2],
      ]
      let square = s * s
      let second = square * pair[0] + 2 * s * pair[1] + pair[2]
      let upper = square * square * pair[0] + 4 * square * s * pair[1]
      let fourth = upper + 6 * square * pair[2] + 4 * s * pair[3] + pair[4]
      let terms = [pair[0], second, fourth, g[2] * g[0], g[4] * g[0], s * g[1] * g[0]]
      for (k, term) in terms.enumerated() { sums[k] += weight * term }
    }
    m2 = sums[1] / sums[0] / 16
    m4 = sums[2] / sums[0] / 256
    p2 = sums[3] / sums[0]
    p4 = sums[4] / sums[0]
    // Each of the two sites has the bonds 2 b (a + d); the field has four sites and nn counts per site.
    nn = sums[5] / sums[0]
    absoluteM = ring.absoluteSum(secondMoment: sums[1] / sums[0]) / 4
  }

  /// U₄ = 1 − ⟨m⁴⟩/(3⟨m²⟩²).
  public var binderCumulant: Double { 1 - m4 / (3 * m2 * m2) }

  /// ⟨S⟩/V.
  public var actionPerSite: Double {
    FieldMoments(side: 2, m: 0, p2: p2, p4: p4, nn: nn).actionPerSite(action)
  }
}
