import Foundation
import Random
import Testing

@testable import Learning

@Suite("Machines closest to a law")
struct SmallMachineFitTests {
  private func stream(_ name: String) -> RandomStream { RandomStream(seed: 1, name: "small-machine-fit/\(name)") }

  @Test("half as many hidden units as sites: the ring exactly, by decimation", arguments: [(0.5, 0.217), (1, 0.663)])
  func decimation(coupling: Double, printed: Double) throws {
    let law = try SmallIsingSystem.ringLaw(sites: 8, coupling: coupling)
    let result = try SmallMachineFit(hidden: 4, starts: 20, gradientTolerance: 1e-12)
      .run(law, random: stream("decimation"))
    #expect(result.divergence < 1e-10)
    let exact = log(cosh(2 * coupling)) / 2
    let found = try #require(
      SmallIsingSystem.ringCoupling(neighbourCorrelation: result.machine.ringNeighbourCorrelation, sites: 4))
    // Errors of a law at divergence D are below √(2D) (Pinsker).
    #expect(abs(found - exact) < 1e-4)
    #expect(abs(exact - printed) < 5e-4)
  }

  @Test("a quarter as many: the divergence stays", arguments: [(0.5, 0.282), (1, 0.272)])
  func quarter(coupling: Double, divergence: Double) throws {
    let law = try SmallIsingSystem.ringLaw(sites: 8, coupling: coupling)
    let result = try SmallMachineFit(hidden: 2, starts: 20).run(law, random: stream("quarter"))
    #expect(abs(result.divergence - divergence) <= 5e-4)
    #expect(abs(try result.machine.divergence(from: law) - result.divergence) < 1e-14)
  }

  @Test("the objective is the divergence of the machine, and this is its slope", arguments: [2, 3, 5])
  func objective(units: Int) throws {
    var random = stream("objective")
    // Not symmetric: the part that no machine without biases can have is a constant.
    let law = try EnumeratedLaw(units: units, weights: (0..<1 << units).map { _ in 0.1 + random.uniform() })
    let objective = SmallMachineObjective(law, hidden: 3)
    let weights = (0..<3 * units).map { _ in 0.6 * random.normal() }
    var (gradient, unused) = (weights, weights)
    let value = objective.value(weights, gradient: &gradient)
    let machine = try EnumeratedMachine(visible: units, hidden: 3, weights: weights)
    #expect(abs(try machine.divergence(from: law) - value) < 1e-14)
    for k in weights.indices {
      let values = [1e-5, -1e-5].map { step in
        var moved = weights
        moved[k] += step
        return objective.value(moved, gradient: &unused)
      }
      #expect(abs((values[0] - values[1]) / 2e-5 - gradient[k]) < 1e-9)
    }
    let likelihood = try machine.gradient(of: law).weights
    #expect(zip(likelihood, gradient).allSatisfy { abs($0 + $1) < 1e-14 })
  }

  @Test("a quarter as many on the 4 x 4 torus with a penalty: stars around a site")
  func stars() throws {
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: 0.3)
    let fit = try SmallMachineFit(hidden: 4, starts: 5, l1: 0.01, maximumIterations: 600, gradientTolerance: 1e-5)
    let result = try fit.run(law, random: stream("torus"))
    #expect(result.ends.allSatisfy { $0.converged })
    #expect(result.divergence > 0.3)
    for unit in 0..<4 {
      let field = result.machine.field(ofHidden: unit)
      let sizes = field.map { $0 * $0 }
      let total = sizes.reduce(0, +)
      let participation = total * total / sizes.reduce(0) { $0 + $1 * $1 }
      #expect(participation > 3.0 && participation < 3.5)
      let centre = try #require(field.indices.max { field[$0] < field[$1] })
      #expect(field[centre] > 0.66 && field[centre] < 1.04)
      let (y, x) = (centre / 4, centre % 4)
      for site in [(y + 1) % 4 * 4 + x, (y + 3) % 4 * 4 + x, 4 * y + (x + 1) % 4, 4 * y + (x + 3) % 4] {
        #expect(field[site] > 0.2 && field[site] < 0.445)
      }
    }
    let pairs = result.machine.moments().hiddenPairs
    for (a, b) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
      #expect(pairs[4 * a + b] > 0.48 && pairs[4 * a + b] < 0.505)
    }
    let blocks = [[0, 1, 4, 5], [2, 3, 6, 7]]
    #expect(abs(law.majorityCorrelation(blocks[0], blocks[1]) - 0.4498) < 5.1e-5)
    #expect(abs(law.correlation(0, 2) - 0.3005) < 5.1e-5)
    #expect(abs(law.correlation(0, 10) - 0.2249) < 5.1e-5)
  }

  @Test("at the minimum with a penalty the gradient balances it")
  func balance() throws {
    let law = try SmallIsingSystem.ringLaw(sites: 6, coupling: 0.7)
    let result = try SmallMachineFit(hidden: 2, starts: 3, l1: 0.05).run(law, random: stream("balance"))
    let gradient = try result.machine.gradient(of: law).weights
    for (w, g) in zip(result.machine.weights, gradient) {
      #expect(w == 0 ? abs(g) <= 0.05 + 1e-9 : abs(g - (w > 0 ? 0.05 : -0.05)) < 2e-9)
    }
    #expect(result.machine.weights.contains(0))
    let strong = try SmallMachineFit(hidden: 2, starts: 1, l1: 2).run(law, random: stream("balance"))
    #expect(strong.machine.weights.allSatisfy { $0 == 0 })
  }

  @Test("more starts leave the others as they were, and the best is kept")
  func starts() throws {
    let law = try SmallIsingSystem.ringLaw(sites: 6, coupling: 1)
    let few = try SmallMachineFit(hidden: 3, starts: 2).run(law, random: stream("starts"))
    let many = try SmallMachineFit(hidden: 3, starts: 4).run(law, random: stream("starts"))
    #expect(many.ends.prefix(2) == few.ends[...])
    #expect(many.ends.allSatisfy { $0.objective >= many.ends[many.best].objective })
  }

  @Test("bad settings are refused")
  func refusals() throws {
    #expect(throws: EnumeratedMachineError.self) { try SmallMachineFit(hidden: 0, starts: 1) }
    #expect(throws: EnumeratedMachineError.self) { try SmallMachineFit(hidden: 2, starts: 0) }
    #expect(throws: EnumeratedMachineError.self) { try SmallMachineFit(hidden: 2, starts: 1, l1: -1) }
    let partial = try EnumeratedLaw(units: 3, states: [0, 7])
    #expect(throws: EnumeratedMachineError.incompleteLaw(states: 2, expected: 8)) {
      try SmallMachineFit(hidden: 2, starts: 1).run(partial, random: stream("refusals"))
    }
  }
}
