import Foundation
import Lattice
import Random
import Renormalization

/// A sample of the Monte Carlo renormalization group: five Wolff clusters on the critical lattice of side 64, three
/// blocking steps, and the sums of eleven operators on four levels. The case `blocked-sample`.
struct BlockedSample: BenchmarkCase {
  static let side = 64
  static let samples = 20_000

  let name = "blocked-sample"

  /// Times a chain with its approach to equilibrium, 100 sweeps, and checks its energy.
  ///
  /// - Throws: `BenchmarkError` if the energy is not that of the critical torus.
  func measure(repeats: Int) throws -> String {
    let settings = try IsingFlowSettings(
      side: Self.side, coupling: Ising2D.criticalCoupling, levels: 3, samples: Self.samples, tieRule: .coin,
      sampler: .wolff, updatesPerSample: 5, measuresLocalFields: false)
    let stream = RandomStream(seed: 1, name: "benchmarks/\(name)")
    let (bin, seconds) = try Measurement.best(of: repeats) { try IsingFlowBin(settings, random: stream) }
    // Two bonds a site.
    let energies = try (0...3).map { 2 * (try bin.bondEnergy(level: $0)) }
    let (exact, limit) = (Ising.exactEnergy(side: Self.side), Ising.limit(samples: Self.samples, side: Self.side))
    let numbers = [("u", energies[0]), ("exact", exact), ("limit", limit), ("u3", energies[3])]
    let check = numbers.map { String(format: "%@=%.6f", $0.0, $0.1) }.joined(separator: " ")
    guard abs(energies[0] - exact) < limit else { throw BenchmarkError("\(name): the energy is wrong: \(check)") }
    let time = String(format: "%.4f", 1e6 * seconds / Double(Self.samples))
    return "swift \(name) sample_us=\(time) samples=\(Self.samples) \(check)"
  }
}
