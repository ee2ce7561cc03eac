import Foundation
import Subprocess
import SystemPackage

/// Runs the jobs of a submission on this machine, each in a process of its own: what one task does to its process, a
/// crash or too much memory, does not touch the others.
public struct LocalEngine: Sendable {
  let submission: Submission
  let processes: Int
  let progress: Progress

  /// A task that a signal killed is started so many times in all.
  static let attempts = 3

  /// - Parameter processes: how many at a time.
  public init(_ submission: Submission, processes: Int, progress: Progress) {
    self.submission = submission
    self.processes = processes
    self.progress = progress
  }

  /// Runs every job but the report, each step after what it needs.
  ///
  /// - Throws: `JobFailure` for the first that fails, after those under way have ended.
  public func run(_ plan: JobPlan) async throws {
    // As long as this record is there no other process that ends the same run removes its folder.
    let worker = Worker(
      "run-\(Machine.host)-\(getpid())", in: submission.run,
      command: submission.study.request.command(for: submission.plan.study))
    worker.announce()
    defer { worker.leave() }
    try submission.run.begin(submission.plan)
    submission.run.reopen()
    try AtomicFile.makeFolder(submission.run.logs)
    var open = plan.jobs.map(\.elements.count)
    var started: Set<Int> = []
    var queue: [(job: Int, element: Int)] = []
    var failure: JobFailure?

    /// The step of a job, as progress shows it.
    func name(_ job: JobPlan.Job) -> String { String(job.name.dropFirst(submission.plan.study.count + 1)) }

    func release() {
      for (index, job) in plan.jobs.dropLast().enumerated()
      where !started.contains(index) && job.after.allSatisfy({ open[$0] == 0 }) {
        started.insert(index)
        queue += job.elements.map { (index, $0) }
      }
    }

    release()
    try await withThrowingTaskGroup(of: (Int, JobFailure?).self) { group in
      var next = 0
      var running = 0
      while true {
        while running < processes, next < queue.count, failure == nil {
          let (index, element) = queue[next]
          let job = plan.jobs[index]
          next += 1
          running += 1
          progress.begin(name(job), total: job.elements.count, done: 0)
          group.addTask { (index, try await perform(job, element)) }
        }
        guard running > 0, let (index, failed) = try await group.next() else { break }
        running -= 1
        if let failed {
          failure = failure ?? failed
          continue
        }
        open[index] -= 1
        let job = plan.jobs[index]
        progress.advance(name(job), task: job.elements.count - open[index])
        if open[index] == 0 {
          progress.end(name(job))
          release()
        }
      }
    }
    if let failure { throw failure }
  }

  /// One element, started again if a signal killed it.
  private func perform(_ job: JobPlan.Job, _ element: Int) async throws -> JobFailure? {
    let number = job.first + job.count * element
    let log = submission.run.logs.appending(path: "\(job.name)-\(number).log")
    var reason = ""
    for _ in 1...Self.attempts {
      let status = try await status(number, job.count, log)
      try Task.checkCancellation()
      switch status {
      case .exited(0): return nil
      // Somebody asked it to stop: it goes on from what it saved.
      case .exited(Int32(Interruption.exitCode)): reason = "stopped \(Self.attempts) times"
      case .exited(let code): return JobFailure(job: job.name, number: number, log: log, reason: "exit code \(code)")
      case .signaled(let signal): reason = "killed \(Self.attempts) times, last by signal \(signal)"
      }
    }
    return JobFailure(job: job.name, number: number, log: log, reason: reason)
  }

  private func status(_ number: Int, _ count: Int, _ log: URL) async throws -> TerminationStatus {
    let arguments = ["task", "--plan", submission.run.planFile.path, "--index", "\(number)", "--count", "\(count)"]
    let file = try FileDescriptor.open(
      FilePath(log.path), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
    defer { try? file.close() }
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
    return try await Subprocess.run(
      .path(.init(Submission.program.path)), arguments: Arguments(arguments),
      environment: .inherit.updating([
        "KADANOFF_ROOT": submission.study.checkout.root.path, "KADANOFF_LOG": log.path,
      ]),
      platformOptions: options, output: .discarded,
      error: .fileDescriptor(file, closeAfterSpawningProcess: false)
    ).terminationStatus
  }
}

/// A job that ended without its results.
public struct JobFailure: Error, Sendable, CustomStringConvertible {
  let job: String
  let number: Int
  let log: URL
  let reason: String

  public var description: String {
    let last = FileManager.default.contents(atPath: log.path)
      .flatMap { String(decoding: $0.suffix(4096), as: UTF8.self).split(separator: "\n").last }
      .map { ": \(String($0).onOneLine)" }
    return "\(job), task \(number) of the plan: \(reason)\(last ?? ""); 'kadanoff status' shows more"
  }
}
