import Foundation
import Lattice
import Random
import Statistics
import Testing

@testable import Renormalization

@Suite struct IsingFlowTests {
  private func bins(
    _ count: Int, _ settings: IsingFlowSettings, name: String, index: Int = 0
  ) throws -> [IsingFlowBin] {
    try (0..<count).map { bin in
      try IsingFlowBin(settings, random: RandomStream(seed: 1, name: "ising-flow/\(name)", index: 1000 * index + bin))
    }
  }

  @Test("the coupling of the samples themselves comes back: pulls", arguments: ClusterSampler.allCases)
  func levelZero(sampler: ClusterSampler) throws {
    let count = 20
    let settings = try IsingFlowSettings(
      side: 16, coupling: 0.4, levels: 1, samples: 100, sampler: sampler, updatesPerSample: 2, thermalisation: 60)
    var (matched, nearest, plaquette) = ([Double](), [Double](), [Double]())
    for seed in 0..<24 {
      let ensemble = try IsingFlowEnsemble(bins(count, settings, name: "\(sampler)", index: seed))
      func pull(_ estimate: Estimate, _ truth: Double) -> Double { (estimate.value - truth) / estimate.standardError }
      matched.append(pull(try ensemble.point(.nearestNeighbourMatching, level: 0).estimate(), 0.4))
      nearest.append(pull(try ensemble.pseudoLikelihood(level: 0, terms: .nearest)[0], 0.4))
      plaquette.append(pull(try ensemble.pseudoLikelihood(level: 0)[1], 0))
    }
    let law = StudentLaw(dof: Double(count - 1))
    for pulls in [Pulls(values: matched), Pulls(values: nearest), Pulls(values: plaquette)] {
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance), "\(pulls.mean)")
      let limit = pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis)
      #expect(abs(pulls.variance - law.variance) < limit, "\(pulls.variance)")
    }
  }

  @Test("bins merge in any grouping to the same sums, and can be taken out again")
  func merging() throws {
    let settings = try IsingFlowSettings(side: 16, coupling: 0.44, levels: 2, samples: 20, thermalisation: 10)
    let bins = try bins(6, settings, name: "merging")
    let total = try IsingFlowBin.merged(bins)
    let groups = [[bins[4], bins[1]], [bins[5]], [bins[0], bins[3], bins[2]]]
    #expect(try IsingFlowBin.merged(groups.map { try IsingFlowBin.merged($0) }) == total)
    #expect(try IsingFlowBin.merged(bins.reversed()) == total)
    #expect(try total.removing(bins[5]) == IsingFlowBin.merged(Array(bins[..<5])))
    #expect(total.samples == 120 && total.steps.allSatisfy { $0.count == 120 })
    #expect(total.localFields.map { $0.counts.reduce(0, +) } == [120 * 256, 120 * 64, 120 * 16])
    #expect(try JSONDecoder().decode(IsingFlowBin.self, from: JSONEncoder().encode(total)) == total)
    let again = try IsingFlowBin(settings, random: RandomStream(seed: 1, name: "ising-flow/merging", index: 3))
    #expect(again == bins[3])
    let other = try IsingFlowSettings(side: 16, coupling: 0.43, levels: 2, samples: 20, thermalisation: 10)
    let stranger = try IsingFlowBin(other, random: RandomStream(seed: 1, name: "ising-flow/merging"))
    #expect(throws: CouplingFlowError.self) { try IsingFlowBin.merged([total, stranger]) }
  }

  @Test("free spins stay free under blocking; the critical energy is Kaufman's", arguments: [BlockRule.coin, .corner])
  func exactEnergies(rule: BlockRule) throws {
    let free = try IsingFlowSettings(side: 16, coupling: 0, levels: 2, samples: 400, tieRule: rule, thermalisation: 2)
    let ensemble = try IsingFlowEnsemble(bins(20, free, name: "free/\(rule)"))
    for level in 0...2 {
      let energy = try ensemble.bondEnergy(level: level)
      #expect(abs(energy.value) < 5 * energy.standardError)
    }
    // The mean modulus of a sum of four spins.
    let odd = try ensemble.eigenvalues(step: 0, even: 1, odd: 1)
    #expect(abs(odd.odd[0].value - 1.5) < 5 * odd.odd[0].standardError)
    let critical = try IsingFlowSettings(
      side: 16, coupling: Ising2D.criticalCoupling, levels: 2, samples: 400, tieRule: rule)
    let energy = try IsingFlowEnsemble(bins(20, critical, name: "critical/\(rule)")).bondEnergy(level: 0)
    let exact = try KaufmanTorus(side: 16, coupling: Ising2D.criticalCoupling).energy / 2
    #expect(abs(energy.value - exact) < 5 * energy.standardError)
  }

  @Test("the second step has the exponents of the Ising fixed point within its truncation")
  func exponents() throws {
    let settings = try IsingFlowSettings(
      side: 32, coupling: Ising2D.criticalCoupling, levels: 3, samples: 500, measuresLocalFields: false)
    let ensemble = try IsingFlowEnsemble(bins(40, settings, name: "exponents"))
    let second = try ensemble.eigenvalues(step: 1, even: 3, odd: 4)
    let (thermal, magnetic) = (try #require(second.evenExponents[0]), try #require(second.oddExponents[0]))
    // 0.015 and 0.01 allow for the operators left out.
    #expect(abs(thermal.value - 1) < 0.015 + 5 * thermal.standardError, "\(thermal)")
    #expect(abs(magnetic.value - 1.875) < 0.01 + 5 * magnetic.standardError, "\(magnetic)")
    #expect(thermal.standardError < 0.02 && magnetic.standardError < 0.002)
    #expect(throws: CouplingFlowError.self) { try ensemble.eigenvalues(step: 2, even: 7, odd: 1) }
    #expect(throws: CouplingFlowError.self) { try ensemble.eigenvalues(step: 3, even: 1, odd: 1) }
    #expect(throws: CouplingFlowError.self) { try ensemble.pseudoLikelihood(level: 0) }
  }

  @Test("settings that cannot be blocked or run are refused")
  func settings() {
    for (side, coupling, levels, samples) in [
      (66, 0.4, 1, 1), (6, 0.4, 1, 1), (20, 0.4, 3, 1), (16, 0.4, 3, 1), (16, 0.4, 0, 1), (16, 21, 1, 1),
      (16, 0.4, 1, 0),
    ] {
      #expect(throws: CouplingFlowError.self) {
        try IsingFlowSettings(side: side, coupling: coupling, levels: levels, samples: samples)
      }
    }
  }
}
