import ArgumentParser
import Notebook

struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The studies.", discussion: "Example: kadanoff list")

  func run() async throws {
    let rows = Catalogue.studies.map { [$0.card.name, $0.card.title] }
    print(TextTable.lines(header: ["study", "title"], rows: rows).joined(separator: "\n"))
  }
}
