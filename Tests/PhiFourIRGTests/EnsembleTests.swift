import Lattice
import Learning
import Random
import Renormalization
import Statistics
import Testing

@testable import PhiFourIRG

/// Chains, their averages, and what is fitted to them.
@Suite("Ensembles of φ⁴ theory") struct EnsembleTests {
  static func parameters(side: Int, configurations: Int, chains: Int = 20, lambda: Double = 0.7) throws
    -> EnsembleParameters
  {
    EnsembleParameters(
      action: try PhiFourAction(kappa: 1, lambda: lambda, massSquared: lambda > 0 ? -0.9515 : 0.5), size: side,
      configurations: configurations, sweepsBetween: 4, equilibration: 40, chains: chains, mix: .recommended(side: side)
    )
  }

  static func chains(_ parameters: EnsembleParameters, seed: UInt64) throws -> [FieldChain] {
    let stream = RandomStream(seed: seed, name: "tests/field-chains")
    return try (0..<parameters.chains).map {
      try FieldChain(parameters, rule: .majorityMean, blockings: 1, chain: $0, random: stream.child("chain", $0))
    }
  }

  /// Pulls over 40 seeds against the quadrature of the 2 × 2 torus and the Schwinger–Dyson identity.
  @Test("Averages at L = 2 are the exact ones, with honest errors")
  func exactAverages() throws {
    let parameters = try Self.parameters(side: 2, configurations: 2000)
    let exact = try TwoByTwoField(parameters.action)
    var pulls = [[Double]](repeating: [], count: 5)
    for seed in 1...40 {
      let level = try FieldSummary(Self.chains(parameters, seed: UInt64(seed)).map { $0.levels[0] }, parameters.action)
      let pairs = [
        (level.absm, exact.absoluteM), (level.m2, exact.m2), (level.p2, exact.p2), (level.nn, exact.nn),
        (level.schwingerDyson, 1),
      ]
      for (k, pair) in pairs.enumerated() { pulls[k].append(zScore(of: pair.0, against: pair.1)) }
    }
    for column in pulls {
      let mean = column.reduce(0, +) / 40
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
      #expect(abs(mean) * 40.0.squareRoot() < 4, "mean of pulls \(mean)")
      #expect(abs(variance - 1) / (2.0 / 39).squareRoot() < 4, "variance of pulls \(variance)")
    }
  }

  @Test("A linear inverse multiplies m by its gain: every pair of sizes has one exponent, and γ/ν = 2 − 2 β/ν")
  func linearIdentities() throws {
    let parameters = try Self.parameters(side: 16, configurations: 200)
    let stream = RandomStream(seed: 3, name: "tests/linear")
    let sums = try (0..<20).map {
      try RegressionChain(
        parameters, rule: .majorityMean, window: PatchWindow(kernel: 6), chain: $0, random: stream.child("fit", $0)
      ).first
    }
    let fit = try LinearSummary(.k6, pairs: "8 → 16", chains: sums, configurationsPerChain: 10)
    let chains = try (0..<20).map {
      try GeneratedChain(
        parameters, map: InverseMap(fit.map), doublings: 2, chain: $0, random: stream.child("generate", $0))
    }
    #expect(LinearIdentities(chains, gain: fit.map.gain).scaling < 1e-12)
    let summary = try GenerationSummary(name: "linear", chains, parameters.action)
    for pair in summary.pairs {
      #expect(abs(pair.betaOverNu.value - fit.betaNu.value) < 1e-10)
      #expect(abs(pair.gammaOverNu.value - (2 - 2 * pair.betaOverNu.value)) < 1e-10)
      #expect(abs(pair.gammaOverNuConnected.value - pair.gammaOverNu.value) < 1e-10)
    }
    for level in summary.levels { #expect(abs(level.u4.value - summary.levels[0].u4.value) < 1e-10) }
    // An MSE fit is near the value of the first blocking step, far from kernels that see too little.
    #expect(abs(fit.betaNu.value - 0.128) < 0.015)
  }

  @Test("The jackknife error of a linear exponent is the scatter of independent fits")
  func fitErrors() throws {
    let parameters = try Self.parameters(side: 8, configurations: 400)
    let fits = try (1...24).map { seed -> Estimate in
      let stream = RandomStream(seed: UInt64(seed), name: "tests/fits")
      let sums = try (0..<20).map {
        try RegressionChain(
          parameters, rule: .majorityMean, window: PatchWindow(kernel: 4), chain: $0, random: stream.child("fit", $0)
        ).first
      }
      return try LinearSummary(.k4, pairs: "4 → 8", chains: sums, configurationsPerChain: 20).betaNu
    }
    let mean = fits.reduce(0) { $0 + $1.value } / 24
    let scatter = (fits.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / 23).squareRoot()
    let quoted = fits.reduce(0) { $0 + $1.standardError } / 24
    // The relative error of a standard deviation of 24 numbers is 1/√46 = 0.15.
    #expect(abs(scatter / quoted - 1) < 4 * 0.15)
  }

  @Test("Blocking of a chain is the blocking of its configurations, and the identity of observables holds")
  func blockedLevels() throws {
    let parameters = try Self.parameters(side: 8, configurations: 100)
    let chains = try Self.chains(parameters, seed: 11)
    let summary = try EnsembleSummary(parameters, chains)
    #expect(summary.blocked.count == 1 && summary.blocked[0].side == 4)
    #expect(summary.identityDefect < 1e-12)
    let step = try #require(summary.stepExponents.first)
    let ratio = summary.blocked[0].absm.value / summary.level.absm.value
    #expect(abs(step.value - binaryLogarithm(ratio)) < 1e-12)
  }

  @Test("A diverging training is an error, and nothing else")
  func divergence() throws {
    let parameters = try Self.parameters(side: 8, configurations: 20)
    let yaml = "training: { learning_rate: 1000, net_configurations: 40, epochs: 2, size: 8, hidden: 4, kernel: k4 }"
    let training = try ParameterTests.parameters(yaml).training
    #expect(throws: InverseMapError.self) {
      try TrainedNet(
        .reluBias, window: PatchWindow(kernel: 4), training, parameters, rule: .majorityMean,
        random: RandomStream(seed: 1, name: "tests/divergence"))
    }
  }
}
