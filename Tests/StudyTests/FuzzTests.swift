import Foundation
import IsingGenerator
import MLRG
import PhiFourIRG
import RBMvsRG
import SpinGlassIRG
import Testing

@testable import Notebook

/// More than 100,000 damaged inputs: none may end the process, and what is refused is refused in one clear line.
@Suite("Damaged inputs", .timeLimit(.minutes(20))) struct FuzzTests {
  static let studies: [any Study.Type] = [
    MLRG.self, IsingGenerator.self, PhiFourIRG.self, SpinGlassIRG.self, RBMvsRG.self,
  ]
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let checkout = Checkout(root: root)

  /// One line without control characters, not empty.
  static func isClear(_ message: String) -> Bool {
    !message.isEmpty
      && message.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && !$0.properties.isWhitespaceBreak
      }
  }

  static func profiles(of study: any Study.Type) throws -> [[UInt8]] {
    let urls = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "studies/\(study.card.name)/profiles"), includingPropertiesForKeys: nil)
    return try urls.map(\.path).sorted().map { Array(try Data(contentsOf: URL(filePath: $0))) }
  }

  /// Reads a source as `run` does before anything is computed.
  static func prepare(_ type: any Study.Type, _ source: ParameterSource) throws {
    let reader = ParameterReader(source)
    _ = try type.init(reader)
    try reader.checkForUnknownKeys()
  }

  @Test("Profiles", arguments: studies.indices)
  func profiles(number: Int) throws {
    let study = Self.studies[number]
    let texts = try Self.profiles(of: study)
    let names = try PreparedStudy.declareAll(study).map { $0.key.split(separator: ".").last.map(String.init) ?? "" }
    var mutator = Mutator(seed: "profiles", number, tokens: names)
    var refused = 0
    for turn in 0..<7000 {
      let text = String(decoding: mutator.damaged(texts[turn % texts.count]), as: UTF8.self)
      do { try Self.prepare(study, ParameterSource(yaml: text, name: "p.yaml")) } catch let error as ParameterError {
        refused += 1
        #expect(Self.isClear(error.description), "\(error.description.debugDescription) for \(text.debugDescription)")
      }
    }
    #expect(refused > 1000 && refused < 7000)
  }

  @Test("Parameters of the command line", arguments: studies.indices)
  func settings(number: Int) throws {
    let study = Self.studies[number]
    let specs = try PreparedStudy.declareAll(study)
    var mutator = Mutator(seed: "set", number, tokens: specs.map(\.key))
    var refused = 0
    for turn in 0..<5000 {
      let spec = specs[turn % specs.count]
      let value = try String(decoding: CanonicalJSON.encode(spec.standard), as: UTF8.self)
      let text = String(decoding: mutator.damaged(Array("\(spec.key)=\(value)".utf8)), as: UTF8.self)
      do {
        var source = ParameterSource()
        try source.set(text)
        try Self.prepare(study, source)
      } catch let error as ParameterError {
        refused += 1
        #expect(Self.isClear(error.description), "\(error.description.debugDescription) for \(text.debugDescription)")
      }
    }
    #expect(refused > 1000 && refused < 5000)
  }

  @Test("Reference numbers", arguments: studies.indices)
  func goldens(number: Int) throws {
    let name = Self.studies[number].card.name
    let whole = try GoldenFile.load(Self.root.appending(path: "golden/\(name).json"))
    // The shortest entry of every kind, so that damages meet everything.
    let entries = try Golden.Kind.allCases.compactMap { kind in
      try whole.entries.filter { $0.kind == kind }
        .map { (entry: $0, bytes: try CanonicalJSON.encode($0).count) }.min { $0.bytes < $1.bytes }?.entry
    }
    let text = Array(try GoldenFile(study: name, entries: entries).encoded())
    var mutator = Mutator(seed: "goldens", number)
    var refused = 0
    for _ in 0..<4000 {
      do { _ = try GoldenFile.read(Data(mutator.damaged(text)), name: "g.json") } catch {
        refused += 1
        #expect(Self.isClear(error.description), "\(error.description.debugDescription)")
      }
    }
    #expect(refused > 1000 && refused < 4000)
  }

  @Test("Results, and what reference numbers say of them", arguments: studies.indices)
  func results(number: Int) throws {
    let name = Self.studies[number].card.name
    let goldens = try GoldenFile.load(Self.root.appending(path: "golden/\(name).json"))
    let whole = try Results.load(Self.root.appending(path: "reports/\(name)/results.json"))
    var run = whole.measured
    run.quantities = Array(run.quantities.filter { goldens[$0.id] != nil }.prefix(8))
    let few = GoldenFile(
      study: name, entries: goldens.entries.filter { entry in run.quantities.contains { $0.id == entry.id } })
    let text = Array(try CanonicalJSON.encode(run, pretty: true))
    var mutator = Mutator(seed: "results", number)
    var (refused, judged) = (0, 0)
    for _ in 0..<3000 {
      let data = Data(mutator.damaged(text))
      do {
        let read = try CanonicalJSON.decode(MeasuredRun.self, from: data)
        judged += read.judged(by: few).checks.count
      } catch is DecodingError { refused += 1 }
    }
    #expect(refused > 500 && refused < 3000 && judged > 0)
  }

  @Test("Results files are refused in one line")
  func resultsFiles() throws {
    let folder = try TemporaryDirectory()
    let url = folder.url.appending(path: "results.json")
    let text = Array(try Data(contentsOf: Self.root.appending(path: "reports/mlrg/results.json")).prefix(4000))
    var mutator = Mutator(seed: "results files")
    for _ in 0..<3000 {
      try Data(mutator.damaged(text)).write(to: url)
      do {
        _ = try Results.load(url)
        Issue.record("half a file was read")
      } catch { #expect(Self.isClear(error.description), "\(error.description.debugDescription)") }
    }
  }

  @Test("A damaged task of the store is never taken for a result")
  func storedTasks() throws {
    let folder = try TemporaryDirectory()
    let store = Store(folder: folder.url)
    let key = String(repeating: "ab", count: 32)
    let payload = Data(#"{"estimate":{"value":1.25,"error":0.5},"list":[1,2,3]}"#.utf8)
    try store.save(Store.Item(payload: payload, sources: "0123456789abcdef", cpuSeconds: 1.5), key, task: 0)
    let url = store.file(key, task: 0)
    let text = Array(try Data(contentsOf: url))
    var mutator = Mutator(seed: "store")
    var refused = 0
    for _ in 0..<10000 {
      try Data(mutator.damaged(text)).write(to: url)
      do {
        let item = try store.load(key, task: 0)
        #expect(item?.payload == payload)
      } catch {
        refused += 1
        #expect(Self.isClear(error.description), "\(error.description.debugDescription)")
      }
    }
    #expect(refused > 8000)
  }

  @Test("Plans: a damaged one is refused or read, and protects what it names")
  func plans() throws {
    let folder = try TemporaryDirectory()
    let record = Plan.Record(
      study: "toy", step: "a", revision: 1, parameters: .object(["x": .int(1)]), needs: [:], tasks: 3, seed: 1)
    let url = folder.url.appending(path: "toy").appending(path: "quick.json")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = Array(try CanonicalJSON.encode(["a": record], pretty: true))
    var mutator = Mutator(seed: "plans")
    var refused = 0
    for _ in 0..<10000 {
      try Data(mutator.damaged(text)).write(to: url)
      _ = LastPlan(study: "toy", profile: "quick", isPlain: true, folder: folder.url).reason(record)
      do { _ = try LastPlan.foldersInUse(below: folder.url) } catch {
        refused += 1
        #expect(Self.isClear(error.description), "\(error.description.debugDescription)")
      }
    }
    #expect(refused > 5000 && refused < 10000)
  }

  @Test("Frozen runs: a damaged plan is refused or computes what it says")
  func frozenRuns() throws {
    let checkout = Checkout(root: Self.root)
    var request = RunRequest()
    request.profile = "smoke"
    request.only = ["the-block-and-its-exact-flow"]
    let study = try PreparedStudy(MLRG.self, request, in: checkout)
    let plan = PlanFile(study)
    let text = Array(try plan.encoded())
    var mutator = Mutator(seed: "frozen runs", tokens: plan.steps.map(\.name))
    var (refused, other) = (0, 0)
    for _ in 0..<10000 {
      do {
        let read = try PlanFile.read(Data(mutator.damaged(text)), name: "plan.json")
        _ = (
          read.taskCount, read.task(3), read.firsts, JobPlan(read, missing: read.steps.map { _ in [0] }, arrayLimit: 8)
        )
        let again = try PreparedStudy(MLRG.self, read, in: checkout)
        if again.plan.entries.map(\.key) != study.plan.entries.map(\.key) { other += 1 }
      } catch {
        refused += 1
        #expect(Self.isClear("\(error)"), "\("\(error)".debugDescription)")
      }
    }
    // Damages of names of chapters or of the output leave the computation as it is.
    #expect(refused > 5000 && refused < 10000 && other == 0)
  }

  @Test("Records of processes and lines of a queue are read or left out")
  func records() throws {
    let folder = try TemporaryDirectory()
    let plan = PlanFile(try PreparedStudy(MLRG.self, RunRequest(), in: Checkout(root: Self.root)))
    let run = RunFolder(folder.url.appending(path: "runs").appending(path: plan.name))
    try run.begin(plan)
    let step = plan.steps[0].name
    var record = WorkerRecord(command: "kadanoff task")
    (record.job, record.log) = ("12_7", "/nonexistent/log")
    record.tasks = [.init(step: step, task: 1, fraction: 0.5)]
    record.failure = .init(step: step, task: 0, reason: "no space")
    let file = run.url.appending(path: "workers/task-0.json")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = Array(try CanonicalJSON.encode(record))
    let lines = Array("12 7 PENDING Priority\n13 N/A RUNNING None\n".utf8)
    var mutator = Mutator(seed: "records", tokens: [step, "_", "N/A"])
    var (failed, held) = (0, 0)
    for _ in 0..<3000 {
      try Data(mutator.damaged(text)).write(to: file)
      let queue = SlurmQueue(text: String(decoding: mutator.damaged(lines), as: UTF8.self))
      held += queue.holds("12_7") ? 1 : 0
      let status = try RunStatus(run, at: Self.root, queue: queue)
      failed += status.failed
      #expect(status.waiting + status.running + status.failed + status.done == plan.taskCount)
      #expect(!status.text.isEmpty)
    }
    #expect(failed > 0 && failed < 3000 && held > 100 && held < 3000)
  }
}

/// A folder that is removed with its owner.
private final class TemporaryDirectory {
  let url = FileManager.default.temporaryDirectory.appending(path: "kadanoff-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }
}

extension Unicode.Scalar.Properties {
  /// The separators of lines and paragraphs, which are not control characters.
  fileprivate var isWhitespaceBreak: Bool {
    generalCategory == .lineSeparator || generalCategory == .paragraphSeparator
  }
}
