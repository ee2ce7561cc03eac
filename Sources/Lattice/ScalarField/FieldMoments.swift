/// What is recorded of a configuration: four averages over its V = L² sites, from which every observable that
/// the action can give follows.
public struct FieldMoments: Sendable, Hashable, Codable {
  /// Linear size L.
  public let side: Int
  /// 1/V Σ φ.
  public let m: Double
  /// 1/V Σ φ².
  public let p2: Double
  /// 1/V Σ φ⁴.
  public let p4: Double
  /// 1/V Σ_x φ_x (φ_{x+1̂} + φ_{x+2̂}), both bonds of every site.
  public let nn: Double

  /// The four averages of a lattice of L × L sites.
  public init(side: Int, m: Double, p2: Double, p4: Double, nn: Double) {
    self.side = side
    self.m = m
    self.p2 = p2
    self.p4 = p4
    self.nn = nn
  }

  /// S/V = −κ nn + (μ² + 4κ)/2 p2 + λ/4 p4.
  public func actionPerSite(_ action: PhiFourAction) -> Double {
    let quadratic = (action.massSquared + 4 * action.kappa) / 2 * p2
    return quadratic - action.kappa * nn + action.lambda / 4 * p4
  }

  /// 1/V Σ φ ∂S/∂φ = −2κ nn + (μ² + 4κ) p2 + λ p4, whose mean over the ensemble is 1 for every size and
  /// coupling (the Schwinger–Dyson equation of φ).
  public func schwingerDyson(_ action: PhiFourAction) -> Double {
    let quadratic = (action.massSquared + 4 * action.kappa) * p2
    return quadratic - 2 * action.kappa * nn + action.lambda * p4
  }
}
