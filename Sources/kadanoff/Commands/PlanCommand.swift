import ArgumentParser
import Notebook

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "What would run, and why.",
    discussion: "Example: kadanoff plan mlrg --set training.epochs=2048")

  @OptionGroup var options: RunOptions

  func run() async throws {
    try await ExitStatus.reporting {
      for study in try options.prepare() {
        let status = study.status
        let rows = status.steps.map { step in
          [
            step.name, "\(step.stored)/\(step.tasks)",
            step.tasks == 0 ? "not in this profile" : step.isComplete ? "stored" : "runs: \(step.reason ?? "new")",
          ]
        }
        let end = status.missingTasks == 0 ? "nothing to do" : "\(status.missingTasks) tasks to run"
        print("\(study.name), profile \(options.profile): \(end)")
        print(TextTable.lines(header: ["step", "tasks", ""], rows: rows).joined(separator: "\n"))
        for line in status.damage { print(line) }
        if let warning = status.sourcesWarning { print(warning) }
      }
    }
  }
}
