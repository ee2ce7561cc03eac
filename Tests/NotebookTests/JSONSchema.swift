import Foundation
import Notebook

/// Validates JSON documents against the part of JSON Schema (draft 2020-12) that this project's schemas use.
/// A keyword that it does not know is an error of the schema, so that no rule is skipped silently.
struct JSONSchema {
  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  /// Every violation, as `path: what is wrong`; empty for a valid document.
  func violations(of document: JSONValue) -> [String] {
    check(document, root, at: "")
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    if let flag = schema.bool { return flag ? [] : [problem(path, "is not allowed")] }
    guard let rules = schema.object else { return [problem(path, "the schema is not an object")] }
    return rules.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      check(value, keyword: keyword, rule, rules, at: path)
    }
  }

  private func check(
    _ value: JSONValue, keyword: String, _ rule: JSONValue, _ rules: [String: JSONValue], at path: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$defs", "title", "description", "then", "else": return []
    case "$ref": return checkReference(value, rule, at: path)
    case "type":
      let types = rule.array?.compactMap(\.string) ?? [rule.string ?? "?"]
      return types.contains { isOfType(value, $0) } ? [] : [problem(path, "is not of type \(types)")]
    case "const": return same(value, rule) ? [] : [problem(path, "is not the constant")]
    case "enum":
      return rule.array?.contains { same(value, $0) } == true ? [] : [problem(path, "is not in the list")]
    case "pattern": return checkPattern(value, rule, at: path)
    case "minimum", "maximum", "exclusiveMinimum": return checkBound(value, keyword, rule, at: path)
    case "minItems", "maxItems":
      guard let items = value.array, let bound = rule.number else { return [] }
      let isAllowed = keyword == "minItems" ? items.count >= Int(bound) : items.count <= Int(bound)
      return isAllowed ? [] : [problem(path, "has \(items.count) items")]
    case "items":
      return (value.array ?? []).enumerated().flatMap { check($1, rule, at: "\(path)/\($0)") }
    case "required":
      guard let members = value.object else { return [] }
      return (rule.array ?? []).compactMap(\.string).filter { members[$0] == nil }
        .map { problem(path, "lacks '\($0)'") }
    case "properties", "additionalProperties": return checkMembers(value, keyword, rules, at: path)
    case "allOf": return (rule.array ?? []).flatMap { check(value, $0, at: path) }
    case "anyOf", "oneOf":
      let matches = (rule.array ?? []).count { check(value, $0, at: path).isEmpty }
      let isAllowed = keyword == "anyOf" ? matches >= 1 : matches == 1
      return isAllowed ? [] : [problem(path, "matches \(matches) alternatives of \(keyword)")]
    case "if":
      let branch = check(value, rule, at: path).isEmpty ? rules["then"] : rules["else"]
      return branch.map { check(value, $0, at: path) } ?? []
    default: return [problem(path, "the schema has an unknown keyword '\(keyword)'")]
    }
  }

  private func checkReference(_ value: JSONValue, _ rule: JSONValue, at path: String) -> [String] {
    let name = rule.string?.split(separator: "/").last.map(String.init) ?? ""
    guard rule.string == "#/$defs/\(name)", let target = root.object?["$defs"]?.object?[name] else {
      return [problem(path, "the schema refers to nothing")]
    }
    return check(value, target, at: path)
  }

  private func checkPattern(_ value: JSONValue, _ rule: JSONValue, at path: String) -> [String] {
    guard let text = value.string else { return [] }
    guard let pattern = rule.string, let regex = try? Regex(pattern) else {
      return [problem(path, "the schema has a bad pattern")]
    }
    return text.firstMatch(of: regex) != nil ? [] : [problem(path, "does not match \(pattern)")]
  }

  private func checkBound(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, at path: String
  ) -> [String] {
    guard let number = value.number, let bound = rule.number else { return [] }
    let isAllowed =
      switch keyword {
      case "minimum": number >= bound
      case "maximum": number <= bound
      default: number > bound
      }
    return isAllowed ? [] : [problem(path, "\(number) violates \(keyword) \(bound)")]
  }

  private func checkMembers(
    _ value: JSONValue, _ keyword: String, _ rules: [String: JSONValue], at path: String
  ) -> [String] {
    let properties = rules["properties"]?.object ?? [:]
    return (value.object ?? [:]).sorted { $0.key < $1.key }.flatMap { key, member -> [String] in
      let here = "\(path)/\(key)"
      if keyword == "properties" { return properties[key].map { check(member, $0, at: here) } ?? [] }
      guard properties[key] == nil, let rule = rules["additionalProperties"] else { return [] }
      return check(member, rule, at: here)
    }
  }

  private func isOfType(_ value: JSONValue, _ type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
      ("number", .int), ("number", .double), ("integer", .int):
      true
    case ("integer", .double(let x)): x == x.rounded()
    default: false
    }
  }

  private func same(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if let x = a.number, let y = b.number { return x == y }
    return a == b
  }

  private func problem(_ path: String, _ text: String) -> String {
    "\(path.isEmpty ? "/" : path): \(text)"
  }
}
