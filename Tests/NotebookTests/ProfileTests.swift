import Testing

@testable import Notebook

/// Profiles as text, and single values set on the command line.
@Suite struct ProfileTests {
  @Test("a profile is a tree of numbers, words, flags and lists")
  func reads() throws {
    let source = try ParameterSource(
      yaml: "# comment\na: 1\nb:\n  c: 2.5\n  d: [x, 3]\n  e: true\nf: 1e-3\n", name: "p.yaml")
    #expect(source.tree[path: "a"] == .int(1))
    #expect(source.tree[path: "b.c"] == .double(2.5))
    #expect(source.tree[path: "b.d"] == .array([.string("x"), .int(3)]))
    #expect(source.tree[path: "b.e"] == .bool(true))
    #expect(source.tree[path: "f"] == .double(1e-3))
    #expect(source.place(of: "b.d") == "p.yaml:5")
  }

  @Test("aliases of aliases that stand for a billion values are refused at once")
  func aliases() {
    let lists = (1...9).map {
      "b\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let yaml = "a: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + lists.joined()
    let error = #expect(throws: ParameterError.self) { try ParameterSource(yaml: yaml, name: "p.yaml") }
    #expect(error?.description.hasSuffix("more than 100000 values") == true)
  }

  @Test("a message that quotes line breaks is one line")
  func oneLine() {
    let error = #expect(throws: ParameterError.self) {
      var source = ParameterSource(); try source.set("a\nb\t\u{202E}")
    }
    #expect(error?.description.hasPrefix(#"--set a\nb\t\u{202E}: expected key=value"#) == true)
  }

  @Test("an empty profile, or one of comments alone, changes nothing", arguments: ["", "# nothing\n", "{}\n"])
  func empty(yaml: String) throws {
    #expect(try ParameterSource(yaml: yaml, name: "p.yaml").tree == .object([:]))
  }

  @Test(
    "text that is not a profile is refused with its line",
    arguments: [
      ("a: 1\nb: [1, 2\nc: 3\n", "p.yaml:3: "), ("a: 1\n\tb: 2\n", "p.yaml:2: "), ("a: 1\n b: 2\n", "p.yaml:2: "),
      ("a: 1\na: 2\n", "p.yaml:2: 'a' is given twice"),
      ("g:\n  b: 1\n  c: 2\n  b: 3\n", "p.yaml:4: 'b' is given twice"),
      ("- 1\n- 2\n", "p.yaml: a profile must be a mapping"),
      ("seven\n", "p.yaml: a profile must be a mapping"), ("a: &x\n  b: 1\nc: *y\n", "p.yaml:3: "),
      ("a: 1\ng.b: 2\n", "p.yaml:2: 'g.b' has a dot"), ("a: 1\n---\nb: 1\n", "p.yaml:2: "),
    ])
  func malformed(yaml: String, beginning: String) {
    let error = #expect(throws: ParameterError.self) { try ParameterSource(yaml: yaml, name: "p.yaml") }
    let text = error?.description ?? ""
    #expect(text.hasPrefix(beginning), "\(text)")
    #expect(!text.contains("\n"))
  }

  @Test("--set replaces one value and says so in errors; the others stay")
  func assignment() throws {
    var source = try ParameterSource(yaml: "g:\n  a: 1\n  b: 2\n", name: "p.yaml")
    try source.set("g.a=7")
    try source.set("g.c=[1, 2.5, x]")
    try source.set("h=true")
    try source.set("g.a=8")
    #expect(source.tree[path: "g.a"] == .int(8) && source.tree[path: "g.b"] == .int(2))
    #expect(source.tree[path: "g.c"] == .array([.int(1), .double(2.5), .string("x")]))
    #expect(source.tree[path: "h"] == .bool(true))
    #expect(source.place(of: "g.a") == "--set g.a=8")
    #expect(source.place(of: "g.b") == "p.yaml:3")
  }

  @Test(
    "an assignment that is none is refused",
    arguments: ["g.a", "=1", "g.a=", ".=1", "g..a=1", "g.a=[1", "g={a: 1}", "g.=1"])
  func badAssignment(text: String) throws {
    var source = ParameterSource()
    let error = #expect(throws: ParameterError.self) { try source.set(text) }
    #expect(error?.description.hasPrefix("--set \(text): ") == true)
    #expect(source.tree == .object([:]))
  }
}
