import Foundation
import Testing

@testable import Learning

private let criticalCoupling = log(1 + 2.0.squareRoot()) / 2

@Suite("Small Ising systems and their machines")
struct SmallIsingSystemTests {
  @Test("one hidden unit for each bond of the 4 x 4 torus is the Ising model")
  func bonds() throws {
    let machine = try EnumeratedMachine(weights: SmallIsingSystem.bondWeights(side: 4, coupling: criticalCoupling))
    #expect(machine.hidden == 32)
    #expect(abs(machine.logPartitionFunction - 51.804602628986) < 1e-11)
    // ln Z of the 4 x 4 torus at Kc, from Kaufman's solution.
    #expect(abs(machine.logPartitionFunction - (15.521915458755 + 32 * (log(2) + criticalCoupling))) < 1e-11)
    #expect(abs(try SmallIsingSystem.bondWeights(side: 4, coupling: criticalCoupling)[0][0] - 0.7643) < 5e-5)
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: criticalCoupling)
    #expect(try machine.divergence(from: law) < 1e-15)
  }

  @Test("also at other couplings, sides and against the sign", arguments: [(2, 0.3), (3, 0.05), (3, -0.4), (2, 1.5)])
  func otherBonds(side: Int, coupling: Double) throws {
    let machine = try EnumeratedMachine(weights: SmallIsingSystem.bondWeights(side: side, coupling: coupling))
    #expect(try machine.divergence(from: SmallIsingSystem.torusLaw(side: side, coupling: coupling)) < 1e-15)
  }

  @Test("the law of the torus has Kaufman's free energy", arguments: [(0.2, 11.771470358542), (0.6, 20.056532884346)])
  func torus(coupling: Double, logPartitionFunction: Double) throws {
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: coupling)
    // All spins up: 32 satisfied bonds.
    #expect(abs(-log(law.probabilities[65535]) + 32 * coupling - logPartitionFunction) < 1e-11)
  }

  @Test("the chain machine is a ring at the decimated coupling")
  func chain() throws {
    let machine = try EnumeratedMachine(weights: SmallIsingSystem.chainWeights(sites: 8, coupling: 1))
    #expect(abs(machine.moments().visiblePairs[1] - 0.594496340264945) < 1e-13)
    let decimated = log(cosh(2.0)) / 2
    #expect(try machine.divergence(from: SmallIsingSystem.ringLaw(sites: 8, coupling: decimated)) < 1e-15)
    #expect(try machine.hiddenLaw().correlation(0, 1).isApproximately(machine.moments().visiblePairs[1]))
  }

  @Test(
    "the checkerboard copy tends to the Ising model",
    arguments: [(2.0, 2.4e-2, 5e-4), (5, 2.1e-7, 5e-9), (8, 1.3e-12, 5e-14)])
  func copies(copy: Double, divergence: Double, halfUnit: Double) throws {
    let rows = try SmallIsingSystem.checkerboardWeights(side: 4, coupling: criticalCoupling, copy: copy)
    let machine = try EnumeratedMachine(weights: rows)
    #expect(machine.hidden == 8)
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: criticalCoupling)
    #expect(abs(try machine.divergence(from: law) - divergence) <= halfUnit)
  }

  @Test("the correlation of ring neighbours gives back the coupling", arguments: [2, 3, 4, 7, 20])
  func ringCoupling(sites: Int) throws {
    for coupling in [0.05, 0.5, 1.0, 2.0] {
      let correlation = try SmallIsingSystem.ringLaw(sites: sites, coupling: coupling).correlation(0, 1)
      let found = try #require(SmallIsingSystem.ringCoupling(neighbourCorrelation: correlation, sites: sites))
      // The rounding of C is magnified by dK/dC, at most 10⁴ here.
      #expect(abs(found - coupling) < 1e-12)
    }
    #expect(SmallIsingSystem.ringCoupling(neighbourCorrelation: 1, sites: 4) == nil)
    #expect(SmallIsingSystem.ringCoupling(neighbourCorrelation: -0.1, sites: 4) == nil)
  }

  @Test("blocks of one spin are spins, and a tie counts zero")
  func blocks() throws {
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: 0.3)
    #expect(law.majorityCorrelation([0], [5]).isApproximately(law.correlation(0, 5)))
    let tie = try EnumeratedLaw(units: 4, states: [0b1101])
    #expect(tie.majorityCorrelation([0, 1], [2, 3]) == 0)
    #expect(tie.majorityCorrelation([0], [2, 3]) == 1)
  }

  @Test("bad sizes and couplings are refused")
  func refusals() {
    #expect(throws: EnumeratedMachineError.self) { try SmallIsingSystem.torusLaw(side: 5, coupling: 0.4) }
    #expect(throws: EnumeratedMachineError.self) { try SmallIsingSystem.ringLaw(sites: 21, coupling: 0.4) }
    #expect(throws: EnumeratedMachineError.self) { try SmallIsingSystem.bondWeights(side: 4, coupling: .nan) }
    #expect(throws: EnumeratedMachineError.self) {
      try SmallIsingSystem.checkerboardWeights(side: 3, coupling: 0.4, copy: 2)
    }
  }
}

extension Double {
  fileprivate func isApproximately(_ other: Double) -> Bool { abs(self - other) < 1e-14 }
}
