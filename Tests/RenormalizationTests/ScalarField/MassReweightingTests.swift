import Foundation
import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct MassReweightingTests {
  @Test(
    "two values of p2 with known frequencies give the exact ratio at every mu^2", arguments: [-0.3, 0, 0.4])
  func exactOnTwoStates(shift: Double) throws {
    let ensemble = try MassReweighting(massSquared: -1, volume: 5, p2: [1, 1.5, 1, 1], bins: 2)
    // Weights 1 and r, the frequencies being 3 and 1.
    let r = exp(-shift / 2 * 5 * 0.5)
    let means = try ensemble.jackknife(of: [[2, 7, 2, 2], ensemble.p2], at: -1 + shift).values
    #expect(abs(means[0] - (6 + 7 * r) / (3 + r)) < 1e-14)
    #expect(abs(means[1] - (3 + 1.5 * r) / (3 + r)) < 1e-14)
    let fraction = (3 + r) * (3 + r) / (4 * (3 + r * r))
    #expect(abs(ensemble.effectiveFraction(at: -1 + shift) - fraction) < 1e-14)
    #expect(abs(try ensemble.weights(at: -1 + shift).max()! - 1) < 1e-15)
  }

  @Test("means of |m|, m^2, m^4 and p2 of independent Gaussian sites have the exact values")
  func gaussianSites() throws {
    let (base, target, volume, bins) = (1.0, 1.25, 16, 25)
    var table = PullTable()
    var fractions: [Double] = []
    for seed in 0..<200 {
      var random = RandomStream(seed: 3, name: "mass-reweighting/gaussian", index: seed)
      let gaussian = GaussianEnsemble(massSquared: base, volume: volume, count: 1000, &random)
      let ensemble = try gaussian.reweighting(bins: bins)
      let m = gaussian.m
      let series = [m.map { abs($0) }, m.map { $0 * $0 }, m.map { $0 * $0 * $0 * $0 }, gaussian.p2]
      let estimates = try ensemble.jackknife(of: series, at: target).estimates
      let variance = 1 / (Double(volume) * target)
      let exact = [(2 * variance / .pi).squareRoot(), variance, 3 * variance * variance, 1 / target]
      table.append(zip(estimates, exact).map { ($0.value - $1) / $0.standardError })
      fractions.append(ensemble.effectiveFraction(at: target))
    }
    let law = StudentLaw(dof: Double(bins - 1))
    for pulls in table.columns {
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
      let limit = pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis)
      #expect(abs(pulls.variance - law.variance) < limit)
    }
    // ⟨w⟩²/⟨w²⟩ = (μ² (μ² + 2d)/(μ² + d)²)^(V/2).
    let exact = pow(base * (2 * target - base) / (target * target), Double(volume) / 2)
    let measured = Pulls(values: fractions)
    #expect(abs(measured.mean - exact) < measured.meanLimit(variance: measured.variance))
  }

  @Test("jackknife replicates are those of recomputing everything without the bin")
  func replicates() throws {
    var random = RandomStream(seed: 4, name: "mass-reweighting/replicates")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 9, count: 103, &random)
    let ensemble = try gaussian.reweighting(bins: 7)
    let jackknife = try ensemble.jackknife(of: [gaussian.m.map { abs($0) }], at: 1.2)
    for bin in 0..<7 {
      let range = bin * 103 / 7..<(bin + 1) * 103 / 7
      let kept = (0..<103).filter { !range.contains($0) }
      let weights = kept.map { exp(-0.1 * 9 * gaussian.p2[$0]) }
      let sum = zip(kept, weights).reduce(0) { $0 + abs(gaussian.m[$1.0]) * $1.1 }
      #expect(abs(jackknife.replicates[bin][0] - sum / weights.reduce(0, +)) < 1e-13)
    }
  }

  @Test("reweighting is refused outside the range where a tenth of the samples carries the weight")
  func refusal() throws {
    var random = RandomStream(seed: 5, name: "mass-reweighting/refusal")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 64, count: 2000, &random)
    let ensemble = try gaussian.reweighting(bins: 20)
    let range = ensemble.trustedRange
    for (edge, direction) in [(range.lowerBound, -1.0), (range.upperBound, 1.0)] {
      #expect(abs(ensemble.effectiveFraction(at: edge) - 0.1) < 1e-6)
      #expect(try ensemble.weights(at: edge).count == 2000)
      let beyond = edge + 0.001 * direction
      let error = try #require(throws: FieldFlowError.self) { try ensemble.weights(at: beyond) }
      guard case .tooFewEffectiveSamples(let simulated, let shift, let fraction, let minimum) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(simulated == 1 && shift == beyond - 1 && minimum == 0.1)
      #expect(fraction < 0.1 && fraction == ensemble.effectiveFraction(at: beyond))
      #expect(error.description.contains("by \(shift)"))
      #expect(error.description.contains("at least 10.0 % is needed"))
    }
    // The fraction falls monotonically on either side.
    let grid = stride(from: 0.0, through: 1, by: 0.05).map { $0 }
    for edge in [range.lowerBound, range.upperBound] {
      let fractions = grid.map { ensemble.effectiveFraction(at: 1 + $0 * (edge - 1)) }
      #expect(fractions[0] == 1)
      #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 > $1 })
    }
  }

  @Test("weights neither overflow nor vanish on huge lattices") func hugeVolume() throws {
    let p2 = (0..<40).map { 0.75 + 1e-9 * Double($0 * 7 % 40) }
    let ensemble = try MassReweighting(massSquared: -0.95, volume: 1_000_000_000, p2: p2, bins: 4)
    for massSquared in [-1.0, -0.9] {
      let weights = try ensemble.weights(at: massSquared)
      #expect(weights.max() == 1 && weights.allSatisfy { $0 > 0.1 })
    }
  }

  @Test("the nearest simulated point is used if it is near enough") func nearest() throws {
    var random = RandomStream(seed: 6, name: "mass-reweighting/nearest")
    let points = try [0.9, 1.0, 1.1].map {
      try GaussianEnsemble(massSquared: $0, volume: 64, count: 500, &random).reweighting(bins: 5)
    }
    #expect(try MassReweighting.nearest(to: 1.04, among: points) == 1)
    #expect(try MassReweighting.nearest(to: 1.06, among: points) == 2)
    #expect(throws: FieldFlowError.self) { try MassReweighting.nearest(to: 3, among: points) }
    #expect(throws: FieldFlowError.self) { try MassReweighting.nearest(to: 1, among: []) }
  }

  @Test("recorded moments of configurations make an ensemble of the right volume") func fromMoments() throws {
    let moments = [0.5, 0.75, 0.6].map { FieldMoments(side: 4, m: 0, p2: $0, p4: 0, nn: 0) }
    let ensemble = try MassReweighting(massSquared: 1, moments: moments, bins: 3)
    #expect(ensemble == (try MassReweighting(massSquared: 1, volume: 16, p2: [0.5, 0.75, 0.6], bins: 3)))
    let mixed = moments + [FieldMoments(side: 8, m: 0, p2: 1, p4: 0, nn: 0)]
    #expect(throws: FieldFlowError.self) { try MassReweighting(massSquared: 1, moments: mixed, bins: 3) }
  }

  @Test(
    "series without bins, spread or finite numbers are refused in one line",
    arguments: [
      (1, [1, 2, 3], 1), (1, [1, 2], 3), (0, [1, 2], 2), (1, [1, .nan], 2), (1, [2, 2], 2), (1, [], 2),
    ] as [(Int, [Double], Int)])
  func badInput(volume: Int, p2: [Double], bins: Int) throws {
    let error = try #require(throws: FieldFlowError.self) {
      try MassReweighting(massSquared: 1, volume: volume, p2: p2, bins: bins)
    }
    #expect(error.description.hasPrefix("reweighting in mu^2: ") && !error.description.contains("\n"))
  }
}
