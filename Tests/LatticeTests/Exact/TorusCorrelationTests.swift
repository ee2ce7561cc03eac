import Foundation
import Testing

@testable import Lattice

@Suite("Critical correlations on the torus")
struct TorusCorrelationTests {
  @Test("G(L/2)/G(L/4) = 0.943904978")
  func ratio() { #expect(abs(TorusCorrelation.ratio(0.5, 0.25) - 0.943904978) < 5.1e-10) }

  @Test("Short distances see the infinite plane, r^{-1/4}")
  func shortDistance() {
    for z in [1e-3, 1e-6] {
      // The energy operator has a mean on the torus: the first correction is of order r/L.
      #expect(abs(TorusCorrelation.shape(z) * pow(z, 0.25) - 1) < 2 * z)
    }
  }

  @Test("Periodic and even")
  func symmetry() {
    for z in [0.1, 0.3, 0.45] {
      let value = TorusCorrelation.shape(z)
      for other in [1 - z, -z, 1 + z, 2 - z] {
        #expect(abs(TorusCorrelation.shape(other) / value - 1) < 1e-13)
      }
    }
    #expect(TorusCorrelation.shape(0) == .infinity)
  }

  @Test(
    "L^{1/4} G for A = 0.703380157718",
    arguments: [
      (2, 1.05452705), (4, 1.11719620), (8, 1.25529033), (16, 1.44974700),
    ])
  func amplitude(part: Int, expected: Double) {
    let value = TorusCorrelation.correlation(at: 256.0 / Double(part), side: 256, amplitude: 0.703380157718)
    #expect(abs(value * 4 - expected) < 5.1e-9)
  }
}
