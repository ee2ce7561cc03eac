import Foundation
import Testing

@testable import Notebook

/// Reading and writing golden files: what is wrong is said in one line that names the file and the place.
@Suite struct GoldenFileTests {
  /// A file with one entry, which is a valid numeric one unless `entry` says otherwise.
  static func file(entries: String) -> Data {
    Data(#"{"schema":"golden/1","study":"toy","entries":[\#(entries)]}"#.utf8)
  }

  static let tail = #""quantity":"q","symbol":"x","source":{"type":"theory","where":"w"}"#

  static func message(_ data: Data) -> String? {
    do {
      _ = try GoldenFile.read(data, name: "golden/toy.json")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "malformed JSON: the line and what was expected",
    arguments: [
      ("", "line 1: expected a value, found the end of the file"),
      ("{\n  \"schema\": \"golden/1\",\n  \"study\" \"toy\"\n}", "line 3: expected ':', found '\"'"),
      ("{\"a\": 1,\n\n}", "line 3: expected a key in double quotes, found '}'"),
      ("[1,\n2\n", "line 3: expected ',' or ']', found the end of the file"),
      ("{\"a\": \"x\n\"}", "line 1: a text is not closed before the end of the line"),
      ("{\n\"a\": 1,\n\"a\": 2}", "line 3: key 'a' occurs twice"),
      ("{\"a\": 01}", "line 1: '01' is not a number"),
      ("{\"a\":\n 1e999}", "line 2: number 1e999 is out of range"),
      ("{\"a\": nan}", "line 1: expected a value, found 'n'"),
      ("{}\n}", "line 2: expected the end of the file, found '}'"),
      ("{\"a\": \"\\x\"}", "line 1: unknown escape in a text"),
      ("{\"a\": \"\\ud800\"}", "line 1: half a surrogate pair in an escape"),
    ])
  func malformed(text: String, expected: String) {
    #expect(Self.message(Data(text.utf8)) == "golden/toy.json: \(expected)")
  }

  @Test(
    "numbers of JSON, and no others",
    arguments: [
      ("0", 0), ("-0", 0), ("-12", -12), ("0.5", 0.5), ("1.25e2", 125), ("1E+2", 100), ("25e-2", 0.25), ("-0.0e-7", 0),
      ("-", nil), ("00", nil), ("-01", nil), ("1.", nil), ("-.5", nil), ("1e", nil), ("1e+", nil), ("1.e2", nil),
      ("1-2", nil), ("1+", nil), ("1e2e3", nil), ("1.2.3", nil), ("--1", nil),
    ])
  func numbers(text: String, value: Double?) {
    let read: JSONValue? = try? JSONReader.read(text.utf8)
    switch read {
    case .int(let number): #expect(Double(number) == value)
    case .double(let number): #expect(number == value)
    default: #expect(read == nil && value == nil)
    }
  }

  @Test("deep nesting is an error, not a crash")
  func deepNesting() {
    let text = String(repeating: "[", count: 100_000)
    #expect(Self.message(Data(text.utf8)) == "golden/toy.json: line 1: more than 200 nested levels")
  }

  @Test(
    "an entry that cannot be used: file, entry and key in one line",
    arguments: [
      (
        #"{"id":"a","kind":"nummeric","value":1,\#(tail)}"#,
        "entry 'a': key 'kind': 'nummeric' is unknown; allowed are exact, numeric, statistical, "
          + "published, property"
      ),
      (
        #"{"id":"a","value":1,\#(tail)}"#,
        "entry 'a': key 'kind': is missing; allowed are exact, numeric, statistical, published, property"
      ),
      (#"{"kind":"exact","value":1,\#(tail)}"#, "entry 1: key 'id': must be a non-empty text"),
      (
        #"{"id":"a","kind":"exact","valeu":1,\#(tail)}"#,
        "entry 'a': key 'valeu': is not a key of golden files; did you mean 'value'?"
      ),
      (
        #"{"id":"a","kind":"numeric","value":1,"rule":{"abs":1},\#(tail)}"#,
        "entry 'a': key 'rule.abs': is not a key of golden files; known: absolute, relative, resolution, "
          + "systematic, predicate"
      ),
      (
        #"{"id":"a","kind":"numeric","value":1,\#(tail)}"#,
        "entry 'a': key 'rule': needs 'absolute' or 'relative' for kind numeric"
      ),
      (
        #"{"id":"a","kind":"numeric","value":"one","rule":{"absolute":1},\#(tail)}"#,
        "entry 'a': key 'value': must be a number or an array of numbers"
      ),
      (
        #"{"id":"a","kind":"exact",\#(tail)}"#,
        "entry 'a': key 'value': is missing; kind exact needs it"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,"stderr":1,\#(tail)}"#,
        "entry 'a': key 'stderr': is not used by kind exact"
      ),
      (
        #"""
        {"id":"a","kind":"statistical","value":1,"rule":{"resolution":1},"quantity":"q","symbol":"x",
        "source":{"type":"run","where":"w"}}
        """#,
        "entry 'a': key 'stderr': is missing; kind statistical needs it"
      ),
      (
        #"{"id":"a","kind":"statistical","value":1,"stderr":0.1,\#(tail)}"#,
        "entry 'a': key 'rule.resolution': is missing; kind statistical needs it"
      ),
      (
        #"{"id":"a","kind":"statistical","value":1,"stderr":0,"rule":{"resolution":1},\#(tail)}"#,
        "entry 'a': key 'stderr': must be greater than 0"
      ),
      (
        #"{"id":"a","kind":"statistical","value":1,"stderr":1,"#
          + #""rule":{"resolution":1,"systematic":{"value":1}},\#(tail)}"#,
        "entry 'a': key 'rule.systematic.reason': is missing"
      ),
      (
        #"{"id":"a","kind":"published","value":1,\#(tail)}"#,
        "entry 'a': key 'stderr': is missing; a published number needs it, or 'absolute' or 'relative' "
          + "in 'rule'"
      ),
      (
        #"{"id":"a","kind":"property",\#(tail)}"#,
        "entry 'a': key 'rule.predicate': is missing; kind property needs it"
      ),
      (
        #"{"id":"a","kind":"property","rule":{"predicate":{"under":1}},\#(tail)}"#,
        "entry 'a': key 'rule.predicate': 'under': allowed are {equals: value}, {lessThan: x}, "
          + "{greaterThan: x} or {between: [a, b]} with a ≤ b"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,"quantity":"q","symbol":"x","source":{"type":"theory"}}"#,
        "entry 'a': key 'source.where': is missing"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,"quantity":"q","symbol":"x","source":{"type":"gossip"}}"#,
        "entry 'a': key 'source.type': 'gossip' is unknown; allowed are theory, derivation, paper, "
          + "repository, run"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,"quantity":"q","symbol":"x"}"#,
        "entry 'a': key 'source': is missing"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,"profiles":"quick",\#(tail)}"#,
        "entry 'a': key 'profiles': must be an array"
      ),
      (
        #"{"id":"a","kind":"statistical","value":1,"stderr":1,"#
          + #""rule":{"resolution":1,"systematic":{"value":1,"reason":"r","note":1}},\#(tail)}"#,
        "entry 'a': key 'rule.systematic.note': has no meaning here"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,"stderr":null,\#(tail)}"#,
        "entry 'a': key 'stderr': has no meaning here"
      ),
      (
        #"{"id":"a","kind":"exact","value":1,\#(tail)},{"id":"a","kind":"exact","value":2,\#(tail)}"#,
        "entry 'a': key 'id': another entry has the same id"
      ),
    ])
  func invalid(entries: String, expected: String) {
    #expect(Self.message(Self.file(entries: entries)) == "golden/toy.json: \(expected)")
  }

  @Test(
    "a file that is not a golden file",
    arguments: [
      (#"{"schema":"golden/2","study":"s","entries":[]}"#, "key 'schema': must be 'golden/1'"),
      (#"{"schema":"golden/1","entries":[]}"#, "key 'study': must be the name of the study"),
      (#"{"schema":"golden/1","study":"s"}"#, "key 'entries': must be an array"),
      (
        #"{"schema":"golden/1","study":"s","entires":[]}"#,
        "key 'entires': is not a key of golden files; did you mean 'entries'?"
      ),
      ("[]", "key 'entries': is missing: the file must be an object"),
    ])
  func wrongFile(text: String, expected: String) {
    #expect(Self.message(Data(text.utf8)) == "golden/toy.json: \(expected)")
  }

  @Test("a file that does not exist")
  func missingFile() {
    let url = URL(filePath: "/nonexistent/toy.json")
    #expect(throws: GoldenError.unreadable(file: "/nonexistent/toy.json", reason: "there is no such file")) {
      try GoldenFile.load(url)
    }
  }

  @Test("saving keeps the order of entries and every digit, and saving twice gives the same bytes")
  func roundTrip() throws {
    let values = [0.1 + 0.2, 1e-300, 0.81391967918342940323, 5e22, 1.0 / 3.0, .pi]
    let entries = values.enumerated().map { index, value in
      GoldenComparisonTests.golden(
        .numeric, .double(value), rule: .init(relative: 1e-12), id: "z/\(9 - index)")
    }
    let file = GoldenFile(study: "toy", entries: entries)
    let url = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: url) }
    try file.save(to: url)
    let back = try GoldenFile.load(url)
    #expect(back.entries.map(\.id) == entries.map(\.id))
    #expect(back.entries.map { $0.value?.number } == values)
    try back.save(to: url)
    #expect(try Data(contentsOf: url) == file.encoded())
  }

  @Test("more digits than a double holds are rounded to the nearest double")
  func longNumbers() throws {
    let entry = #"{"id":"a","kind":"exact","value":0.8139196791834294032335469808117883397915,\#(Self.tail)}"#
    let file = try GoldenFile.read(Self.file(entries: entry), name: "f")
    #expect(file["a"]?.value == .double(0.8139196791834294))
  }

  @Test("texts survive: escapes, surrogate pairs, accents")
  func texts() throws {
    let text = #""\"\\\/\b\f\n\r\t \u00e9 \ud83d\ude00 √χ²""#
    let value = try JSONReader.read(Data(text.utf8))
    #expect(value == .string("\"\\/\u{8}\u{c}\n\r\t é 😀 √χ²"))
    #expect(try JSONReader.read(CanonicalJSON.encode(value)) == value)
  }

  @Test("differences: one line an entry that was added, removed or changed")
  func differences() {
    let a = GoldenComparisonTests.golden(.numeric, .double(1.5), rule: .init(absolute: 0.1), id: "a")
    var changed = a
    changed.value = .double(1.75)
    changed.rule.absolute = 0.2
    let b = GoldenComparisonTests.golden(.exact, .int(1), id: "b")
    let c = GoldenComparisonTests.golden(.statistical, .int(2), stderr: 0.5, id: "c")
    let d = GoldenComparisonTests.golden(.exact, .int(4), id: "d")
    let old = GoldenFile(study: "toy", entries: [a, b, d])
    let new = GoldenFile(study: "toy", entries: [c, changed, d])
    #expect(
      new.differences(from: old) == [
        #"~ a: 1.5 → 1.75; rule: {"absolute":0.1} → {"absolute":0.2}"#, "- b: exact 1",
        "+ c: statistical 2 ± 0.5",
      ])
    #expect(new.differences(from: new).isEmpty)
  }
}
