import Foundation

/// Any JSON document as a value: what profiles, golden files and results have in common.
///
/// Numbers keep the distinction between integers and floating-point values that the text made; NaN and
/// the infinities, which JSON lacks, are written as the strings "nan", "inf" and "-inf".
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue {
  /// The number in it, if it is one (integers included).
  public var number: Double? {
    switch self {
    case .int(let i): Double(i)
    case .double(let x): x
    default: nil
    }
  }

  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  public var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Every leaf with its path, going into lists of objects as well: `[1].training.epochs`.
  var deepLeaves: [(path: String, value: JSONValue)] {
    switch self {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { key, value in
        value.deepLeaves.map { ($0.path.isEmpty ? key : key + "." + $0.path, $0.value) }
      }
    case .array(let items) where items.contains(where: { $0.object != nil }):
      items.enumerated().flatMap { index, item in item.deepLeaves.map { ("[\(index)].\($0.path)", $0.value) } }
    default: [("", self)]
    }
  }

  /// The member at a dotted path, `"training.epochs"`.
  public subscript(path path: String) -> JSONValue? {
    var here = self
    for key in path.split(separator: ".") {
      guard case .object(let members) = here, let next = members[String(key)] else { return nil }
      here = next
    }
    return here
  }

  /// Every leaf with its dotted path, in order of the paths. Arrays count as leaves.
  public var leaves: [(path: String, value: JSONValue)] {
    guard case .object(let members) = self else { return [("", self)] }
    return members.sorted { $0.key < $1.key }.flatMap { key, value in
      value.leaves.map { ($0.path.isEmpty ? key : key + "." + $0.path, $0.value) }
    }
  }
}

extension JSONValue: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let i = try? container.decode(Int.self) {
      self = .int(i)
    } else if let x = try? container.decode(Double.self) {
      self = .double(x)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let items = try? container.decode([JSONValue].self) {
      self = .array(items)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let flag): try container.encode(flag)
    case .int(let i): try container.encode(i)
    case .double(let x): try container.encode(x)
    case .string(let text): try container.encode(text)
    case .array(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSONValue {
  /// The same tree with one leaf replaced or added.
  func setting(_ path: [String], to value: JSONValue) -> JSONValue {
    guard let first = path.first else { return value }
    var members = object ?? [:]
    members[first] = (members[first] ?? .object([:])).setting(Array(path.dropFirst()), to: value)
    return .object(members)
  }

  /// The tree with the given leaves.
  static func tree(of leaves: [String: JSONValue]) -> JSONValue {
    var tree = JSONValue.object([:])
    for (path, value) in leaves.sorted(by: { $0.key < $1.key }) {
      tree = tree.setting(path.split(separator: ".").map(String.init), to: value)
    }
    return tree
  }
}
