import Foundation
import GSL
import Random
import Synchronization
import Testing

@testable import Notebook

/// What runs, what is kept, and what happens when a task fails.
@Suite struct RunnerTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = Store(folder: folder.url.appending(path: "store"))
  }

  static func run(
    _ plan: Plan, _ store: Store, jobs: Int = 2, rerun: Set<String> = []
  ) async throws -> Runner.Outcome {
    try await Runner(
      plan: plan, store: store, sources: SourceFingerprint(folders: [], root: store.folder), jobs: jobs,
      rerun: rerun, progress: Progress(label: "toy", quiet: true)
    ).run()
  }

  static func draws(_ count: Int) -> Step<[Double]> {
    .array("draws", parameters: 1, count: count) { (_: Int, random: inout RandomStream) in random.normal() }
  }

  static func sum(_ draws: Step<[Double]>) -> Step<Double> {
    Step("sum", parameters: 1, needs: draws) { $0.reduce(0, +) }
  }

  /// The results without the processor time in the headers.
  func payloads(_ plan: Plan) throws -> [Data?] {
    try plan.entries.flatMap { entry in
      try (0..<entry.taskCount).map { try store.load(entry.folder, task: $0)?.payload }
    }
  }

  @Test("task i draws from the stream 'study/step' number i")
  func streams() async throws {
    let draws = Self.draws(3)
    let outcome = try await Self.run(PlanTests.plan([draws.node], seed: 5), store)
    let expected = (0..<3).map { index in
      var random = RandomStream(seed: 5, name: "toy/draws", index: index)
      return random.normal()
    }
    #expect(try outcome.values.value(of: draws) == expected)
    let one = Step<Double>.random("one", parameters: 1) { random in random.normal() }
    var random = RandomStream(seed: 5, name: "toy/one")
    #expect(try await Self.run(PlanTests.plan([one.node], seed: 5), store).values.value(of: one) == random.normal())
  }

  @Test("any number of jobs stores the same bytes")
  func jobs() async throws {
    let plan = try PlanTests.plan([Self.sum(Self.draws(40)).node])
    var results: [[Data?]] = []
    for jobs in [1, 4, 40] {
      let outcome = try await Self.run(plan, store, jobs: jobs)
      #expect(outcome.tasksRun == 41)
      results.append(try payloads(plan))
      try FileManager.default.removeItem(at: store.folder)
    }
    #expect(results[0].allSatisfy { $0 != nil })
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test("a second run runs nothing and writes nothing")
  func cached() async throws {
    let sum = Self.sum(Self.draws(5))
    let plan = try PlanTests.plan([sum.node])
    let first = try await Self.run(plan, store)
    let before = try folder.identities()
    let second = try await Self.run(plan, store)
    #expect(first.tasksRun == 6 && second.tasksRun == 0)
    #expect(try second.values.value(of: sum) == first.values.value(of: sum))
    #expect(try folder.identities() == before)
  }

  @Test("a longer array runs only the new tasks and the steps that need it")
  func growth() async throws {
    let (few, many) = (Self.draws(5), Self.draws(8))
    let first = try await Self.run(PlanTests.plan([Self.sum(few).node]), store)
    let second = try await Self.run(PlanTests.plan([Self.sum(many).node]), store)
    #expect(second.costs["draws"]?.tasksRun == 3 && second.costs["sum"]?.tasksRun == 1)
    #expect(try second.values.value(of: many).prefix(5) == first.values.value(of: few)[...])
    // Back to the shorter one: everything is there.
    #expect(try await Self.run(PlanTests.plan([Self.sum(few).node]), store).tasksRun == 0)
  }

  @Test("an array of no tasks is an empty list, and what needs it runs")
  func emptyArray() async throws {
    let sum = Self.sum(Self.draws(0))
    let outcome = try await Self.run(PlanTests.plan([sum.node]), store)
    #expect(try outcome.values.value(of: sum) == 0)
    #expect(outcome.tasksRun == 1)
  }

  @Test("damaged files are computed again, with the same bytes, and nothing else is")
  func damage() async throws {
    let plan = try PlanTests.plan([Self.sum(Self.draws(5)).node])
    _ = try await Self.run(plan, store)
    let before = try payloads(plan)
    let files = [0, 3].map { store.file(plan.entries[0].folder, task: $0) }
    var flipped = try Data(contentsOf: files[0])
    flipped[flipped.count - 2] ^= 1
    try flipped.write(to: files[0])
    try Data(contentsOf: files[1]).dropLast(3).write(to: files[1])
    let status = PlanStatus(
      of: plan, in: store, last: LastPlan(study: "toy", profile: "p", isPlain: true, folder: folder.url),
      sources: SourceFingerprint(folders: [], root: folder.url))
    #expect(status.missingTasks == 2 && status.damage.count == 2)
    #expect(status.damage[0].hasPrefix("toy/draws: ") && status.damage[0].contains(files[0].path))
    let outcome = try await Self.run(plan, store)
    #expect(outcome.tasksRun == 2 && outcome.costs["sum"]?.tasksRun == 0)
    #expect(try payloads(plan) == before)
  }

  @Test("a step that is run again takes with it what depends on it")
  func rerun() async throws {
    let draws = Self.draws(3)
    let alone = Step("alone", parameters: 1) { 1 }
    let plan = try PlanTests.plan([Self.sum(draws).node, alone.node])
    _ = try await Self.run(plan, store)
    let outcome = try await Self.run(plan, store, rerun: ["draws"])
    #expect(outcome.costs["draws"]?.tasksRun == 3 && outcome.costs["sum"]?.tasksRun == 1)
    #expect(outcome.costs["alone"]?.tasksRun == 0)
    #expect(try await Self.run(plan, store, rerun: ["sum"]).tasksRun == 1)
  }

  @Test("a failing task is named with study, step and number; the others that ran are kept")
  func failure() async throws {
    struct Trouble: Error, CustomStringConvertible { let description = "no convergence" }
    func step(broken: Bool) -> Step<[Int]> {
      .array("parts", parameters: 1, count: 6) { task, _ in
        if broken, task == 4 { throw Trouble() }
        return task
      }
    }
    let plan = try PlanTests.plan([step(broken: true).node])
    let error = await #expect(throws: RunError.self) { try await Self.run(plan, store, jobs: 1) }
    #expect(error?.description == "toy/parts, task 4: no convergence")
    let outcome = try await Self.run(PlanTests.plan([step(broken: false).node]), store)
    #expect(outcome.tasksRun == 2)
  }

  @Test("an error of GSL in a step is such a failure")
  func failureOfGSL() async throws {
    let root = Step("root", parameters: 1) { try findRoot(in: 0...1) { $0 * $0 + 1 } }
    let error = await #expect(throws: RunError.self) { try await Self.run(PlanTests.plan([root.node]), store) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("toy/root, task 0: ") && !text.contains("\n"), "\(text)")
    #expect(try folder.files().keys.allSatisfy { $0.hasSuffix("step.json") })
  }

  @Test("a result of another type under the same revision is explained")
  func otherType() async throws {
    let plan = try PlanTests.plan([Step("value", parameters: 1) { 1.5 }.node])
    _ = try await Self.run(plan, store)
    let now = Step("value", parameters: 1) { ["x": [1]] }
    let outcome = try await Self.run(PlanTests.plan([now.node]), store)
    let error = #expect(throws: RunError.self) { try outcome.values.value(of: now) }
    #expect(
      error?.description
        == "the stored result of step 'value' is not of its present type; raise its revision (now 1) or use --rerun value"
    )
  }

  @Test("two runs at once in one store both end with the same values")
  func twoRuns() async throws {
    let draws = Self.draws(30)
    let plan = try PlanTests.plan([Self.sum(draws).node])
    async let first = Self.run(plan, store)
    async let second = Self.run(plan, store)
    let values = try await [first, second].map { try $0.values.value(of: draws) }
    #expect(values[0] == values[1])
    #expect(try await Self.run(plan, store).tasksRun == 0)
    #expect(try folder.files().keys.allSatisfy { $0.hasSuffix(".json") })
  }

  @Test("no more than `jobs` tasks run at a time")
  func limit() async throws {
    let running = Mutex((now: 0, most: 0))
    let waits = Step<[Int]>.array("waits", parameters: 1, count: 6) { task, _ in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      usleep(2000)
      running.withLock { $0.now -= 1 }
      return task
    }
    _ = try await Self.run(PlanTests.plan([waits.node]), store, jobs: 1)
    #expect(running.withLock { $0.most } == 1)
  }
}
