import Foundation
import Subprocess
import Testing

/// A checkout with the project's goldens and profiles in a temporary folder, a store of its own, and the built
/// program.
struct Scene: Sendable {
  let root: URL
  /// Set for every command of this scene, besides root and store.
  var environment: [String: String] = [:]

  var store: URL { root.appending(path: ".kadanoff") }
  var report: URL { report(of: "mlrg") }

  func report(of study: String, profile: String = "smoke") -> URL {
    store.appending(path: "reports/\(profile)/\(study)")
  }

  /// What a command left.
  struct Outcome: Sendable {
    let status: TerminationStatus
    let output: String
    let errors: String

    /// The exit code; nil if a signal ended the process.
    var code: Int? { if case .exited(let code) = status { Int(code) } else { nil } }
  }

  /// The checkout that this file belongs to.
  private static let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Where all scenes of this process are; removed when it ends.
  private static let folder: URL = {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "kadanoff-scenes-\(UUID().uuidString)")
    atexit { try? FileManager.default.removeItem(at: Scene.folder) }
    return url
  }()

  /// `kadanoff` beside the test program.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "kadanoff")

  /// `other`: a scene whose store and reports this one starts with.
  init(like other: Scene? = nil) throws {
    let files = FileManager.default
    root = Self.folder.appending(path: UUID().uuidString)
    if let other {
      try files.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try files.copyItem(at: other.root, to: root)
      return
    }
    let studies = try files.contentsOfDirectory(atPath: Self.project.appending(path: "studies").path)
    for path in ["golden"] + studies.map({ "studies/\($0)/profiles" }) {
      let target = root.appending(path: path)
      try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try files.copyItem(at: Self.project.appending(path: path), to: target)
    }
  }

  /// A scene in which the smoke profile has run, and how that ended.
  static let finished = Task {
    let scene = try Scene()
    let outcome = try await scene(["run", "mlrg", "--profile", "smoke", "--jobs", "2"])
    return (scene: scene, outcome: outcome)
  }

  /// A copy of that scene, to be changed.
  static func copyOfFinished() async throws -> Scene { try Scene(like: await finished.value.scene) }

  /// Runs the program to its end.
  func callAsFunction(_ arguments: [String]) async throws -> Outcome {
    try await run(Self.program.path, arguments)
  }

  /// How a command ended to which a signal was sent.
  struct Interrupted {
    /// The exit code, or 128 and the number of the signal that ended the process.
    let code: Int
    /// From the signal to the end of the process.
    let milliseconds: Int
    let errors: String
  }

  /// Sends a signal to a command once so many tasks are stored.
  func interrupt(_ signal: String, afterTasks count: Int, _ arguments: [String]) async throws -> Interrupted {
    try await interrupt(signal, afterFiles: count, like: "-name '[0-9]*.json'", arguments)
  }

  /// Sends a signal to a command once the store has so many files that `find` selects; `$MARK` is a file as old as the
  /// command. A shell does it and takes the time, so that it does not matter how busy this process is.
  func interrupt(
    _ signal: String, afterFiles count: Int, like selection: String, _ arguments: [String]
  ) async throws -> Interrupted {
    let script = """
      MARK=$(mktemp); "$@" >/dev/null & pid=$!
      while [ $(find "$KADANOFF_STORE/store" \(selection) 2>/dev/null | wc -l) -lt \(count) ]; do
        kill -0 $pid 2>/dev/null || break
        sleep 0.01
      done
      start=$(date +%s%N); rm -f "$MARK"
      kill -\(signal) $pid
      wait $pid
      echo $? $(( ($(date +%s%N) - start) / 1000000 ))
      """
    let outcome = try await shell(script, arguments)
    let numbers = outcome.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    try #require(numbers.count == 2, "\(outcome.output) \(outcome.errors)")
    return Interrupted(code: numbers[0], milliseconds: numbers[1], errors: outcome.errors)
  }

  /// Runs a shell script whose arguments are the program and some words.
  func shell(_ script: String, _ arguments: [String] = []) async throws -> Outcome {
    try await run("/bin/sh", ["-c", script, "sh", Self.program.path] + arguments)
  }

  private func run(_ program: String, _ arguments: [String]) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(.init(program)), arguments: Arguments(arguments), environment: processEnvironment,
      workingDirectory: .init(root.path), output: .string(limit: 1 << 22), error: .string(limit: 1 << 22))
    return Outcome(
      status: result.terminationStatus, output: result.standardOutput, errors: result.standardError)
  }

  private var processEnvironment: Environment {
    var values: [Environment.Key: String?] = [
      "KADANOFF_ROOT": root.path, "KADANOFF_STORE": store.path, "KADANOFF_GNUPLOT": nil,
    ]
    for (key, value) in environment { values[Environment.Key(stringLiteral: key)] = value }
    return Environment.inherit.updating(values)
  }

  func write(_ text: String, to path: String) throws {
    let url = root.appending(path: path)
    let folder = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The report without `provenance.json`: what must be the same bytes for the same seed.
  func reportBytes(of study: String = "mlrg", profile: String = "smoke") throws -> [String: Data] {
    try Self.files(in: report(of: study, profile: profile)).filter { $0.key != "provenance.json" }
  }

  /// Files of stored tasks.
  func storedTasks() -> [URL] {
    let folder = store.appending(path: "store")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".json") && !$0.hasSuffix("step.json") && !$0.contains("/.") }.sorted()
      .map { folder.appending(path: $0) }
  }

  static func files(in folder: URL) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names {
      let url = folder.appending(path: name)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[name] = try Data(contentsOf: url)
      }
    }
    return files
  }

  /// Inode and time of the last change of every file of the scene.
  func identities() throws -> [String: String] {
    var identities: [String: String] = [:]
    for name in try Self.files(in: root).keys {
      var info = stat()
      guard stat(root.appending(path: name).path, &info) == 0 else { continue }
      identities[name] = "\(info.st_ino) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
    }
    return identities
  }
}

/// One line on standard error, from this program.
func expectOneLine(
  _ outcome: Scene.Outcome, code: Int, _ texts: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
  let isOneLine = outcome.errors.split(separator: "\n").count == 1 && outcome.errors.hasPrefix("kadanoff: ")
  #expect(isOneLine, "\(outcome.errors)", sourceLocation: sourceLocation)
  for text in texts {
    #expect(outcome.errors.contains(text), "\(outcome.errors)", sourceLocation: sourceLocation)
  }
}
