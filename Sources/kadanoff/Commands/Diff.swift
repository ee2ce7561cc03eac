import ArgumentParser
import Foundation
import Notebook

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The quantities in which two runs differ.",
    discussion: "Example: kadanoff diff reports/mlrg .kadanoff/reports/quick/mlrg")

  @Argument(help: "A results.json or a report folder.")
  var first: String

  @Argument(help: "Another one.")
  var second: String

  func run() async throws {
    try await ExitStatus.reporting {
      let difference = ResultsDifference(try load(first), try load(second))
      if difference.isEmpty {
        print("no difference in \(difference.compared) quantities")
      } else {
        print(difference.lines.joined(separator: "\n"))
      }
    }
  }

  private func load(_ path: String) throws -> Results {
    var url = URL(filePath: path)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
      url = url.appending(path: "results.json")
    }
    return try Results.load(url)
  }
}
