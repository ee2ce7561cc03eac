import ArgumentParser
import Foundation
import Notebook

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judges existing reports against the reference numbers, without running anything.",
    discussion: """
      Examples:
        kadanoff check                              the committed reports
        kadanoff check mlrg --profile quick --junit checks.xml
      """)

  @Argument(help: "Studies by name; all of them if none is given.")
  var studies: [String] = []

  @Option(name: .shortAndLong, help: "The profile whose reports are judged.")
  var profile = "paper"

  @Option(help: "Also write the verdicts as JUnit XML to this file.")
  var junit: String?

  @Flag(help: "Exit with 3 if a check is inconclusive or stale.")
  var strict = false

  @Flag(help: "Show every check, not only those that did not pass.")
  var all = false

  func run() async throws {
    try await ExitStatus.reporting {
      let checkout = try Checkout.find()
      var reports: [(study: String, report: CheckReport)] = []
      for type in try Catalogue.select(studies) {
        let results = try Results.load(of: type.card.name, profile: profile, in: checkout)
        let goldens = try GoldenFile.load(checkout.goldenFile(of: type.card.name))
        let report = results.measured.judged(by: goldens)
        reports.append((type.card.name, report))
        show(report, of: type.card.name)
      }
      if let junit { try JUnit(reports).write(to: URL(filePath: junit)) }
      try ExitStatus.verdict(reports.map(\.report), strict: strict)
    }
  }

  private func show(_ report: CheckReport, of study: String) {
    print("\(study): \(report.summary.sentence)")
    if let tooGood = report.tooGood { print("  \(tooGood)") }
    let quiet: Set<Verdict> = [.pass, .agrees, .new, .unavailable]
    for check in report.checks where all || !quiet.contains(check.verdict) {
      print("  \(check)")
    }
  }
}
