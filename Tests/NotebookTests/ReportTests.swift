import Foundation
import Statistics
import Testing

@testable import Notebook

/// The same steps as the toy study, with other words and colours around them.
private struct RecaptionedStudy: Study {
  static let card = ToyStudy.card
  static let headlines = ToyStudy.headlines
  let toy: ToyStudy

  init(_ read: ParameterReader) throws { toy = try ToyStudy(read) }

  var chapters: [Chapter] {
    [
      Chapter("The walks again", needs: toy.walks, toy.spread, toy.offset) { page, walks, spread, offset in
        page.figure(
          Figure(
            id: "walks", title: "The same walks", caption: "In another colour.",
            panel: Panel(
              x: "walker", y: "x",
              [.points(x: walks.indices.map(Double.init), y: walks, label: "ends").tinted(.series(3))])))
        page.quantity("walk/x2", spread, symbol: "⟨x²⟩")
        page.quantity("walk/origin", offset, symbol: "x_0")
      }
    ]
  }
}

/// Runs of a whole study: what is written, what is not written again.
@Suite(.timeLimit(.minutes(20))) struct ReportTests {
  static let report = ".kadanoff/reports/smoke/toy"

  @Test("a run writes page, results, figures and provenance, and they obey the schemas")
  func files() async throws {
    let toy = try ToyCheckout()
    let summary = try await toy.run()
    #expect(summary.tasksRun == 7 && summary.tasks == 7)
    let files = try toy.folder.files(below: Self.report)
    #expect(
      files.keys.sorted() == [
        "README.md", "figures/walks.csv", "figures/walks.gp", "figures/walks.svg", "provenance.json",
        "results.json",
      ])
    #expect(summary.filesWritten == files.count)
    for name in ["results", "provenance"] {
      let document = try JSONReader.read(try #require(files["\(name).json"]))
      #expect(try SchemaTests.schema(name).violations(of: document) == [])
    }
    let page = String(decoding: try #require(files["README.md"]), as: UTF8.self)
    for text in [
      "# Random walks", "K. Pearson", "## 1. The displacement", "## 2. The origin", "A walk forgets",
      "![Walks](figures/walks.svg)", "`walk/x2`", "`kadanoff run toy --profile smoke`",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test("results carry the seed, every parameter and every quantity, and neither time nor machine")
  func results() async throws {
    let toy = try ToyCheckout()
    try await toy.run(set: ["shift=0.25"]) { $0.output = toy.folder.url.appending(path: "out") }
    let url = toy.folder.url.appending(path: "out/toy/results.json")
    let results = try Results.load(url)
    #expect(results.seed == RunRequest.standardSeed && results.profile == "smoke")
    #expect(results.parameters[path: "walk.walkers"] == .int(4))
    #expect(results.parameters[path: "shift"]?.number == 0.25)
    #expect(results.quantities.map(\.id) == ["walk/origin", "walk/x2"])
    #expect(results.headlines.map(\.id) == ["walk/x2"])
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(!text.contains(toy.folder.url.lastPathComponent) && !text.contains("cpu"))
    let page = try Data(contentsOf: toy.folder.url.appending(path: "out/toy/README.md"))
    #expect(
      String(decoding: page, as: UTF8.self).contains("`kadanoff run toy --profile smoke --set 'shift=0.25'`"))
  }

  @Test("a second run runs nothing and writes no file of the whole checkout again")
  func nothingToDo() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    let before = try toy.folder.identities()
    let summary = try await toy.run()
    #expect(summary.tasksRun == 0 && summary.filesWritten == 0)
    #expect(try toy.folder.identities() == before)
  }

  @Test("other words and colours run no step")
  func captions() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    let svg = try toy.folder.files(below: Self.report)["figures/walks.svg"]
    #expect(try await toy.run(set: ["caption=long"]).tasksRun == 0)
    let summary = try await toy.run(RecaptionedStudy.self)
    #expect(summary.tasksRun == 0 && summary.filesWritten > 0)
    let files = try toy.folder.files(below: Self.report)
    #expect(String(decoding: files["README.md"] ?? Data(), as: UTF8.self).contains("In another colour."))
    #expect(files["figures/walks.svg"] != svg)
  }

  @Test(
    "a changed parameter runs exactly the steps that depend on it",
    arguments: [
      (["shift=0"], ["offset": 1]), (["walk.walkers=6"], ["walks": 2, "spread": 1]),
      (["walk.length=9"], ["theory": 1, "walks": 4, "spread": 1]),
    ])
  func parameters(set: [String], runs: [String: Int]) async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    try await toy.run(set: set)
    let provenance = try toy.folder.files(below: ".kadanoff/reports/smoke-custom/toy")["provenance.json"]
    let steps = try CanonicalJSON.decode(Provenance.self, from: try #require(provenance)).steps
    let ran = Dictionary(uniqueKeysWithValues: steps.filter { $0.tasksRun > 0 }.map { ($0.name, $0.tasksRun) })
    #expect(ran == runs)
  }

  @Test("jobs do not change a byte of report or figures, the seed does")
  func bytes() async throws {
    var reports: [[String: Data]] = []
    for (jobs, seed) in [(1, 4), (4, 4), (1, 5)] {
      let toy = try ToyCheckout()
      try await toy.run {
        $0.jobs = jobs
        $0.seed = UInt64(seed)
      }
      var files = try toy.folder.files(below: ".kadanoff/reports/smoke-custom/toy")
      files["provenance.json"] = nil
      reports.append(files)
    }
    #expect(reports[0].count == 5 && reports[0] == reports[1])
    #expect(reports[0]["results.json"] != reports[2]["results.json"])
  }

  @Test("a chapter alone runs what it needs and is not blamed for the goldens of the others")
  func only() async throws {
    let golden = """
      [{"id":"walk/x2","quantity":"q","symbol":"x","kind":"property","rule":{"predicate":{"greaterThan":0}},
        "source":{"type":"theory","where":"positive"}}]
      """
    let toy = try ToyCheckout(golden: golden)
    let part = try await toy.run { $0.only = ["The origin"] }
    #expect(part.tasksRun == 1 && !part.checks.failed)
    #expect(try await toy.run { $0.only = ["the-origin"] }.tasksRun == 0)
    let error = #expect(throws: ParameterError.self) { try toy.prepare { $0.only = ["the-orign"] } }
    #expect(error?.description == "--only the-orign: toy has no such chapter; did you mean 'the-origin'?")
  }

  @Test("a picture that was damaged in the cache is drawn again, with the same bytes")
  func damagedPicture() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    let before = try toy.folder.files(below: Self.report)
    let name = try #require(try toy.folder.files(below: ".kadanoff/figures").keys.first)
    let url = toy.folder.url.appending(path: ".kadanoff/figures/\(name)")
    var data = try Data(contentsOf: url)
    data[data.count / 2] ^= 4
    try data.write(to: url)
    try FileManager.default.removeItem(at: toy.folder.url.appending(path: ".kadanoff/reports"))
    try await toy.run()
    let after = try toy.folder.files(below: Self.report)
    #expect(after["figures/walks.svg"] == before["figures/walks.svg"])
  }

  @Test("a figure that is no longer made is removed; files of others stay")
  func staleFigures() async throws {
    let toy = try ToyCheckout()
    for name in ["old.svg", "old.csv", "old.gp", "notes.txt"] {
      try toy.folder.write("x", to: "\(Self.report)/figures/\(name)")
    }
    try await toy.run()
    let names = try toy.folder.files(below: "\(Self.report)/figures").keys.sorted()
    #expect(names == ["notes.txt", "walks.csv", "walks.gp", "walks.svg"])
  }

  @Test("a README that is not a scoreboard is never overwritten, and nothing runs before that is said")
  func foreignPage() async throws {
    let toy = try ToyCheckout()
    try toy.folder.write("# My project\n", to: "README.md")
    let error = await #expect(throws: StoreError.self) { try await toy.run { $0.output = toy.folder.url } }
    #expect(error?.description.contains("README.md: it is not a scoreboard") == true)
    #expect(try toy.folder.files()["README.md"] == Data("# My project\n".utf8))
    #expect(try toy.prepare().status.missingTasks == 7)
  }

  @Test("the paper profile as it is goes to reports/, a changed one does not")
  func folders() throws {
    let checkout = try ToyCheckout().checkout
    func folder(_ adjust: (inout RunRequest) -> Void) -> String {
      var request = RunRequest()
      adjust(&request)
      return checkout.relative(request.folder(in: checkout))
    }
    #expect(folder { $0.profile = "paper" } == "reports")
    #expect(folder { $0.profile = "quick" } == ".kadanoff/reports/quick")
    for change: (inout RunRequest) -> Void in [
      { $0.assignments = ["a=1"] }, { $0.only = ["x"] }, { $0.seed = 1 },
    ] {
      #expect(
        folder {
          $0.profile = "paper"; change(&$0)
        } == ".kadanoff/reports/paper-custom")
    }
    #expect(
      folder {
        $0.profile = "paper"; $0.output = URL(filePath: "/tmp/x")
      } == "/tmp/x")
  }

  @Test("profiles, chapters, steps and keys that do not exist are refused with the nearest name")
  func unknownNames() throws {
    let toy = try ToyCheckout()
    func line(_ set: [String] = [], _ adjust: (inout RunRequest) -> Void = { _ in }) -> String {
      let error = #expect(throws: ParameterError.self) { try toy.prepare(set: set, adjust) }
      return error?.description ?? ""
    }
    #expect(line { $0.profile = "smok" } == "toy has no profile 'smok'; did you mean 'smoke'?")
    #expect(line { $0.profile = "nightly" } == "toy has no profile 'nightly'; known: paper, smoke")
    #expect(line { $0.rerun = ["walk"] } == "--rerun walk: no such step in toy; did you mean 'walks'?")
    #expect(
      line(["walk.lenght=3"])
        == "--set walk.lenght=3: unknown parameter 'walk.lenght'; did you mean 'walk.length'?")
    #expect(
      line(["walk.length=0"])
        == "--set walk.length=0: walk.length is 0; allowed: whole number from 1 to 10000")
  }

  @Test("two figures or two quantities of one id are refused")
  func duplicates() async throws {
    struct Twice: Study {
      static let card = ToyStudy.card
      static let headlines: [Headline] = []
      let toy: ToyStudy
      init(_ read: ParameterReader) throws { toy = try ToyStudy(read) }
      var chapters: [Chapter] {
        toy.chapters + [Chapter("Again") { page in page.quantity("walk/x2", 1.0, symbol: "x") }]
      }
    }
    let toy = try ToyCheckout()
    let error = await #expect(throws: RunError.self) { try await toy.run(Twice.self) }
    #expect(error?.description == "toy: two quantities have the id 'walk/x2'; ids must be unique within a study")
  }

  @Test("an error in a chapter names study and chapter")
  func chapterError() async throws {
    struct Faulty: Study {
      static let card = ToyStudy.card
      static let headlines: [Headline] = []
      init(_ read: ParameterReader) throws { _ = try ToyStudy(read) }
      var chapters: [Chapter] { [Chapter("Data") { page in _ = try page.publishedTable("absent") }] }
    }
    let toy = try ToyCheckout()
    let error = await #expect(throws: RunError.self) { try await toy.run(Faulty.self) }
    #expect(error?.description == "toy, chapter 'Data': golden/data/absent.csv: no such file")
  }

  @Test("results that are not JSON are refused with the line, others as another version")
  func unreadableResults() throws {
    let folder = try TemporaryFolder()
    func line(_ text: String) throws -> String {
      try folder.write(text, to: "results.json")
      let error = #expect(throws: ResultsError.self) {
        try Results.load(folder.url.appending(path: "results.json"))
      }
      return error?.description ?? ""
    }
    #expect(try line("{\n\"schema\": \n}").contains("results.json: line 3: "))
    #expect(try line("{}").contains("not a results file of this version"))
    let absent = #expect(throws: ResultsError.self) { try Results.load(folder.url.appending(path: "none.json")) }
    #expect(absent?.description.contains("no such file") == true)
  }
}
