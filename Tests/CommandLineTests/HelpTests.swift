import Foundation
import Subprocess
import Testing

/// Help, and what is said without a run.
@Suite(.timeLimit(.minutes(20))) struct HelpTests {
  @Test(
    "the help of every command shows an example",
    arguments: [
      [], ["list"], ["describe"], ["plan"], ["run"], ["submit"], ["task"], ["status"], ["check"], ["golden"],
      ["golden", "check"],
      ["golden", "diff"], ["golden", "update"], ["diff"], ["cache"], ["cache", "ls"], ["cache", "gc"],
      ["cache", "rm"], ["doctor"],
    ])
  func examples(command: [String]) async throws {
    let outcome = try await Scene()(command + ["--help"])
    #expect(outcome.code == 0)
    let name = (["kadanoff"] + command).joined(separator: " ")
    let text = outcome.output
    let start = try #require(text.range(of: "Example"))
    #expect(text[start.upperBound...].contains(name), "\(text)")
    #expect(text.contains("USAGE: \(name)"))
  }

  @Test("the help names every command and every exit code")
  func overview() async throws {
    let text = try await Scene()(["--help"]).output
    for command in [
      "list", "describe", "plan", "run", "submit", "task", "status", "check", "golden", "diff", "cache", "doctor",
    ] {
      #expect(text.contains("\n  \(command) "), "\(command)")
    }
    for code in ["0 ", "1 ", "2 ", "3 ", "64 ", "69 ", "75 "] { #expect(text.contains(code)) }
  }

  @Test(
    "arguments that are none end with the usage code",
    arguments: [
      ["rnu"], ["run", "--profil", "smoke"], ["run", "--jobs", "0"], ["run", "--seed", "x"],
      ["run", "--seed", "-1"], ["diff", "one"], ["describe"],
      ["golden", "update", "mlrg", "--results", "x", "--reason", "y"],
      ["submit", "mlrg"], ["submit", "mlrg", "--engine", "pbs"],
      ["submit", "--engine", "local", "--tasks-per-job", "0"],
      ["submit", "--engine", "slurm", "--array-limit", "-5"], ["submit", "--engine", "list", "--time", "5"],
      ["submit", "--engine", "slurm", "--by-level", "--tasks-per-job", "2"],
      ["submit", "--engine", "list", "--by-level"],
      ["submit", "--engine", "slurm", "--jobs", "3"], ["submit", "--engine", "slurm", "--time", "2:00"],
      ["task", "--index", "0"], ["task", "--plan", "p"],
      ["task", "--plan", "p", "--index", "-1"], ["task", "--plan", "p", "--index", "99999999999999999999"],
      ["task", "--plan", "p", "--index", "0", "--count", "0"],
      ["task", "--plan", "p", "--index", "0", "--wait", "nan"],
    ])
  func usage(arguments: [String]) async throws {
    let outcome = try await Scene()(arguments)
    #expect(outcome.code == 64, "\(outcome.output) \(outcome.errors)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1 && outcome.errors.hasPrefix("kadanoff: "), "\(outcome.errors)")
  }

  @Test("list names the studies")
  func list() async throws {
    let outcome = try await Scene()(["list"])
    #expect(outcome.code == 0 && outcome.output.contains("mlrg  "))
  }

  @Test("describe gives papers, chapters, cost per profile, and every parameter with default and range")
  func describe() async throws {
    let scene = try Scene()
    let outcome = try await scene(["describe", "mlrg"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func section(_ title: String) throws -> [String] {
      let start = try #require(lines.firstIndex { $0.hasPrefix(title) }, "\(title)")
      return Array(lines[(start + 1)...].prefix { !$0.isEmpty })
    }
    #expect(try section("Papers").contains { $0.contains("2306.11054") })
    let cost = try section("Cost by profile").map { String($0.drop { $0 == " " }.prefix { $0 != ":" }) }
    #expect(Set(cost).isSuperset(of: ["smoke", "quick", "paper"]))
    for slug in try section("Chapters").map({ $0.drop { $0 == " " } }) {
      let plan = try await scene(["plan", "mlrg", "--profile", "smoke", "--only", String(slug)])
      #expect(plan.code == 0, "\(slug): \(plan.errors)")
    }
    let parameters = try section("Parameters")
    #expect(parameters.count % 2 == 0 && parameters.contains("  training.epochs = 4096 Adam steps"))
    for (index, line) in parameters.enumerated() {
      if index % 2 == 0 {
        #expect(line.contains(" = "), "\(line)")
      } else {
        #expect(line.hasPrefix("      ") && line.contains("; allowed: "), "\(line)")
      }
    }
  }

  @Test("the doctor lists versions, and 69 tells that something is missing")
  func doctor() async throws {
    var scene = try Scene()
    let healthy = try await scene(["doctor"])
    #expect(healthy.code == 0, "\(healthy.output)")
    for name in ["GSL", "gnuplot", "checkout", "store", "git", "swift", "processor"] {
      #expect(healthy.output.contains(" \(name) "), "\(name)")
    }
    scene.environment["KADANOFF_GNUPLOT"] = "/nonexistent"
    let sick = try await scene(["doctor"])
    #expect(sick.code == 69)
    #expect(sick.output.contains("MISSING  gnuplot") && sick.output.contains("KADANOFF_GNUPLOT=/nonexistent"))
  }

  @Test("the program finds the checkout it lies in, also when it is started by name from elsewhere")
  func findsItsCheckout() async throws {
    let scene = try Scene()
    let bin = scene.root.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Scene.program, to: bin.appending(path: "kadanoff"))
    let result = try await Subprocess.run(
      .path("/bin/sh"),
      arguments: ["-c", "cd / && unset KADANOFF_ROOT KADANOFF_STORE && kadanoff golden check"],
      environment: .inherit.updating(["PATH": "\(bin.path):/usr/bin:/bin"]),
      output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
    #expect(result.standardOutput.contains("mlrg: "), "\(result.standardError)")
  }
}
