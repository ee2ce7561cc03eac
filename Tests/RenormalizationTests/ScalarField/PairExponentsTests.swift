import Foundation
import Random
import Testing

@testable import Renormalization

@Suite struct PairExponentsTests {
  private func expectStudent(_ table: PullTable, dof: Double, scale: Double = 1) {
    let law = StudentLaw(dof: dof)
    let variance = scale * law.variance
    for (k, pulls) in table.columns.enumerated() {
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: variance), "quantity \(k)")
      let limit = pulls.varianceLimit(variance: variance, kurtosis: law.kurtosis)
      #expect(abs(pulls.variance - variance) < limit, "quantity \(k)")
    }
  }

  @Test("a linear map m' = g m gives beta/nu = -log2 g and gamma/nu = 2 - 2 beta/nu, without errors")
  func linearMap() throws {
    let gain = 0.91467
    var random = RandomStream(seed: 31, name: "pair-exponents/linear")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 16, count: 400, &random)
    let ensemble = try gaussian.reweighting(bins: 20)
    let systems = try (0..<4).map { level in
      let magnetization = gaussian.m.map { $0 * pow(gain, Double(level)) }
      return try SystemAverages(side: 4 << level, magnetization: magnetization, in: ensemble, at: 1.1)
    }
    let pairs = try PairExponents.all(systems, resampling: .joint)
    #expect(pairs.map(\.first) == [4, 4, 4, 8, 8, 16])
    #expect(pairs.map(\.second) == [8, 16, 32, 16, 32, 32])
    for pair in pairs {
      let beta = [pair.betaOverNu, try #require(pair.betaOverNuFromSlopes)]
      let gamma = [
        pair.gammaOverNu, pair.gammaOverNuConnected, try #require(pair.gammaOverNuFromSlopes),
        try #require(pair.gammaOverNuConnectedFromSlopes),
      ]
      for exponent in beta { #expect(abs(exponent.value + log2(gain)) < 1e-10) }
      for exponent in gamma { #expect(abs(exponent.value - (2 - 2 * pair.betaOverNu.value)) < 1e-10) }
      for exponent in beta + gamma { #expect(exponent.standardError < 1e-10) }
    }
    let cumulants = try systems.map { try $0.binderCumulant.value }
    #expect(cumulants.allSatisfy { abs($0 - cumulants[0]) < 1e-12 })
  }

  @Test("joint errors of a noisy map of Gaussian fields: levels and slopes")
  func jointErrors() throws {
    let (gain, noise, target, volume, bins) = (0.9, 0.05, 1.1, 16, 25)
    // Variances of m before and after the map, and g² dv/dμ².
    let before = 1 / (Double(volume) * target)
    let after = gain * gain * before + noise * noise
    let level = log2(after / before)
    let slope = log2(gain * gain * (before / after).squareRoot())
    let exact = [-level / 2, 2 + level, 2 + level, -slope, 2 + 2 * log2(gain), 2 + 2 * log2(gain)]
    var table = PullTable()
    for seed in 0..<100 {
      var random = RandomStream(seed: 32, name: "pair-exponents/joint", index: seed)
      let gaussian = GaussianEnsemble(massSquared: 1, volume: volume, count: 2000, &random)
      let mapped = gaussian.m.map { gain * $0 + noise * random.normal() }
      let ensemble = try gaussian.reweighting(bins: bins)
      let pair = try PairExponents(
        SystemAverages(side: 4, magnetization: gaussian.m, in: ensemble, at: target),
        SystemAverages(side: 8, magnetization: mapped, in: ensemble, at: target), resampling: .joint)
      let measured = [
        pair.betaOverNu, pair.gammaOverNuConnected, pair.gammaOverNu, try #require(pair.betaOverNuFromSlopes),
        try #require(pair.gammaOverNuConnectedFromSlopes), try #require(pair.gammaOverNuFromSlopes),
      ]
      table.append(zip(measured, exact).map { ($0.value - $1) / $0.standardError })
    }
    expectStudent(table, dof: Double(bins - 1))
  }

  @Test("independent Gaussian systems have beta/nu = 1 and gamma/nu = 0; both independent errors are honest")
  func independentErrors() throws {
    let bins = 40
    var jackknife = PullTable()
    var bootstrap = PullTable()
    for seed in 0..<100 {
      var random = RandomStream(seed: 33, name: "pair-exponents/independent", index: seed)
      let systems = try [4, 8].map { side in
        let gaussian = GaussianEnsemble(massSquared: 1, volume: side * side, count: 400, &random)
        let ensemble = try gaussian.reweighting(bins: bins)
        return try SystemAverages(side: side, magnetization: gaussian.m, in: ensemble, at: 1.05)
      }
      let stream = random.child("bootstrap")
      let pairs = try [PairExponents.Resampling.independent, .bootstrap(stream, resamples: 200)].map {
        try PairExponents(systems[0], systems[1], resampling: $0)
      }
      let pulls = pairs.map { pair in
        zip([pair.betaOverNu, pair.gammaOverNuConnected, pair.gammaOverNu], [1, 0, 0]).map {
          ($0.value - $1) / $0.standardError
        }
      }
      jackknife.append(pulls[0])
      bootstrap.append(pulls[1])
    }
    expectStudent(jackknife, dof: 1.5 * Double(bins - 1))
    // The bootstrap of B bins gives (B − 1)/B of the variance.
    expectStudent(bootstrap, dof: 1.5 * Double(bins - 1), scale: Double(bins) / Double(bins - 1))
  }

  @Test("treating a linear map's systems as independent gives sqrt 2 of the error of ln |m|")
  func independentErrorOfOneEnsemble() throws {
    var random = RandomStream(seed: 34, name: "pair-exponents/root-two")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 16, count: 400, &random)
    let ensemble = try gaussian.reweighting(bins: 20)
    let first = try SystemAverages(side: 4, magnetization: gaussian.m, in: ensemble)
    let second = try SystemAverages(side: 8, magnetization: gaussian.m.map { 0.9 * $0 }, in: ensemble)
    let pair = try PairExponents(first, second, resampling: .independent)
    let logarithm = try ensemble.jackknife(of: [gaussian.m.map { abs($0) }], at: 1) { [log2($0[0])] }
    let expected = 2.0.squareRoot() * logarithm.estimates[0].standardError
    #expect(abs(pair.betaOverNu.standardError - expected) < 1e-12)
    #expect(try #require(pair.betaOverNu.degreesOfFreedom).rounded() == 38)
  }

  @Test("the bootstrap is that of its stream") func bootstrapStream() throws {
    var random = RandomStream(seed: 35, name: "pair-exponents/stream")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 16, count: 100, &random)
    let ensemble = try gaussian.reweighting(bins: 10)
    let first = try SystemAverages(side: 4, magnetization: gaussian.m, in: ensemble)
    let second = try SystemAverages(side: 8, magnetization: gaussian.m.map { 0.9 * $0 }, in: ensemble)
    let results = try [0, 0, 1].map { index in
      let stream = RandomStream(seed: 36, name: "pair-exponents/bootstrap", index: index)
      return try PairExponents(first, second, resampling: .bootstrap(stream, resamples: 50))
    }
    #expect(results[0] == results[1])
    #expect(results[0].betaOverNu.standardError != results[2].betaOverNu.standardError)
    #expect(results[0].betaOverNu.value == results[2].betaOverNu.value)
  }

  @Test("averages of Gaussian fields: |m|, both susceptibilities, U4 and d|m|/dmu^2")
  func averages() throws {
    let (bins, target) = (25, 1.1)
    let variance = 1 / (16 * target)
    let mean = (2 * variance / .pi).squareRoot()
    let exact = [mean, (1 - 2 / .pi) / target, 1 / target, 0, -mean / (2 * target)]
    var table = PullTable()
    for seed in 0..<100 {
      var random = RandomStream(seed: 37, name: "system-averages/pulls", index: seed)
      let gaussian = GaussianEnsemble(massSquared: 1, volume: 16, count: 2000, &random)
      let system = try SystemAverages(
        side: 4, magnetization: gaussian.m, in: gaussian.reweighting(bins: bins), at: target)
      let estimates = [
        try system.absoluteMagnetization, try system.connectedSusceptibility, try system.susceptibility,
        try system.binderCumulant, try system.magnetizationSlope,
      ]
      table.append(zip(estimates, exact).map { ($0.value - $1) / $0.standardError })
    }
    expectStudent(table, dof: Double(bins - 1))
  }

  @Test("pairs of equal sides, different mu^2 or, jointly, different configurations are refused")
  func badInput() throws {
    var random = RandomStream(seed: 38, name: "pair-exponents/bad")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 16, count: 100, &random)
    let ensemble = try gaussian.reweighting(bins: 10)
    let other = try GaussianEnsemble(massSquared: 1, volume: 16, count: 100, &random).reweighting(bins: 10)
    let small = try SystemAverages(side: 4, magnetization: gaussian.m, in: ensemble, at: 1.01)
    let large = try SystemAverages(side: 8, magnetization: gaussian.m, in: ensemble, at: 1.02)
    let foreign = try SystemAverages(side: 8, magnetization: gaussian.m, in: other, at: 1.01)
    for (first, second) in [(small, small), (small, large), (small, foreign)] {
      let error = try #require(throws: FieldFlowError.self) {
        try PairExponents(first, second, resampling: .joint)
      }
      #expect(error.description.hasPrefix("pair exponents: "))
    }
    #expect(try PairExponents(small, foreign, resampling: .independent).second == 8)
    let zero = try SystemAverages(side: 8, magnetization: gaussian.m.map { $0 * 0 }, in: ensemble, at: 1.01)
    let vanished = FieldFlowError.notPositive(what: "the ratio of the magnetizations", value: 0)
    #expect(throws: vanished) { try PairExponents(small, zero, resampling: .joint) }
    #expect(vanished.description.contains("magnetizations is 0.0; it must be positive"))
  }
}
