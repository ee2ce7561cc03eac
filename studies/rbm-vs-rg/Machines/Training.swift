import Foundation
import Learning
import Notebook
import Random

/// Trains machines and saves their state on the way.
enum Training {
  /// A machine trained on data, from a saved state if there is one.
  ///
  /// - Throws: `BoltzmannError`, `StoreError`.
  static func run(
    _ settings: MachineSettings, on data: SpinSamples, from start: BoltzmannMachine? = nil, random: RandomStream,
    checkpoint: Checkpoint
  ) throws -> BoltzmannMachine {
    var training = try begin(
      settings, on: data, from: start, random: random, saved: checkpoint.saved.map { [UInt8]($0) })
    while !training.isFinished {
      try training.runEpoch()
      let state = training
      try checkpoint.reached(Double(training.epochsDone) / Double(settings.epochs)) { Data(state.state()) }
    }
    return training.machine
  }

  /// A training before its first epoch, or where it was stopped.
  ///
  /// - Throws: `BoltzmannError`.
  static func begin(
    _ settings: MachineSettings, on data: SpinSamples, from start: BoltzmannMachine? = nil, random: RandomStream,
    saved: [UInt8]? = nil
  ) throws -> BoltzmannTraining {
    let divergence = try settings.divergence()
    if let saved {
      return try BoltzmannTraining(resuming: saved, divergence, samples: data, random: random.child("training"))
    }
    var weights = random.child("weights")
    let machine =
      try start
      ?? BoltzmannMachine(visible: data.units, hidden: settings.hidden, standardDeviation: 0.01, random: &weights)
    return try BoltzmannTraining(machine, divergence, samples: data, random: random.child("training"))
  }
}
