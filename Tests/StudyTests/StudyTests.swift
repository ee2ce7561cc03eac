import Foundation
import IsingGenerator
import MLRG
import PhiFourIRG
import RBMvsRG
import SpinGlassIRG
import Testing

@testable import Notebook

/// Every study runs from its smoke profile to a whole report, and what its goldens can say of that run holds.
@Suite(.timeLimit(.minutes(20))) struct StudyTests {
  static let studies: [any Study.Type] = [MLRG.self, IsingGenerator.self, PhiFourIRG.self, SpinGlassIRG.self, RBMvsRG.self]
  static let names = studies.map { $0.card.name }

  /// The checkout that this file belongs to.
  static let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A run in a temporary checkout; what is wrong with it, line by line, and what it wrote.
  struct SmokeRun {
    let folder: URL
    let chapters: [Chapter]
    let goldens: GoldenFile
    let results: Results

    init(_ type: any Study.Type) async throws {
      let files = FileManager.default
      folder = files.temporaryDirectory.resolvingSymlinksInPath()
        .appending(path: "kadanoff-study-\(UUID().uuidString)")
      let profiles = "studies/\(type.card.name)/profiles"
      for path in ["golden", profiles] {
        let target = folder.appending(path: path)
        try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try files.copyItem(at: StudyTests.project.appending(path: path), to: target)
      }
      var request = RunRequest()
      request.profile = "smoke"
      request.output = folder.appending(path: "out")
      let checkout = Checkout(root: folder)
      let study = try PreparedStudy(type, request, in: checkout)
      let summary = try await StudyRun(study, progress: Progress(label: study.name, quiet: true)).run()
      chapters = study.chapters
      goldens = try GoldenFile.load(checkout.goldenFile(of: study.name))
      results = try Results.load(summary.folder.appending(path: "results.json"))
    }

    var report: URL { folder.appending(path: "out/\(results.study)") }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  @Test("the smoke profile", arguments: names)
  func smoke(name: String) async throws {
    unsetenv("KADANOFF_STORE")
    let type = try #require(Self.studies.first { $0.card.name == name })
    let run = try await SmokeRun(type)
    defer { run.remove() }
    try everyChapterIsThere(run)
    try everyFigureIsThere(run)
    numbersAreNumbers(run)
    goldensHold(run)
    try filesObeyTheSchemas(run)
  }

  private func everyChapterIsThere(_ run: SmokeRun) throws {
    #expect(!run.chapters.isEmpty)
    let page = try String(contentsOf: run.report.appending(path: "README.md"), encoding: .utf8)
    for (number, chapter) in run.chapters.enumerated() {
      #expect(page.contains("\n## \(number + 1). \(chapter.title)\n"), "\(chapter.title)")
    }
    #expect(Set(run.chapters.map(\.slug)).count == run.chapters.count, "two chapters of one name")
    let chapters = Set(run.chapters.map(\.title))
    #expect(run.results.quantities.allSatisfy { chapters.contains($0.chapter) })
    let ids = Set(run.results.quantities.map(\.id))
    // A headline that this profile does not produce is one that its golden expects of other profiles only.
    let absent = run.results.headlines.map(\.id).filter { !ids.contains($0) }
    #expect(absent.filter { run.goldens[$0]?.profiles?.contains("smoke") != false } == [], "no quantity")
  }

  private func everyFigureIsThere(_ run: SmokeRun) throws {
    let page = try String(contentsOf: run.report.appending(path: "README.md"), encoding: .utf8)
    for figure in run.results.figures {
      let picture = "figures/\(figure.id).svg"
      #expect(page.contains("](\(picture))"), "\(figure.id) is not shown")
      for path in [figure.csv, figure.script, picture] {
        let data = try Data(contentsOf: run.report.appending(path: path))
        #expect(!data.isEmpty, "\(path)")
      }
      let svg = try String(contentsOf: run.report.appending(path: picture), encoding: .utf8)
      #expect(svg.hasSuffix("</svg>\n") || svg.hasSuffix("</svg>\n\n"), "\(picture) is cut off")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: run.report.appending(path: "figures").path)
    #expect(names.count == 3 * run.results.figures.count)
  }

  /// What cannot be computed from so short a run is "none", not NaN; errors are positive.
  private func numbersAreNumbers(_ run: SmokeRun) {
    let quantities = run.results.quantities
    let undefined = quantities.filter { ($0.value.numbers ?? []).contains(where: \.isNaN) }
    #expect(undefined.map(\.id) == [], "these are NaN")
    let errorless = quantities.filter { quantity in quantity.stderr.map { !($0 > 0) } ?? false }
    #expect(errorless.map(\.id) == [], "these have no error that is a positive number")
  }

  /// Only what does not need statistics is judged here, and nothing that such goldens ask for is missing.
  private func goldensHold(_ run: SmokeRun) {
    let kinds: Set<Golden.Kind> = [.exact, .numeric, .property]
    let applicable = run.goldens.entries.filter { $0.profiles?.contains("smoke") ?? true }
    let wanted = Set(applicable.filter { kinds.contains($0.kind) }.map(\.id))
    let judged = run.results.checks.filter { wanted.contains($0.id) }
    #expect(Set(judged.map(\.id)) == wanted)
    #expect(judged.filter { $0.verdict == .fail }.map(\.description) == [])
    #expect(judged.filter { $0.verdict == .missing }.map(\.id) == [], "no quantity")
  }

  private func filesObeyTheSchemas(_ run: SmokeRun) throws {
    for name in ["results", "provenance"] {
      let schema = JSONSchema(
        try JSONReader.read(try Data(contentsOf: run.folder.appending(path: "golden/schema/\(name).schema.json"))))
      let document = try JSONReader.read(try Data(contentsOf: run.report.appending(path: "\(name).json")))
      #expect(schema.violations(of: document) == [], "\(name).json")
    }
  }
}
