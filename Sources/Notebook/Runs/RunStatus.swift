import Foundation

/// How far a run is, from what lies in its folder and in the store: the same from any machine that sees them.
public struct RunStatus: Sendable {
  public struct StepCount: Sendable {
    public let name: String
    public let tasks: Int
    public let done: Int
    public let running: Int
    public let failed: Int
    /// Tasks stored a second in the last ten minutes.
    public let rate: Double
    /// Processor time that the missing tasks will take, nil before one is done.
    public let secondsLeft: Double?

    public var waiting: Int { tasks - done - running - failed }
  }

  /// A task that ended without a result.
  public struct FailedTask: Sendable {
    public let step: String
    public let task: Int
    public let host: String
    public let reason: String
    /// The last lines of its log.
    public let lines: [String]
    /// Runs it again, alone.
    public let command: String
  }

  /// The step that a failure of the report is counted under.
  static let report = "the report"

  public let name: String
  public let plan: PlanFile
  public let steps: [StepCount]
  public let failures: [FailedTask]
  /// Processes that are alive, and where.
  public let hosts: [String: Int]
  public let isSubmitted: Bool
  /// Whether any process is, also one between two tasks.
  public let isAtWork: Bool
  /// Whether its commands were printed, for others to start.
  let isHandedOut: Bool
  let silentFailures: [JobLog]
  /// Whether this program would compute something else than the run means, so that nothing here can go on with it.
  public var isOfAnotherProgram = false
  let planFile: URL
  /// Whether the report is written.
  public let isDone: Bool

  public var done: Int { steps.reduce(0) { $0 + $1.done } }
  public var running: Int { steps.reduce(0) { $0 + $1.running } }
  public var failed: Int { steps.reduce(0) { $0 + $1.failed } }
  public var waiting: Int { steps.reduce(0) { $0 + $1.waiting } }
  public var rate: Double { steps.reduce(0) { $0 + $1.rate } }

  /// Seconds until the last task is done with as many at work as now, and whether steps of unknown cost come on top.
  public var timeLeft: (seconds: Double, isAtLeast: Bool)? {
    guard running > 0, done < plan.taskCount else { return nil }
    let open = steps.filter { $0.done < $0.tasks }
    let seconds = open.reduce(0) { $0 + ($1.secondsLeft ?? 0) } / Double(running)
    return (seconds, open.contains { $0.secondsLeft == nil })
  }

  /// - Parameters:
  ///   - queue: the jobs of a queue by number, if it answers: a task whose job waits there has not failed.
  /// - Throws: `PlanFileError` for a folder without a plan.
  public init(_ run: RunFolder, at root: URL, queue: SlurmQueue? = nil) throws(PlanFileError) {
    plan = try PlanFile.read(run.planFile)
    name = run.name
    isSubmitted = run.isSubmitted
    planFile = run.planFile
    isHandedOut = run.isHandedOut
    isDone = run.isDone
    let store = run.checkout(at: root).store
    let workers = WorkerRecord.all(in: run.workers)
    let now = FileTime.now(in: run.url)
    let began = FileTime.ofChange(run.planFile) ?? now
    var steps: [StepCount] = []
    var failures: [FailedTask] = []
    for step in plan.steps {
      let done = store.tasksWithResults(step.folder).filter { 0..<step.tasks ~= $0 }
      let isDone = Set(done)
      func isOpen(_ task: Int) -> Bool { 0..<step.tasks ~= task && !isDone.contains(task) }
      let active = workers.filter(\.isAlive).flatMap(\.record.tasks).filter { $0.step == step.name && isOpen($0.task) }
      let underWay = Dictionary(active.map { ($0.task, $0.fraction ?? 0) }) { max($0, $1) }
      let failed = workers.compactMap { Self.failure($0, of: step.name, queue) }
        .filter { isOpen($0.task) && underWay[$0.task] == nil }
      failures += failed
      let costs = done.prefix(32).compactMap { store.cpuSeconds(step.folder, task: $0) }
      let mean = costs.isEmpty ? nil : costs.reduce(0, +) / Double(costs.count)
      let left = Double(step.tasks - done.count) - underWay.values.reduce(0, +)
      steps.append(
        StepCount(
          name: step.name, tasks: step.tasks, done: done.count, running: underWay.count,
          failed: Set(failed.map(\.task)).count,
          rate: Self.rate(
            done.suffix(Self.sample).compactMap { FileTime.ofChange(store.file(step.folder, task: $0)) },
            since: began, now: now),
          secondsLeft: mean.map { $0 * left }))
    }
    if !isDone { failures += workers.compactMap { Self.failure($0, of: Self.report, queue) } }
    self.steps = steps
    self.failures = failures
    isAtWork = workers.contains(where: \.isAlive)
    // Jobs that failed before they could leave a record: looked for once nothing is under way.
    let isOver = isSubmitted && !isDone && !isAtWork && queue?.sentence(of: run) == nil
    silentFailures =
      isOver ? JobLog.failures(of: run).filter { log in !workers.contains { $0.record.log == log.path } } : []
    hosts = Dictionary(
      workers.filter { $0.isAlive && !$0.record.tasks.isEmpty }.map { ($0.record.host, 1) }, uniquingKeysWith: +)
  }

  /// Tasks are started in order: the newest results are among those of the highest numbers, and looking at more files
  /// would keep a file server busy.
  private static let sample = 256

  /// Results a second in the last ten minutes, from the times of the newest; from fewer if these are all younger.
  private static func rate(_ times: [Double], since began: Double, now: Double) -> Double {
    let recent = times.filter { $0 >= max(began, now - 600) }
    guard let oldest = recent.min() else { return 0 }
    let start = recent.count == sample ? oldest : max(began, now - 600)
    return Double(recent.count) / max(1, now - start)
  }

  private static func failure(
    _ worker: WorkerRecord.Found, of step: String, _ queue: SlurmQueue?
  ) -> FailedTask? {
    guard let failure = worker.failure, failure.step == step else { return nil }
    // A process that is gone without a word may start again with its job.
    if worker.record.failure == nil, let job = worker.record.job, queue?.holds(job) == true { return nil }
    return FailedTask(
      step: step, task: failure.task, host: worker.record.host, reason: failure.reason,
      lines: worker.record.log.map { LastLines.of($0) } ?? [], command: worker.record.command)
  }

}
