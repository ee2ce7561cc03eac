import Foundation
import Lattice
import Random

/// The cluster updates of the critical two-dimensional Ising model that are timed: CPU time a site for
/// Swendsen–Wang, a site of a cluster for Wolff. Cases are named `ising-sw-64`, `ising-wolff-1024`.
struct Ising: BenchmarkCase {
  enum Algorithm: String, CaseIterable {
    case swendsenWang = "sw"
    case wolff
  }

  let algorithm: Algorithm
  let side: Int

  /// Every case that `C/ising.c` and `peers/ising.py` have, too.
  static let allCases: [Ising] = Algorithm.allCases.flatMap { algorithm in
    [8, 16, 32, 64, 256, 1024].map { Ising(algorithm: algorithm, side: $0) }
  }

  var name: String { "ising-\(algorithm.rawValue)-\(side)" }

  /// Times the case and checks the energy; one line in the format of the other measurements.
  ///
  /// - Throws: `BenchmarkError` if the energy is not that of the critical torus.
  func measure(repeats: Int) throws -> String {
    let sweeps = max(100, 20_000_000 / (side * side))
    var random = RandomStream(seed: 1, name: "benchmarks/\(name)")
    let timing: (nanoseconds: Double, energy: Double)
    switch algorithm {
    case .swendsenWang: timing = try timeSwendsenWang(sweeps, repeats, &random)
    case .wolff: timing = try timeWolff(sweeps, repeats, &random)
    }
    let (exact, limit) = (Self.exactEnergy(side: side), Self.limit(samples: sweeps, side: side))
    let numbers = [("u", timing.energy), ("exact", exact), ("limit", limit)]
    let check = numbers.map { String(format: "%@=%.6f", $0.0, $0.1) }.joined(separator: " ")
    guard abs(timing.energy - exact) < limit else {
      throw BenchmarkError("\(name): the energy is wrong: \(check)")
    }
    let perSite = String(format: "%.4f", timing.nanoseconds)
    return "swift \(name) site_ns=\(perSite) sweeps=\(sweeps) \(check)"
  }

  private func timeSwendsenWang(
    _ sweeps: Int, _ repeats: Int, _ random: inout RandomStream
  ) throws -> (nanoseconds: Double, energy: Double) {
    var chain = try SwendsenWang(side: side, coupling: Ising2D.criticalCoupling, random: &random)
    chain.sweep(sweeps)
    let start = chain
    let (_, seconds) = try Measurement.best(of: repeats) {
      chain = start
      chain.sweep(sweeps)
      return chain.lattice
    }
    return (1e9 * seconds / Double(sweeps * side * side), mean(chain.series(sweeps).u))
  }

  /// A sweep is three clusters: a number that does not depend on their sizes.
  private func timeWolff(
    _ sweeps: Int, _ repeats: Int, _ random: inout RandomStream
  ) throws -> (nanoseconds: Double, energy: Double) {
    var chain = try Wolff(side: side, coupling: Ising2D.criticalCoupling, random: &random)
    for _ in 0..<3 * sweeps { _ = chain.step() }
    let start = chain
    let (visited, seconds) = try Measurement.best(of: repeats) {
      chain = start
      var visited = 0
      for _ in 0..<3 * sweeps { visited += chain.step() }
      return visited
    }
    return (1e9 * seconds / Double(visited), mean(chain.series(sweeps, every: 3).u))
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// u = −E/(NJ) of the critical torus: B. Kaufman, Phys. Rev. 76, 1232 (1949); for large sides its expansion
  /// √2 + 0.62244/L.
  static func exactEnergy(side: Int) -> Double {
    switch side {
    case 8: 1.49158910743971
    case 16: 1.45306485281348
    case 32: 1.43365846614625
    default: 2.0.squareRoot() + 0.62244 / Double(side)
    }
  }

  /// Five standard errors of the mean of n energies: variance 4 cp/N with cp = 0.6366 ln L + 0.19 satisfied
  /// bonds, n/30 of them independent (the autocorrelation time of the energy stays below 15 sweeps up to
  /// L = 1024).
  static func limit(samples: Int, side: Int) -> Double {
    let variance = 4 * (0.6366 * log(Double(side)) + 0.19) / Double(side * side)
    return 5 * (variance * 30 / Double(samples)).squareRoot()
  }
}
