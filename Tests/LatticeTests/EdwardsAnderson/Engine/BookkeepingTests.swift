import Foundation
import Random
import Testing

@testable import Lattice

@Suite struct BookkeepingTests {
  private static func schedule(_ sharing: RandomSharing = .planes) throws -> TemperingSchedule {
    try TemperingSchedule(
      betas: [0.5, 0.7, 0.9], sweeps: 64, sweepsPerExchange: 2, sweepsPerMeasurement: 4, sharing: sharing,
      measuresMagnetization: true, snapshotBetas: [0, 2], snapshots: 3)
  }

  /// Couplings J_ij g_i g_j with initial spins g_i s_i give the same energies, overlaps and snapshots to the bit.
  @Test(arguments: RandomSharing.allCases)
  func gaugeCovariance(_ sharing: RandomSharing) throws {
    for side in [2, 4, 6] {
      var stream = RandomStream(seed: 10, name: "ea/gauge", index: side)
      let bonds = try BondPlanes(side: side, random: &stream)
      var generator = Xoshiro512(&stream)
      func spins() -> SpinPlanes {
        SpinPlanes(side: side, words: (0..<side * side * side).map { _ in generator.next() })
      }
      let start = (0..<6).map { _ in spins() }
      let gauge = spins()
      let schedule = try TemperingSchedule(
        betas: [0.5, 0.7, 0.9], sweeps: 64, sweepsPerExchange: 2, sweepsPerMeasurement: 4, sharing: sharing,
        snapshotBetas: [1], snapshots: 2)
      var plain = try ReplicaExchange(bonds, schedule: schedule, start: start, random: stream)
      var gauged = try ReplicaExchange(
        bonds.gauged(by: gauge), schedule: schedule, start: start.map { .overlap($0, gauge) }, random: stream)
      plain.advance(sweeps: 64)
      gauged.advance(sweeps: 64)
      #expect(plain.windows == gauged.windows)
      #expect(plain.snapshots == gauged.snapshots)
      #expect(plain.exchangeRates == gauged.exchangeRates)
      #expect(plain.fingerprint != gauged.fingerprint)
      let slots = (0..<6).map { ($0 / 2, $0 % 2) }
      #expect(
        slots.allSatisfy {
          plain.configurations(beta: $0, replica: $1) == .overlap(gauged.configurations(beta: $0, replica: $1), gauge)
        })
    }
  }

  /// A run that is stored and resumed anywhere ends with the same bytes as one that is not.
  @Test(arguments: RandomSharing.allCases)
  func resuming(_ sharing: RandomSharing) throws {
    var stream = RandomStream(seed: 11, name: "ea/resume")
    let bonds = try BondPlanes(side: 4, random: &stream)
    let schedule = try Self.schedule(sharing)
    var whole = try ReplicaExchange(bonds, schedule: schedule, random: stream)
    whole.advance(sweeps: 64)
    for point in stride(from: 0, through: 64, by: 12) {
      var first = try ReplicaExchange(bonds, schedule: schedule, random: stream)
      first.advance(sweeps: point)
      var second = try ReplicaExchange(resuming: first.state(), bonds: bonds, schedule: schedule)
      #expect(second.sweepsDone == point)
      second.advance(sweeps: 64 - point)
      #expect(second.state() == whole.state(), "\(point)")
      #expect(second.windows == whole.windows && second.snapshots == whole.snapshots)
      #expect(second.fingerprint == whole.fingerprint)
    }
  }

  /// Windows (2^(k−1), 2^k] with their measurements, and overlaps at even distances until the end.
  @Test func windowsAndSnapshots() throws {
    var stream = RandomStream(seed: 12, name: "ea/windows")
    let bonds = try BondPlanes(side: 2, random: &stream)
    var run = try ReplicaExchange(bonds, schedule: Self.schedule(), random: stream)
    run.advance(sweeps: 20)
    #expect(run.windows.map(\.measurements) == [1, 1, 2, 1])
    run.advance(sweeps: 44)
    #expect(run.windows.map(\.firstSweep) == [3, 5, 9, 17, 33])
    #expect(run.windows.map(\.lastSweep) == [4, 8, 16, 32, 64])
    #expect(run.windows.map(\.measurements) == [1, 1, 2, 4, 8])
    // Eight measurements after sweeps 36, 40, …, 64; thirds of them rounded up.
    #expect(run.snapshots.map(\.sweep) == [44, 44, 56, 56, 64, 64])
    #expect(run.snapshots.map(\.number) == [0, 0, 1, 1, 2, 2])
    #expect(run.snapshots.map(\.beta) == [0, 2, 0, 2, 0, 2])
    #expect((1...9).map { TemperingSchedule.window(of: $0).upperBound } == [1, 2, 4, 4, 8, 8, 8, 8, 16])
  }

  /// The observables of one measurement are those of the configurations at that time.
  @Test func measurementOfOneConfiguration() throws {
    var stream = RandomStream(seed: 13, name: "ea/measurement")
    let bonds = try BondPlanes(side: 4, random: &stream)
    let schedule = try TemperingSchedule(
      betas: [0.4, 0.8], sweeps: 2, sweepsPerExchange: 1, sweepsPerMeasurement: 2, measuresMagnetization: true)
    var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
    run.advance(sweeps: 2)
    let window = try #require(run.windows.last)
    for k in 0..<2 {
      let replicas = (0..<2).map {
        PlainSweep(
          bonds, beta: 1, sharing: .groups, spins: run.configurations(beta: k, replica: $0),
          random: run.generators[0])
      }
      for lane in stride(from: 0, to: 512, by: 17) {
        let unsatisfied = Double(replicas[0].total(lane) + replicas[1].total(lane))
        let spins = replicas.map { replica in replica.spins.map { Double($0[lane]) } }
        let q = zip(spins[0], spins[1]).reduce(0) { $0 + $1.0 * $1.1 } / 64
        let m = spins.map { $0.reduce(0, +) / 64 }
        let products = zip(spins[0], spins[1]).map { $0 * $1 }
        let links = products.indices.reduce(0.0) { sum, i in
          sum + replicas[0].neighbours(i)[0..<3].reduce(0) { $0 + products[i] * products[$1.site] }
        }
        #expect(abs(window.sums(.linkOverlap, beta: k)[lane] - links / 192) < 1e-14)
        #expect(abs(window.sums(.energy, beta: k)[lane] - (unsatisfied / 64 - 3)) < 1e-14)
        #expect(window.sums(.absoluteOverlap, beta: k)[lane] == abs(q))
        #expect(window.sums(.overlapSquared, beta: k)[lane] == q * q)
        #expect(window.sums(.overlapFourth, beta: k)[lane] == q * q * q * q)
        #expect(abs(window.sums(.magnetizationSquared, beta: k)[lane] - (m[0] * m[0] + m[1] * m[1]) / 2) < 1e-14)
      }
    }
  }

  /// A schedule survives its encoding, and a wrong one is refused by the decoder as by `init`.
  @Test func codableSchedule() throws {
    let schedule = try Self.schedule(.groups)
    let data = try JSONEncoder().encode(schedule)
    #expect(try JSONDecoder().decode(TemperingSchedule.self, from: data) == schedule)
    let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\"sweeps\":64", with: "\"sweeps\":60")
    let wrong = EdwardsAndersonError.schedule("has 60 sweeps, but their number must be a power of two")
    #expect(throws: wrong) { try JSONDecoder().decode(TemperingSchedule.self, from: Data(text.utf8)) }
  }

  /// Spins after 16 sweeps from a named stream, and couplings, as they were when the format was fixed.
  @Test func pinnedFingerprints() throws {
    let fingerprints = try RandomSharing.allCases.map { sharing in
      var stream = RandomStream(seed: 14, name: "ea/pin")
      let bonds = try BondPlanes(side: 4, random: &stream)
      let schedule = try TemperingSchedule(
        betas: [0.5, 0.8], sweeps: 16, sweepsPerExchange: 4, sweepsPerMeasurement: 8, sharing: sharing)
      var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
      run.advance(sweeps: 16)
      return String(run.fingerprint, radix: 16)
    }
    #expect(fingerprints == ["bfe6e1a3ef39d536", "3fcdf05e2432adde", "c5214a0216bac510"])
  }
}
