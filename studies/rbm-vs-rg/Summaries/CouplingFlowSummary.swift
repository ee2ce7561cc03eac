import Statistics

/// The flow of the coupling under one and two blocking steps.
struct CouplingFlowSummary: Codable, Sendable {
  /// One method over all K.
  struct Curve: Codable, Sendable {
    /// As it stands in the ids: nn/1, nn/2, pl1/1.
    let method: String
    let couplings: [Double]
    let values: [Estimate?]
    let fixedPoint: Estimate?
    let slope: Estimate?
    let nu: Estimate?
  }

  /// Couplings by pseudo-likelihood at K_c: nn, nnn, plaquette.
  struct Couplings: Codable, Sendable {
    let step: Int
    let values: [Estimate]
  }

  /// Difference of ⟨nn⟩ between the large lattice blocked once more and the small one, both of this size.
  struct Gap: Codable, Sendable {
    let side: Int
    let difference: Estimate
  }

  let curves: [Curve]
  let criticalCouplings: [Couplings]
  let gaps: [Gap]
  /// Largest |K(level 0) − K| of the pseudo-likelihood, in standard errors.
  let recoveryPull: Double
  let recoveryError: Double
}
