import Foundation
import Lattice
import Random

/// What an error bar costs when samples share random numbers: the variance of the means of 64 samples that form a
/// group, in units of that of 64 independent samples. Cases are named `spin-glass-errors-groups`.
///
/// The means of a group are free of what its samples share only over a long time, so that there are two answers: for
/// averages over the last window, and for one instant.
struct SpinGlassErrors: BenchmarkCase {
  let sharing: RandomSharing

  static let allCases: [SpinGlassErrors] = RandomSharing.allCases.map { SpinGlassErrors(sharing: $0) }
  static let betas: [(label: String, value: Double)] = [("0.5", 0.5), ("0.909", 1 / 1.1), ("1.08", 1.08)]
  static let sweeps = 4096

  var name: String { "spin-glass-errors-\(sharing.rawValue)" }

  /// Runs as many batches of L = 8 as there are repeats; the disorder is the same for every sharing.
  ///
  /// - Throws: `BenchmarkError` if the energy or q² at β = 1/1.1 is wrong.
  func measure(repeats: Int) throws -> String {
    let schedule = try TemperingSchedule(
      betas: SpinGlass.productionBetas, sweeps: Self.sweeps, sweepsPerExchange: 2, sweepsPerMeasurement: 8,
      sharing: sharing)
    var means: [String: GroupMeans] = [:]
    var seconds = 0.0
    for batch in 0..<repeats {
      let stream = RandomStream(seed: 1, name: "benchmarks/spin-glass-errors", index: batch)
      var coins = stream.child("bonds")
      let start = try ReplicaExchange(
        BondPlanes(side: 8, random: &coins), schedule: schedule, random: stream.child(sharing.rawValue))
      var run = start
      seconds += try Measurement.best(of: 1) {
        run.advance(sweeps: Self.sweeps)
        return run.fingerprint
      }.seconds
      for (label, value) in Self.betas {
        let beta = schedule.betas.firstIndex(of: value) ?? 0
        guard let window = run.windows.last else { throw BenchmarkError("nothing was measured") }
        means["e_window_\(label)", default: GroupMeans()].add(window.means(.energy, beta: beta))
        means["q2_window_\(label)", default: GroupMeans()].add(window.means(.overlapSquared, beta: beta))
        let instant = Instant(run, beta: beta)
        means["e_instant_\(label)", default: GroupMeans()].add(instant.energies)
        means["q2_instant_\(label)", default: GroupMeans()].add(instant.squaredOverlaps)
      }
    }
    let numbers = means.keys.sorted().compactMap { key in means[key].map { "\(key)=\($0.inflationText)" } }
    let updates = Double(512 * 2 * schedule.betas.count * 512) * Double(Self.sweeps * repeats)
    let check = try check(means)
    let price = String(format: "update_ps=%.3f batches=%d", 1e12 * seconds / updates, repeats)
    return "swift \(name) \(price) \(numbers.joined(separator: " ")) \(check)"
  }

  /// Energy and q² at β = 1/1.1 against 4096 samples of another program, within five standard errors of both; the
  /// bias of a window that ends at 4096 sweeps is much smaller there.
  private func check(_ means: [String: GroupMeans]) throws -> String {
    let expected = [("e", -1.69442, 0.00038), ("q2", 0.25459, 0.00166)]
    return try expected.map { observable, value, error in
      guard let groups = means["\(observable)_window_0.909"] else { throw BenchmarkError("nothing was measured") }
      let pull = (groups.mean - value) / (groups.variance / Double(groups.count) + error * error).squareRoot()
      guard abs(pull) < 5 else {
        throw BenchmarkError("\(name): \(observable) is \(groups.mean), but must be near \(value)")
      }
      return String(format: "%@=%.5f %@_pull=%.2f", observable, groups.mean, observable, pull)
    }.joined(separator: " ")
  }
}

/// The means of groups of 64 samples and the scatter within them.
private struct GroupMeans {
  private var means: [Double] = []
  private var within = 0.0

  mutating func add(_ lanes: [Double]) {
    for group in stride(from: 0, to: lanes.count, by: 64) {
      let samples = lanes[group..<group + 64]
      let mean = samples.reduce(0, +) / 64
      means.append(mean)
      within += samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 63
    }
  }

  var count: Int { means.count }
  var mean: Double { means.reduce(0, +) / Double(count) }
  /// The variance of the means.
  var variance: Double { means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1) }
  /// 64 times that over the variance of a sample: 1 for independent samples, with its relative error.
  var inflationText: String {
    let inflation = 64 * variance / (within / Double(count))
    return String(format: "%.3f,%.3f", inflation, inflation * (2 / Double(count - 1)).squareRoot())
  }
}

/// The energies per spin, means of the two replicas, and q² of 512 samples at one time.
private struct Instant {
  let energies: [Double]
  let squaredOverlaps: [Double]

  init(_ run: ReplicaExchange, beta: Int) {
    let replicas = (0..<2).map { run.configurations(beta: beta, replica: $0) }
    squaredOverlaps = LaneMoments.measure(.overlap(replicas[0], replicas[1])).q.map { $0 * $0 }
    let (side, bonds) = (run.bonds.side, run.bonds.words)
    let sites = side * side * side
    var unsatisfied = [Int](repeating: 0, count: 512)
    for spins in replicas.map(\.words) {
      for i in 0..<sites {
        let (x, y, z) = (i % side, i / side % side, i / side / side)
        let ahead = [
          (x + 1) % side + side * (y + side * z), x + side * ((y + 1) % side + side * z),
          x + side * (y + side * ((z + 1) % side)),
        ]
        for d in 0..<3 {
          let word = spins[i] ^ spins[ahead[d]] ^ bonds[3 * i + d]
          for lane in 0..<512 { unsatisfied[lane] += Int(word[lane >> 6] >> UInt64(lane & 63) & 1) }
        }
      }
    }
    energies = unsatisfied.map { Double($0) / Double(sites) - 3 }
  }
}
