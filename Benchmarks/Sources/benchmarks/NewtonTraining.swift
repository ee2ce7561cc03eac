import Foundation
import Lattice
import Learning
import Random
import Renormalization

@testable import IsingGenerator

/// The training of the three-parameter network from the counts of critical configurations: CPU time of the
/// fit, without drawing, blocking and counting. The case `newton`.
struct NewtonTraining: BenchmarkCase {
  static let side = 64
  static let configurations = 4000

  let name = "newton"

  /// Times the fit and checks its maximum: the features of the spins that agree with their block have the
  /// sums that the fit expects.
  ///
  /// - Throws: `BenchmarkError` if a sum is wrong.
  func measure(repeats: Int) throws -> String {
    let counts = try counts()
    let (fit, seconds) = try Measurement.best(of: repeats) { try counts.fit() }
    let residual = residual(fit.weights, counts)
    let check = String(format: "residual=%.1e steps=%d", residual, fit.iterations)
    guard residual < 1e-12 else {
      throw BenchmarkError("\(name): the weights are not those of the largest likelihood: \(check)")
    }
    let weights = fit.weights.map { String(format: "%.4f", $0) }.joined(separator: ",")
    return "swift \(name) fit_ms=\(String(format: "%.5f", 1e3 * seconds)) weights=\(weights) \(check)"
  }

  /// Contexts of configurations of the critical model, three sweeps apart, over their blocks.
  private func counts() throws -> ContextCounts {
    var random = RandomStream(seed: 1, name: "benchmarks/\(name)")
    var coins = random.child("coins", 0)
    var chain = try SwendsenWang(side: Self.side, coupling: Ising2D.criticalCoupling, random: &random)
    chain.sweep(500)
    var counts = ContextCounts()
    for _ in 0..<Self.configurations {
      chain.sweep(3)
      let fine = chain.lattice
      let coarse = try BlockRule.coin.block(fine, random: &coins).coarse
      counts.merge(try ContextCounts(TrainingCounts.contextCounts(fine: fine, coarse: coarse)))
    }
    return counts
  }

  /// The largest of the three |Σ x (observed − expected)| a spin.
  private func residual(_ weights: [Double], _ counts: ContextCounts) -> Double {
    var sums = [Double](repeating: 0, count: weights.count)
    for (features, outcomes) in zip(ContextCounts.features, counts.outcomes) {
      let field = zip(weights, features).reduce(0) { $0 + $1.0 * $1.1 }
      let excess = outcomes[1] - (outcomes[0] + outcomes[1]) / (1 + exp(-field / 2))
      for i in sums.indices { sums[i] += features[i] * excess / Double(counts.total) }
    }
    return sums.reduce(0) { max($0, abs($1)) }
  }
}
