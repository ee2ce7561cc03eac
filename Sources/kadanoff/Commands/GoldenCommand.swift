import ArgumentParser
import Foundation
import Notebook

struct GoldenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden", abstract: "The reference numbers.",
    discussion: "Example: kadanoff golden diff mlrg --profile quick",
    subcommands: [Check.self, Difference.self, Update.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Whether the golden files are well formed.", discussion: "Example: kadanoff golden check")

    @Argument(help: "Studies by name; all of them if none is given.")
    var studies: [String] = []

    func run() async throws {
      try await ExitStatus.reporting {
        let checkout = try Checkout.find()
        for type in try Catalogue.select(studies) {
          let goldens = try GoldenFile.load(checkout.goldenFile(of: type.card.name))
          print("\(type.card.name): \(goldens.entries.count) reference numbers, well formed")
        }
      }
    }
  }

  struct Difference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "The numbers of a report that do not pass or lie more than one error from their reference.",
      discussion: "Example: kadanoff golden diff mlrg --profile quick")

    @Argument(help: "Studies by name; all of them if none is given.")
    var studies: [String] = []

    @Option(name: .shortAndLong, help: "The profile whose reports are compared.")
    var profile = "paper"

    func run() async throws {
      try await ExitStatus.reporting {
        let checkout = try Checkout.find()
        for type in try Catalogue.select(studies) {
          let run = try Results.load(of: type.card.name, profile: profile, in: checkout).measured
          let goldens = try GoldenFile.load(checkout.goldenFile(of: type.card.name))
          let differing = run.judged(by: goldens).checks.filter { check in
            switch check.verdict {
            case .pass, .agrees: abs(check.z ?? 0) > 1
            case .new, .unavailable, .missing: false
            default: true
            }
          }
          print(
            "\(type.card.name), profile \(profile): \(differing.count) numbers do not pass or lie more than one error off"
          )
          for check in differing { print("  \(check)") }
        }
      }
    }
  }

  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replaces reference numbers by those of a run; the old ones are kept as history.",
      discussion: """
        Refused in CI, with uncommitted changes, without a reason, and for a run that would judge itself: a
        statistical reference needs another seed and ten times the statistics of the run it judges.
        Example: kadanoff golden update mlrg --failed --results /tmp/long/mlrg/results.json --reason "longer run"
        """)

    @Argument(help: "The study.")
    var study: String

    @Option(name: .customLong("id"), help: "Update this entry; may be repeated.")
    var ids: [String] = []

    @Flag(help: "Update the entries that came from a run and fail now.")
    var failed = false

    @Option(help: "The results.json to take the numbers from.")
    var results: String

    @Option(name: .shortAndLong, help: "The profile whose report is judged.")
    var profile = "paper"

    @Option(help: "Why, for the history.")
    var reason: String

    func validate() throws {
      if ids.isEmpty != failed { throw ValidationError("name entries with --id, or give --failed, but not both") }
    }

    func run() async throws {
      try await ExitStatus.reporting {
        let checkout = try Checkout.find()
        let changes = await Tool.git(["status", "--porcelain"], in: checkout.root)
        let author = await Tool.git(["config", "user.name"], in: checkout.root)
        for type in try Catalogue.select([study]) {
          let update = GoldenUpdate(
            failed ? .failed : .ids(ids), reason: reason, author: author,
            date: String(Date().ISO8601Format().prefix(10)), isDirty: changes.map { !$0.isEmpty } ?? true)
          let judged = try Results.load(of: study, profile: profile, in: checkout).measured
          let url = checkout.goldenFile(of: type.card.name)
          let goldens = try GoldenFile.load(url)
          let run = try Results.load(URL(filePath: results)).measured
          let updated = try goldens.updating(update, from: run, judged: judged)
          try updated.save(to: url)
          print(updated.differences(from: goldens).joined(separator: "\n"))
        }
      }
    }
  }
}
