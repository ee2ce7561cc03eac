import ArgumentParser
import Foundation

/// Runs the command line; what the parser refuses becomes one line, as every other error does.
@main
enum Program {
  static func main() async {
    do {
      var command = try Kadanoff.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // Commands have said what is wrong themselves and throw the code alone.
      guard !(error is ExitCode), Kadanoff.exitCode(for: error) == .validationFailure else {
        Kadanoff.exit(withError: error)
      }
      let line = Kadanoff.message(for: error).split(separator: "\n").joined(separator: " ")
      FileHandle.standardError.write(Data("kadanoff: \(line); see kadanoff --help\n".utf8))
      Kadanoff.exit(withError: ExitStatus.usage)
    }
  }
}

/// The command line.
struct Kadanoff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kadanoff",
    abstract: "Regenerates and checks published studies on machine learning and the renormalization group.",
    discussion: """
      Examples:
        kadanoff run                            every study with the quick profile
        kadanoff run mlrg --profile paper       the report in reports/mlrg
        kadanoff plan mlrg --set training.epochs=2048
        kadanoff check                          the committed reports against the reference numbers
        kadanoff submit mlrg --engine slurm     the same run on a cluster

      Exit codes: 0 all pass · 1 a check failed · 2 a run failed · 3 inconclusive with --strict ·
      64 usage or bad input · 69 a needed program is missing · 75 interrupted, the same command resumes
      """,
    version: "0.1.0",
    subcommands: [
      List.self, Describe.self, PlanCommand.self, Run.self, Submit.self, TaskCommand.self, Status.self,
      CheckCommand.self, GoldenCommand.self,
      Diff.self, Cache.self, Doctor.self,
    ])
}
