import ArgumentParser
import Foundation
import Notebook

struct Describe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Chapters, parameters, papers and cost of a study.",
    discussion: "Example: kadanoff describe mlrg")

  @Argument(help: "The study.")
  var study: String

  func run() async throws {
    try await ExitStatus.reporting {
      for type in try Catalogue.select([study]) { try describe(type) }
    }
  }

  private func describe(_ type: any Study.Type) throws {
    let checkout = try Checkout.find()
    let prepared = try PreparedStudy(type, RunRequest(), in: checkout)
    print("\(type.card.name): \(type.card.title)\n\n\(type.card.summary)\n\nPapers")
    for paper in type.card.papers { print("  \(paper.authors), \(paper.title), \(paper.reference)") }
    print("\nChapters (for --only)")
    for chapter in prepared.chapters { print("  \(chapter.slug)") }
    print("\nCost by profile")
    for profile in checkout.profiles(of: type.card.name) {
      print("  \(profile): \(type.card.cost[profile] ?? "not measured")")
    }
    print("\nParameters (for --set and profiles)")
    for spec in try PreparedStudy.declareAll(type) {
      let unit = spec.unit.isEmpty ? "" : " \(spec.unit)"
      let standard = String(decoding: try CanonicalJSON.encode(spec.standard), as: UTF8.self)
      print("  \(spec.key) = \(standard)\(unit)\n      \(spec.meaning); allowed: \(spec.allowed)")
    }
  }
}
