import Lattice

/// One sample of the 4 × 4 × 4 torus: transfer matrix and simulation.
struct CubeChecks: Codable, Sendable {
  /// Exact results at one β: ln Z a step below and above, and the energy per spin, −∂ ln Z/∂β/64.
  struct Exact: Codable, Sendable {
    let beta: Double
    let lower: Double
    let upper: Double
    let energy: Double
  }

  /// Distance of the two ln Z from β.
  let step: Double
  let exact: [Exact]
  let simulated: SizeSummary
}

/// Simulations with a known energy.
struct ReferenceSimulations: Codable, Sendable {
  let nishimori: SizeSummary
  let highTemperature: SizeSummary
}
