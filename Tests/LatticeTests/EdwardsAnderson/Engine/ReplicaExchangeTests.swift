import Foundation
import Random
import Testing

@testable import Lattice

@Suite struct ReplicaExchangeTests {
  /// Exact disorder averages of the periodic cube of side 2: e and [⟨q²⟩] (sums over the 3¹² effective couplings).
  private static let cube: [(beta: Double, energy: Double, overlapSquared: Double)] = [
    (0.2, -0.569550830532, 0.156473450251), (0.5, -1.113794304631, 0.314878016119),
    (0.9, -1.337423626908, 0.497153078013), (1.1, -1.369555228786, 0.537995183177),
  ]

  /// Side 2: deviations of e and q² from the enumeration of the same samples, with errors from groups of 64 lanes,
  /// and from the exact disorder average, with errors from samples.
  @Test(arguments: RandomSharing.allCases, [1, 2])
  func cubeOfSideTwo(_ sharing: RandomSharing, _ interval: Int) throws {
    let seeds = 4
    var deviations = [[Double]](repeating: [], count: 8)
    var averages = deviations
    for seed in 0..<seeds {
      var stream = RandomStream(seed: 4, name: "ea/cube/\(sharing)/\(interval)", index: seed)
      let bonds = try BondPlanes(side: 2, random: &stream)
      let schedule = try TemperingSchedule(
        betas: Self.cube.map(\.beta), sweeps: 4096, sweepsPerExchange: interval, sweepsPerMeasurement: 2,
        sharing: sharing)
      var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
      run.advance(sweeps: 4096)
      let window = try #require(run.windows.last)
      for (k, row) in Self.cube.enumerated() {
        let exact = (0..<512).map { ExactCube(bonds, lane: $0, beta: row.beta) }
        let energy = window.means(.energy, beta: k)
        let square = window.means(.overlapSquared, beta: k)
        deviations[2 * k] += MeanError.groups(zip(energy, exact).map { $0 - $1.energy })
        deviations[2 * k + 1] += MeanError.groups(zip(square, exact).map { $0 - $1.overlapSquared })
        averages[2 * k] += energy.map { $0 - row.energy }
        averages[2 * k + 1] += square.map { $0 - row.overlapSquared }
      }
    }
    for j in deviations.indices {
      let thermal = MeanError(deviations[j])
      // Student's t with 31 degrees of freedom: beyond 4.5 with probability 9·10⁻⁵.
      #expect(abs(thermal.mean) < 4.5 * thermal.error, "\(sharing) \(j): \(thermal)")
      let disorder = MeanError(averages[j])
      #expect(abs(disorder.mean) < 4 * disorder.error, "\(sharing) \(j): \(disorder)")
    }
  }

  /// Two temperatures with an exchange after every sweep, between which hardly anything else happens: the averages
  /// stay the exact ones. A wrong acceptance shifts both.
  @Test func exchangeKeepsTheLaw() throws {
    var stream = RandomStream(seed: 5, name: "ea/two-temperatures")
    let bonds = try BondPlanes(side: 2, random: &stream)
    let schedule = try TemperingSchedule(
      betas: [0.3, 0.6], sweeps: 1 << 14, sweepsPerExchange: 1, sweepsPerMeasurement: 2, sharing: .independent)
    var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
    run.advance(sweeps: 1 << 14)
    let window = try #require(run.windows.last)
    for k in 0..<2 {
      let exact = (0..<512).map { ExactCube(bonds, lane: $0, beta: schedule.betas[k]) }
      let energy = MeanError(zip(window.means(.energy, beta: k), exact).map { $0 - $1.energy })
      let square = MeanError(zip(window.means(.overlapSquared, beta: k), exact).map { $0 - $1.overlapSquared })
      #expect(abs(energy.mean) < 4 * energy.error, "\(energy)")
      #expect(abs(square.mean) < 4 * square.error, "\(square)")
    }
    #expect(run.exchangeRates.allSatisfy { $0 > 0.2 && $0 < 1 })
  }

  /// Lanes of one sample of side 4, whose energies are derivatives of ln Z from the exact transfer matrix.
  @Test func oneSampleOfSideFour() throws {
    let bonds = try BondPlanes(side: 4, couplings: "d45aaa15b9e4a815 9333e6b8ecd64478 4f5317a4348f7633")
    let betas = [0.5, 0.6, 0.7, 0.8, 1 / 1.1]
    let schedule = try TemperingSchedule(
      betas: betas, sweeps: 1024, sweepsPerExchange: 2, sweepsPerMeasurement: 4, sharing: .independent)
    var run = try ReplicaExchange(bonds, schedule: schedule, random: RandomStream(seed: 6, name: "ea/sample"))
    run.advance(sweeps: 1024)
    let window = try #require(run.windows.last)
    for (k, exact) in [(0, -1.246853046), (4, -1.607752841)] {
      let energy = MeanError(window.means(.energy, beta: k))
      #expect(abs(energy.mean - exact) < 4 * energy.error, "\(energy)")
    }
  }

  /// Nishimori line: e = −3 tanh β and [⟨m²⟩] = [⟨q²⟩].
  @Test func nishimoriLine() throws {
    var stream = RandomStream(seed: 7, name: "ea/nishimori")
    let bonds = try BondPlanes(side: 4, positiveProbability: 0.75, random: &stream)
    let schedule = try TemperingSchedule(
      betas: [0.35, 0.45, atanh(0.5)], sweeps: 2048, sweepsPerExchange: 2, sweepsPerMeasurement: 4,
      sharing: .independent, measuresMagnetization: true)
    var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
    run.advance(sweeps: 2048)
    let window = try #require(run.windows.last)
    let energy = MeanError(window.means(.energy, beta: 2))
    #expect(abs(energy.mean + 1.5) < 4 * energy.error, "\(energy)")
    let squares = zip(window.means(.magnetizationSquared, beta: 2), window.means(.overlapSquared, beta: 2))
    let difference = MeanError(squares.map { $0 - $1 })
    #expect(abs(difference.mean) < 4 * difference.error, "\(difference)")
    #expect(window.means(.magnetizationSquared, beta: 2).reduce(0, +) > 0)
  }

  /// All couplings +1: the enumeration of one sample serves all lanes, and deep in the ordered phase everything is
  /// aligned: e = −3, q² = q⁴ = m² = 1, no structure.
  @Test func ferromagnet() throws {
    var stream = RandomStream(seed: 8, name: "ea/ferromagnet")
    let small = try BondPlanes(side: 2, positiveProbability: 1, random: &stream)
    #expect(small.words.allSatisfy { $0 == SIMD8() })
    let schedule = try TemperingSchedule(
      betas: [0.05, 0.1, 0.15], sweeps: 2048, sweepsPerExchange: 2, sweepsPerMeasurement: 2, sharing: .independent,
      measuresMagnetization: true)
    var run = try ReplicaExchange(small, schedule: schedule, random: stream)
    run.advance(sweeps: 2048)
    let window = try #require(run.windows.last)
    for k in 0..<3 {
      let exact = ExactCube(small, lane: 0, beta: schedule.betas[k])
      let energy = MeanError(window.means(.energy, beta: k))
      #expect(abs(energy.mean - exact.energy) < 4 * energy.error, "\(energy), \(exact)")
    }
    let large = try BondPlanes(side: 4, positiveProbability: 1, random: &stream)
    let cold = try TemperingSchedule(
      betas: [9, 10], sweeps: 16, sweepsPerExchange: 2, sweepsPerMeasurement: 4, measuresMagnetization: true)
    var aligned = try ReplicaExchange(
      large, schedule: cold, start: (0..<4).map { SpinPlanes(side: 4, uniform: $0 % 2 == 0 ? 1 : -1) },
      random: stream)
    aligned.advance(sweeps: 16)
    let end = try #require(aligned.windows.last)
    for (observable, value) in [
      (WindowSums.Observable.energy, -3.0), (.absoluteOverlap, 1), (.overlapSquared, 1), (.overlapFourth, 1),
      (.structureFactor, 0), (.linkOverlap, 1), (.magnetizationSquared, 1),
    ] {
      #expect(end.means(observable, beta: 1).allSatisfy { $0 == value }, "\(observable)")
    }
  }

  /// The replicas of a sample do not fall into each other: q is as often positive as negative.
  @Test(arguments: RandomSharing.allCases)
  func replicasStayIndependent(_ sharing: RandomSharing) throws {
    var signs: [Double] = []
    for seed in 0..<4 {
      var stream = RandomStream(seed: 9, name: "ea/replicas/\(sharing)", index: seed)
      let bonds = try BondPlanes(side: 4, random: &stream)
      let schedule = try TemperingSchedule(
        betas: [0.6, 0.75, 0.9, 1.1], sweeps: 512, sweepsPerExchange: 2, sweepsPerMeasurement: 64, sharing: sharing,
        snapshotBetas: [3], snapshots: 1)
      var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
      run.advance(sweeps: 512)
      let overlap = try #require(run.snapshots.last).overlap
      #expect(overlap == .overlap(run.configurations(beta: 3, replica: 0), run.configurations(beta: 3, replica: 1)))
      signs += (0..<512).map { lane in
        let set = overlap.words.count { PlainSweep.bit($0, lane) }
        return set < 32 ? 1 : set > 32 ? -1 : 0
      }
    }
    let mean = MeanError(MeanError.groups(signs))
    #expect(abs(mean.mean) < 4.5 * mean.error, "\(sharing): \(mean)")
  }
}
