import Foundation
import Testing

@testable import Notebook

/// The committed golden files, results and provenance obey the committed schemas.
@Suite struct SchemaTests {
  /// The checkout that this file belongs to.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func read(_ path: String) throws -> JSONValue {
    try JSONReader.read(try Data(contentsOf: root.appending(path: path)))
  }

  static func schema(_ name: String) throws -> JSONSchema {
    JSONSchema(try read("golden/schema/\(name).schema.json"))
  }

  /// Files in the checkout whose path ends like this, relative to the root and sorted.
  static func files(under folder: String, named suffix: String) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
    let wanted = found.filter { $0.hasSuffix(suffix) && !$0.hasPrefix("schema/") }
    return wanted.map { "\(folder)/\($0)" }.sorted()
  }

  static var goldens: [String] { files(under: "golden", named: ".json") }

  @Test("every committed golden file obeys the schema", arguments: goldens)
  func goldenFilesAreValid(path: String) throws {
    #expect(try Self.schema("golden").violations(of: Self.read(path)) == [])
  }

  @Test(
    "every committed golden file loads, names its study, and is what saving it writes", arguments: goldens)
  func goldenFilesAreCanonical(path: String) throws {
    let url = Self.root.appending(path: path)
    let file = try GoldenFile.load(url)
    #expect("\(file.study).json" == url.lastPathComponent)
    #expect(!file.entries.isEmpty)
    #expect(try file.encoded() == Data(contentsOf: url))
    for table in file.data ?? [] {
      let place = url.deletingLastPathComponent().appending(path: table.file)
      #expect(FileManager.default.fileExists(atPath: place.path), "\(table.file)")
    }
  }

  @Test("there is a golden file to test")
  func goldenFilesExist() { #expect(Self.goldens.contains("golden/mlrg.json")) }

  @Test(
    "every committed results file obeys the schema",
    arguments: files(under: "reports", named: "results.json"))
  func resultsAreValid(path: String) throws {
    #expect(try Self.schema("results").violations(of: Self.read(path)) == [])
  }

  @Test(
    "every committed provenance file obeys the schema",
    arguments: files(under: "reports", named: "provenance.json"))
  func provenanceIsValid(path: String) throws {
    #expect(try Self.schema("provenance").violations(of: Self.read(path)) == [])
  }

  @Test("checks and quantities as this code writes them obey the results schema")
  func writtenResultsAreValid() throws {
    let quantity = Quantity(
      id: "a/b", symbol: "x", value: .double(.nan), stderr: 0.1, effectiveSamples: 12, chapter: "One")
    let goldens = GoldenFile(
      study: "toy",
      entries: [
        Golden(
          id: "a/b", quantity: "q", symbol: "x", kind: .property,
          rule: .init(predicate: .lessThan(1)), source: .init(type: .theory, where: "w"))
      ])
    let other = Quantity(id: "c", symbol: "y", value: .array([.int(1), .double(0.5)]), chapter: "One")
    let report = judge(
      quantities: [quantity, other], goldens: goldens, profile: "smoke", parameters: .object([:]))
    let document: JSONValue = .object([
      "schema": .string("results/1"), "study": .string("toy"), "profile": .string("smoke"), "seed": .int(1),
      "parameters": .object([:]), "quantities": try CanonicalJSON.tree([quantity, other]),
      "checks": try CanonicalJSON.tree(report.checks), "figures": .array([]), "headlines": .array([]),
      "summary": .object([
        "counts": try CanonicalJSON.tree(report.counts), "family": .int(report.family),
      ]),
    ])
    #expect(try Self.schema("results").violations(of: document) == [])
    guard case .object(var members) = document else { return }
    members["timestamp"] = .string("now")
    #expect(try Self.schema("results").violations(of: .object(members)) == ["/timestamp: is not allowed"])
  }

  @Test(
    "the golden schema refuses what the loader refuses",
    arguments: [
      (#"{"kind":"nummeric"}"#, "kind"), (#"{"rule":{}}"#, "absolute"), (#"{"typo":1}"#, "typo"),
      (#"{"value":"x"}"#, "value"), (#"{"source":{"type":"gossip","where":"w"}}"#, "type"),
      (#"{"kind":"statistical"}"#, "stderr"), (#"{"stderr":-1}"#, "stderr"),
      (#"{"source":{"type":"paper"}}"#, "where"), (#"{"kind":"property"}"#, "predicate"),
    ])
  func goldenSchemaRejects(change: String, word: String) throws {
    let good = #"""
      {"id":"a","quantity":"q","symbol":"x","kind":"numeric","value":1.5,"rule":{"absolute":0.1},
       "source":{"type":"theory","where":"w"}}
      """#
    var entry = try #require(try JSONReader.read(Data(good.utf8)).object)
    func file() -> JSONValue {
      .object(["schema": .string("golden/1"), "study": .string("s"), "entries": .array([.object(entry)])])
    }
    let schema = try Self.schema("golden")
    #expect(schema.violations(of: file()) == [])
    _ = try GoldenFile.read(CanonicalJSON.encode(file()), name: "f")
    entry.merge(try #require(try JSONReader.read(Data(change.utf8)).object)) { _, new in new }
    #expect(!schema.violations(of: file()).isEmpty, "\(word)")
    #expect(throws: GoldenError.self) {
      try GoldenFile.read(CanonicalJSON.encode(file()), name: "f")
    }
  }
}

/// The validator itself: each keyword accepts and rejects.
@Suite struct JSONSchemaTests {
  @Test(
    arguments: [
      (#"{"type":"integer"}"#, "3", "3.5"), (#"{"type":["number","null"]}"#, "null", #""x""#),
      (#"{"type":"number"}"#, "3", "true"), (#"{"const":1}"#, "1.0", "2"),
      (#"{"enum":["a","b"]}"#, #""b""#, #""c""#), (#"{"pattern":"^[a-z]+$"}"#, #""abc""#, #""a1""#),
      (#"{"minimum":0}"#, "0", "-1"), (#"{"maximum":2}"#, "2", "3"),
      (#"{"exclusiveMinimum":0}"#, "0.1", "0"), (#"{"items":{"type":"number"}}"#, "[1,2]", #"[1,"2"]"#),
      (#"{"minItems":2}"#, "[1,2]", "[1]"), (#"{"maxItems":1}"#, "[1]", "[1,2]"),
      (#"{"required":["a"]}"#, #"{"a":1}"#, #"{"b":1}"#),
      (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":"x","b":1}"#, #"{"a":1}"#),
      (#"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":1}"#, #"{"a":1,"b":2}"#),
      (#"{"additionalProperties":{"type":"integer"}}"#, #"{"a":1}"#, #"{"a":"x"}"#),
      (#"{"oneOf":[{"minimum":0},{"maximum":9}]}"#, "-1", "5"),
      (#"{"anyOf":[{"minimum":5},{"maximum":2}]}"#, "1", "3"),
      (#"{"allOf":[{"minimum":5},{"maximum":9}]}"#, "7", "3"),
      (#"{"if":{"minimum":5},"then":{"maximum":9},"else":{"type":"integer"}}"#, "7", "10"),
      (#"{"if":{"minimum":5},"then":{"maximum":9},"else":{"type":"integer"}}"#, "3", "3.5"),
      (##"{"$ref":"#/$defs/n","$defs":{"n":{"type":"number"}}}"##, "1", #""x""#),
    ])
  func acceptsAndRejects(schema: String, good: String, bad: String) throws {
    let schema = JSONSchema(try JSONReader.read(Data(schema.utf8)))
    #expect(schema.violations(of: try JSONReader.read(Data(good.utf8))) == [])
    #expect(schema.violations(of: try JSONReader.read(Data(bad.utf8))).count == 1)
  }

  @Test("an unknown keyword or a dangling reference is reported, not skipped")
  func badSchemas() throws {
    for text in [#"{"minimun":1}"#, ##"{"$ref":"#/$defs/none"}"##] {
      #expect(!JSONSchema(try JSONReader.read(Data(text.utf8))).violations(of: .int(1)).isEmpty)
    }
  }
}
