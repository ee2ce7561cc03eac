import Foundation
import Testing

@testable import Notebook

/// The page above the reports.
@Suite(.timeLimit(.minutes(20))) struct ScoreboardTests {
  static let golden = """
    [{"id":"walk/x2","quantity":"q","symbol":"x","kind":"property","rule":{"predicate":{"greaterThan":0}},
      "source":{"type":"theory","where":"positive"}}]
    """

  @Test("shows every headline with value and verdict, on the page and on the screen")
  func rows() async throws {
    let toy = try ToyCheckout(golden: Self.golden)
    let summary = try await toy.run()
    #expect(summary.checks.counts == ["PASS": 1, "NEW": 1])
    let folder = toy.folder.url.appending(path: ".kadanoff/reports/smoke")
    let quantities = try Results.load(folder.appending(path: "toy/results.json")).quantities
    let spread = try #require(quantities.first { $0.id == "walk/x2" })
    let lines = Scoreboard(folder: folder).text.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("study  quantity"))
    for text in ["toy", "mean square displacement", "length", spread.shown, "PASS"] {
      #expect(lines[1].contains(text), "\(text)")
    }
    let page = try #require(try toy.folder.files()[".kadanoff/reports/smoke/README.md"])
    let markdown = String(decoding: page, as: UTF8.self)
    #expect(
      markdown.contains("| [toy](toy/README.md) | mean square displacement |  | length | \(spread.shown) | > 0 | PASS |"))
    #expect(markdown.contains("- `toy`: 1 PASS, 1 NEW"))
    #expect(markdown.contains("## How to read the verdicts"))
  }

  @Test("a folder without reports has a head and no rows")
  func empty() throws {
    let folder = try TemporaryFolder()
    #expect(Scoreboard(folder: folder.url).text == "study  quantity  paper  exact  this run  reference  verdict")
  }
}
