import Foundation
import Statistics
import Testing

@testable import Notebook

/// The pieces of a page.
@Suite struct PageTests {
  @Test("a table is a GitHub table; bars and line ends in cells do no harm")
  func table() {
    let table = Table(caption: "Flows", columns: ["a", "|b|"], rows: [["1", "x\ny"]])
    #expect(table.markdown == "Flows\n\n| a | \\|b\\| |\n|---|---|\n| 1 | x y |")
  }

  @Test("a chapter's slug is its title in lower case with hyphens")
  func slug() {
    #expect(Chapter("What the network learns: J_c, KL") { _ in }.slug == "what-the-network-learns-j-c-kl")
    #expect(Chapter("what-the-network") { _ in }.slug == "what-the-network")
  }

  @Test("quantities keep their order, chapter, errors and kinds")
  func quantities() throws {
    let chapter = Chapter("One") { page in
      page.quantity("a", Estimate(1.5, 0.25, tauInt: 2, effectiveSamples: 50), symbol: "a")
      page.quantity("b", 2.0, symbol: "b", unit: "sites", listed: false)
      page.quantity("c", orNone: nil, symbol: "c")
      page.quantity("d", json: .array([.int(1)]), symbol: "d")
    }
    let page = try filled(chapter)
    #expect(page.quantities.map(\.id) == ["a", "b", "c", "d"])
    #expect(page.listed == ["a", "c", "d"])
    #expect(page.quantities[0].stderr == 0.25 && page.quantities[0].tauInt == 2)
    #expect(page.quantities[1].stderr == nil && page.quantities[1].unit == "sites")
    #expect(page.quantities[2].value == .string("none"))
    #expect(page.quantities.allSatisfy { $0.chapter == "One" })
  }

  /// The page as the chapter writes it.
  private func filled(_ chapter: Chapter) throws -> Page {
    let page = Page(chapter: chapter.title, data: URL(filePath: "/"))
    try chapter.body(page, StepValues())
    return page
  }

  @Test("numbers as a report shows them")
  func numbers() {
    #expect(NumberText.text(.double(1.0 / 3)) == "0.3333333333")
    #expect(NumberText.text(.double(2)) == "2")
    #expect(NumberText.text(.array([.int(1), .double(0.5), .bool(true)])) == "1, 0.5, yes")
    #expect(NumberText.text(.double(0.31498), standardError: 0.00072) == "0.31498(72)")
    #expect(NumberText.text(.string("none"), standardError: 1) == "none")
  }

  @Test("columns of a text table are as wide as their widest cell")
  func textTable() {
    let lines = TextTable.lines(header: ["a", "b"], rows: [["long", "β"], ["x", ""]])
    #expect(lines == ["a     b", "long  β", "x"])
  }

  @Test("published tables are read by column; a short row is named by its line")
  func dataTable() throws {
    let folder = try TemporaryFolder()
    try folder.write("x,y\n1,a\n\n2,b\n", to: "t.csv")
    let table = try DataTable(contentsOf: folder.url.appending(path: "t.csv"), name: "t.csv")
    #expect(table.rows == [["x": "1", "y": "a"], ["x": "2", "y": "b"]])
    #expect(table.rows(where: "y", is: "b") == [["x": "2", "y": "b"]])
    try folder.write("x,y\n\n1\n", to: "t.csv")
    let error = #expect(throws: DataTableError.self) {
      try DataTable(contentsOf: folder.url.appending(path: "t.csv"), name: "t.csv")
    }
    #expect(error?.description == "t.csv:3: 1 cells, but 2 columns")
  }
}
