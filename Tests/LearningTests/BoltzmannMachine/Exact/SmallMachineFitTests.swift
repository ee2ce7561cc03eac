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
    print("nh4", coupling, result.divergence, result.best, result.ends.map { ($0.divergence, $0.iterations, $0.converged) })
    print(result.machine.weights)
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
    print("nh2", coupling, result.divergence, result.best, result.ends.map { ($0.divergence, $0.iterations, $0.converged) })
    print(result.machine.weights)
    #expect(abs(result.divergence - divergence) <= 5e-4)
    #expect(abs(try result.machine.divergence(from: law) - result.divergence) < 1e-14)
  }

  @Test("scan")
  func scan() throws {
    for l1 in [0.01, 0] {
      for k in [0.2, 0.3, 0.4] {
        let law = try SmallIsingSystem.torusLaw(side: 4, coupling: k)
        let clock = ContinuousClock()
        var text = ""
        let time = try clock.measure {
          let result = try SmallMachineFit(hidden: 4, starts: 8, l1: l1, maximumIterations: 1000, gradientTolerance: 1e-7).run(law, random: stream("torus"))
          text += "\(result.divergence) \(result.best) \(result.ends.map { ($0.divergence, $0.objective, $0.iterations, $0.converged) })\n"
          for j in 0..<4 { text += result.machine.field(ofHidden: j).map { String(format: "%.3f", $0) }.joined(separator: " ") + "\n" }
          text += "\(result.machine.moments().hiddenPairs)\n \(try result.machine.hiddenCouplings())"
        }
        print("TORUS", l1, k, time, text)
      }
    }
  }
}
