import Lattice
import Random
import Statistics
import Testing

/// Chains against exact averages: the pulls of independent chains have mean 0 and variance 1.
@Suite("Equilibrium of scalar fields")
struct ChainTests {
  /// Every kind of update, alone with the one Metropolis pass that makes the chain ergodic.
  enum Mix: String, CaseIterable {
    case metropolis, overrelaxation, wolff, swendsenWang, literal, recommended

    func mix(_ side: Int) throws -> UpdateMix {
      switch self {
      case .metropolis: try UpdateMix()
      case .overrelaxation: try UpdateMix(overrelaxation: 3)
      case .wolff: try UpdateMix(wolff: 3)
      case .swendsenWang: try UpdateMix(swendsenWang: 2)
      case .literal: .literal
      case .recommended: .recommended(side: side)
      }
    }
  }

  private func series(
    _ side: Int, _ action: PhiFourAction, _ mix: Mix, _ seed: Int, _ samples: Int, every: Int = 1
  ) throws -> [FieldMoments] {
    let name = "fields/\(side)/\(mix)/\(action.lambda)/\(action.massSquared)"
    var random = RandomStream(seed: 1, name: name, index: seed)
    let start: PhiFourSampler.Start = seed % 2 == 0 ? .hot : .cold
    var chain = try PhiFourSampler(
      side: side, action: action, mix: mix.mix(side), start: start, random: &random)
    chain.equilibrate(300)
    return (0..<samples).map { _ in
      chain.sweep(every)
      return chain.moments
    }
  }

  /// The identity tests the action, the Metropolis step and, through p2 and nn, every other update.
  @Test("Schwinger–Dyson equation", arguments: Mix.allCases)
  func schwingerDyson(_ mix: Mix) throws {
    let cases = [
      (2, 1, 0.7, -0.9515), (3, 0.7, 1.5, -1.2), (8, 1, 0.7, -0.9515), (16, 1.2, 0.3, -0.2), (32, 1, 1, -1.2),
    ]
    for (side, kappa, lambda, massSquared) in cases {
      let action = try PhiFourAction(kappa: kappa, lambda: lambda, massSquared: massSquared)
      var pulls = ChainPulls()
      for seed in 0..<24 {
        let samples = try series(side, action, mix, seed, side == 32 ? 300 : 600)
        try pulls.add(samples.map { $0.schwingerDyson(action) }, exact: 1)
      }
      pulls.expectStandard("L = \(side), \(mix.rawValue)")
    }
  }

  @Test("all averages of the 2 × 2 torus, whose neighbours have two bonds", arguments: Mix.allCases)
  func twoByTwo(_ mix: Mix) throws {
    let action = try PhiFourAction(kappa: 0.8, lambda: 0.7, massSquared: -0.9515)
    let exact = try TwoByTwoField(action)
    let observables: [(String, Double, (FieldMoments) -> Double)] = [
      ("|m|", exact.absoluteM, { abs($0.m) }), ("m²", exact.m2, { $0.m * $0.m }),
      ("m⁴", exact.m4, { $0.m * $0.m * $0.m * $0.m }), ("p2", exact.p2, { $0.p2 }),
      ("p4", exact.p4, { $0.p4 }), ("nn", exact.nn, { $0.nn }),
    ]
    var pulls = observables.map { _ in ChainPulls() }
    for seed in 0..<40 {
      let samples = try series(2, action, mix, seed, 4000, every: 2)
      for (k, observable) in observables.enumerated() {
        try pulls[k].add(samples.map(observable.2), exact: observable.1)
      }
    }
    for (k, observable) in observables.enumerated() {
      pulls[k].expectStandard("\(observable.0), \(mix.rawValue)")
    }
  }

  @Test("free field on odd, small and striped lattices", arguments: [3, 6, 16, 48], Mix.allCases)
  func freeField(side: Int, mix: Mix) throws {
    let action = try PhiFourAction(lambda: 0, massSquared: 0.5)
    let free = try FreeField(side: side, massSquared: 0.5)
    var (p2, m2, nn) = (ChainPulls(), ChainPulls(), ChainPulls())
    for seed in 0..<20 {
      let samples = try series(side, action, mix, seed, side > 16 ? 200 : 1200, every: 4)
      try p2.add(samples.map(\.p2), exact: free.p2)
      try m2.add(samples.map { $0.m * $0.m }, exact: free.m2)
      try nn.add(samples.map(\.nn), exact: free.nn)
    }
    p2.expectStandard("p2, L = \(side), \(mix.rawValue)")
    m2.expectStandard("m², L = \(side), \(mix.rawValue)")
    nn.expectStandard("nn, L = \(side), \(mix.rawValue)")
  }

  /// λ = 0.7, μ² = −0.9515: averages of a program in C, 10⁶ sweeps at L = 8 and 6·10⁵ at L = 16.
  @Test("an independent simulation near the critical point")
  func reference() throws {
    let action = try PhiFourAction(lambda: 0.7, massSquared: -0.9515)
    let cases: [(Int, [(Double, Double)])] = [
      (
        8,
        [(0.65026, 0.00035), (0.48124, 0.00041), (0.79407, 0.0003), (1.26391, 0.00067), (1.15255, 0.00072)]
      ),
      (
        16,
        [(0.59416, 0.00043), (0.38857, 0.00045), (0.7675, 0.00027), (1.20255, 0.0006), (1.09095, 0.00062)]
      ),
    ]
    let observables: [(FieldMoments) -> Double] = [
      { abs($0.m) }, { $0.m * $0.m }, { $0.p2 }, { $0.p4 }, { $0.nn },
    ]
    for (side, references) in cases {
      for mix in [Mix.swendsenWang, .recommended] {
        let chains = try (0..<20).map { try series(side, action, mix, $0, 2000, every: 2) }
        for (observable, reference) in zip(observables, references) {
          let estimate = try GammaMethod(replicas: chains.map { $0.map(observable) }).estimate
          let variance = estimate.standardError * estimate.standardError + reference.1 * reference.1
          let error = variance.squareRoot()
          // 20 comparisons of correlated numbers: 4 standard errors.
          #expect(abs(estimate.value - reference.0) < 4 * error, "L = \(side), \(mix.rawValue): \(estimate)")
        }
      }
    }
  }
}
