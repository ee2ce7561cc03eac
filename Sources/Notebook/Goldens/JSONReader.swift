import Foundation

/// Reads JSON text (RFC 8259) strictly and says in which line it is wrong: what a file edited by hand needs
/// and `JSONDecoder` does not give. A key that occurs twice in one object is an error.
///
/// Integers that fit become `.int`, every other number the nearest `.double`: digits beyond the seventeenth
/// are rounded away.
struct JSONReader {
  /// Why a text is not JSON, and where.
  struct SyntaxError: Error {
    var line: Int
    var reason: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private static let deepest = 200

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The document in `data`.
  static func read(_ data: some Sequence<UInt8>) throws(SyntaxError) -> JSONValue {
    var reader = JSONReader(Array(data))
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.position < reader.bytes.count { throw reader.unexpected("the end of the file") }
    return value
  }

  // MARK: Structure

  private mutating func value(depth: Int) throws(SyntaxError) -> JSONValue {
    skipSpace()
    if depth > Self.deepest { throw error("more than \(Self.deepest) nested levels") }
    switch peek {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func object(depth: Int) throws(SyntaxError) -> [String: JSONValue] {
    position += 1
    var members: [String: JSONValue] = [:]
    if next(is: "}") { return members }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
      let key = try string()
      if members[key] != nil { throw error("key '\(key)' occurs twice") }
      if !next(is: ":") { throw unexpected("':'") }
      members[key] = try value(depth: depth + 1)
      if next(is: "}") { return members }
      if !next(is: ",") { throw unexpected("',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(SyntaxError) -> [JSONValue] {
    position += 1
    var items: [JSONValue] = []
    if next(is: "]") { return items }
    while true {
      items.append(try value(depth: depth + 1))
      if next(is: "]") { return items }
      if !next(is: ",") { throw unexpected("',' or ']'") }
    }
  }

  // MARK: Leaves

  private mutating func literal(_ word: String, _ value: JSONValue) throws(SyntaxError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(SyntaxError) -> JSONValue {
    let start = position
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Self.isNumber(bytes[start..<position]) else { throw error("'\(text)' is not a number") }
    if let integer = Int(text) { return .int(integer) }
    guard let number = Double(text), number.isFinite else { throw error("number \(text) is out of range") }
    return .double(number)
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`, by hand: a report has thousands of numbers, and a
  /// regular expression is compiled at each use.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix { 48...57 ~= $0 }.count
      rest.removeFirst(count)
      return count
    }
    func take(_ allowed: String) -> Bool {
      guard let first = rest.first, allowed.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    _ = take("-")
    if !take("0"), digits() == 0 { return false }
    if take("."), digits() == 0 { return false }
    if take("eE") {
      _ = take("+-")
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(SyntaxError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else { throw error("text is not UTF-8") }
        return valid
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape().utf8)
      case 0..<0x20: throw error("a text is not closed before the end of the line")
      default: text.append(byte)
      }
    }
    throw error("a text is not closed before the end of the file")
  }

  private mutating func escape() throws(SyntaxError) -> String {
    guard let byte = peek else { throw unexpected("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        units.append(try codeUnit())
      }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw error("half a surrogate pair in an escape")
      }
      return text
    default: throw error("unknown escape in a text")
    }
  }

  private mutating func codeUnit() throws(SyntaxError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16) else {
      throw error("\\u needs four hexadecimal digits")
    }
    position += 4
    return unit
  }

  // MARK: Characters

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, " \t\r\n".utf8.contains(byte) {
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  /// Whether `character` comes next, after white space; steps over it if so.
  private mutating func next(is character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func error(_ reason: String) -> SyntaxError { SyntaxError(line: line, reason: reason) }

  private func unexpected(_ wanted: String) -> SyntaxError {
    guard let byte = peek else { return error("expected \(wanted), found the end of the file") }
    let found = byte < 0x80 ? "'\(Character(Unicode.Scalar(byte)))'" : "a character outside ASCII"
    return error("expected \(wanted), found \(found)")
  }
}
