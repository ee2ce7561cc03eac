import Lattice

/// The Ising model on finite tori at one coupling, exactly.
struct ExactIsing: Codable, Sendable {
  /// Energy, specific heat and free energy from the partition function.
  struct Torus: Codable, Sendable {
    let side: Int
    let u: Double
    let specificHeat: Double
    let cp: Double
    /// ln Z per site.
    let lnZ: Double
  }

  /// Moments of the magnetisation from its exact law.
  struct Small: Codable, Sendable {
    let side: Int
    let chi: Double
    let v4: Double
    let absm: Double
  }

  let coupling: Double
  let tori: [Torus]
  let small: [Small]
  let criticalCoupling: Double
  /// G(L/2)/G(L/4) of the critical torus (conformal field theory).
  let conformalRatio: Double
  /// r/L and L^{1/4} G(r) of the critical torus, with the recalled amplitude 0.703380157718.
  let conformalCurve: [[Double]]

  init(coupling: Double, sides: [Int]) throws {
    self.coupling = coupling
    tori = try sides.map { side in
      let torus = try KaufmanTorus(side: side, coupling: coupling)
      return Torus(
        side: side, u: torus.energy, specificHeat: torus.specificHeat, cp: torus.satisfiedBondVariance,
        lnZ: torus.logPartitionFunctionPerSite)
    }
    small = try [2, 4, 8].map { side in
      let law = try MagnetizationLaw(side: side, coupling: coupling)
      return Small(side: side, chi: law.susceptibility, v4: law.momentRatio, absm: law.absoluteMagnetization)
    }
    criticalCoupling = Ising2D.criticalCoupling
    conformalRatio = TorusCorrelation.ratio(0.5, 0.25)
    conformalCurve = (0...60).map { k in
      let distance = 0.5 * Double(k + 1) / 61
      return [distance, TorusCorrelation.correlation(at: distance, side: 1, amplitude: 0.703380157718)]
    }
  }

  func torus(_ side: Int) -> Torus? { tori.first { $0.side == side } }
  func small(_ side: Int) -> Small? { small.first { $0.side == side } }
}
