import Foundation
import Lattice
import Random
import Statistics
import Synchronization
import Testing

@testable import Notebook
@testable import SpinGlassIRG

@Suite("Batches of disorder samples") struct BatchTests {
  static func parameters(
    side: Int = 4, betas: [Double] = [0.5, 0.8, 1.1], sweeps: Int = 1024, gauge: Int = 0,
    sharing: RandomSharing = .planes
  ) -> BatchParameters {
    BatchParameters(
      side: side, betas: betas, sweeps: sweeps, sweepsPerExchange: 2, sweepsPerMeasurement: 8, snapshots: 2,
      randomSharing: sharing, positiveProbability: 0.5, gaugeSeed: gauge, couplings: nil, measuresMagnetization: false)
  }

  static func run(_ parameters: BatchParameters, seed: UInt64 = 1, _ checkpoint: Checkpoint = Checkpoint()) throws
    -> BatchResult
  {
    try BatchResult(parameters, random: RandomStream(seed: seed, name: "batch tests"), checkpoint: checkpoint)
  }

  @Test("Going on from any saved state gives the same bytes", arguments: RandomSharing.allCases)
  func resumes(sharing: RandomSharing) throws {
    let parameters = Self.parameters(sharing: sharing)
    let states = States()
    let whole = try Self.run(parameters, Checkpoint(every: .zero, save: { states.add($0) }))
    let bytes = try CanonicalJSON.encode(whole)
    #expect(states.all.count == 4)
    for state in states.all {
      let resumed = try Self.run(parameters, Checkpoint(saved: state))
      #expect(try CanonicalJSON.encode(resumed) == bytes)
    }
  }

  @Test("A state of other parameters is refused in one line")
  func otherState() throws {
    let states = States()
    _ = try Self.run(Self.parameters(), Checkpoint(every: .zero, save: { states.add($0) }))
    let state = try #require(states.all.first)
    for other in [Self.parameters(side: 6), Self.parameters(betas: [0.5, 0.8, 1.2]), Self.parameters(sweeps: 2048)] {
      let error = #expect(throws: EdwardsAndersonError.self) { try Self.run(other, Checkpoint(saved: state)) }
      #expect(error.map { !"\($0)".contains("\n") } == true)
    }
  }

  @Test("A gauge transformation changes no bit of energies and overlaps", arguments: RandomSharing.allCases)
  func gauge(sharing: RandomSharing) throws {
    let plain = try Self.run(Self.parameters(sweeps: 256, sharing: sharing))
    let gauged = try Self.run(Self.parameters(sweeps: 256, gauge: 7, sharing: sharing))
    #expect(plain.fingerprint != gauged.fingerprint)
    #expect(plain.windows.map(\.means) == gauged.windows.map(\.means))
    #expect(plain.snapshots.map { $0.map(\.bits) } == gauged.snapshots.map { $0.map(\.bits) })
  }

  @Test("The equilibration flag is red after a quench and green in the disordered phase")
  func flag() throws {
    let cold = Self.parameters(side: 8, betas: [1.0, 1.2, 1.5], sweeps: 512)
    #expect(try !SizeSummary(cold, [Self.run(cold)]).equilibration.isEquilibrated)
    let hot = Self.parameters(side: 4, betas: [0.1, 0.2], sweeps: 4096)
    #expect(try SizeSummary(hot, [Self.run(hot)]).equilibration.isEquilibrated)
  }

  @Test("Packed planes read back as they were")
  func packing() throws {
    var stream = RandomStream(seed: 3, name: "packing")
    var bits = Xoshiro512(&stream)
    let planes = SpinPlanes(side: 4, words: (0..<64).map { _ in bits.next() })
    #expect(PackedPlanes(planes).planes == planes)
  }

  @Test("Blocks of the jackknife are whole groups where samples share random numbers")
  func blocks() {
    #expect(LaneBlocks.merging(batches: 1, sharing: .groups) == 4)
    #expect(LaneBlocks.merging(batches: 8, sharing: .planes) == 4)
    #expect(LaneBlocks.merging(batches: 1, sharing: .planes) == 1)
    #expect(LaneBlocks.merging(batches: 2, sharing: .independent) == 2)
  }
}

/// States in the order in which they were saved.
private final class States: Sendable {
  private let stored = Mutex<[Data]>([])
  var all: [Data] { stored.withLock { $0 } }
  func add(_ state: Data) { stored.withLock { $0.append(state) } }
}
