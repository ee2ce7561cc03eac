import Foundation
import Testing

/// Stopping in the middle loses only the tasks under way.
@Suite(.serialized, .timeLimit(.minutes(20))) struct InterruptionTests {
  /// One of the last steps takes so long that the run cannot end by itself.
  static let endless = ["mlrg", "--profile", "smoke", "--set", "five.small_epochs=1000000"]

  @Test(
    "SIGINT and SIGTERM end a run within a second with 75; what was stored stays",
    arguments: ["INT", "TERM"])
  func stops(signal: String) async throws {
    let scene = try Scene()
    let end = try await scene.interrupt(signal, afterTasks: 8, ["run"] + Self.endless + ["--jobs", "1"])
    #expect(end.code == 75 && end.milliseconds < 1000, "\(end)")
    #expect(end.errors.contains("tasks of this run are stored; the same command goes on from there"))
    let tasks = scene.storedTasks().count
    #expect(tasks >= 8)
    let plan = try await scene(["plan"] + Self.endless)
    #expect(plan.output.contains(" stored\n") && !plan.output.contains("damaged"), "\(plan.output)")
    #expect(try await scene(["cache", "gc"]).output.hasPrefix("0 steps"))
    #expect(scene.storedTasks().count == tasks)
  }

  @Test("after SIGKILL or SIGTERM in the middle the same command gives the same bytes as an undisturbed run")
  func resumes() async throws {
    let (reference, expected) = try await Scene.finished.value
    let total = reference.storedTasks().count
    let scene = try Scene()
    for (eighths, signal, code) in [(0, "KILL", 128 + 9), (2, "TERM", 75), (3, "KILL", 128 + 9)] {
      let smoke = ["run"] + RunCommandTests.smoke + ["--jobs", "2"]
      let end = try await scene.interrupt(signal, afterTasks: eighths * total / 8 + 1, smoke)
      #expect(end.code == code, "\(end)")
      #expect(scene.storedTasks().count < total)
    }
    let outcome = try await scene(["run"] + RunCommandTests.smoke)
    #expect(outcome.code == expected.code && !outcome.errors.contains("damaged"))
    #expect(!outcome.output.contains("\(total) of \(total) tasks run"))
    #expect(try scene.reportBytes() == reference.reportBytes())
    #expect(scene.storedTasks().count == total)
  }
}
