import Foundation
import Lattice
import Random

/// Parallel tempering of 512 samples of the three-dimensional Edwards–Anderson model, two replicas at 16
/// temperatures: CPU time an update of a spin, everything included. Cases are named
/// `spin-glass-tempering-8-groups`, `spin-glass-production-8-groups`.
struct SpinGlass: BenchmarkCase {
  enum Cycle: String {
    /// Eight sweeps, energies, exchange; T = 1.6 ... 0.8 in equal ratios. One measurement at the end.
    case tempering
    /// Exchanges every two sweeps, measurements every eight; β = 0.5 ... 1.08.
    case production
  }

  let cycle: Cycle
  let side: Int
  let sharing: RandomSharing

  /// The cases `tempering` are those of `C/spinglass.c`.
  static let allCases: [SpinGlass] = RandomSharing.allCases.flatMap { sharing in
    [8, 16].map { SpinGlass(cycle: .tempering, side: $0, sharing: sharing) }
      + [4, 8, 12, 16].map { SpinGlass(cycle: .production, side: $0, sharing: sharing) }
  }

  static let productionBetas: [Double] = [
    0.5, 0.54, 0.58, 0.625, 0.67, 0.72, 1 / 1.3, 0.8, 1 / 1.2, 0.87, 1 / 1.1, 0.94, 0.97, 1, 1.04, 1.08,
  ]
  /// A temperature of both cycles: T = 1.6.
  static let checkedBeta = 0.625
  /// The energy there, from simulations with other programs: 4096 samples of L = 4 and 8, 1024 of L = 12, which
  /// also stands for L = 16.
  static let energies: [Int: Double] = [4: -1.48844, 8: -1.52052, 12: -1.52325, 16: -1.52325]

  var name: String { "spin-glass-\(cycle.rawValue)-\(side)-\(sharing.rawValue)" }

  /// Times the case and checks the energy at T = 1.6; one line in the format of the others.
  ///
  /// - Throws: `BenchmarkError` if the energy is wrong.
  func measure(repeats: Int) throws -> String {
    let schedule = try schedule()
    let start = try batch(schedule)
    let (end, seconds) = try Measurement.best(of: repeats) {
      var run = start
      run.advance(sweeps: schedule.sweeps)
      return End(run)
    }
    let updates = Double(512 * 2 * schedule.betas.count * side * side * side) * Double(schedule.sweeps)
    let index = schedule.betas.firstIndex(of: Self.checkedBeta) ?? 0
    let (energy, limit) = (end.energies[index], limit(schedule))
    let exact = Self.energies[side] ?? .nan
    let numbers = String(
      format: "update_ps=%.4f sweeps=%d e=%.6f cold=%.6f exact=%.5f limit=%.4f hash=%016lx",
      1e12 * seconds / updates, schedule.sweeps, energy, end.energies.last ?? .nan, exact, limit, end.fingerprint)
    guard abs(energy - exact) < limit else {
      throw BenchmarkError("\(name): the energy is wrong: \(numbers)")
    }
    return "swift \(name) \(numbers)"
  }

  func schedule() throws -> TemperingSchedule {
    let sweeps = [4: 16384, 8: 2048, 12: 512, 16: 256][side] ?? 256
    switch cycle {
    case .tempering:
      return try TemperingSchedule(
        betas: (0..<16).map { Self.checkedBeta * pow(2, Double($0) / 15) }, sweeps: sweeps, sweepsPerExchange: 8,
        sweepsPerMeasurement: sweeps, sharing: sharing)
    case .production:
      return try TemperingSchedule(
        betas: Self.productionBetas, sweeps: sweeps, sweepsPerExchange: 2, sweepsPerMeasurement: 8, sharing: sharing)
    }
  }

  /// A batch before its first sweep; the streams have the names that `C/spinglass.c` knows.
  func batch(_ schedule: TemperingSchedule, number: Int = 0) throws -> ReplicaExchange {
    let stream = RandomStream(seed: 1, name: "benchmarks/spin-glass-\(side)-\(sharing.rawValue)")
    var coins = stream.child("bonds", number)
    let bonds = try BondPlanes(side: side, random: &coins)
    return try ReplicaExchange(bonds, schedule: schedule, random: stream.child("run", number))
  }

  /// Five standard errors of the energy: of 512 samples, twice because those of the expected energy are as large,
  /// and of the thermal noise, with the correlations that samples of one group may have.
  private func limit(_ schedule: TemperingSchedule) -> Double {
    let volume = Double(side * side * side)
    let measurements = max(1, schedule.sweeps / 2 / schedule.sweepsPerMeasurement)
    let thermal = 17 * 1.9 / (1024 * volume) * min(1, 4 / Double(measurements))
    return 5 * (2 * 0.65 * 0.65 / (512 * volume) + thermal).squareRoot() + (side < 12 ? 0 : 0.012)
  }
}

/// What the end of a run shows.
private struct End: Equatable {
  let fingerprint: UInt64
  /// Energies per spin in the last window, means of all samples, by temperature.
  let energies: [Double]

  init(_ run: ReplicaExchange) {
    fingerprint = run.fingerprint
    energies = run.schedule.betas.indices.map { beta in
      let means = run.windows.last?.means(.energy, beta: beta) ?? []
      return means.reduce(0, +) / Double(means.count)
    }
  }
}
