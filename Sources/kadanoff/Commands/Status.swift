import ArgumentParser
import Foundation
import Notebook

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How much of each study is stored, profile by profile.", discussion: "Example: kadanoff status mlrg")

  @Argument(help: "Studies by name; all of them if none is given.")
  var studies: [String] = []

  func run() async throws {
    try await ExitStatus.reporting {
      let checkout = try Checkout.find()
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
}
