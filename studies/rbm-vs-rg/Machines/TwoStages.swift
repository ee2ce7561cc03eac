import Foundation
import Learning
import Notebook
import Random

/// A machine after a first training and after a second one that goes on from there.
struct TwoStages {
  let before: BoltzmannMachine
  let after: BoltzmannMachine

  private struct State: Codable {
    var before: BoltzmannMachine?
    var training: Data
  }

  /// - Throws: `BoltzmannError`, `StoreError`.
  init(
    first: MachineSettings, second: MachineSettings, on data: SpinSamples, random: RandomStream, checkpoint: Checkpoint
  ) throws {
    let saved = try checkpoint.saved.map { try JSONDecoder().decode(State.self, from: $0) }
    let total = Double(first.epochs + second.epochs)
    func finish(
      _ settings: MachineSettings, from start: BoltzmannMachine?, _ stream: RandomStream, _ bytes: Data?, done: Int
    ) throws -> BoltzmannMachine {
      var training = try Training.begin(
        settings, on: data, from: start, random: stream, saved: bytes.map { [UInt8]($0) })
      while !training.isFinished {
        try training.runEpoch()
        let now = training
        try checkpoint.reached(Double(done + training.epochsDone) / total) {
          (try? JSONEncoder().encode(State(before: start, training: Data(now.state())))) ?? Data()
        }
      }
      return training.machine
    }
    let early = saved?.before == nil ? saved?.training : nil
    let machine = try saved?.before ?? finish(first, from: nil, random.child("first"), early, done: 0)
    before = machine
    let late = saved?.before == nil ? nil : saved?.training
    after = try finish(second, from: machine, random.child("second"), late, done: first.epochs)
  }
}
