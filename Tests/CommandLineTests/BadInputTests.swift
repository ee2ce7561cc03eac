import Foundation
import Testing

/// Whatever is wrong with the input is one line with file and key, and the documented exit code.
@Suite(.timeLimit(.minutes(20))) struct BadInputTests {
  @Test(
    "names and values on the command line",
    arguments: [
      (["run", "mlgr"], "no study is called 'mlgr'; did you mean 'mlrg'?"),
      (["describe", "ising"], "no study is called 'ising'; known: "),
      (["plan", "mlrg", "-p", "smok"], "mlrg has no profile 'smok'; did you mean 'smoke'?"),
      (["run", "mlrg", "-p", "smoke", "--only", "zzzzzzzz"], "--only zzzzzzzz: mlrg has no such chapter"),
      (["run", "mlrg", "-p", "smoke", "--rerun", "zzzzzzzz"], "--rerun zzzzzzzz: no such step in mlrg"),
      (["check", "mlrg", "-p", "smoke"], "smoke/mlrg/results.json: no such file; run the study first"),
      (["golden", "diff", "mlrg", "-p", "smoke"], "smoke/mlrg/results.json: no such file"),
      (["diff", "a.json", "b.json"], "a.json: no such file"),
      (["cache", "rm", "mlrg"], "nothing is stored under 'mlrg'"),
      (["submit", "mlgr", "--engine", "list"], "no study is called 'mlgr'; did you mean 'mlrg'?"),
      (
        ["task", "--plan", "plan.json", "--index", "0"],
        "plan.json: no such file; 'kadanoff submit STUDY --engine list'"
      ),
      (["task", "--plan", "golden/mlrg.json", "--index", "0"], "golden/mlrg.json: not a plan of this version"),
    ])
  func names(arguments: [String], text: String) async throws {
    expectOneLine(try await Scene()(arguments), code: 64, text)
  }

  @Test(
    "parameters set on the command line",
    arguments: [
      ("training.epcohs=5", ": unknown parameter 'training.epcohs'; did you mean 'training.epochs'?"),
      ("training=5", ": 'training' is a group of parameters, not a parameter"),
      ("training.epochs=many", #": training.epochs is "many"; allowed: whole number from 1 to "#),
      ("training.epochs=0", ": training.epochs is 0; allowed: whole number from 1 to "),
      ("training.epochs=2.5", ": training.epochs is 2.5; allowed: whole number from 1 to "),
      ("training.learning_rate=.nan", #": training.learning_rate is "nan"; allowed: number from "#),
      ("training.learning_rate=-.inf", #": training.learning_rate is "-inf"; allowed: number from "#),
      ("training.loss=mse", #": training.loss is "mse"; allowed: kl | cd"#),
      ("exact.potts_q=[2, x]", #": exact.potts_q is [2,"x"]; allowed: list of whole numbers from "#),
      ("training.epochs=[1", ": the value is not YAML"), ("training.epochs", ": expected key=value"),
      ("training={epochs: 5}", ": the value must be a number, a word or a list"),
    ])
  func assignments(assignment: String, text: String) async throws {
    let outcome = try await Scene()(["plan", "mlrg", "--profile", "smoke", "--set", assignment])
    expectOneLine(outcome, code: 64, "kadanoff: --set \(assignment)\(text)")
  }

  @Test(
    "profiles",
    arguments: [
      ("training:\n  epochs: [1, 2\n", "smoke.yaml:"), ("training:\n\tepochs: 1\n", "smoke.yaml:2: "),
      ("training:\n  epochs: 0\n", "smoke.yaml:2: training.epochs is 0; allowed: whole number from 1 to "),
      ("training:\n  epcohs: 1\n", "smoke.yaml:2: unknown parameter 'training.epcohs'; did you mean"),
      ("training:\n  epochs: .nan\n", #"smoke.yaml:2: training.epochs is "nan""#),
      ("training.epochs: 5\n", "smoke.yaml:1: 'training.epochs' has a dot"),
      ("- 1\n", "smoke.yaml: a profile must be a mapping"),
      ("training:\n  width: 8\n  epochs: 5\n  width: 9\n", "smoke.yaml:4: 'width' is given twice"),
    ])
  func profiles(yaml: String, text: String) async throws {
    let scene = try Scene()
    try scene.write(yaml, to: "studies/mlrg/profiles/smoke.yaml")
    let outcome = try await scene(["run", "mlrg", "--profile", "smoke"])
    expectOneLine(outcome, code: 64, "kadanoff: studies/mlrg/profiles/\(text)")
  }

  private static let entry = """
    {"schema":"golden/1","study":"mlrg","entries":[
    {"id":"a","quantity":"q","symbol":"x","kind":"nummeric","value":1,"rule":{"absolute":1},
    "source":{"type":"theory","where":"w"}}]}
    """

  @Test(
    "golden files",
    arguments: [
      ("{\n\"schema\": \"golden/1\",\n}", ["golden/mlrg.json: line 3: "]),
      (entry, ["golden/mlrg.json: entry 'a': key 'kind': 'nummeric' is unknown; allowed are exact, numeric"]),
      (#"{"schema":"golden/1","study":"mlrg","entires":[]}"#, ["'entires'", "did you mean 'entries'?"]),
      ("", ["golden/mlrg.json: line 1: "]),
    ])
  func goldens(json: String, texts: [String]) async throws {
    let scene = try Scene()
    try scene.write(json, to: "golden/mlrg.json")
    for arguments in [["golden", "check"], ["run", "mlrg", "--profile", "smoke"]] {
      let outcome = try await scene(arguments)
      for text in texts { expectOneLine(outcome, code: 64, text) }
    }
    // It is said before anything runs.
    #expect(scene.storedTasks().isEmpty)
    try FileManager.default.removeItem(at: scene.root.appending(path: "golden/mlrg.json"))
    let absent = try await scene(["golden", "check"])
    expectOneLine(absent, code: 64, "golden/mlrg.json: cannot be read: there is no such file")
  }

  @Test("results that are no JSON are named with the line")
  func results() async throws {
    let scene = try Scene()
    try scene.write("{\n\"schema\": }", to: ".kadanoff/reports/smoke/mlrg/results.json")
    let path = scene.report.appending(path: "results.json").path
    expectOneLine(try await scene(["check", "mlrg", "-p", "smoke"]), code: 64, "\(path): line 2: ")
    expectOneLine(try await scene(["diff", path, scene.report.path]), code: 64, "\(path): line 2: ")
  }

  @Test("a missing gnuplot is 69, and said before anything runs")
  func gnuplot() async throws {
    var scene = try Scene()
    scene.environment["KADANOFF_GNUPLOT"] = "/nonexistent"
    let outcome = try await scene(["run", "mlrg", "--profile", "smoke"])
    expectOneLine(outcome, code: 69, "gnuplot is missing", "KADANOFF_GNUPLOT=/nonexistent", "apt-get install")
    #expect(scene.storedTasks().isEmpty)
  }

  @Test("a folder that is no checkout")
  func checkout() async throws {
    var scene = try Scene()
    scene.environment["KADANOFF_ROOT"] = "/nonexistent"
    let outcome = try await scene(["plan"])
    expectOneLine(outcome, code: 64, "KADANOFF_ROOT=/nonexistent: no golden/ and studies/ there")
  }

  @Test("a store that cannot be written")
  func store() async throws {
    var scene = try Scene()
    try scene.write("", to: "file")
    scene.environment["KADANOFF_STORE"] = scene.root.appending(path: "file").path
    let outcome = try await scene(["run", "mlrg", "--profile", "smoke", "--quiet"])
    expectOneLine(outcome, code: 2, "cannot write \(scene.root.path)/file/", "everything stored before is kept")
  }

  @Test("an output folder that cannot be written loses nothing")
  func output() async throws {
    let scene = try await Scene.copyOfFinished()
    try scene.write("", to: "file")
    let outcome = try await scene(["run", "mlrg", "--profile", "smoke", "--quiet", "--output", "file/reports"])
    expectOneLine(outcome, code: 2, "cannot write \(scene.root.path)/file/reports")
    #expect(try await scene(["plan", "mlrg", "--profile", "smoke"]).output.contains("nothing to do"))
    try scene.write("# Mine\n", to: "README.md")
    let foreign = try await scene(["run", "mlrg", "--profile", "smoke", "--quiet", "--output", "."])
    expectOneLine(foreign, code: 2, "README.md: it is not a scoreboard; choose another output folder")
    #expect(try Data(contentsOf: scene.root.appending(path: "README.md")) == Data("# Mine\n".utf8))
  }
}
