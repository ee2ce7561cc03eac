import Foundation
import Lattice
import Random

/// The updates of lattice φ⁴ theory near its critical point that are timed, CPU time a site: a Metropolis
/// pass, and the sweep recommended for large lattices, Metropolis, twice over-relaxation, twice
/// Swendsen–Wang. Cases are named `phi4-metropolis-128`, `phi4-sweep-128`.
struct PhiFour: BenchmarkCase {
  enum Update: String, CaseIterable {
    case metropolis
    case sweep
  }

  let update: Update
  let side: Int

  /// Every case that `C/phi4.c` has, too; `peers/phi4.py` has the Metropolis passes.
  static let allCases: [PhiFour] = Update.allCases.flatMap { update in
    [32, 128, 512].map { PhiFour(update: update, side: $0) }
  }

  var name: String { "phi4-\(update.rawValue)-\(side)" }

  /// Times the case and checks the Schwinger–Dyson identity; one line in the format of the others.
  ///
  /// - Throws: `BenchmarkError` if the identity does not hold.
  func measure(repeats: Int) throws -> String {
    let action = try PhiFourAction(lambda: 0.7, massSquared: -0.9515)
    var random = RandomStream(seed: 1, name: "benchmarks/\(name)")
    let full = try UpdateMix(metropolis: 1, overrelaxation: 2, swendsenWang: 2)
    var equilibrium = try PhiFourSampler(
      side: side, action: action, mix: full, start: .hot, random: &random)
    equilibrium.equilibrate(200)
    let mix = try update == .metropolis ? UpdateMix(metropolis: 1) : full
    let start = try PhiFourSampler(
      side: side, action: action, mix: mix, start: .field(equilibrium.field), random: &random)
    let sweeps = (update == .metropolis ? 40_000_000 : 10_000_000) / (side * side) + 1
    let (_, seconds) = try Measurement.best(of: repeats) {
      var chain = start
      chain.sweep(sweeps)
      return chain.moments
    }
    let samples = 1000
    var mean = 0.0
    for _ in 0..<samples {
      equilibrium.sweep()
      mean += equilibrium.moments.schwingerDyson(action) / Double(samples)
    }
    // Five standard errors: V times the variance of the identity times 2 τ_int stays below 6.
    let limit = 5 * (6 / Double(side * side * samples)).squareRoot()
    let check = String(format: "sd=%.6f exact=1 limit=%.6f", mean, limit)
    guard abs(mean - 1) < limit else {
      throw BenchmarkError("\(name): the Schwinger-Dyson identity does not hold: \(check)")
    }
    let perSite = String(format: "%.4f", 1e9 * seconds / Double(sweeps * side * side))
    return "swift \(name) site_ns=\(perSite) sweeps=\(sweeps) \(check)"
  }
}
