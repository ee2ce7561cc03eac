import Foundation
import Testing

@testable import Lattice

@Suite("Enumeration of small tori")
struct IsingEnumerationTests {
  @Test("Averages over lattices: M², bonds and the entropy ln Z − K ⟨Σ s s′⟩", arguments: [2, 4])
  func averages(side: Int) throws {
    let coupling = 0.37
    let ensemble = try IsingEnumeration(side: side, coupling: coupling)
    let sites = Double(side * side)
    let square = ensemble.average { lattice, _ in
      let magnetization = Double(Self.magnetization(lattice))
      return magnetization * magnetization
    }
    #expect(abs(square / sites - ensemble.susceptibility) < 1e-13)
    let bonds = ensemble.average { lattice, _ in Double(Self.bondSum(lattice)) }
    #expect(abs(bonds / sites - ensemble.energy) < 1e-13)
    let squaredBonds = ensemble.average { lattice, _ in pow(Double(Self.bondSum(lattice)), 2) }
    #expect(abs((squaredBonds - bonds * bonds) / (4 * sites) - ensemble.satisfiedBondVariance) < 1e-12)
    let entropy = ensemble.average { _, probability in -log(probability) }
    #expect(abs(entropy - ensemble.logPartitionFunction + coupling * bonds) < 1e-12)
  }

  @Test("2 × 2 torus: Z = 2 e^{8K} + 12 + 2 e^{−8K}")
  func twoByTwo() throws {
    for coupling in [-1.0, 0.2, 0.44] {
      let ensemble = try IsingEnumeration(side: 2, coupling: coupling)
      let sum = 2 * exp(8 * coupling) + 12 + 2 * exp(-8 * coupling)
      #expect(abs(ensemble.logPartitionFunction - log(sum)) < 1e-14)
      #expect(abs(ensemble.energy - 4 * (exp(8 * coupling) - exp(-8 * coupling)) / sum) < 1e-14)
      let second = (32 * exp(8 * coupling) + 8 * 4) / sum
      #expect(abs(ensemble.susceptibility - second / 4) < 1e-14)
    }
  }

  private static func magnetization(_ lattice: SpinLattice) -> Int {
    var sum = 0
    for y in 0..<lattice.side {
      for x in 0..<lattice.side { sum += lattice[y, x] ? 1 : -1 }
    }
    return sum
  }

  private static func bondSum(_ lattice: SpinLattice) -> Int {
    var sum = 0
    for y in 0..<lattice.side {
      for x in 0..<lattice.side {
        sum += lattice[y, x] == lattice[y, (x + 1) % lattice.side] ? 1 : -1
        sum += lattice[y, x] == lattice[(y + 1) % lattice.side, x] ? 1 : -1
      }
    }
    return sum
  }
}
