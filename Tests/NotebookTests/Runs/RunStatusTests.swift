import Foundation
import Testing

@testable import Notebook

/// What others that see the folder learn of a run.
@Suite struct RunStatusTests {
  let toy: ToyCheckout
  let submission: Submission

  init() throws {
    toy = try ToyCheckout()
    submission = try Submission(toy.prepare())
  }

  var status: RunStatus { get throws { try RunStatus(submission.run, at: toy.folder.url) } }

  func write(_ record: WorkerRecord, _ name: String = "task-1") throws {
    let text = String(decoding: try CanonicalJSON.encode(record), as: UTF8.self)
    try toy.folder.write(text, to: ".kadanoff/runs/\(submission.run.name)/workers/\(name).json")
  }

  /// A record of a process of this machine that is gone.
  func gone(at task: Int, command: String = "again") -> WorkerRecord {
    var record = WorkerRecord(command: command)
    record.tasks = [.init(step: "walks", task: task)]
    record.birth -= 1
    return record
  }

  func age(_ name: String, seconds: Double) throws {
    let file = submission.run.url.appending(path: "workers/\(name).json")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: file.path)
  }

  @Test("tasks of living processes run, with their fraction")
  func running() throws {
    var record = WorkerRecord(command: "again")
    record.tasks = [.init(step: "walks", task: 2, fraction: 0.25), .init(step: "theory", task: 0)]
    try write(record)
    #expect(try status.running == 2 && status.waiting == 5 && status.failed == 0)
    #expect(try status.hosts == [Machine.host: 1])
    #expect(try status.text.contains("0 of 7 tasks done, 2 running, 0 failed, 5 waiting"))
  }

  @Test("a process of this machine that is gone has failed at its task, one elsewhere only after a minute of silence")
  func gone() throws {
    try write(gone(at: 1, command: "again, here"), "task-2")
    var elsewhere = WorkerRecord(command: "again, elsewhere")
    elsewhere.machine = "another"
    elsewhere.host = "n7"
    elsewhere.tasks = [.init(step: "walks", task: 3)]
    try write(elsewhere, "task-4")
    #expect(try status.running == 1 && status.failed == 1)
    #expect(try status.failures.map(\.command) == ["again, here"])
    try age("task-4", seconds: 120)
    #expect(try status.running == 0 && status.failed == 2)
    #expect(try status.text.contains("failed on n7: walks, task 3: its process is gone without a word"))
    // A clock that runs ahead by an hour does not make the process live for an hour.
    try age("task-4", seconds: -3600)
    #expect(try status.running == 0)
  }

  @Test("a run of many tasks that was stopped has failed at nothing and says how it goes on")
  func stopped() throws {
    try write(gone(at: 1), "run-host-1")
    #expect(try status.failed == 0 && status.waiting == 7)
    #expect(try status.text.contains("nobody is at work on it: kadanoff run toy --profile smoke goes on"))
  }

  @Test("a task whose job waits in the queue again has not failed")
  func requeued() throws {
    var record = gone(at: 1)
    record.job = "12_1"
    try write(record)
    #expect(try status.failed == 1)
    let queue = SlurmQueue(text: "12 1 PENDING")
    #expect(try RunStatus(submission.run, at: toy.folder.url, queue: queue).failed == 0)
  }

  @Test("a record that speaks of tasks that are stored or not in the plan changes nothing")
  func outdated() async throws {
    let study = submission.study
    _ = try await RunnerTests.run(study.plan, toy.checkout.store)
    var record = WorkerRecord(command: "again")
    record.tasks = [.init(step: "walks", task: 1), .init(step: "walks", task: 99), .init(step: "none", task: 0)]
    record.failure = .init(step: "walks", task: -1, reason: "none")
    try write(record)
    try toy.folder.write("{}", to: ".kadanoff/runs/\(submission.run.name)/workers/task-9.json")
    #expect(try status.done == 7 && status.running == 0 && status.failed == 0)
    // Nothing left to do: no time left either.
    #expect(try status.timeLeft == nil && status.rate > 0)
  }

  @Test("the time left is the work left shared by who is at work")
  func timeLeft() throws {
    let store = toy.checkout.store
    let walks = submission.plan.steps[1].folder
    try store.save(Store.Item(payload: Data("1".utf8), sources: "", cpuSeconds: 100), walks, task: 0)
    var record = WorkerRecord(command: "again")
    record.tasks = [.init(step: "walks", task: 1, fraction: 0.5), .init(step: "walks", task: 2, fraction: 0)]
    try write(record)
    // 3 tasks of 100 s, half of one done, two at work; what the others cost is not known.
    let left = try #require(try status.timeLeft)
    #expect(left.seconds == 125 && left.isAtLeast)
    #expect(try status.sentence.contains("at least 2 min 05 s left"))
  }

  @Test("a process that is between two tasks is at work")
  func betweenTasks() throws {
    #expect(try status.sentence.contains("nobody is at work on it: kadanoff run toy --profile smoke goes on"))
    try write(WorkerRecord(command: "again"), "run-host-1")
    #expect(try status.sentence.hasSuffix("; a process is about to work on it"))
  }

  @Test("a report that failed is shown with its reason")
  func failedReport() throws {
    var record = WorkerRecord(command: "again")
    record.failure = .init(step: RunStatus.report, task: 0, reason: "cannot write")
    try write(record, "report")
    #expect(try status.text.contains("failed on \(Machine.host): the report: cannot write"))
  }

  @Test("logs of jobs that ended with an error and left no record are shown, those of other submissions are not")
  func silentFailures() throws {
    try SlurmJobs(ids: [12]).write(submission.run)
    let end = "\(JobLog.ending) 126\n"
    let logs = ".kadanoff/runs/\(submission.run.name)/logs"
    try toy.folder.write("no such library\n\(end)", to: "\(logs)/toy.walks-12_3.log")
    try toy.folder.write("1 tasks computed\n", to: "\(logs)/toy.walks-12_4.log")
    try toy.folder.write("of before\n\(end)", to: "\(logs)/toy.walks-11_3.log")
    #expect(try status.silentFailures.map(\.lines) == [["no such library"]])
    #expect(try status.text.contains("toy.walks-12_3.log:\n    | no such library"))
    // As long as anything may still happen they are not looked for.
    let queue = SlurmQueue(text: "12 5 PENDING")
    #expect(try RunStatus(submission.run, at: toy.folder.url, queue: queue).silentFailures.isEmpty)
  }

  @Test("advice is left out for a run that this program cannot go on with")
  func otherProgram() throws {
    var status = try status
    status.isOfAnotherProgram = true
    #expect(
      !status.text.contains("goes on") && status.text.contains("'kadanoff cache rm \(submission.run.name)' gives it up")
    )
  }

  @Test("the last lines of the log of a failed task are shown")
  func lastLines() throws {
    let log = toy.folder.url.appending(path: "log")
    try Data((1...9).map { "line \($0)\n" }.joined().utf8).write(to: log)
    var record = WorkerRecord(command: "again")
    record.failure = .init(step: "offset", task: 0, reason: "no")
    record.log = log.path
    try write(record)
    #expect(try status.failures.first?.lines == (5...9).map { "line \($0)" })
  }

  @Test("a run of a queue stays, marked as done, with its logs until the store is cleaned")
  func done() async throws {
    try SlurmJobs(ids: [1]).write(submission.run)
    try await toy.run()
    #expect(try status.isDone && status.text == "\(submission.run.name): done, its report is written")
    _ = try StoreListing(toy.checkout).collect()
    #expect(RunFolder.all(in: toy.checkout).isEmpty)
    #expect(try toy.prepare().status.missingTasks == 0)
  }

  @Test(
    "a new plain run takes the place of a stopped one of the same profile, not of one in a queue or of other parameters"
  )
  func replaced() async throws {
    let custom = try Submission(toy.prepare(set: ["shift=0.125"]))
    try toy.folder.write("walk:\n  walkers: 5\n", to: "studies/toy/profiles/smoke.yaml")
    try await toy.run()
    #expect(RunFolder.all(in: toy.checkout).map(\.name) == [custom.run.name])
    let queued = try Submission(toy.prepare())
    try SlurmJobs(ids: [1]).write(queued.run)
    try toy.folder.write("walk:\n  walkers: 6\n", to: "studies/toy/profiles/smoke.yaml")
    try await toy.run()
    #expect(Set(RunFolder.all(in: toy.checkout).map(\.name)) == [custom.run.name, queued.run.name])
  }
}
