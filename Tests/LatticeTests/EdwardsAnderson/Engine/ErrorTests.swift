import Random
import Testing

@testable import Lattice

@Suite struct EngineErrorTests {
  private func line(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func couplings() throws {
    var stream = RandomStream(seed: 15, name: "ea/errors")
    #expect(
      line { _ = try BondPlanes(side: 5, random: &stream) }
        == "the side of the lattice is 5, but must be even, from 2 to 64")
    #expect(
      line { _ = try BondPlanes(side: 4, positiveProbability: 1.5, random: &stream) }
        == "the probability of a positive coupling is 1.5, but must be in 0...1")
    #expect(
      line { _ = try BondPlanes(side: 2, couplings: "12345") }
        == "the couplings have 5 hexadecimal digits, but side 2 needs 6")
    #expect(
      line { _ = try BondPlanes(side: 2, couplings: "12 34 5g") }
        == "the couplings contain 'g', which is not a hexadecimal digit")
  }

  @Test func schedules() throws {
    func schedule(
      _ betas: [Double] = [0.5, 0.6], _ sweeps: Int = 64, exchange: Int = 2, measurement: Int = 4,
      snapshotBetas: [Int] = [], snapshots: Int = 0
    ) -> String {
      line {
        _ = try TemperingSchedule(
          betas: betas, sweeps: sweeps, sweepsPerExchange: exchange, sweepsPerMeasurement: measurement,
          snapshotBetas: snapshotBetas, snapshots: snapshots)
      }
    }
    #expect(schedule() == "no error")
    #expect(schedule([]) == "the tempering schedule has no temperature, but needs at least one")
    #expect(
      schedule([0.6, 0.5]) == "the tempering schedule has beta 0.5 after 0.6, but betas must strictly increase")
    #expect(
      schedule([-.infinity])
        == "the tempering schedule has beta -inf, but inverse temperatures must be finite and not negative")
    #expect(
      schedule([0.5], 65) == "the tempering schedule has 65 sweeps, but their number must be a power of two")
    #expect(
      schedule(exchange: 3)
        == "the tempering schedule has 3 sweeps between exchanges, but that must divide 64, the number of sweeps")
    #expect(
      schedule(measurement: 128)
        == "the tempering schedule has 128 sweeps between measurements, but that must divide 64, the number of sweeps")
    #expect(
      schedule(snapshotBetas: [2], snapshots: 1)
        == "the tempering schedule keeps overlaps of beta number 2, but must name increasing indices below 2")
    #expect(
      schedule(snapshotBetas: [1], snapshots: 9)
        == "the tempering schedule keeps 9 overlaps, but the last window has 0...8 measurements to keep")
  }

  @Test func states() throws {
    var stream = RandomStream(seed: 16, name: "ea/errors")
    let bonds = try BondPlanes(side: 2, random: &stream)
    let others = try BondPlanes(side: 2, random: &stream)
    func schedule(_ betas: [Double]) throws -> TemperingSchedule {
      try TemperingSchedule(betas: betas, sweeps: 8, sweepsPerExchange: 2, sweepsPerMeasurement: 4)
    }
    let own = try schedule([0.5, 0.6])
    var run = try ReplicaExchange(bonds, schedule: own, random: stream)
    run.advance(sweeps: 4)
    let state = run.state()
    var damaged = state
    damaged[state.count / 2] ^= 4
    func resumed(_ state: [UInt8], _ bonds: BondPlanes, _ schedule: TemperingSchedule) -> String {
      line { _ = try ReplicaExchange(resuming: state, bonds: bonds, schedule: schedule) }
    }
    #expect(resumed(state, bonds, own) == "no error")
    #expect(
      resumed(damaged, bonds, own)
        == "the stored state is damaged: its \(state.count) bytes do not have the checksum at their end")
    #expect(resumed(Array(state.dropLast(8)), bonds, own).hasPrefix("the stored state is damaged"))
    #expect(
      resumed([1, 2, 3], bonds, own)
        == "the stored state has 3 bytes, but must be whole words of 8 bytes, at least 8 of them")
    #expect(
      resumed(Array(repeating: 7, count: 80), bonds, own)
        == "the stored state is not one of a tempering run: it does not begin with EAtemper")
    #expect(resumed(state, others, own) == "the stored state belongs to other couplings; they must be the same")
    #expect(
      resumed(state, bonds, try schedule([0.5, 0.7]))
        == "the stored state belongs to another schedule; it must be the same")
    #expect(
      resumed(state, bonds, try schedule([0.5]))
        == "the stored state is of side 2 with 2 temperatures, but the run has side 2 with 1")
    #expect(
      line { _ = try ReplicaExchange(bonds, schedule: own, start: [], random: stream) }
        == "the initial spins must be 4 sets of side 2, two for each temperature")
  }
}
