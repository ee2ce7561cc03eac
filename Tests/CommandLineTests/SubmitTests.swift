import Foundation
import Testing

/// Studies as jobs, without a cluster; `Tests/Cluster/run` does it with one.
@Suite(.timeLimit(.minutes(20))) struct SubmitTests {
  static let smoke = ["mlrg", "--profile", "smoke"]

  /// The commands of the list engine: number of the task to command.
  func list(_ scene: Scene, _ arguments: [String] = []) async throws -> [String] {
    let outcome = try await scene(["submit"] + Self.smoke + ["--engine", "list"] + arguments)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("the local engine gives the same bytes as a run and leaves nothing behind")
  func local() async throws {
    let (reference, expected) = try await Scene.finished.value
    let scene = try Scene()
    let submit = ["submit"] + Self.smoke + ["--engine", "local", "--jobs", "3", "--tasks-per-job", "3", "--quiet"]
    let outcome = try await scene(submit)
    #expect(outcome.code == expected.code && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try scene.reportBytes() == reference.reportBytes())
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.store.appending(path: "runs").path) == [])
    #expect(try await scene(submit).output.hasPrefix("mlrg: nothing to do: all "))
  }

  @Test("the commands of the list, started all at once, give the same bytes; each may be started again")
  func listed() async throws {
    let (reference, _) = try await Scene.finished.value
    let scene = try Scene()
    let commands = try await list(scene, ["--tasks-per-job", "2"])
    try scene.write((commands + commands.prefix(5)).joined(separator: "\n") + "\n", to: "commands")
    let outcome = try await scene.shell(
      "xargs -P 8 -I {} sh -c '{} >/dev/null 2>>errors' <commands; grep '^kadanoff:' errors")
    #expect(outcome.output.isEmpty, "\(outcome.output)")
    #expect(try scene.reportBytes() == reference.reportBytes())
  }

  @Test("a dry run writes nothing", arguments: ["slurm", "local", "list"])
  func dryRun(engine: String) async throws {
    let scene = try Scene()
    let before = try scene.identities()
    let outcome = try await scene(["submit"] + Self.smoke + ["--engine", engine, "--dry-run"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let start = engine == "slurm" ? "job1=$(sbatch --parsable --job-name=mlrg." : "env KADANOFF_ROOT=/"
    #expect(lines.count > 10 && lines[0].hasPrefix(start), "\(lines[0])")
    #expect(engine == "slurm" ? lines.last!.contains("--dependency=afterok:$job") : lines.last!.contains("--wait"))
    #expect(try scene.identities() == before)
  }

  @Test("without Slurm there is one line and 69")
  func noSlurm() async throws {
    var scene = try Scene()
    scene.environment["PATH"] = "/nonexistent"
    let outcome = try await scene(["submit"] + Self.smoke + ["--engine", "slurm"])
    expectOneLine(outcome, code: 69, "there is no sbatch here; submit from a machine of the cluster")
  }

  @Test("more statistics reuse the tasks that are stored")
  func moreStatistics() async throws {
    let scene = try await Scene.copyOfFinished()
    let stored = scene.storedTasks().count
    #expect(try await list(scene).count == 1, "only the report")
    let more = try await list(scene, ["--set", "training.instances=3"])
    // One more instance of some steps, and what follows from them.
    #expect(more.count > 1 && more.count < stored / 2)
  }

  @Test("status shows what failed with its last lines, and the command it names runs it alone")
  func failure() async throws {
    let scene = try Scene()
    let plan = try #require(try await list(scene).first?.split(separator: " ").dropFirst(5).first).description
    let text = try String(contentsOf: URL(filePath: plan), encoding: .utf8)
    let folder = try #require(text.firstMatch(of: /"folder" : "([0-9a-f]{64})"/)).1.description
    // A file where the folder of the first step should be.
    try scene.write("", to: ".kadanoff/store/\(folder.prefix(2))/\(folder)")
    let submit = ["submit"] + Self.smoke + ["--engine", "local", "--quiet"]
    expectOneLine(try await scene(submit), code: 2, "cannot write")
    let status = try await scene(["status", "mlrg", "--runs"]).output
    #expect(status.contains("1 failed") || status.contains("2 failed"), "\(status)")
    #expect(status.contains("    | kadanoff: cannot write "), "\(status)")
    let again = try #require(status.firstMatch(of: /again, alone: kadanoff (task .*)/)).1.description
    try FileManager.default.removeItem(at: scene.store.appending(path: "store/\(folder.prefix(2))/\(folder)"))
    #expect(try await scene(again.split(separator: " ").map(String.init)).code == 0)
    let (reference, expected) = try await Scene.finished.value
    #expect(try await scene(submit).code == expected.code)
    #expect(try scene.reportBytes() == reference.reportBytes())
  }

  @Test("the local engine stopped by SIGTERM ends with 75, and the same command goes on")
  func stopped() async throws {
    let scene = try Scene()
    let submit = ["submit"] + Self.smoke + ["--engine", "local", "--jobs", "2", "--quiet"]
    let end = try await scene.interrupt("TERM", afterTasks: 8, submit)
    #expect(end.code == 75 && end.milliseconds < 6000 && end.errors.contains("interrupted: "), "\(end)")
    // The run may be given up, too.
    let name = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: scene.store.appending(path: "runs").path
      ).first)
    #expect(try await scene(["cache", "rm", name]).output == "\(name) is given up\n")
    #expect(try await scene(["status", "mlrg", "--runs"]).output == "no run is under way or stopped\n")
    let (reference, expected) = try await Scene.finished.value
    #expect(try await scene(submit).code == expected.code)
    #expect(try scene.reportBytes() == reference.reportBytes())
  }
}
