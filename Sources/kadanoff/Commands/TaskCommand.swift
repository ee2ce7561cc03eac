import ArgumentParser
import Foundation
import Notebook

struct TaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Computes single tasks of a run: what 'submit' starts on a cluster.",
    discussion: """
      Tasks of a plan are numbered from 0, step by step; the number after the last is the report. A task that is stored
      is not computed again, so any of them may be started any number of times, here or on any machine that sees the
      folder. SIGUSR1 and SIGTERM make a long task save its state; the process then ends with 75 and the same command
      goes on from there. 75 also means that results of earlier steps are not there yet.

      Examples:
        kadanoff task --plan .kadanoff/runs/mlrg-quick-1a2b3c4d/plan.json --index 17
        kadanoff task --plan .kadanoff/runs/mlrg-quick-1a2b3c4d/plan.json --index 0 --count 10 --wait 3600
      """)

  @Option(help: "The plan, as 'submit' wrote it.")
  var plan: String

  @Option(help: "Number of the first task.")
  var index: Int

  @Option(help: "How many tasks, one after the other; those beyond the first one's step are left out.")
  var count = 1

  @Option(help: "Seconds to wait for results of earlier steps.")
  var wait = 120.0

  func validate() throws {
    if index < 0 { throw ValidationError("--index must be at least 0") }
    if count < 1 || count > 1_000_000 { throw ValidationError("--count must be from 1 to 1000000") }
    if !(0...1e9 ~= wait) { throw ValidationError("--wait must be from 0 to 1e9 seconds") }
  }

  func run() async throws {
    try await ExitStatus.reporting {
      let file = URL(filePath: plan).absoluteURL
      let plan = try PlanFile.read(file)
      let root = try Checkout.find().root
      let checkout = RunFolder(file.deletingLastPathComponent()).checkout(at: root)
      guard let type = try Catalogue.select([plan.study]).first else { return }
      let study = try PreparedStudy(type, plan, in: checkout)
      guard index <= Int.max - count else { throw PlanFileError("--index \(index): no such task") }
      let outcome = try await TaskRun(study, plan, file: file).run(
        index..<index + count, patience: wait, progress: Progress(label: plan.study))
      switch outcome {
      case .tasks(let computed, let stored):
        print("\(plan.study): \(computed) tasks computed, \(stored) already stored")
      case .report(let summary):
        summary.show()
        try ExitStatus.verdict([summary.checks], strict: false)
      }
    }
  }
}
