import ArgumentParser
import Foundation
import Notebook

struct Submit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs studies as jobs, each task in a process of its own: on a cluster, or here.",
    discussion: """
      slurm  one job array a step (or a level of steps), each after the arrays it needs, and a last job that writes
             the report
      local  the same jobs on this machine
      list   one command a line, for any other engine; a command waits for the results that it needs

      Results are the same bytes as those of 'run'. Tasks that are stored are not computed again: more statistics
      (--set …) compute what is new, and the same command after a fault picks up what is missing.

      Examples:
        kadanoff submit spin-glass-irg --profile paper --engine slurm --time 2:00:00 --partition short
        kadanoff submit mlrg --set training.instances=4096 --engine slurm --tasks-per-job 16 --at-once 200
        kadanoff submit mlrg --profile paper --engine slurm --dry-run
        kadanoff submit mlrg --engine list | parallel -j 8
        kadanoff submit mlrg --engine local --jobs 4
      """)

  enum Engine: String, ExpressibleByArgument, CaseIterable { case slurm, local, list }

  @OptionGroup var options: RunOptions

  @Option(help: "slurm, local or list.")
  var engine: Engine

  @Option(name: .shortAndLong, help: "Folder for the reports; every machine must see it.")
  var output: String?

  @Option(help: "Tasks that a job computes one after the other.")
  var tasksPerJob = 1

  @Flag(
    help: "slurm: one array for all steps equally far from the start, where a plan has many; not with --tasks-per-job.")
  var byLevel = false

  @Flag(help: "Print what would be done; nothing is queued, run or written.")
  var dryRun = false

  @Option(name: .shortAndLong, help: "local: jobs at a time. Default: the number of processors.")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "local: no progress.")
  var quiet = false

  @Option(help: "slurm: elements of an array are numbered below this. Default: what the cluster allows (MaxArraySize).")
  var arrayLimit: Int?

  @Option(help: "slurm: elements of each array that run at the same time. Default: no limit.")
  var atOnce: Int?

  @Option(
    help:
      "slurm: time limit of a job, as sbatch takes it, from 3 minutes on; two minutes before the end a long task saves its state, to go on in its next turn."
  )
  var time: String?

  @Option(help: "slurm: partition.")
  var partition: String?

  @Option(help: "slurm: account.")
  var account: String?

  @Option(help: "slurm: memory of a job. Default: 2G.")
  var mem: String?

  @Option(
    name: .customLong("sbatch"), parsing: .unconditionalSingleValue,
    help: "slurm: a further option of sbatch, as --sbatch=--qos=long; may be repeated.")
  var others: [String] = []

  func validate() throws {
    for (name, value) in [
      ("tasks-per-job", tasksPerJob), ("jobs", jobs), ("array-limit", arrayLimit), ("at-once", atOnce),
    ] {
      if let value, value < 1 || value > 1_000_000 { throw ValidationError("--\(name) must be from 1 to 1000000") }
    }
    let ofSlurm: [(String, Bool)] = [
      ("by-level", byLevel), ("array-limit", arrayLimit != nil), ("at-once", atOnce != nil), ("time", time != nil),
      ("mem", mem != nil),
      ("partition", partition != nil), ("account", account != nil), ("sbatch", !others.isEmpty),
    ]
    if engine != .slurm, let (name, _) = ofSlurm.first(where: \.1) {
      throw ValidationError("--\(name) is an option of --engine slurm")
    }
    if let time, let objection = Slurm.objection(toTime: time) { throw ValidationError("--time \(time): \(objection)") }
    if byLevel, tasksPerJob != 1 { throw ValidationError("--by-level and --tasks-per-job exclude each other") }
    if engine != .local, jobs != nil || quiet {
      throw ValidationError("--\(jobs != nil ? "jobs" : "quiet") is an option of --engine local")
    }
  }

  func run() async throws {
    try await ExitStatus.reporting {
      let studies = try options.prepare { request in request.output = output.map { URL(filePath: $0) } }
      let submissions = try studies.map { try Submission($0, dryRun: dryRun) }
      for submission in submissions where !dryRun {
        if let warning = submission.sourcesWarning { FileHandle.standardError.write(Data("\(warning)\n".utf8)) }
      }
      switch engine {
      case .slurm: try await queue(submissions)
      case .list:
        for submission in submissions {
          if !dryRun { try submission.handOut() }
          list(submission)
        }
      case .local: try await runHere(submissions)
      }
    }
  }

  private func list(_ submission: Submission) {
    // Whoever runs the lines may start them all at once: each waits up to a week for what it needs.
    for command in submission.jobs(.steps(tasksPerJob: tasksPerJob)).commands(submission.listedCommand) {
      print("\(command) --wait 604800")
    }
  }

  private func queue(_ submissions: [Submission]) async throws {
    let slurm = Slurm(slurmOptions)
    for submission in submissions {
      if dryRun {
        for command in await slurm.commands(submission) { print(command) }
        continue
      }
      let work = Task { try await slurm.submit(submission) }
      let signals = Interruption.watch(then: { work.cancel() })
      defer { signals.forEach { $0.cancel() } }
      let ids: [Int]
      do { ids = try await work.value } catch is CancellationError {
        FileHandle.standardError.write(Data("interrupted: no job of \(submission.study.name) is queued\n".utf8))
        throw ExitStatus.interrupted
      }
      let arrays = ids.count > 1 ? "\(submission.missingTasks) tasks in \(ids.count - 1) job arrays, " : ""
      print("\(submission.study.name): \(arrays)report by job \(ids[ids.count - 1])")
      print("  how far it is: kadanoff status \(submission.study.name)\n  to stop it: \(Slurm.cancellation(of: ids))")
    }
  }

  private var slurmOptions: Slurm.Options {
    var slurm = Slurm.Options()
    (slurm.time, slurm.partition, slurm.account, slurm.memory) = (time, partition, account, mem ?? slurm.memory)
    (slurm.atOnce, slurm.arrayLimit, slurm.others) = (atOnce, arrayLimit, others)
    slurm.arrays = byLevel ? .levels : .steps(tasksPerJob: tasksPerJob)
    return slurm
  }

  private func runHere(_ submissions: [Submission]) async throws {
    var reports: [CheckReport] = []
    for submission in submissions {
      if dryRun {
        list(submission)
        continue
      }
      let progress = Progress(label: submission.study.name, quiet: quiet)
      let engine = LocalEngine(
        submission, processes: jobs ?? ProcessInfo.processInfo.activeProcessorCount, progress: progress)
      let work = Task { try await engine.run(submission.jobs(.steps(tasksPerJob: tasksPerJob))) }
      var signals = Interruption.watch(then: { work.cancel() })
      defer { signals.forEach { $0.cancel() } }
      do { try await work.value } catch is CancellationError {
        FileHandle.standardError.write(Data("interrupted: the same command goes on from what is stored\n".utf8))
        throw ExitStatus.interrupted
      }
      signals.forEach { $0.cancel() }
      signals = Interruption.watch(stored: { progress.stored })
      let summary = try await StudyRun(submission.study, progress: progress).run()
      summary.show(before: submission.missingTasks)
      reports.append(summary.checks)
    }
    if let submission = submissions.first, !dryRun { submission.study.showScoreboard() }
    try ExitStatus.verdict(reports, strict: false)
  }
}
