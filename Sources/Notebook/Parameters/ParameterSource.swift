import Foundation
import Yams

/// The parameters a user gave: a profile (YAML) with single values replaced on the command line, and where each
/// of them stands.
public struct ParameterSource: Sendable {
  public private(set) var tree: JSONValue = .object([:])
  /// "studies/mlrg/profiles/quick.yaml:12" or "--set training.epochs=0", by path.
  private var places: [String: String] = [:]
  /// Values read so far, and how many there may be: a few aliases of aliases stand for billions.
  private var count = 0
  static let mostValues = 100_000

  public init() {}

  /// Parameters that were read before.
  ///
  /// - Parameter name: how error messages call where they stand.
  init(tree: JSONValue, name: String) {
    self.tree = tree
    for (path, _) in tree.leaves { places[path] = name }
  }

  /// - Parameters:
  ///   - yaml: the text of a profile: a mapping of groups to mappings of values.
  ///   - name: how error messages call it.
  /// - Throws: `ParameterError` with the line for text that is not YAML or not a mapping.
  public init(yaml: String, name: String) throws(ParameterError) {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch {
      throw ParameterError(Self.describe(error, in: yaml, name: name))
    }
    guard let node else { return }
    tree = try read(node, path: "", name: name)
    guard case .object = tree else { throw ParameterError("\(name): a profile must be a mapping of names to values") }
  }

  /// Replaces one value: `"training.epochs=2048"`; the right side is YAML (`[1, 2, 3]`, `true`, `relu`).
  ///
  /// - Throws: `ParameterError` for text without `=` or with a right side that is not YAML.
  public mutating func set(_ assignment: String) throws(ParameterError) {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !names.contains(""), !parts[1].isEmpty else {
      throw ParameterError("--set \(assignment): expected key=value, for example --set training.epochs=2048")
    }
    let place = "--set \(assignment)"
    let path = String(parts[0])
    var node: Node?
    do { node = try Yams.compose(yaml: String(parts[1])) } catch {
      throw ParameterError("\(place): the value is not YAML")
    }
    let value = try read(node ?? Node(""), path: path, name: place, line: false)
    if case .object = value { throw ParameterError("\(place): the value must be a number, a word or a list") }
    places[path] = place
    tree = tree.setting(names, to: value)
  }

  /// Where the value of a parameter was given.
  func place(of path: String) -> String {
    var here = path
    while true {
      if let place = places[here] { return place }
      guard let dot = here.lastIndex(of: ".") else { return "parameters" }
      here = String(here[..<dot])
    }
  }

  private mutating func read(
    _ node: Node, path: String, name: String, line: Bool = true
  ) throws(ParameterError) -> JSONValue {
    let place = line ? "\(name):\(node.mark?.line ?? 0)" : name
    count += 1
    guard count <= Self.mostValues else { throw ParameterError("\(place): more than \(Self.mostValues) values") }
    if !path.isEmpty { places[path] = place }
    switch node {
    case .mapping(let mapping):
      var members: [String: JSONValue] = [:]
      for (key, value) in mapping {
        guard let text = key.string else { throw ParameterError("\(place): a name must be text") }
        guard !text.contains(".") else {
          let here = line ? "\(name):\(key.mark?.line ?? 0)" : name
          throw ParameterError("\(here): '\(text)' has a dot; in a profile a group is a mapping, not a dotted name")
        }
        guard members[text] == nil else { throw ParameterError("\(place): '\(text)' is given twice") }
        members[text] = try read(value, path: path.isEmpty ? text : "\(path).\(text)", name: name, line: line)
      }
      return .object(members)
    case .sequence(let sequence):
      var items: [JSONValue] = []
      for item in sequence { items.append(try read(item, path: path, name: name, line: line)) }
      if !path.isEmpty { places[path] = place }
      return .array(items)
    case .scalar, .alias:
      return scalar(node)
    }
  }

  private func scalar(_ node: Node) -> JSONValue {
    if let flag = Bool.construct(from: node.scalar ?? .init("")) { return .bool(flag) }
    if let number = node.int { return .int(number) }
    if let number = node.float { return .double(number) }
    return .string(node.string ?? "")
  }

  private static func describe(_ error: any Error, in yaml: String, name: String) -> String {
    guard let error = error as? YamlError else { return "\(name): not YAML" }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return "\(name):\(mark.line): \(problem)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      return "\(name):\(line(repeating: key, in: yaml, from: context.mark.line)): '\(key)' is given twice"
    default:
      return "\(name): not YAML"
    }
  }

  /// The line where a key of the mapping that begins at `start` is given for the second time; the parser tells only
  /// where the mapping begins.
  private static func line(repeating key: String, in yaml: String, from start: Int) -> Int {
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let numbers = lines.indices.dropFirst(start - 1).filter { index in
      lines[index].drop { $0 == " " }.hasPrefix("\(key):")
    }
    return (numbers.dropFirst().first ?? start - 1) + 1
  }
}
