import Lattice
import Learning
import Random
import Renormalization
import Statistics
import Testing

@testable import IsingGenerator

/// Training on chains of configurations.
@Suite("Training on Monte Carlo configurations") struct TrainingSummaryTests {
  static func summary(side: Int, configurations: Int, seed: UInt64) throws -> TrainingSummary {
    let parameters = EnsembleParameters(
      coupling: Ising2D.criticalCoupling, size: side, configurations: configurations, sweepsBetween: 2,
      thermalisation: 50, chains: 20)
    let stream = RandomStream(seed: seed, name: "tests/training")
    let blocks = try (0..<20).map {
      try MonteCarloBlock(parameters, blocking: .coin, chain: $0, random: stream.child("chain", $0))
    }
    return try TrainingSummary(
      size: side, configurations: configurations, contexts: blocks.map(\.contexts),
      ties: blocks.map { Double($0.levels[0].ties) / Double($0.levels[0].blocks) })
  }

  /// At L = 4 the optimum is known from all 2¹⁶ configurations.
  @Test("Sampled training at L = 4 has the exact optimum, with honest errors")
  func pulls() throws {
    let exact = try ExactTrainingTable.Fit(
      name: "exact", ExactContextTable(coupling: Ising2D.criticalCoupling, rule: .coin))
    let values = [exact.a, exact.b, exact.c] + exact.coarseWeights
    var pulls = [[Double]](repeating: [], count: 9)
    for seed in 1...40 {
      let sampled = try Self.summary(side: 4, configurations: 2000, seed: UInt64(seed))
      let estimates = sampled.weights + [sampled.loss, sampled.ties, sampled.lambdaH]
      for (k, value) in (values + [exact.loss, exact.ties, exact.lambdaH]).enumerated() {
        pulls[k].append(zScore(of: estimates[k], against: value))
      }
    }
    for (k, column) in pulls.enumerated() { DreamPulls.expectStandard(column, "quantity \(k)") }
  }

  @Test("Errors from the Hessian and from the jackknife are of one size, and the loss is above the saturated one")
  func fisher() throws {
    let summary = try Self.summary(side: 32, configurations: 4000, seed: 4)
    for (fisher, jackknife) in zip(summary.fisher, summary.weights) {
      #expect(0.5 < jackknife.standardError / fisher && jackknife.standardError / fisher < 1.6)
    }
    #expect(summary.saturatedLoss.value < summary.loss.value)
    #expect(summary.newtonIterations <= 8)
  }

  @Test("A singular covariance names its operators")
  func singularOperators() throws {
    let parameters = EnsembleParameters(
      coupling: Ising2D.criticalCoupling, size: 8, configurations: 400, sweepsBetween: 1, thermalisation: 10, chains: 20
    )
    let stream = RandomStream(seed: 5, name: "tests/singular")
    let blocks = try (0..<20).map {
      try MonteCarloBlock(parameters, blocking: .coin, chain: $0, random: stream.child("chain", $0))
    }
    let twice = try OperatorSet(orbits: [1, 2, 3, 2])
    let step = try #require(EnsembleSummary(parameters, blocks, operators: twice).steps.first)
    #expect(step.lambdaT == nil && step.lambdaH == nil)
    let text = try #require(step.failure)
    #expect(text.contains("s(0,0)s(0,1)") && !text.contains("\n"), "\(text)")
  }

  @Test("No counts, no training")
  func emptyTrainingSet() {
    let error = #expect(throws: LogisticError.self) {
      try TrainingSummary(size: 8, configurations: 0, contexts: [[Int](repeating: 0, count: 12)], ties: [0, 0])
    }
    #expect(error?.description.contains("\n") == false)
  }
}
