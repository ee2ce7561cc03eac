import Foundation
import Subprocess
import Testing

/// Stopping in the middle loses only the tasks under way.
@Suite(.serialized, .timeLimit(.minutes(2))) struct InterruptionTests {
  /// So long a training that the run cannot end by itself.
  static let endless = ["mlrg", "--profile", "smoke", "--set", "training.epochs=900000"]

  @Test("SIGINT and SIGTERM end a run within a second with 75; what was stored stays", arguments: [Signal.interrupt, .terminate])
  func stops(signal: Signal) async throws {
    let scene = try Scene()
    let clock = ContinuousClock()
    let (times, sent) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
    let outcome = try await scene(["run"] + Self.endless) { send in
      try await scene.waitForTasks(1)
      sent.yield(clock.now)
      try send(signal)
    }
    let end = clock.now
    let start = try #require(await times.first { _ in true })
    #expect(outcome.code == 75, "\(outcome.errors)")
    #expect(end - start < .seconds(1))
    #expect(outcome.errors.contains("tasks of this run are stored; the same command goes on from there"))
    let tasks = scene.storedTasks().count
    #expect(tasks > 0)
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
    for (share, signal) in [(4, Signal.kill), (2, .terminate), (1, .kill)] {
      let wanted = total / 4 * (4 - share) / 2 + 1
      let outcome = try await scene(["run"] + RunCommandTests.smoke + ["--jobs", "2"]) { send in
        try await scene.waitForTasks(wanted)
        try send(signal)
      }
      #expect(outcome.code == nil || outcome.code == 75, "\(outcome.errors)")
      #expect(scene.storedTasks().count < total)
    }
    let outcome = try await scene(["run"] + RunCommandTests.smoke)
    #expect(outcome.code == expected.code && !outcome.errors.contains("damaged"))
    #expect(!outcome.output.contains("\(total) of \(total) tasks run"))
    #expect(try scene.reportBytes() == reference.reportBytes())
    #expect(scene.storedTasks().count == total)
  }
}
