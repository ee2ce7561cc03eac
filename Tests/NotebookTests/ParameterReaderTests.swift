import Testing

@testable import Notebook

/// Which values a parameter accepts, and the one line that refuses the others.
@Suite struct ParameterReaderTests {
  enum Colour: String, CaseIterable { case red, green }

  static func reader(_ yaml: String) throws -> ParameterReader {
    ParameterReader(try ParameterSource(yaml: yaml, name: "toy.yaml"))
  }

  /// Reads one parameter of each type.
  static func readAll(_ yaml: String) throws -> ParameterReader {
    let read = try reader(yaml)
    _ = try read.int("n", default: 3, in: 1...10, unit: "sites", "a number")
    _ = try read.group("g") { read in
      _ = try read.double("x", default: 0.5, in: 0...1, "a fraction")
      _ = try read.doubles("xs", default: [0.5, 1], each: 0...1, "fractions")
      _ = try read.ints("ns", default: [1, 2], each: 1...9, "numbers")
    }
    _ = try read.bool("b", default: false, "a flag")
    _ = try read.choice("c", default: Colour.red, "a colour")
    _ = try read.choices("cs", default: [Colour.green], "colours")
    try read.checkForUnknownKeys()
    return read
  }

  @Test("without a profile every parameter has its default")
  func defaults() throws {
    let read = try Self.readAll("")
    #expect(
      read.resolved
        == .object([
          "n": .int(3), "b": .bool(false), "c": .string("red"), "cs": .array([.string("green")]),
          "g": .object([
            "x": .double(0.5), "xs": .array([.double(0.5), .double(1)]), "ns": .array([.int(1), .int(2)]),
          ]),
        ]))
    #expect(read.specs.map(\.key) == ["n", "g.x", "g.xs", "g.ns", "b", "c", "cs"])
    let spec = try #require(read.specs.first)
    #expect(spec.standard == .int(3) && spec.unit == "sites" && spec.meaning == "a number")
    #expect(spec.allowed == "whole number from 1 to 10")
  }

  @Test("given values replace them")
  func values() throws {
    let read = try Self.readAll(
      "n: 7\nb: true\nc: green\ncs: [red, green]\ng:\n  x: 1\n  xs: [0, 0.25]\n  ns: []\n")
    #expect(read.resolved[path: "n"] == .int(7))
    #expect(read.resolved[path: "cs"] == .array([.string("red"), .string("green")]))
    #expect(read.resolved[path: "g.ns"] == .array([]))
    // A whole number given for a fraction is the same parameter value.
    #expect(read.resolved[path: "g.x"] == .double(1))
    #expect(read.resolved[path: "g.xs"] == .array([.double(0), .double(0.25)]))
  }

  @Test(
    "a bad value is refused in one line with file, line, key, value and range",
    arguments: [
      ("n: 11", "toy.yaml:1: n is 11; allowed: whole number from 1 to 10"),
      ("b: true\nn: 2.5", "toy.yaml:2: n is 2.5; allowed: whole number from 1 to 10"),
      ("n: many", #"toy.yaml:1: n is "many"; allowed: whole number from 1 to 10"#),
      ("n: [1]", "toy.yaml:1: n is [1]; allowed: whole number from 1 to 10"),
      ("n: {m: 1}", #"toy.yaml:1: n is {"m":1}; allowed: whole number from 1 to 10"#),
      ("n: 99999999999999999999", "toy.yaml:1: n is 1e+20; allowed: whole number from 1 to 10"),
      ("g:\n  x: 1.5", "toy.yaml:2: g.x is 1.5; allowed: number from 0.0 to 1.0"),
      ("g:\n  x: .nan", #"toy.yaml:2: g.x is "nan"; allowed: number from 0.0 to 1.0"#),
      ("g:\n  x: nan", #"toy.yaml:2: g.x is "nan"; allowed: number from 0.0 to 1.0"#),
      ("g:\n  x: .inf", #"toy.yaml:2: g.x is "inf"; allowed: number from 0.0 to 1.0"#),
      ("g:\n  xs: [0.5, .nan]", #"toy.yaml:2: g.xs is [0.5,"nan"]; allowed: list of numbers from 0.0 to 1.0"#),
      ("g:\n  xs: 0.5", "toy.yaml:2: g.xs is 0.5; allowed: list of numbers from 0.0 to 1.0"),
      ("g:\n  ns: [1, 0]", "toy.yaml:2: g.ns is [1,0]; allowed: list of whole numbers from 1 to 9"),
      ("b: 1", "toy.yaml:1: b is 1; allowed: true or false"),
      ("c: blue", #"toy.yaml:1: c is "blue"; allowed: red | green"#),
      ("cs: [red, blue]", #"toy.yaml:1: cs is ["red","blue"]; allowed: list of red | green"#),
      ("m: 1", "toy.yaml:1: unknown parameter 'm'; did you mean 'n'?"),
      ("g:\n  z: 1", "toy.yaml:2: unknown parameter 'g.z'; did you mean 'g.x'?"),
      ("g: 5", "toy.yaml:1: 'g' is a group of parameters, not a parameter"),
      ("g:", "toy.yaml:1: 'g' is a group of parameters, not a parameter"),
    ])
  func refusals(yaml: String, line: String) {
    let error = #expect(throws: ParameterError.self) { try Self.readAll(yaml) }
    #expect(error?.description == line)
  }
}
