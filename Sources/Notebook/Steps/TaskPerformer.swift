import Foundation
import Random

/// Computes one task of a plan and stores its result: the same bytes whoever does it, wherever and whenever.
struct TaskPerformer: Sendable {
  let plan: Plan
  let store: Store
  let sources: SourceFingerprint
  /// Steps whose saved states are not used.
  var forced: Set<String> = []
  /// Time between saved states of a long task.
  var checkpointInterval: Duration = Checkpoint.interval
  var departure: Departure?
  /// Takes lines for the user.
  let note: @Sendable (String) -> Void
  /// Takes the step, the task and the fraction of it that is done.
  var report: @Sendable (String, Int, Double) -> Void = { _, _, _ in }

  struct TaskResult: Sendable {
    let entry: Plan.Entry
    let task: Int
    /// The stored bytes, or `RunError.taskFailed`, or `StoreError.unwritable`.
    let payload: Result<Data, any Error>
    let cpuSeconds: Double
  }

  /// A result that another process has stored in the meantime is taken as it is.
  ///
  /// - Parameter values: those of the steps that the entry needs.
  func perform(_ entry: Plan.Entry, task: Int, values: StepValues) -> TaskResult {
    if !forced.contains(entry.name), let item = try? store.load(entry.folder, task: task) {
      return TaskResult(entry: entry, task: task, payload: .success(item.payload), cpuSeconds: item.cpuSeconds)
    }
    let start = ProcessorTime.ofThread
    let stream = RandomStream(seed: plan.seed, name: "\(plan.study)/\(entry.name)", index: task)
    let before = savedState(entry, task)
    var seconds: Double { (before?.cpuSeconds ?? 0) + ProcessorTime.ofThread - start }
    let payload = Result { () throws -> Data in
      let data: Data
      do { data = try entry.node.body(values, task, stream, checkpoint(entry, task, after: before)) } catch {
        throw RunError.taskFailed(study: plan.study, step: entry.name, task: task, reason: "\(error)")
      }
      try store.save(item(data, seconds), entry.folder, task: task)
      store.removeState(entry.folder, task: task)
      return data
    }
    return TaskResult(entry: entry, task: task, payload: payload, cpuSeconds: seconds)
  }

  private func item(_ data: Data, _ seconds: Double) -> Store.Item {
    Store.Item(payload: data, sources: sources.digest, cpuSeconds: seconds)
  }

  /// Where an earlier run of a task was stopped. A state that is damaged or was saved by other sources is not used:
  /// going on from it might give what no uninterrupted run gives.
  private func savedState(_ entry: Plan.Entry, _ task: Int) -> Store.Item? {
    guard !forced.contains(entry.name) else { return nil }
    do {
      guard let item = try store.load(entry.folder, task: task, .state) else { return nil }
      if item.sources == sources.digest { return item }
      note("\(plan.study)/\(entry.name), task \(task): its saved state is of other sources; it starts again")
    } catch {
      note("\(plan.study)/\(entry.name), task \(task): \(error); it starts again")
    }
    return nil
  }

  private func checkpoint(_ entry: Plan.Entry, _ task: Int, after before: Store.Item?) -> Checkpoint {
    let start = ProcessorTime.ofThread - (before?.cpuSeconds ?? 0)
    return Checkpoint(
      saved: before?.payload, every: checkpointInterval, departure: departure,
      save: { (data) throws(StoreError) in
        try store.save(item(data, ProcessorTime.ofThread - start), entry.folder, task: task, .state)
      },
      report: { report(entry.name, task, $0) })
  }
}
