import Foundation
import Random
import Statistics

@testable import Notebook

/// Random walks of unit steps: ⟨x²⟩ = length. Small, but with every kind of step.
struct ToyStudy: Study {
  static let card = StudyCard(
    name: "toy", title: "Random walks", summary: "Walkers on a line.",
    papers: [Paper(authors: "K. Pearson", title: "The problem of the random walk", reference: "Nature 72 (1905)")],
    sources: ["Sources/Toy"], cost: ["smoke": "nothing"])
  static let headlines = [
    Headline(id: "walk/x2", quantity: "mean square displacement", symbol: "⟨x²⟩", paper: "", exact: "length")
  ]

  let walkers: Int
  let length: Int
  let shift: Double
  /// Used by the chapters alone.
  let caption: String

  init(_ read: ParameterReader) throws {
    (walkers, length) = try read.group("walk") { read in
      (
        try read.int("walkers", default: 8, in: 0...1000, unit: "walkers", "independent walks"),
        try read.int("length", default: 100, in: 1...10_000, unit: "steps", "steps of a walk")
      )
    }
    shift = try read.double("shift", default: 0.5, in: -1...1, "added to the offset")
    caption = try read.choice("caption", default: Wording.short, "how the figure is explained").rawValue
  }

  enum Wording: String, CaseIterable { case short, long }

  var theory: Step<[Double]> {
    Step("theory", parameters: length) { [length] in (0...4).map { Double(length * $0) / 4 } }
  }

  var walks: Step<[Double]> {
    .array("walks", parameters: length, count: walkers) { [length] (_: Int, random: inout RandomStream) in
      (0..<length).reduce(0.0) { x, _ in x + (random.next() & 1 == 0 ? 1 : -1) }
    }
  }

  var spread: Step<Estimate> {
    Step("spread", parameters: "⟨x²⟩", needs: walks, theory) { walks, theory in
      let squares = walks.map { $0 * $0 }
      guard squares.count > 1 else { return Estimate(theory[4]) }
      return try SampleMoments(squares).mean
    }
  }

  var offset: Step<Double> {
    .random("offset", parameters: shift) { [shift] random in shift + random.uniform() }
  }

  var chapters: [Chapter] { [displacement, origin] }

  var displacement: Chapter {
    Chapter("The displacement", needs: theory, walks, spread) { [caption] page, theory, walks, spread in
      page.text("A walk forgets where it came from.")
      page.figure(
        Figure(
          id: "walks", title: "Walks", caption: caption,
          panel: Panel(
            x: "walker", y: "x",
            [
              .points(x: walks.indices.map(Double.init), y: walks, label: "end points"),
              .line(x: theory.indices.map(Double.init), y: theory, label: "theory"),
            ])))
      page.quantity("walk/x2", spread, symbol: "⟨x²⟩")
    }
  }

  var origin: Chapter {
    Chapter("The origin", needs: offset) { page, offset in
      page.table(Table(columns: ["origin"], rows: [["\(offset)"]]))
      page.quantity("walk/origin", offset, symbol: "x_0")
    }
  }
}

/// A checkout with the toy study's profile and goldens, in a temporary folder.
struct ToyCheckout {
  let folder: TemporaryFolder
  var checkout: Checkout { Checkout(root: folder.url) }

  /// The store of these tests is in their own folder whatever the environment says.
  private static let environment: Int32 = unsetenv("KADANOFF_STORE")

  init(profile: String = "walk:\n  walkers: 4\n  length: 16\n", golden: String = "[]") throws {
    precondition(Self.environment == 0)
    folder = try TemporaryFolder()
    try folder.write(profile, to: "studies/toy/profiles/smoke.yaml")
    try folder.write("{}\n", to: "studies/toy/profiles/paper.yaml")
    try folder.write(#"{"schema":"golden/1","study":"toy","entries":\#(golden)}"#, to: "golden/toy.json")
    try folder.write("let code = 1\n", to: "Sources/Toy/Toy.swift")
  }

  func prepare(
    _ type: any Study.Type = ToyStudy.self, set: [String] = [], _ adjust: (inout RunRequest) -> Void = { _ in }
  ) throws -> PreparedStudy {
    var request = RunRequest()
    request.profile = "smoke"
    request.assignments = set
    adjust(&request)
    return try PreparedStudy(type, request, in: checkout)
  }

  /// Runs the study without a word on the screen.
  @discardableResult
  func run(
    _ type: any Study.Type = ToyStudy.self, set: [String] = [], _ adjust: (inout RunRequest) -> Void = { _ in }
  ) async throws -> StudyRun.Summary {
    let study = try prepare(type, set: set, adjust)
    return try await StudyRun(study, progress: Progress(label: "toy", quiet: true)).run()
  }
}
