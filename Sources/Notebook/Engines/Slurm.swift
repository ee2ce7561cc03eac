import Foundation
import Subprocess

/// Hands the jobs of a submission to Slurm.
public struct Slurm: Sendable {
  /// What a job may use and where it runs; nil leaves it to the cluster.
  public struct Options: Sendable {
    public var time: String?
    public var partition: String?
    public var account: String?
    /// Of one job; many clusters refuse jobs that do not say it.
    public var memory = "2G"
    /// Elements of an array at a time.
    public var atOnce: Int?
    /// Elements of an array; nil takes what the cluster allows.
    public var arrayLimit: Int?
    public var arrays = JobPlan.Arrays.steps(tasksPerJob: 1)
    /// Further options of `sbatch`, as they are.
    public var others: [String] = []

    public init() {}
  }

  public let options: Options

  public init(_ options: Options) { self.options = options }

  /// Slurm's own limit where none is configured.
  private static let standardArrayLimit = 1001

  /// How many elements the arrays of this cluster may have.
  public static func arrayLimit() async -> Int? {
    let lines = await Tool.output("scontrol", ["show", "config"])?.split(separator: "\n") ?? []
    let words = lines.first { $0.hasPrefix("MaxArraySize") }?.split(separator: "=")
    return words?.last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
  }

  /// Queues the jobs of a submission.
  ///
  /// - Returns: the numbers of the jobs in the order of the plan.
  /// - Throws: `SlurmError`; what was queued until then is cancelled.
  public func submit(_ submission: Submission) async throws -> [Int] {
    let lock = try SubmissionLock(submission.run)
    defer { lock.release() }
    do { return try await queueAll(submission) } catch {
      // What was never queued is no run.
      if submission.isNew, SlurmJobs.read(submission.run) == nil { submission.run.remove() }
      throw error
    }
  }

  /// Why a time limit is too short, or nil if it will do.
  public static func objection(toTime time: String) -> String? {
    // 0 is no limit.
    guard let seconds = SlurmTime.seconds(time), seconds > 0, seconds < SlurmTime.warning + 60 else { return nil }
    return "at least 3 minutes, because a task is told two minutes before the end to save its state"
  }

  private func queueAll(_ submission: Submission) async throws -> [Int] {
    guard Tool.isInstalled("sbatch") else { throw SlurmError.missing }
    let queue = try await SlurmQueue.now()
    let before = SlurmJobs.read(submission.run)
    if let busy = before?.ids.filter({ queue.holdsAny(of: $0) }), !busy.isEmpty {
      throw SlurmError.alreadyQueued(run: submission.run.name, ids: busy)
    }
    // From here on no other process that ends the same run removes its folder.
    try SlurmJobs(ids: before?.ids ?? []).write(submission.run)
    try submission.run.begin(submission.plan)
    try AtomicFile.makeFolder(submission.run.logs)
    try AtomicFile.write(Data(JobScript(submission).text.utf8), to: script(of: submission))
    let limit = min(options.arrayLimit ?? .max, await Self.arrayLimit() ?? Self.standardArrayLimit)
    guard limit > 0 else { throw SlurmError.noArrays }
    let plan = submission.jobs(options.arrays, arrayLimit: limit)
    var ids: [Int] = []
    do {
      for (index, job) in plan.jobs.enumerated() {
        // All but the report are accepted.
        if index == plan.jobs.count - 1 { submission.run.reopen() }
        try Task.checkCancellation()
        ids.append(try await enqueue(job, after: job.after.map { ids[$0] }, submission))
        // At once: whatever ends this process, the run knows its jobs.
        try SlurmJobs(ids: ids).write(submission.run)
      }
    } catch {
      // Also if this task itself was cancelled.
      let queued = ids
      if !queued.isEmpty, await Task(operation: { await Tool.output("scancel", queued.map(String.init)) }).value == nil
      {
        throw SlurmError.leftBehind(reason: "\(error)", ids: queued)
      }
      if before == nil { submission.run.forgetJobs() }
      throw error
    }
    return ids
  }

  private func enqueue(_ job: JobPlan.Job, after: [Int], _ submission: Submission) async throws -> Int {
    let arguments = arguments(job, after: after.map(String.init), submission)
    // In a group and a task of its own: a job that is half submitted when somebody interrupts this process would be
    // nobody's.
    var options = PlatformOptions()
    options.processGroupID = 0
    let result = try await Task { [options] in
      try await Subprocess.run(
        .name("sbatch"), arguments: Arguments(arguments), platformOptions: options,
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
    }.value
    // "1234" or "1234;cluster".
    guard result.terminationStatus.isSuccess,
      let id = result.standardOutput.split(whereSeparator: { $0 == ";" || $0.isWhitespace }).first.flatMap({ Int($0) })
    else { throw SlurmError.refused(job: job.name, reason: result.standardError) }
    return id
  }

  /// The command that takes jobs out of the queue, in the words of bash: "scancel {94..96} 101".
  public static func cancellation(of ids: [Int]) -> String {
    let ranges = IntegerRanges(ids).ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "{\($0.lowerBound)..\($0.upperBound)}"
    }
    return "scancel " + ranges.joined(separator: " ")
  }

  /// The words after `sbatch`.
  func arguments(_ job: JobPlan.Job, after: [String], _ submission: Submission) -> [String] {
    let throttle = options.atOnce.map { "%\($0)" } ?? ""
    var words = [
      "--parsable", "--job-name=\(job.name)", "--array=\(job.ranges)\(throttle)", "--ntasks=1", "--cpus-per-task=1",
      "--mem=\(options.memory)", "--requeue", "--open-mode=append", "--signal=B:USR1@\(SlurmTime.warning)",
      "--output=\(submission.run.logs.path)/%x-%A_%a.log",
    ]
    if !after.isEmpty {
      words += ["--dependency=afterok:\(after.joined(separator: ":"))", "--kill-on-invalid-dep=yes"]
    }
    if let time = options.time { words.append("--time=\(time)") }
    if let partition = options.partition { words.append("--partition=\(partition)") }
    if let account = options.account { words.append("--account=\(account)") }
    return words + options.others + [script(of: submission).path, "\(job.first)", "\(job.count)"]
  }

  private func script(of submission: Submission) -> URL { submission.run.url.appending(path: "job.sh") }

  /// What `submit` would do, in the words of a shell, to be read: the plan and the script are not written, and numbers
  /// of jobs are variables.
  public func commands(_ submission: Submission) async -> [String] {
    let limit = max(1, min(options.arrayLimit ?? .max, await Self.arrayLimit() ?? Self.standardArrayLimit))
    return submission.jobs(options.arrays, arrayLimit: limit).jobs.enumerated().map { index, job in
      let words = arguments(job, after: job.after.map { "$job\($0 + 1)" }, submission)
      let text = words.map { $0.contains("$job") ? "\"\($0)\"" : $0.shellWord }.joined(separator: " ")
      return "job\(index + 1)=$(sbatch \(text))"
    }
  }
}

/// The numbers of the jobs of a run, kept in its folder.
struct SlurmJobs: Codable, Sendable {
  var schema = "slurm-jobs/1"
  let ids: [Int]

  init(ids: [Int]) { self.ids = ids }

  static func read(_ run: RunFolder) -> SlurmJobs? {
    FileManager.default.contents(atPath: run.jobs.path).flatMap { try? CanonicalJSON.decode(Self.self, from: $0) }
  }

  func write(_ run: RunFolder) throws { try AtomicFile.write(try CanonicalJSON.encode(self), to: run.jobs) }
}

/// What can go wrong between this program and Slurm.
public enum SlurmError: Error, Sendable, CustomStringConvertible {
  case missing
  case noQueue
  case beingSubmitted(run: String)
  case noAnswer(String)
  case refused(job: String, reason: String)
  case alreadyQueued(run: String, ids: [Int])
  case leftBehind(reason: String, ids: [Int])
  case noArrays

  public var description: String {
    let text =
      switch self {
      case .missing: "there is no sbatch here; submit from a machine of the cluster, or use --engine local or list"
      case .noQueue: "there is no squeue here"
      case .beingSubmitted(let run): "another process is submitting \(run)"
      case .noAnswer(let reason): "Slurm's controller does not answer: \(reason.trimmed)"
      case .refused(let job, let reason): "sbatch refused \(job): \(reason.trimmed)"
      case .leftBehind(let reason, let ids):
        "\(reason); jobs that were queued before are still there: '\(Slurm.cancellation(of: ids))' takes them out"
      case .noArrays: "this cluster allows no job arrays (MaxArraySize); use --engine list"
      case .alreadyQueued(let run, let ids):
        "\(run) is in the queue; 'kadanoff status' shows it, '\(Slurm.cancellation(of: ids))' takes it out"
      }
    return text.split(separator: "\n").joined(separator: "; ").onOneLine
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
