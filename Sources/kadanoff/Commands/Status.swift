import ArgumentParser
import Foundation
import Notebook

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How far runs are, on whatever machine they run, and how much of each profile is stored.",
    discussion: """
      Runs under way or stopped come first: their tasks done, running, failed and waiting, with the last lines of what
      failed and the command that runs it again alone. What is done is read from the store, the rest from the folders
      of the runs and, for jobs of Slurm, from squeue.

      Examples:
        kadanoff status
        kadanoff status mlrg
        watch kadanoff status --runs
      """)

  @Argument(help: "Studies by name; all of them if none is given.")
  var studies: [String] = []

  @Flag(help: "Only the runs.")
  var runs = false

  func run() async throws {
    try await ExitStatus.reporting {
      let checkout = try Checkout.find()
      try await showRuns(of: try Catalogue.select(studies).map { $0.card.name }, in: checkout)
      if runs { return }
      var rows: [[String]] = []
      for type in try Catalogue.select(studies) {
        for profile in checkout.profiles(of: type.card.name) {
          var request = RunRequest()
          request.profile = profile
          let study = try PreparedStudy(type, request, in: checkout)
          let status = study.status
          let tasks = status.steps.reduce(0) { $0 + $1.tasks }
          let seconds = status.steps.reduce(0) { $0 + $1.cpuSeconds }
          let results = try? Results.load(of: type.card.name, profile: profile, in: checkout)
          let report = results?.summary.sentence ?? "no report"
          rows.append([
            type.card.name, profile, "\(tasks - status.missingTasks)/\(tasks)", String(format: "%.1f s", seconds),
            report,
          ])
        }
      }
      let header = ["study", "profile", "tasks stored", "processor time", "report"]
      print(TextTable.lines(header: header, rows: rows).joined(separator: "\n"))
    }
  }

  private func showRuns(of studies: [String], in checkout: Checkout) async throws {
    var queue: SlurmQueue?
    var silence: SlurmError?
    var isAny = false
    let all = RunFolder.all(in: checkout)
    if all.contains(where: { $0.isSubmitted && !$0.isDone }) {
      do throws(SlurmError) { queue = try await SlurmQueue.now() } catch { silence = error }
    }
    for run in all {
      var status: RunStatus
      do throws(PlanFileError) { status = try RunStatus(run, at: checkout.root, queue: queue) } catch {
        print("\(run.name): \(error)")
        continue
      }
      guard studies.contains(status.plan.study) else { continue }
      isAny = true
      if let type = try? Catalogue.select([status.plan.study]).first {
        let again = try? PreparedStudy(type, status.plan, in: run.checkout(at: checkout.root))
        status.isOfAnotherProgram = again == nil
      }
      print(status.text)
      let jobs = queue?.sentence(of: run)
      if run.isSubmitted, !run.isDone, jobs != nil || !status.isOfAnotherProgram {
        let silent = silence.map { "the queue is unknown: \($0)" }
        let none =
          "no job is in the queue; this queues what is missing, with the other options of 'submit' besides: \(status.command)"
        print("  " + (jobs.map { "in the queue: \($0)" } ?? silent ?? none))
      }
      print("")
    }
    if runs, !isAny { print("no run is under way or stopped") }
  }
}
