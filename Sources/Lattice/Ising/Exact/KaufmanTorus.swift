import Elementary

/// The Ising model on an L × L torus without field, exactly: free energy, energy and specific heat.
///
/// Z = ½ (2 sinh 2K)^{N/2} (Y₁ + Y₂ + Y₃ + Y₄) with Y₁ = ∏ 2 cosh(Lγ_r/2) and Y₂ = ∏ 2 sinh(Lγ_r/2) over odd
/// r, Y₃ and Y₄ the same over even r = 0 … 2L−1, cosh γ_r = sinh 2K + 1/sinh 2K − cos(πr/L) and γ₀ = 2K + ln
/// tanh K, whose sign Y₄ carries (Kaufman, Phys. Rev. 76, 1232 (1949), eq. 4; finite sizes: Ferdinand and
/// Fisher, Phys. Rev. 185, 832 (1969)). The derivatives with respect to K are taken analytically. At L = 2
/// every pair of neighbours has two bonds.
///
/// Absolute errors of u and c_p are below 10⁻¹⁴ for all couplings, also at K_c, where γ₀ and Y₄ vanish.
public struct KaufmanTorus: Sendable, Hashable {
  /// Linear size L.
  public let side: Int
  /// K = J/(k_B T).
  public let coupling: Double
  /// ln Z.
  public let logPartitionFunction: Double
  /// u = −E/(NJ) = (d ln Z/dK)/N, the mean of s (s_right + s_down) over the sites.
  public let energy: Double
  /// c_p = C/(4 k_B K²) = (d² ln Z/dK²)/(4N), the variance of the number of satisfied bonds, per site.
  public let satisfiedBondVariance: Double

  /// The exact solution for any L ≥ 2 and any K ≥ 0; for even L also K < 0, where reversing the spins of one
  /// sublattice turns K into −K. |K| ≤ 20.
  ///
  /// Complexity: O(L).
  ///
  /// - Throws: `IsingError` for another size or coupling.
  public init(side: Int, coupling: Double) throws(IsingError) {
    try Self.require(side: side, coupling: coupling)
    self.side = side
    self.coupling = coupling
    let sites = Double(side * side)
    let solved = Self.solve(side: side, coupling: coupling.magnitude)
    logPartitionFunction = solved.log
    energy = coupling < 0 ? -solved.first / sites : solved.first / sites
    satisfiedBondVariance = solved.second / (4 * sites)
  }

  /// ln Z / N.
  public var logPartitionFunctionPerSite: Double { logPartitionFunction / Double(side * side) }

  /// C/k_B = K² (d² ln Z/dK²)/N, per site.
  public var specificHeat: Double { 4 * coupling * coupling * satisfiedBondVariance }

  private static func require(side: Int, coupling: Double) throws(IsingError) {
    guard side >= 2, side <= 1 << 20 else {
      throw .side(side, allowed: "2 to 1048576 for Kaufman's solution")
    }
    guard coupling.magnitude <= 20 else { throw .coupling(coupling, allowed: "-20 to 20") }
    guard coupling >= 0 || side % 2 == 0 else {
      throw .coupling(coupling, allowed: "0 to 20 at the odd side \(side)")
    }
  }

  private static func solve(side: Int, coupling: Double) -> LogDerivatives {
    guard coupling >= 1e-12 else { return highTemperature(side: side, coupling: coupling) }
    let products = KaufmanProducts(side: side, coupling: coupling)
    return LogDerivatives.ofSum(products.terms).shifted(by: products.base - Elementary.log(2))
  }

  /// ln Z = N ln 2 + ½ ⟨E²⟩ K² to leading order, which at K < 10⁻¹² is exact to rounding.
  private static func highTemperature(side: Int, coupling: Double) -> LogDerivatives {
    let sites = Double(side * side)
    let secondMoment = side == 2 ? 4 * sites : 2 * sites
    return LogDerivatives(
      log: sites * Elementary.log(2) + secondMoment * coupling * coupling / 2, first: secondMoment * coupling,
      second: secondMoment)
  }
}
