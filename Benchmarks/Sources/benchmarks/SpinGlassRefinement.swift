import Foundation
import Lattice
import Learning
import Random

/// One doubling of an overlap configuration by the logistic inverse with ten weights and the moments of the result:
/// CPU time a fine spin. Cases are named after the fine side, `spin-glass-refinement-128`.
struct SpinGlassRefinement: BenchmarkCase {
  let side: Int

  static let allCases: [SpinGlassRefinement] = [128, 256].map { SpinGlassRefinement(side: $0) }
  /// Close to the fit at β = 1/1.1 for pairs 8³, 4³.
  static let weights = [1.1403, 0.3390, 0.1218, 0.0450, -0.0537, -0.0234, -0.0361, -0.0163, -0.0227, -0.0193]

  var name: String { "spin-glass-refinement-\(side)" }

  /// Times drawing and measuring, and checks that the weights are found again in the configuration.
  ///
  /// - Throws: `BenchmarkError` if one is off by more than five standard errors.
  func measure(repeats: Int) throws -> String {
    let sampler = SymmetricLogistic.Sampler(try SymmetricLogistic(weights: Self.weights))
    let half = side / 2
    let stream = RandomStream(seed: 1, name: "benchmarks/\(name)")
    var coins = stream.child("coins")
    // Fair coins: all neighbourhoods occur.
    let coarse = (0..<half * half * half / 64).map { _ in coins.next() }
    let (fine, drawing) = try Measurement.best(of: repeats) {
      var random = stream.child("fine")
      return sampler.refined(coarse, side: half, random: &random)
    }
    let spins = CubicSpins(side: side, words: fine)
    let (moments, measuring) = try Measurement.best(of: repeats) { spins.moments }
    let pull = try largestPull(coarse: coarse, fine: fine)
    let sites = Double(side * side * side)
    let times = String(
      format: "spin_ns=%.4f drawing_ns=%.4f measuring_ns=%.4f", 1e9 * (drawing + measuring) / sites,
      1e9 * drawing / sites, 1e9 * measuring / sites)
    let check = String(format: "pull=%.2f limit=5 c1=%.6f", pull, moments.correlation.first ?? .nan)
    guard pull < 5 else { throw BenchmarkError("\(name): the weights are not found again: \(check)") }
    return "swift \(name) \(times) \(check)"
  }

  private func largestPull(coarse: [UInt64], fine: [UInt64]) throws -> Double {
    var counts = CornerCounts()
    counts.add(coarse: coarse, fine: fine, side: side / 2)
    let fit = try SymmetricLogistic.fit(counts)
    return zip(zip(fit.weights, Self.weights), fit.errors).reduce(0) { max($0, abs($1.0.0 - $1.0.1) / $1.1) }
  }
}
