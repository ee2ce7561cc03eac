import Foundation
import Lattice
import Learning
import Random
import Synchronization
import Testing

@testable import Notebook
@testable import RBMvsRG

@Suite("Data and machines") struct MachineTests {
  static let random = RandomStream(seed: 1, name: "machine tests")

  static let settings = MachineSettings(
    size: 8, hidden: 16, coupling: 0.4, clusters: 5, samples: 200, epochs: 6, batch: 50, learningRate: 0.05,
    isStaircase: true, momentum: 0.5, l1: 1e-3, steps: 1, isPersistent: true)

  @Test("A lattice is packed without gaps and reads back", arguments: [4, 6, 10, 40, 64, 66])
  func packing(side: Int) throws {
    var stream = Self.random.child("packing", side)
    var lattice = SpinLattice(side: side, up: false)
    for y in 0..<side { for x in 0..<side where stream.next() >> 63 == 1 { lattice[y, x] = true } }
    let words = IsingData.packed(lattice, flipped: false)
    let samples = try SpinSamples(units: side * side, words: words)
    #expect(IsingData.lattice(samples, 0, side: side) == lattice)
    let flipped = try SpinSamples(units: side * side, words: IsingData.packed(lattice, flipped: true))
    #expect(flipped.magnetization(of: 0) == -samples.magnetization(of: 0))
  }

  @Test("Infinite coupling gives as many configurations up as down")
  func groundStates() throws {
    let data = try IsingData.samples(side: 6, coupling: .infinity, count: 10, clusters: 1, random: Self.random)
    #expect((0..<10).map { data.magnetization(of: $0) }.reduce(0, +) == 0)
    #expect((0..<10).allSatisfy { abs(data.magnetization(of: $0)) == 36 })
  }

  @Test("A training goes on from any saved state to the same bytes")
  func machineResumes() throws {
    let states = States()
    let whole = try MachineRun(
      Self.settings, random: Self.random, checkpoint: Checkpoint(every: .zero, save: { states.add($0) }))
    #expect(states.all.count == 6)
    for state in states.all {
      let resumed = try MachineRun(Self.settings, random: Self.random, checkpoint: Checkpoint(saved: state))
      #expect(try CanonicalJSON.encode(resumed) == CanonicalJSON.encode(whole))
    }
  }

  @Test("A deep network and a training in two stages go on from any saved state to the same bytes")
  func longTrainingsResume() throws {
    let yaml = """
      { size: 8, layers: [16, 4], clusters: 5, samples: 200, learning_rates: [0.05, 0.05], penalties: [0, 0.001],
        epochs: [2, 2], final_epochs: 1, seeds: 2 }
      """
    let deep = try DeepParameters(ParameterReader(ParameterSource(yaml: yaml, name: "toy.yaml")))
    let settings = DeepSettings(parameters: deep, batch: 50, momentum: 0.5)
    let states = States()
    let whole = try DeepRun(
      settings, random: Self.random, checkpoint: Checkpoint(every: .zero, save: { states.add($0) }))
    #expect(states.all.count == 6)
    for state in states.all {
      let resumed = try DeepRun(settings, random: Self.random, checkpoint: Checkpoint(saved: state))
      #expect(try CanonicalJSON.encode(resumed) == CanonicalJSON.encode(whole))
    }
    let data = try IsingData.samples(side: 8, coupling: 0.4, count: 200, clusters: 5, random: Self.random)
    var later = Self.settings
    later.epochs = 3
    let stages = States()
    let both = try TwoStages(
      first: Self.settings, second: later, on: data, random: Self.random,
      checkpoint: Checkpoint(every: .zero, save: { stages.add($0) }))
    #expect(stages.all.count == 9 && both.before != both.after)
    for state in stages.all {
      let resumed = try TwoStages(
        first: Self.settings, second: later, on: data, random: Self.random, checkpoint: Checkpoint(saved: state))
      #expect(resumed.before == both.before && resumed.after == both.after)
    }
  }

  @Test("A fixed temperature needs cold and hot starts that agree")
  func fixedPoints() throws {
    func run(_ cold: Double, _ hot: Double) -> ReconstructionRun {
      func flow(_ start: Double, _ end: Double) -> ReconstructionRun.Flow {
        ReconstructionRun.Flow(start: start, energyTemperature: [start, end], magnetizationTemperature: [start, nil])
      }
      return ReconstructionRun(hidden: 16, flows: [flow(0, cold), flow(6, hot)], thermometerPull: 0)
    }
    let converged = FlowEnd([run(2.00, 2.01), run(2.02, 2.00), run(2.01, 2.01)])
    #expect(abs((converged.energy.fixedPoint?.value ?? 0) - 2.00833) < 1e-4)
    #expect(converged.magnetization.fixedPoint == nil)
    let apart = FlowEnd([run(1.6, 2.2), run(1.62, 2.18), run(1.61, 2.21)])
    #expect(apart.energy.fixedPoint == nil && (apart.energy.difference?.value ?? 0) < -0.5)
  }
}

/// States in the order in which they were saved.
private final class States: Sendable {
  private let stored = Mutex<[Data]>([])
  var all: [Data] { stored.withLock { $0 } }
  func add(_ state: Data) { stored.withLock { $0.append(state) } }
}
