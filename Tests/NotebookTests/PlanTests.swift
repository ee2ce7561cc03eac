import Foundation
import Random
import Testing

@testable import Notebook

/// Keys: what they depend on, and what a plan says of a change.
@Suite struct PlanTests {
  static let first = Step("first", parameters: ["x": 1.5]) { 1.0 }
  static let draws = Step<[Double]>.array("draws", parameters: 3, count: 4, needs: first) {
    (_: Int, random: inout RandomStream, first: Double) in
    first + random.uniform()
  }
  static let last = Step("last", parameters: "sum", needs: draws, first) { draws, first in
    draws.reduce(first, +)
  }

  static func plan(_ steps: [StepNode], seed: UInt64 = 1) throws -> Plan {
    try Plan(study: "toy", seed: seed, steps: steps)
  }

  /// The keys by step of the toy study.
  static func keys(_ set: [String] = [], seed: UInt64? = nil, toy: ToyCheckout) throws -> [String: String] {
    let plan = try toy.prepare(set: set) { $0.seed = seed }.plan
    return Dictionary(uniqueKeysWithValues: plan.entries.map { ($0.name, $0.key) })
  }

  /// The steps whose key differs.
  static func changed(_ set: [String] = [], seed: UInt64? = nil) throws -> Set<String> {
    let toy = try ToyCheckout()
    let before = try keys(toy: toy)
    let after = try keys(set, seed: seed, toy: toy)
    return Set(before.keys.filter { before[$0] != after[$0] })
  }

  @Test("a key is the SHA-256 of the canonical JSON of what the step is made of")
  func pin() throws {
    let entry = try #require(Self.plan([Self.first.node]).entries.first)
    let text = #"{"needs":{},"parameters":{"x":1.5},"revision":1,"step":"first","study":"toy","tasks":1}"#
    #expect(entry.key == CanonicalJSON.sha256(Data(text.utf8)))
    #expect(entry.key == "674e483b0d73f236faa1259c730a8f54e38025fef15ece971e2b06e2ab3f1431")
    let draws = try Self.plan([Self.draws.node]).entries[1]
    let more =
      #"{"needs":{"first":"\#(entry.key)"},"parameters":3,"revision":1,"seed":1,"step":"draws","study":"toy","tasks":4}"#
    #expect(draws.key == CanonicalJSON.sha256(Data(more.utf8)))
  }

  @Test("each step comes once, after what it needs, in reading order")
  func order() throws {
    let plan = try Self.plan([Self.last.node, Self.first.node, Self.draws.node])
    #expect(plan.entries.map(\.name) == ["first", "draws", "last"])
    #expect(plan.entries.map(\.taskCount) == [1, 4, 1])
    #expect(plan.dependents(of: ["draws"]) == ["draws", "last"])
    #expect(plan.dependents(of: ["first"]) == ["first", "draws", "last"])
    #expect(plan.dependents(of: []) == [])
  }

  @Test("two different steps of one name are refused, the same step twice is not")
  func duplicates() throws {
    let other = Step("first", parameters: ["x": 2.5]) { 1.0 }
    let error = #expect(throws: RunError.self) { try Self.plan([Self.last.node, other.node]) }
    #expect(
      error?.description
        == "toy: two different steps are called 'first'; step names must be unique within a study")
    #expect(try Self.plan([Self.first.node, Self.first.node]).entries.count == 1)
  }

  @Test(
    "a changed parameter changes the keys of exactly the steps that depend on it",
    arguments: [
      (["walk.length=17"], ["theory", "walks", "spread"]), (["walk.walkers=5"], ["walks", "spread"]),
      (["shift=0.25"], ["offset"]), (["caption=long"], []), (["walk.length=16", "shift=0.5"], []),
    ])
  func dependents(set: [String], steps: [String]) throws {
    #expect(try Self.changed(set) == Set(steps))
  }

  @Test("the seed is part of the keys of steps that draw random numbers, and of what depends on them")
  func seed() throws {
    #expect(try Self.changed(seed: 2) == ["walks", "spread", "offset"])
    #expect(try Self.changed(seed: RunRequest.standardSeed) == [])
  }

  @Test("a revision changes the step's key and those downstream")
  func revision() throws {
    func keys(_ revision: Int) throws -> [String] {
      let first = Step("first", revision: revision, parameters: 1) { 1.0 }
      let second = Step("second", parameters: 1, needs: first) { $0 }
      let alone = Step("alone", parameters: 1) { 1.0 }
      return try Self.plan([second.node, alone.node]).entries.map(\.key)
    }
    let (one, two) = (try keys(1), try keys(2))
    #expect(zip(one, two).map { $0 != $1 } == [true, true, false])
  }

  @Test("more tasks make another key, but leave the stored ones where they are")
  func growth() throws {
    func draws(_ count: Int) throws -> Plan.Entry {
      let step = Step<[Double]>.array("draws", parameters: 3, count: count) {
        (_: Int, random: inout RandomStream) in
        random.uniform()
      }
      return try Self.plan([step.node]).entries[0]
    }
    let (four, five) = (try draws(4), try draws(5))
    #expect(four.key != five.key)
    #expect(four.folder == five.folder)
    #expect(four.record.storeFolders.contains(four.folder))
  }

  @Test("what changed is said per key, old → new")
  func changes() throws {
    let parameters = JSONValue.tree(of: ["a.x": .int(1), "a.y": .string("s"), "b": .array([.int(1)])])
    let other = JSONValue.tree(of: ["a.x": .double(1.5), "a.z": .bool(true), "b": .array([.int(1), .int(2)])])
    let old = Plan.Record(
      study: "toy", step: "s", revision: 1, parameters: parameters, needs: ["u": "1", "v": "2"], tasks: 3, seed: 1)
    let new = Plan.Record(
      study: "toy", step: "s", revision: 2, parameters: other, needs: ["u": "1", "v": "3"], tasks: 4, seed: 9)
    #expect(
      new.changes(since: old) == [
        "revision 1 → 2", "seed 1 → 9", "a.x 1 → 1.5", #"a.y "s" → unset"#, "a.z unset → true", "b [1] → [1,2]",
        "tasks 3 → 4", "needs 'v', which changed",
      ])
    #expect(new.changes(since: new) == [])
  }

  @Test("after a run the status of a changed study names the key that changed and how")
  func status() async throws {
    let toy = try ToyCheckout()
    let new = try toy.prepare().status
    #expect(new.steps.map(\.reason) == ["new", "new", "new", "new"])
    #expect(new.missingTasks == 7)
    try await toy.run()
    let stored = try toy.prepare().status
    #expect(stored.missingTasks == 0 && stored.steps.allSatisfy { $0.isComplete && $0.reason == nil })
    let changed = try toy.prepare(set: ["walk.length=20", "walk.walkers=6"]).status
    let reasons = Dictionary(uniqueKeysWithValues: changed.steps.map { ($0.name, $0.reason ?? "") })
    #expect(
      reasons == [
        "theory": "parameters 16 → 20", "walks": "parameters 16 → 20; tasks 4 → 6",
        "spread": "needs 'theory', which changed; needs 'walks', which changed", "offset": "",
      ])
    let grown = try toy.prepare(set: ["walk.walkers=6"]).status
    #expect(grown.steps.map(\.stored) == [1, 4, 0, 1])
    #expect(grown.steps[1].reason == "tasks 4 → 6")
    #expect(try toy.prepare { $0.seed = 3 }.status.steps[1].reason == "seed 1 → 3")
  }

  @Test("sources that changed under the same revision are a warning and not a rerun")
  func sources() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    #expect(try toy.prepare().status.sourcesWarning == nil)
    try toy.folder.write("let code = 2\n", to: "Sources/Toy/Toy.swift")
    let status = try toy.prepare().status
    #expect(status.missingTasks == 0)
    let warning = try #require(status.sourcesWarning)
    #expect(warning.contains("theory") && warning.contains("--rerun theory") && !warning.contains("\n"))
    #expect(try await toy.run().tasksRun == 0)
    // Text that is not code does not count.
    try toy.folder.write("let code = 1\n", to: "Sources/Toy/Toy.swift")
    try toy.folder.write("notes\n", to: "Sources/Toy/Notes.md")
    #expect(try toy.prepare().status.sourcesWarning == nil)
  }

  @Test("the last complete plan of a profile protects its results; one that no profile has any more does not")
  func inUse() throws {
    let folder = try TemporaryFolder()
    let plan = try Self.plan([Self.last.node])
    let small = try Self.plan([Self.first.node])
    func used() throws -> Set<String> { try LastPlan.foldersInUse(below: folder.url) }
    func last(isPlain: Bool = true) -> LastPlan {
      LastPlan(study: "toy", profile: "quick", isPlain: isPlain, folder: folder.url)
    }
    #expect(try used() == [])
    try last().end(plan)
    #expect(try Set(plan.entries.map(\.folder)).isSubset(of: used()))
    try last().end(small)
    #expect(try !used().contains(plan.entries[2].folder) && used().contains(small.entries[0].folder))
    try last(isPlain: false).end(plan)
    #expect(try !used().contains(plan.entries[2].folder))
    try folder.write("{", to: "toy/paper.json")
    #expect(throws: StoreError.self) { try used() }
  }
}
