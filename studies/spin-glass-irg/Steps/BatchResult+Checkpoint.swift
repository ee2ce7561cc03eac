import Foundation
import Lattice
import Notebook
import Random

extension BatchResult {
  /// Simulates a batch, from where an earlier run was stopped if it was.
  ///
  /// - Throws: `EdwardsAndersonError` and the like for a state that does not belong to the task, `StoreError`.
  init(_ parameters: BatchParameters, random: RandomStream, checkpoint: Checkpoint) throws {
    let schedule = try parameters.schedule()
    let bonds = try parameters.bonds(random)
    var run: ReplicaExchange
    if let saved = checkpoint.saved {
      run = try ReplicaExchange(resuming: [UInt8](saved), bonds: bonds, schedule: schedule)
    } else {
      run = try parameters.start(bonds, schedule, random)
    }
    let period = max(parameters.sweepsPerExchange, parameters.sweepsPerMeasurement)
    // Enough sweeps to make starting and stopping them cheap, and less than a second at L = 16.
    let chunk = max(period, 256)
    while run.sweepsDone < parameters.sweeps {
      run.advance(sweeps: min(chunk, parameters.sweeps - run.sweepsDone))
      let reached = run
      try checkpoint.reached(Double(run.sweepsDone) / Double(parameters.sweeps)) { Data(reached.state()) }
    }
    self.init(run, parameters)
  }
}
