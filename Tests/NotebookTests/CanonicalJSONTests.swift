import Foundation
import Random
import Testing

@testable import Notebook

@Suite struct CanonicalJSONTests {
  struct Pair: Codable, Equatable { var b: Double, a: Int }

  @Test("keys are sorted, slashes are plain, and the pretty form ends with a newline")
  func layout() throws {
    let data = try CanonicalJSON.encode(["b/c": 1, "a": 2])
    #expect(String(decoding: data, as: UTF8.self) == #"{"a":2,"b/c":1}"#)
    let pretty = try CanonicalJSON.encode(["b": 1], pretty: true)
    #expect(String(decoding: pretty, as: UTF8.self) == "{\n  \"b\" : 1\n}\n")
  }

  @Test("every finite double reads back to the same bits")
  func doubles() throws {
    var random = RandomStream(seed: 7, name: "test/canonical-json")
    var numbers = [0, -0.0, 0.1, 1e15, 1e16, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi, -1 / 3]
    while numbers.count < 5000 {
      let x = Double(bitPattern: random.next())
      if x.isFinite { numbers.append(x) }
    }
    let back = try CanonicalJSON.decode([Double].self, from: CanonicalJSON.encode(numbers))
    #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test("NaN and the infinities are words")
  func nonFinite() throws {
    let data = try CanonicalJSON.encode([Double.nan, .infinity, -.infinity])
    #expect(String(decoding: data, as: UTF8.self) == #"["nan","inf","-inf"]"#)
    let back = try CanonicalJSON.decode([Double].self, from: data)
    #expect(back[0].isNaN && back[1] == .infinity && back[2] == -.infinity)
  }

  @Test("SHA-256 of 'abc' and of nothing, as FIPS 180-4 has them")
  func sha256() {
    #expect(
      CanonicalJSON.sha256(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(CanonicalJSON.sha256(Data()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("the digest is that of the canonical text, whatever the order of the members")
  func digest() throws {
    let text = CanonicalJSON.sha256(Data(#"{"a":1,"b":0.5}"#.utf8))
    #expect(try CanonicalJSON.digest(Pair(b: 0.5, a: 1)) == text)
    #expect(try CanonicalJSON.digest(JSONValue.object(["b": .double(0.5), "a": .int(1)])) == text)
    #expect(try CanonicalJSON.digest(Pair(b: 0.5, a: 2)) != text)
  }

  @Test("a tree keeps the kinds of its values")
  func tree() throws {
    let text = #"{"a":[1,2.5,"x",null,true],"n":"nan"}"#
    let tree = try CanonicalJSON.decode(JSONValue.self, from: Data(text.utf8))
    #expect(tree[path: "a"] == .array([.int(1), .double(2.5), .string("x"), .null, .bool(true)]))
    #expect(tree[path: "n"]?.number?.isNaN == true)
    #expect(try String(decoding: CanonicalJSON.encode(tree), as: UTF8.self) == text)
  }

  @Test("leaves come in order of their paths, and setting one leaves the others")
  func leaves() {
    let tree = JSONValue.tree(of: ["b.y": .int(2), "a": .int(1), "b.x": .array([.int(3)])])
    #expect(tree.leaves.map(\.path) == ["a", "b.x", "b.y"])
    let changed = tree.setting(["b", "y"], to: .int(5))
    #expect(changed[path: "b.y"] == .int(5) && changed[path: "b.x"] == .array([.int(3)]))
    #expect(changed[path: "b.z"] == nil && changed[path: "a.x"] == nil)
  }
}
