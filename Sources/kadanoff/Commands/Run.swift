import ArgumentParser
import Foundation
import Notebook

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs studies and writes their reports.",
    discussion: """
      Finished tasks are stored; the same command after an interruption goes on from there, and a second run does
      nothing. The paper profile writes to reports/, others to .kadanoff/reports/<profile>/.

      Examples:
        kadanoff run mlrg
        kadanoff run mlrg --set training.instances=64 --jobs 2 --output /tmp/mlrg
        kadanoff run mlrg --only the-block-and-its-exact-flow --set 'exact.potts_q=[2,3]'
      """)

  @OptionGroup var options: RunOptions

  @Option(name: .shortAndLong, help: "Tasks at a time; results do not depend on it. Default: the number of processors.")
  var jobs: Int?

  @Option(name: .shortAndLong, help: "Folder for the reports.")
  var output: String?

  @Option(help: "Compute this step, and what depends on it, again although it is stored; may be repeated.")
  var rerun: [String] = []

  @Flag(help: "Exit with 3 if a check is inconclusive or stale.")
  var strict = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() async throws {
    try await ExitStatus.reporting {
      let studies = try options.prepare { request in
        if let jobs { request.jobs = jobs }
        request.output = output.map { URL(filePath: $0) }
        request.rerun = rerun
        request.quiet = quiet
      }
      var reports: [CheckReport] = []
      for study in studies { reports.append(try await run(study)) }
      if let study = studies.first { study.showScoreboard() }
      try ExitStatus.verdict(reports, strict: strict)
    }
  }

  private func run(_ study: PreparedStudy) async throws -> CheckReport {
    let progress = Progress(label: study.name, quiet: quiet)
    let signals = Interruption.watch(stored: { progress.stored })
    defer { signals.forEach { $0.cancel() } }
    let summary = try await StudyRun(study, progress: progress).run()
    summary.show()
    return summary.checks
  }
}
