import Foundation
import Learning
import Random

/// Contrastive divergence with one step, 100 samples a batch, of Boltzmann machines: CPU time a batch of a whole
/// training, which begins with packing the weights and ends with unpacking them every epoch. Cases are named after
/// visible and hidden units, `boltzmann-256x64`.
struct Boltzmann: BenchmarkCase {
  let visible: Int
  let hidden: Int
  let epochs: Int
  let learningRate: Double

  /// Every case that `C/boltzmann.c` and `peers/boltzmann.py` have, too.
  static let allCases = [
    Boltzmann(visible: 256, hidden: 64, epochs: 10, learningRate: 0.01),
    Boltzmann(visible: 1024, hidden: 256, epochs: 2, learningRate: 0.002),
    Boltzmann(visible: 1024, hidden: 1024, epochs: 2, learningRate: 0.001),
  ]

  static let batch = 100
  static let samples = 10_000
  /// The visible units form groups; each sample has a fair sign for every group.
  static let groups = 16
  /// Of 2²⁴: the probability 0.15 that a unit has the other sign than its group.
  static let noise: UInt64 = 2_516_582
  /// Half of the units of a reconstruction are wrong before anything is learned.
  static let largestError = 0.4

  var name: String { "boltzmann-\(visible)x\(hidden)" }

  /// Times the training and checks that it learned.
  ///
  /// - Throws: `BenchmarkError` if too many units of the reconstructions are wrong in the last epoch.
  func measure(repeats: Int) throws -> String {
    let machine = try BoltzmannMachine(
      visible: visible, hidden: hidden,
      weights: MixedNumbers.uniform(visible * hidden, seed: 7, scale: 0.02), visibleBias: [], hiddenBias: [])
    let settings = try ContrastiveDivergence(
      batch: Self.batch, learningRate: learningRate, momentum: 0.5, l1: 1e-3, epochs: epochs)
    let samples = try samples()
    let stream = RandomStream(seed: 1, name: "benchmarks/\(name)")
    let (result, seconds) = try Measurement.best(of: repeats) {
      var training = try BoltzmannTraining(machine, settings, samples: samples, random: stream)
      try training.run()
      return Outcome(machine: training.machine, error: training.history.last?.reconstructionError ?? .nan)
    }
    let batches = epochs * (Self.samples / Self.batch)
    let time = String(format: "%.5f", 1e3 * seconds / Double(batches))
    let hash = Measurement.digest(result.machine.weights.map { Double($0) })
    let check = String(format: "error=%.6f hash=", result.error) + hash
    guard result.error < Self.largestError else { throw BenchmarkError("\(name): nothing is learned: \(check)") }
    return "swift \(name) batch_ms=\(time) batches=\(batches) \(check)"
  }

  private struct Outcome: Equatable {
    let machine: BoltzmannMachine
    let error: Double
  }

  private func samples() throws -> SpinSamples {
    var samples = try SpinSamples(units: visible, count: Self.samples)
    for sample in 0..<Self.samples {
      for unit in 0..<visible {
        let group = sample * Self.groups + unit * Self.groups / visible
        let isUp = MixedNumbers.word(group, seed: 5) >> 63 == 1
        let isTurned = MixedNumbers.word(sample * visible + unit, seed: 6) >> 40 < Self.noise
        if isUp != isTurned { samples[sample, unit] = true }
      }
    }
    return samples
  }
}
