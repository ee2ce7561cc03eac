import ArgumentParser
import Foundation
import Notebook

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Versions of everything a run needs, and what is missing.", discussion: "Example: kadanoff doctor")

  func run() async throws {
    try await ExitStatus.reporting {
      let findings = await Diagnosis.examine()
      let rows = findings.map { [$0.isFine ? "ok" : "MISSING", $0.name, $0.finding] }
      print(TextTable.lines(header: ["", "what", "found"], rows: rows).joined(separator: "\n"))
      if findings.contains(where: { !$0.isFine }) { throw ExitStatus.programMissing }
    }
  }
}
