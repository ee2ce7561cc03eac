import Elementary

/// The free field, λ = 0, on the L × L torus: independent Gaussian modes of momentum k = 2π(n₁, n₂)/L and
/// variance 1/(μ² + 2κ(2 − cos k₁ − cos k₂)).
public struct FreeField: Sendable {
  public let side: Int
  /// ⟨φ²⟩ of a site.
  public let p2: Double
  /// ⟨φ_x (φ_{x+1̂} + φ_{x+2̂})⟩.
  public let nn: Double
  /// ⟨m²⟩ = 1/(V μ²) of m = 1/V Σ φ.
  public let m2: Double

  /// The exact averages.
  ///
  /// - Parameters:
  ///   - side: L, 1...32768.
  ///   - kappa: κ ≥ 0; default 1.
  ///   - massSquared: μ² > 0.
  /// - Throws: `ScalarFieldError` for other values.
  public init(side: Int, kappa: Double = 1, massSquared: Double) throws(ScalarFieldError) {
    guard side >= 1, side <= FieldLayout.largestSide else {
      throw .side(side, allowed: "a number from 1 to \(FieldLayout.largestSide)")
    }
    let action = try PhiFourAction(kappa: kappa, lambda: 0, massSquared: massSquared)
    let cosines = (0..<side).map { Elementary.sinCosTurns(Double($0) / Double(side)).cos }
    var sums = (p2: 0.0, nn: 0.0)
    for row in cosines {
      for column in cosines {
        let stiffness = action.massSquared + 2 * action.kappa * (2 - row - column)
        sums.p2 += 1 / stiffness
        sums.nn += (row + column) / stiffness
      }
    }
    let sites = Double(side * side)
    self.side = side
    p2 = sums.p2 / sites
    nn = sums.nn / sites
    m2 = 1 / (sites * massSquared)
  }

  /// ⟨φ⁴⟩ = 3⟨φ²⟩².
  public var p4: Double { 3 * p2 * p2 }
  /// ⟨m⁴⟩ = 3⟨m²⟩².
  public var m4: Double { 3 * m2 * m2 }
  /// ⟨|m|⟩ = √(2⟨m²⟩/π).
  public var absoluteM: Double { (2 * m2 / Double.pi).squareRoot() }
  /// ⟨S⟩/V = ½ by equipartition.
  public var actionPerSite: Double { 0.5 }
}
