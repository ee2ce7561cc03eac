import Foundation
import Testing

@testable import Lattice

@Suite("Exact laws of the magnetisation")
struct MagnetizationLawTests {
  @Test(
    "χ, V4 and ⟨|m|⟩ at K_c",
    arguments: [
      (2, 3.4970562748, 1.1192881254, 0.8992640687), (4, 12.1817425371, 1.1484020448, 0.8438604448),
      (8, 41.4023407996, 1.1608638452, 0.7773310928),
    ])
  func moments(side: Int, susceptibility: Double, ratio: Double, absolute: Double) throws {
    let law = try MagnetizationLaw(side: side, coupling: Ising2D.criticalCoupling)
    #expect(abs(law.susceptibility - susceptibility) < 5.1e-11)
    #expect(abs(law.momentRatio - ratio) < 5.1e-11)
    #expect(abs(law.absoluteMagnetization - absolute) < 5.1e-11)
    #expect(abs(law.mean) < 1e-14)
  }

  @Test("The transfer matrix gives the law of the sum over all states", arguments: [2, 4])
  func enumeration(side: Int) throws {
    for coupling in [-20, -0.6, 0, 0.3, 0.44, 1.5, 20] {
      let law = try MagnetizationLaw(side: side, coupling: coupling)
      let sum = try IsingEnumeration(side: side, coupling: coupling).magnetization
      for (a, b) in zip(law.probabilities, sum.probabilities) { #expect(abs(a - b) < 1e-14) }
    }
  }

  @Test("Its trace is Kaufman's partition function", arguments: [4, 6, 8])
  func partitionFunction(side: Int) throws {
    for coupling in [-0.5, 0.2, 0.44, 0.9] {
      let trace = CountingTransferMatrix(side: side, coupling: coupling).trace().reduce(0, +)
      let value = log(trace) + 2 * Double(side * side) * abs(coupling)
      let torus = try KaufmanTorus(side: side, coupling: coupling)
      #expect(abs(value - torus.logPartitionFunction) < 1e-12)
    }
  }

  @Test("Free spins have a binomial law")
  func freeSpins() throws {
    let law = try MagnetizationLaw(side: 8, coupling: 0)
    var binomial = exp2(-64.0)
    for up in 0...64 {
      #expect(abs(law.probabilities[up] / binomial - 1) < 1e-13)
      binomial *= Double(64 - up) / Double(up + 1)
    }
    #expect(law.probability(of: 63) == 0 && law.probability(of: 66) == 0)
    #expect(law.probability(of: -64) == law.probabilities[0])
  }

  @Test("Cold lattices are all up or all down, antiferromagnets have M = 0")
  func groundStates() throws {
    for side in [2, 4, 6, 8] {
      let cold = try MagnetizationLaw(side: side, coupling: 20)
      #expect(abs(cold.probability(of: side * side) - 0.5) < 1e-14)
      #expect(abs(cold.susceptibility - Double(side * side)) < 1e-11)
      #expect(abs(try MagnetizationLaw(side: side, coupling: -20).probability(of: 0) - 1) < 1e-14)
    }
  }
}
