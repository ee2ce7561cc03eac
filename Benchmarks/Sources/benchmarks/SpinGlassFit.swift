import Foundation
import Lattice
import Learning
import Random
import Renormalization

/// Newton's method for the ten weights of the logistic inverse, from the counts of pairs 8³, 4³ of 512 samples: CPU
/// time of the fit, and of the counting before it. The case `spin-glass-fit`.
struct SpinGlassFit: BenchmarkCase {
  let name = "spin-glass-fit"

  /// Standard errors of the weights of seven batches, which one batch exceeds by √7.
  private static let errors = [
    0.0017, 0.0010, 0.0012, 0.0013, 0.0009, 0.0005, 0.0012, 0.0004, 0.0006, 0.0014,
  ]

  /// Times the fit and checks the weights against those of another program.
  ///
  /// - Throws: `BenchmarkError` if one is off by more than five standard errors.
  func measure(repeats: Int) throws -> String {
    let pairs = try pairs()
    let (counts, counting) = try Measurement.best(of: repeats) {
      var counts = CornerCounts()
      for (coarse, fine) in pairs { counts.add(coarse: coarse.words, fine: fine.words, side: 4) }
      return counts
    }
    let (fit, seconds) = try Measurement.best(of: repeats) { try SymmetricLogistic.fit(counts) }
    let expected = zip(SpinGlassRefinement.weights, Self.errors)
    let pull = zip(fit.weights, expected).reduce(0) { max($0, abs($1.0 - $1.1.0) / ($1.1.1 * 8.squareRoot())) }
    let weights = fit.weights.prefix(3).map { String(format: "%.4f", $0) }.joined(separator: ",")
    let numbers = String(
      format: "fit_ms=%.4f counting_ms=%.4f steps=%d pull=%.2f", 1e3 * seconds, 1e3 * counting, fit.iterations, pull)
    guard pull < 5 else { throw BenchmarkError("\(name): the weights are wrong: \(weights), \(numbers)") }
    return "swift \(name) \(numbers) weights=\(weights)"
  }

  /// Four overlaps of each of 512 samples at β = 1/1.1 with their blocks.
  private func pairs() throws -> [(coarse: CubicSpins, fine: CubicSpins)] {
    let betas = SpinGlass.productionBetas
    let schedule = try TemperingSchedule(
      betas: betas, sweeps: 4096, sweepsPerExchange: 2, sweepsPerMeasurement: 8,
      snapshotBetas: [betas.firstIndex(of: 1 / 1.1) ?? 0], snapshots: 4)
    let stream = RandomStream(seed: 1, name: "benchmarks/\(name)")
    var coins = stream.child("bonds")
    var ties = stream.child("ties")
    var run = try ReplicaExchange(BondPlanes(side: 8, random: &coins), schedule: schedule, random: stream.child("run"))
    run.advance(sweeps: 4096)
    var generator = Xoshiro512(&ties)
    return try run.snapshots.flatMap { snapshot in
      let blocks = try MajorityRule(ties: .random).blocked(snapshot.overlap, random: &generator)
      return Array(zip(blocks.configurations, snapshot.overlap.configurations))
    }
  }
}
