import Foundation
import Random

/// Runs what a plan lacks, at most `jobs` tasks at a time, and returns every step's value.
///
/// Every result is stored as soon as its task ends, so a run that is killed loses only the tasks under way. Results
/// do not depend on `jobs` or on order: each task draws from its own named stream.
struct Runner: Sendable {
  let plan: Plan
  let store: Store
  let sources: SourceFingerprint
  let jobs: Int
  /// Steps to compute again although they are stored, with every step that depends on them.
  var rerun: Set<String> = []
  let progress: Progress
  /// Time between saved states of a long task.
  var checkpointInterval: Duration = Checkpoint.interval

  /// What one step took.
  struct Cost: Sendable {
    var tasksRun = 0
    var cpuSeconds = 0.0
  }

  struct Outcome: Sendable {
    var values = StepValues()
    var costs: [String: Cost] = [:]
    var tasksRun: Int { costs.values.reduce(0) { $0 + $1.tasksRun } }
  }

  /// - Throws: `RunError.taskFailed` for the first task that fails (tasks under way are finished and stored first),
  ///   or `StoreError.unwritable`.
  func run() async throws -> Outcome {
    var outcome = Outcome()
    var waiting = plan.entries
    var unfinished: [String: StepState] = [:]
    var queue: [(entry: Plan.Entry, task: Int)] = []
    var failure: (any Error)?

    /// Finishes steps that are fully stored and queues the tasks of steps whose upstream values are there.
    func release() throws {
      var still: [Plan.Entry] = []
      for entry in waiting {
        guard entry.node.needs.allSatisfy({ outcome.values.contains($0.name) }) else {
          still.append(entry)
          continue
        }
        let state = try stored(entry)
        if state.missing.isEmpty {
          outcome.values.add(entry.node, payloads: state.payloads.compactMap(\.self))
          outcome.costs[entry.name] = state.cost
        } else {
          try store.describe(entry)
          unfinished[entry.name] = state
          queue.append(contentsOf: state.missing.map { (entry, $0) })
        }
      }
      let advanced = still.count < waiting.count
      waiting = still
      if advanced, !waiting.isEmpty { try release() }
    }

    try release()
    await withTaskGroup(of: TaskResult.self) { group in
      var running = 0
      var next = 0
      while true {
        while running < jobs, next < queue.count, failure == nil {
          let (entry, task) = queue[next]
          let values = outcome.values
          next += 1
          running += 1
          let missing = unfinished[entry.name]?.missing.count ?? 0
          progress.begin(entry.name, total: entry.taskCount, done: entry.taskCount - missing)
          group.addTask { perform(entry, task: task, values: values) }
        }
        guard running > 0, let result = await group.next() else { break }
        running -= 1
        do {
          let payload = try result.payload.get()
          progress.advance(result.entry.name, task: result.task)
          unfinished[result.entry.name]?.add(payload, task: result.task, seconds: result.cpuSeconds)
          if let state = unfinished[result.entry.name], state.missing.isEmpty {
            let name = result.entry.name
            unfinished[name] = nil
            outcome.values.add(result.entry.node, payloads: state.payloads.compactMap(\.self))
            outcome.costs[name] = state.cost
            progress.end(name)
            try release()
          }
        } catch {
          failure = failure ?? error
        }
      }
    }
    if let failure { throw failure }
    return outcome
  }

  private struct TaskResult: Sendable {
    let entry: Plan.Entry
    let task: Int
    let payload: Result<Data, any Error>
    let cpuSeconds: Double
  }

  private struct StepState: Sendable {
    var payloads: [Data?]
    var cost = Cost()
    var missing: [Int]

    mutating func add(_ payload: Data, task: Int, seconds: Double) {
      payloads[task] = payload
      missing.removeAll { $0 == task }
      cost.tasksRun += 1
      cost.cpuSeconds += seconds
    }
  }

  /// What the store holds of a step. A damaged file counts as missing and is reported.
  private func stored(_ entry: Plan.Entry) throws -> StepState {
    var state = StepState(payloads: Array(repeating: nil, count: entry.taskCount), missing: [])
    let isForced = plan.dependents(of: rerun).contains(entry.name)
    for task in 0..<entry.taskCount {
      do {
        if !isForced, let item = try store.load(entry.folder, task: task) {
          state.payloads[task] = item.payload
          state.cost.cpuSeconds += item.cpuSeconds
          continue
        }
      } catch {
        progress.note("\(plan.study)/\(entry.name): \(error); it is computed again")
      }
      state.missing.append(task)
    }
    return state
  }

  private func perform(_ entry: Plan.Entry, task: Int, values: StepValues) -> TaskResult {
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
    guard !plan.dependents(of: rerun).contains(entry.name) else { return nil }
    do {
      guard let item = try store.load(entry.folder, task: task, .state) else { return nil }
      if item.sources == sources.digest { return item }
      progress.note("\(plan.study)/\(entry.name), task \(task): its saved state is of other sources; it starts again")
    } catch {
      progress.note("\(plan.study)/\(entry.name), task \(task): \(error); it starts again")
    }
    return nil
  }

  private func checkpoint(_ entry: Plan.Entry, _ task: Int, after before: Store.Item?) -> Checkpoint {
    let start = ProcessorTime.ofThread - (before?.cpuSeconds ?? 0)
    return Checkpoint(
      saved: before?.payload, every: checkpointInterval,
      save: { (data) throws(StoreError) in
        try store.save(item(data, ProcessorTime.ofThread - start), entry.folder, task: task, .state)
      },
      report: { progress.report(entry.name, task: task, fraction: $0) })
  }
}
