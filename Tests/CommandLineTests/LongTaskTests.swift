import Foundation
import Testing

/// Tasks that save their state on the way.
@Suite(.timeLimit(.minutes(20))) struct LongTaskTests {
  /// One chapter whose two longest tasks take some seconds.
  static let long = [
    "run", "spin-glass-irg", "--profile", "smoke", "--only", "is-it-in-equilibrium", "--jobs", "2", "--set",
    "simulation.sweeps=[256,16384]",
  ]

  @Test("a task killed again and again in the middle gives the same bytes as an undisturbed one")
  func resumes() async throws {
    let undisturbed = try Scene()
    let expected = try await undisturbed(Self.long)
    #expect(expected.code == 0 || expected.code == 1, "\(expected.errors)")
    var scene = try Scene()
    scene.environment["KADANOFF_CHECKPOINT"] = "0.1"
    for _ in 0..<4 {
      let end = try await scene.interrupt("KILL", afterFiles: 2, like: #"-name '*.state' -newer "$MARK""#, Self.long)
      #expect(end.code == 128 + 9, "\(end)")
    }
    let plan = try await scene(["plan", "spin-glass-irg", "--profile", "smoke", "--only", "is-it-in-equilibrium"])
    #expect(plan.code == 0, "\(plan.errors)")
    let outcome = try await scene(Self.long)
    #expect(outcome.code == expected.code && !outcome.errors.contains("starts again"), "\(outcome.errors)")
    #expect(try scene.reportBytes(of: "spin-glass-irg") == undisturbed.reportBytes(of: "spin-glass-irg"))
    let names = try Scene.files(in: scene.store).keys
    #expect(!names.contains { $0.hasSuffix(".state") })
  }
}
