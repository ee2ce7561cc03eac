import Foundation
import Notebook
import Testing

/// A study through the command line: run, run again, look at it.
@Suite(.timeLimit(.minutes(20))) struct RunCommandTests {
  static let smoke = ["mlrg", "--profile", "smoke"]

  @Test("a run writes the report, prints the scoreboard, and its exit code is the verdict")
  func run() async throws {
    let (scene, outcome) = try await Scene.finished.value
    let results = try Results.load(scene.report.appending(path: "results.json"))
    #expect(outcome.code == (results.checks.contains(where: \.isFailure) ? 1 : 0), "\(outcome.errors)")
    #expect(outcome.output.contains("tasks run") && outcome.output.contains("study  quantity"))
    #expect(outcome.output.contains("reports: \(scene.store.path)/reports/smoke/README.md"))
    let names = try Set(Scene.files(in: scene.report).keys)
    #expect(names.isSuperset(of: ["README.md", "results.json", "provenance.json"]))
    for figure in results.figures {
      #expect(names.isSuperset(of: [figure.csv, figure.script, "figures/\(figure.id).svg"]))
    }
  }

  @Test("a second run has nothing to do, says so, and touches no file")
  func again() async throws {
    let scene = try await Scene.copyOfFinished()
    let before = try scene.identities()
    let outcome = try await scene(["run"] + Self.smoke)
    #expect(outcome.output.hasPrefix("mlrg: nothing to do: all "), "\(outcome.output)\(outcome.errors)")
    #expect(try await outcome.code == Scene.finished.value.outcome.code)
    #expect(try scene.identities() == before)
    #expect(try await scene(["plan"] + Self.smoke).output.hasPrefix("mlrg, profile smoke: nothing to do\n"))
  }

  @Test("one job gives the same bytes as two")
  func jobs() async throws {
    let scene = try Scene()
    let outcome = try await scene(["run"] + Self.smoke + ["--jobs", "1", "--quiet"])
    let (reference, expected) = try await Scene.finished.value
    #expect(outcome.code == expected.code && outcome.errors.isEmpty)
    #expect(try scene.reportBytes() == reference.reportBytes())
  }

  @Test("two processes at once on one store both succeed, and the report is the same")
  func twoProcesses() async throws {
    let scene = try Scene()
    async let first = scene(["run"] + Self.smoke + ["--jobs", "1"])
    async let second = scene(["run"] + Self.smoke + ["--jobs", "1"])
    let (reference, expected) = try await Scene.finished.value
    for outcome in try await [first, second] { #expect(outcome.code == expected.code, "\(outcome.errors)") }
    #expect(try scene.reportBytes() == reference.reportBytes())
    #expect(try await scene(["run"] + Self.smoke).output.hasPrefix("mlrg: nothing to do"))
  }

  @Test("the plan names the changed key, old → new, and the seed")
  func plan() async throws {
    let scene = try await Scene.copyOfFinished()
    let empty = try await Scene()(["plan"] + Self.smoke)
    #expect(empty.code == 0 && empty.output.contains("profile smoke: "))
    let changed = try await scene(["plan"] + Self.smoke + ["--set", "training.epochs=65"])
    if !scene.storedTasks().isEmpty {
      #expect(changed.output.contains("epochs 64 → 65"), "\(changed.output)")
      #expect(changed.output.contains(" stored\n") && changed.output.contains("tasks to run"))
      let seeded = try await scene(["plan"] + Self.smoke + ["--seed", "7"])
      #expect(seeded.output.contains("seed 1 → 7"))
    }
  }

  @Test("damaged store files are reported, computed again, and the report stays the same")
  func damage() async throws {
    let scene = try await Scene.copyOfFinished()
    let files = scene.storedTasks()
    let (first, last) = (try #require(files.first), try #require(files.last))
    try Data(contentsOf: first).dropLast(4).write(to: first)
    var data = try Data(contentsOf: last)
    data[data.count - 3] ^= 2
    try data.write(to: last)
    let plan = try await scene(["plan"] + Self.smoke)
    #expect(plan.output.contains("profile smoke: 2 tasks to run"))
    for file in [first, last] { #expect(plan.output.contains("\(file.path) is damaged (")) }
    let outcome = try await scene(["run"] + Self.smoke)
    #expect(outcome.errors.contains("\(first.path) is damaged ("))
    #expect(outcome.errors.contains("; it is computed again"))
    #expect(outcome.output.contains("2 of "))
    #expect(try await scene.reportBytes() == Scene.finished.value.scene.reportBytes())
  }

  @Test("status counts stored tasks by profile")
  func status() async throws {
    let scene = try await Scene.finished.value.scene
    let outcome = try await scene(["status", "mlrg"])
    let row = try #require(outcome.output.split(separator: "\n").first { $0.contains(" smoke ") })
    let words = row.split(separator: " ")
    let counts = words[2].split(separator: "/")
    #expect(outcome.code == 0 && counts.count == 2 && counts[0] == counts[1], "\(row)")
    #expect(!row.contains("no report"))
  }

  @Test("check judges the report as the run did, and writes JUnit")
  func check() async throws {
    let scene = try await Scene.copyOfFinished()
    let outcome = try await scene(["check"] + Self.smoke + ["--junit", "out/junit.xml"])
    #expect(try await outcome.code == Scene.finished.value.outcome.code, "\(outcome.errors)")
    let results = try Results.load(scene.report.appending(path: "results.json"))
    #expect(outcome.output.hasPrefix("mlrg: \(results.summary.sentence)"))
    let xml = try String(contentsOf: scene.root.appending(path: "out/junit.xml"), encoding: .utf8)
    #expect(xml.components(separatedBy: "<testcase ").count == results.checks.count + 1)
    let strict = try await scene(["check"] + Self.smoke + ["--strict", "--all"])
    let isOpen = results.checks.contains { $0.verdict.isInconclusive }
    #expect(strict.code == (outcome.code == 1 ? 1 : isOpen ? 3 : 0))
    #expect(strict.output.split(separator: "\n").count > results.checks.count)
  }

  @Test("a report does not differ from itself; goldens are well formed and can be compared")
  func differences() async throws {
    let scene = try await Scene.finished.value.scene
    let results = try Results.load(scene.report.appending(path: "results.json"))
    let same = try await scene(["diff", scene.report.path, scene.report.appending(path: "results.json").path])
    #expect(same.code == 0 && same.output == "no difference in \(results.quantities.count) quantities\n")
    let goldens = try await scene(["golden", "check"])
    #expect(goldens.code == 0 && goldens.output.contains("reference numbers, well formed"))
    let compared = try await scene(["golden", "diff"] + Self.smoke)
    #expect(compared.code == 0 && compared.output.hasPrefix("mlrg, profile smoke: "))
  }

  @Test("the cache is listed, collected without loss, and removed by name")
  func cache() async throws {
    let scene = try await Scene.copyOfFinished()
    let tasks = scene.storedTasks().count
    try #require(tasks > 0)
    #expect(try await scene(["cache", "ls"]).output.contains("\nmlrg "))
    let collected = try await scene(["cache", "gc"])
    #expect(collected.output.hasPrefix("0 steps, 0 finished runs with their logs and 0 leftover files removed"), "\(collected.output)")
    #expect(scene.storedTasks().count == tasks)
    expectOneLine(try await scene(["cache", "rm", "mlgr"]), code: 64, "did you mean 'mlrg'?")
    #expect(try await scene(["cache", "rm", "mlrg"]).code == 0)
    #expect(scene.storedTasks().isEmpty)
  }
}
