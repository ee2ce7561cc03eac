import Lattice
import Statistics
import Testing

@testable import Renormalization

@Suite struct KaufmanInversionTests {
  @Test("the coupling of Kaufman's energy comes back", arguments: [2, 3, 4, 8, 16, 32, 64])
  func roundTrip(side: Int) throws {
    let inversion = try KaufmanInversion(side: side)
    for coupling in [0, 1e-3, 0.1, 0.3, 0.408, Ising2D.criticalCoupling, 0.46, 0.7, 1.2] {
      let torus = try KaufmanTorus(side: side, coupling: coupling)
      let slope = 2 * torus.satisfiedBondVariance
      // The exact energy is good to 10⁻¹⁴, the coupling to that over the slope.
      let tolerance = 1e-14 + 1e-14 / slope
      #expect(abs(try inversion.coupling(bondEnergy: torus.energy / 2) - coupling) < tolerance, "K = \(coupling)")
      guard side % 2 == 0 else { continue }
      #expect(abs(try inversion.coupling(bondEnergy: -torus.energy / 2) + coupling) < tolerance)
    }
  }

  @Test("the error is that of the energy over the slope of the exact curve")
  func errors() throws {
    let inversion = try KaufmanInversion(side: 16)
    let h = 1e-5
    let energies = try [0.43 - h, 0.43, 0.43 + h].map { try KaufmanTorus(side: 16, coupling: $0).energy / 2 }
    let found = try inversion.coupling(bondEnergy: Estimate(energies[1], 0.002, degreesOfFreedom: 39))
    let slope = (energies[2] - energies[0]) / (2 * h)
    #expect(abs(found.value - 0.43) < 1e-13)
    #expect(abs(found.standardError * slope / 0.002 - 1) < 1e-7)
    #expect(found.degreesOfFreedom == 39)
  }

  @Test("energies that no coupling has are refused in one line")
  func outOfRange() throws {
    for (side, energy) in [(8, 1.0), (8, -1), (8, 1.02), (8, -3), (8, .nan), (5, -0.1), (5, 1)] {
      let inversion = try KaufmanInversion(side: side)
      #expect {
        try inversion.coupling(bondEnergy: energy)
      } throws: { error in
        guard case .bondEnergy(_, let found, _)? = error as? CouplingFlowError else { return false }
        return found == side && "\(error)".contains("side \(side)") && !"\(error)".contains("\n")
      }
    }
    #expect(throws: CouplingFlowError.self) { try KaufmanInversion(side: 1) }
  }
}
