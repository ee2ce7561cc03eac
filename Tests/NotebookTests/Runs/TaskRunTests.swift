import Foundation
import Testing

@testable import Notebook

/// Tasks of a plan, one by one.
@Suite(.timeLimit(.minutes(20))) struct TaskRunTests {
  let toy: ToyCheckout
  let submission: Submission

  init() throws {
    toy = try ToyCheckout()
    submission = try Submission(toy.prepare())
  }

  @discardableResult
  func task(_ numbers: Range<Int>, patience: Double = 0) async throws -> TaskRun.Outcome {
    let plan = try PlanFile.read(submission.run.planFile)
    let study = try PreparedStudy(ToyStudy.self, plan, in: toy.checkout)
    return try await TaskRun(study, plan, file: submission.run.planFile)
      .run(numbers, patience: patience, progress: Progress(label: "toy", quiet: true))
  }

  var status: RunStatus { get throws { try RunStatus(submission.run, at: toy.folder.url) } }

  @Test("all tasks by number and the report give the same bytes as a run, in any order that respects their needs")
  func sameBytes() async throws {
    let other = try ToyCheckout()
    try await other.run()
    for number in [6, 4, 0, 2, 3, 1, 5] { try await task(number..<number + 1) }
    #expect(try status.done == 7 && status.waiting == 0 && status.sentence.contains("the report is missing"))
    guard case .report(let summary) = try await task(7..<8) else { return #expect(Bool(false)) }
    #expect(summary.tasksRun == 0)
    let path = ".kadanoff/reports/smoke"
    let expected = try other.folder.files(below: path).filter { !$0.key.hasSuffix("provenance.json") }
    #expect(try toy.folder.files(below: path).filter { !$0.key.hasSuffix("provenance.json") } == expected)
    #expect(RunFolder.all(in: toy.checkout).isEmpty)
  }

  @Test("a task that is stored is not computed again; a batch ends with its step")
  func idempotent() async throws {
    guard case .tasks(2, 0) = try await task(1..<3) else { return #expect(Bool(false)) }
    let before = try toy.folder.identities(below: ".kadanoff/store")
    guard case .tasks(2, 2) = try await task(1..<100) else { return #expect(Bool(false)) }
    #expect(try toy.folder.identities(below: ".kadanoff/store").filter { before[$0.key] != nil } == before)
    #expect(try status.steps.map(\.done) == [0, 4, 0, 0])
  }

  @Test("a task whose needs are not stored says so, and waits if it may")
  func waits() async throws {
    let error = await #expect(throws: RunError.self) { try await task(5..<6) }
    #expect(error?.description.contains("toy/theory: 1 of 1 tasks are not stored yet") == true)
    async let late: Void = {
      try await Task.sleep(for: .milliseconds(300))
      try await task(0..<1)
      try await task(1..<5)
    }()
    guard case .tasks(1, 0) = try await task(5..<6, patience: 3600) else { return #expect(Bool(false)) }
    try await late
  }

  @Test("the report waits for every task")
  func reportWaits() async throws {
    try await task(0..<1)
    let error = await #expect(throws: RunError.self) { try await task(7..<8) }
    #expect(error?.description.contains("toy/walks: 4 of 4 tasks") == true)
  }

  @Test("numbers that are not in the plan are refused", arguments: [8, 1000, -3])
  func outside(number: Int) async throws {
    let error = await #expect(throws: PlanFileError.self) { try await task(number..<number + 1) }
    #expect(error?.description.contains("the plan has tasks 0 to 6, and 7 is the report") == true)
  }

  @Test("a failed task is shown with its reason and the command that runs it again; what needs it fails at once")
  func failure() async throws {
    try await task(0..<1)
    // A file where the folder of the step should be: nothing can be stored.
    let folder = toy.checkout.store.stepFolder(submission.plan.steps[1].folder)
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: folder)
    await #expect(throws: StoreError.self) { try await task(3..<4) }
    try FileManager.default.removeItem(at: folder)
    // This process is alive and its record tells of a failure all the same.
    #expect(try status.failed == 1 && status.waiting == 5)
    let failed = try #require(try status.failures.first)
    #expect(failed.step == "walks" && failed.task == 2 && failed.reason.contains("cannot write"))
    #expect(failed.command == "kadanoff task --plan \(submission.run.planFile.path) --index 3")
    #expect(try status.text.contains(failed.command))
    let error = await #expect(throws: RunError.self) { try await task(5..<6, patience: 3600) }
    #expect(error?.description.contains("needs toy/walks, whose task 2 failed") == true)
    // Its repetition clears it.
    try await task(3..<4)
    #expect(try status.failures.map(\.step) == ["spread"])
    try await task(1..<5)
    try await task(5..<6)
    #expect(try status.failed == 0 && status.done == 6)
  }
}
