import Dispatch
import Foundation
import Synchronization

/// Keeps this process' record in the folder of its run. It only informs: where the record cannot be written (a full
/// disk, a folder that another process removed) the work goes on without it.
final class Worker: Sendable {
  private struct State {
    var record: WorkerRecord
    var written: ContinuousClock.Instant?
  }

  private let file: URL
  private let state: Mutex<State>
  /// Sources of Dispatch may be used from any thread. A task of Swift's would wait behind the computations.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  /// - `name`: of the file; a process that does the same later takes its place.
  init(_ name: String, in run: RunFolder, command: String) {
    file = run.workers.appending(path: "\(name).json")
    let environment = ProcessInfo.processInfo.environment
    var record = WorkerRecord(command: command)
    record.log = environment["KADANOFF_LOG"]
    record.job =
      environment["SLURM_ARRAY_JOB_ID"].map { "\($0)_\(environment["SLURM_ARRAY_TASK_ID"] ?? "")" }
      ?? environment["SLURM_JOB_ID"]
    state = Mutex(State(record: record))
    timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    // The first soon: the record may have been announced before there was a task in it.
    timer.schedule(deadline: .now() + 1, repeating: WorkerRecord.heartbeat)
    timer.setEventHandler { [weak self] in self?.write() }
    timer.resume()
  }

  /// Shows that this process is at work before it has a task.
  func announce() { write() }

  func begin(_ step: String, task: Int) {
    let isDue = state.withLock { state in
      state.record.tasks.append(.init(step: step, task: task))
      return state.written.map { ContinuousClock.now - $0 > .seconds(1) } ?? true
    }
    if isDue { write() }
  }

  func report(_ step: String, task: Int, fraction: Double) {
    state.withLock { state in
      for index in state.record.tasks.indices
      where state.record.tasks[index].step == step && state.record.tasks[index].task == task {
        state.record.tasks[index].fraction = fraction
      }
    }
  }

  func end(_ step: String, task: Int) {
    state.withLock { state in state.record.tasks.removeAll { $0.step == step && $0.task == task } }
  }

  /// The record stays behind when the process ends.
  func fail(_ step: String, task: Int, reason: String) {
    state.withLock { state in
      state.record.failure = .init(step: step, task: task, reason: reason.onOneLine)
      state.record.tasks = []
    }
    write()
  }

  /// Says why the task under way failed, if there is one.
  func failOnTheWay(_ reason: String) {
    guard let task = state.withLock({ $0.record.tasks.first }) else { return }
    fail(task.step, task: task.task, reason: reason)
  }

  /// Removes the record, unless it tells of a failure.
  func leave() {
    timer.cancel()
    state.withLock { state in
      if state.record.failure == nil { try? FileManager.default.removeItem(at: file) }
    }
  }

  private func write() {
    state.withLock { state in
      state.written = .now
      guard !timer.isCancelled, let data = try? CanonicalJSON.encode(state.record) else { return }
      try? AtomicFile.write(data, to: file)
    }
  }
}
