import Foundation

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
  /// Tells others that see the folder what is being computed.
  var worker: Worker?

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
    let performer = performer
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
    await withTaskGroup(of: TaskPerformer.TaskResult.self) { group in
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
          worker?.begin(entry.name, task: task)
          group.addTask { performer.perform(entry, task: task, values: values) }
        }
        guard running > 0, let result = await group.next() else { break }
        running -= 1
        worker?.end(result.entry.name, task: result.task)
        let payload: Data
        do { payload = try result.payload.get() } catch {
          if failure == nil { worker?.fail(result.entry.name, task: result.task, reason: "\(error)") }
          failure = failure ?? error
          continue
        }
        do {
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

  private var performer: TaskPerformer {
    TaskPerformer(
      plan: plan, store: store, sources: sources, forced: plan.dependents(of: rerun),
      checkpointInterval: checkpointInterval, note: { [progress] in progress.note($0) },
      report: { [progress, worker] step, task, fraction in
        progress.report(step, task: task, fraction: fraction)
        worker?.report(step, task: task, fraction: fraction)
      })
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
}
