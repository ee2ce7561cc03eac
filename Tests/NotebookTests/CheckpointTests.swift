import Foundation
import Random
import Testing

@testable import Notebook

/// Long tasks that are stopped and go on.
@Suite struct CheckpointTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = Store(folder: folder.url.appending(path: "store"))
  }

  struct Walk: Codable {
    var steps = 0
    var position = 0.0
    var started = 0
  }

  struct Stopped: Error {}

  /// A random walk of 10 steps of which each is saved; it stops with an error before step `stop`.
  static func walk(stoppingAt stop: Int? = nil) -> Step<[Walk]> {
    .resumable("walk", parameters: 1, count: 2) { (_: Int, random: RandomStream, checkpoint: Checkpoint) in
      var walk = try checkpoint.saved.map { try JSONDecoder().decode(Walk.self, from: $0) } ?? Walk()
      walk.started += 1
      while walk.steps < 10 {
        if walk.steps == stop { throw Stopped() }
        var noise = random.child("step", walk.steps)
        walk.position += noise.normal()
        walk.steps += 1
        let state = try JSONEncoder().encode(walk)
        try checkpoint.reached(Double(walk.steps) / 10) { state }
      }
      return walk
    }
  }

  func run(_ step: Step<[Walk]>, sources: String = "", rerun: Set<String> = []) async throws -> [Walk] {
    let root = folder.url.appending(path: "sources")
    try FileManager.default.createDirectory(at: root.appending(path: "code"), withIntermediateDirectories: true)
    try Data(sources.utf8).write(to: root.appending(path: "code/a.swift"))
    let runner = Runner(
      plan: try PlanTests.plan([step.node]), store: store,
      sources: SourceFingerprint(folders: ["code"], root: root), jobs: 2, rerun: rerun,
      progress: Progress(label: "toy", quiet: true), checkpointInterval: .zero)
    return try await runner.run().values.value(of: step)
  }

  func files(_ ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: store.folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }
  }

  @Test("a stopped task goes on from its saved state and gives the same result")
  func resumes() async throws {
    let whole = try await run(Self.walk())
    #expect(whole.map(\.started) == [1, 1])
    try FileManager.default.removeItem(at: store.folder)
    await #expect(throws: RunError.self) { try await run(Self.walk(stoppingAt: 3)) }
    await #expect(throws: RunError.self) { try await run(Self.walk(stoppingAt: 7)) }
    let resumed = try await run(Self.walk())
    #expect(resumed.map(\.position) == whole.map(\.position))
    #expect(resumed[0].started == 3)
    #expect(files(".state").isEmpty && files("0.json").count == 1)
  }

  @Test("a damaged state is not used", arguments: [0, 40, 400])
  func damaged(cut: Int) async throws {
    await #expect(throws: RunError.self) { try await run(Self.walk(stoppingAt: 5)) }
    for name in files(".state") {
      let url = store.folder.appending(path: name)
      try Data(contentsOf: url).prefix(cut).write(to: url)
    }
    #expect(try await run(Self.walk()).allSatisfy { $0.started == (cut == 400 ? 2 : 1) && $0.steps == 10 })
  }

  @Test("a state saved by other sources is not used")
  func otherSources() async throws {
    await #expect(throws: RunError.self) { try await run(Self.walk(stoppingAt: 5), sources: "let a = 1") }
    #expect(try await run(Self.walk(), sources: "let a = 2").map(\.started).contains(1))
  }

  @Test("a forced rerun starts from the beginning")
  func forced() async throws {
    await #expect(throws: RunError.self) { try await run(Self.walk(stoppingAt: 5)) }
    #expect(try await run(Self.walk(), rerun: ["walk"]).allSatisfy { $0.started == 1 })
  }
}
