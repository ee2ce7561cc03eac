import Foundation
import Synchronization

/// Computes tasks of a frozen run by number, each at most once: what is stored is not computed again, so that any
/// engine may start any task any number of times.
public struct TaskRun: Sendable {
  let study: PreparedStudy
  let plan: PlanFile
  let run: RunFolder

  /// What became of the tasks asked for.
  public enum Outcome: Sendable {
    case tasks(computed: Int, stored: Int)
    case report(StudyRun.Summary)
  }

  /// - Parameters:
  ///   - study: prepared from the same plan.
  ///   - file: where the plan lies.
  public init(_ study: PreparedStudy, _ plan: PlanFile, file: URL) {
    self.study = study
    self.plan = plan
    run = RunFolder(file.absoluteURL.deletingLastPathComponent())
  }

  /// Computes some tasks of one step one after the other, or writes the report.
  ///
  /// SIGUSR1 (the time of a job ends soon), SIGTERM and SIGINT let a long task save its state and end the process with
  /// `Interruption.exitCode`.
  ///
  /// - Parameters:
  ///   - numbers: of tasks of the plan; those beyond the step of the first are left out. The number after the last
  ///     task is the report's.
  ///   - patience: seconds to wait for results that the tasks need.
  /// - Throws: `PlanFileError` for a number that is not in the plan, `RunError.notReady`, what `Runner` and `StudyRun`
  ///   throw; with several tasks the first failure after all were tried.
  public func run(_ numbers: Range<Int>, patience: Double, progress: Progress) async throws -> Outcome {
    if numbers.lowerBound == plan.taskCount {
      let departure = Departure { [study] state in
        if state.isOutOfTime {
          Interruption.leave(
            "kadanoff: \(study.name): the report's job had less time than it needs; give it more", code: 2)
        }
        Interruption.leave("interrupted: the same command writes the report")
      }
      let signals = departure.watch()
      defer { signals.forEach { $0.cancel() } }
      for entry in study.plan.entries { try await waitForFiles(of: entry, patience: patience) }
      do { return .report(try await StudyRun(study, progress: progress, run: run).run()) } catch {
        // A job has no other way to say it than its log and its record.
        Worker("report", in: run, command: command(plan.taskCount)).fail(RunStatus.report, task: 0, reason: "\(error)")
        throw error
      }
    }
    guard let (step, first) = plan.task(numbers.lowerBound) else {
      throw PlanFileError(
        "--index \(numbers.lowerBound): the plan has tasks 0 to \(plan.taskCount - 1), and \(plan.taskCount) is the report"
      )
    }
    let entry = study.plan.entries[step]
    let tasks = first..<min(first + numbers.count, entry.taskCount)
    let missing = tasks.filter { (try? study.checkout.store.load(entry.folder, task: $0)) == nil }
    if !missing.isEmpty {
      try await compute(missing, of: entry, offset: numbers.lowerBound - first, patience: patience, progress: progress)
    }
    return .tasks(computed: missing.count, stored: tasks.count - missing.count)
  }

  private func compute(
    _ tasks: [Int], of entry: Plan.Entry, offset: Int, patience: Double, progress: Progress
  ) async throws {
    let current = Mutex<Worker?>(nil)
    let departure = Departure { [study] state in
      let worker = current.withLock { $0 }
      if state.isOutOfTime, !state.hasSaved {
        let reason = "its job had less time than it needs and it saved no state on the way; give it more time"
        worker?.failOnTheWay(reason)
        Interruption.leave("kadanoff: \(study.name)/\(entry.name): \(reason)", code: 2)
      }
      worker?.leave()
      Interruption.leave("interrupted: the same command goes on from what is stored")
    }
    let signals = departure.watch()
    defer { signals.forEach { $0.cancel() } }
    let performer = TaskPerformer(
      plan: study.plan, store: study.checkout.store, sources: study.sources, departure: departure,
      note: { progress.note($0) },
      report: { step, task, fraction in
        progress.report(step, task: task, fraction: fraction)
        current.withLock { $0 }?.report(step, task: task, fraction: fraction)
      })
    var failure: (any Error)?
    var values: StepValues?
    for task in tasks {
      departure.taskCanSave(false)
      let worker = Worker("task-\(offset + task)", in: run, command: command(offset + task))
      current.withLock { $0 = worker }
      do {
        if values == nil { values = try await self.values(for: entry, patience: patience) }
        try study.checkout.store.describe(entry)
        progress.begin(entry.name, total: tasks.count, done: task - tasks[0])
        worker.begin(entry.name, task: task)
        _ = try performer.perform(entry, task: task, values: values ?? StepValues()).payload.get()
        departure.saved()
        progress.advance(entry.name, task: task)
      } catch {
        // Too early is no failure of the task.
        if case RunError.notReady = error { throw failure ?? error }
        worker.fail(entry.name, task: task, reason: "\(error)")
        failure = failure ?? error
      }
      worker.leave()
    }
    if let failure { throw failure }
  }

  /// The command that computes one task alone.
  private func command(_ number: Int) -> String {
    "kadanoff task --plan \(run.planFile.path.shellWord) --index \(number)"
  }

  /// The values that a step needs, as soon as they are stored.
  private func values(for entry: Plan.Entry, patience: Double) async throws -> StepValues {
    var values = StepValues()
    for need in study.plan.entries where entry.node.needs.contains(where: { $0.name == need.name }) {
      var payloads: [Data?] = Array(repeating: nil, count: need.taskCount)
      try await wait(for: need, patience: patience) {
        for task in payloads.indices where payloads[task] == nil {
          payloads[task] = (try? study.checkout.store.load(need.folder, task: task))?.payload
        }
        return payloads.indices.filter { payloads[$0] == nil }
      }
      values.add(need.node, payloads: payloads.compactMap(\.self))
    }
    return values
  }

  /// The report itself reads the results, and computes damaged ones again.
  private func waitForFiles(of entry: Plan.Entry, patience: Double) async throws {
    try await wait(for: entry, patience: patience) {
      let stored = Set(study.checkout.store.tasksWithResults(entry.folder))
      return (0..<entry.taskCount).filter { !stored.contains($0) }
    }
  }

  /// Seconds within which an engine starts a task again whose process was killed.
  private static let restart = 120.0

  /// Waits until no task of a step is missing. Results may be late although their job is done: file servers show a new
  /// file to other machines after seconds.
  private func wait(for entry: Plan.Entry, patience: Double, missing: () -> [Int]) async throws {
    let deadline = ContinuousClock.now + .seconds(patience)
    var pause = 0.1
    while true {
      let missing = missing()
      if missing.isEmpty { return }
      for worker in WorkerRecord.all(in: run.workers) {
        // One that is gone without a word may be started again by its engine, within a while.
        guard let failure = worker.failure, worker.record.failure != nil || worker.age > Self.restart,
          failure.step == entry.name, missing.contains(failure.task)
        else { continue }
        throw RunError.upstreamFailed(
          study: study.name, step: entry.name, task: failure.task, reason: failure.reason)
      }
      guard ContinuousClock.now + .seconds(pause) < deadline else {
        throw RunError.notReady(study: study.name, step: entry.name, missing: missing.count, tasks: entry.taskCount)
      }
      try await Task.sleep(for: .seconds(pause))
      pause = min(2 * pause, 5)
    }
  }
}
