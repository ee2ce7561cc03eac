import Random

/// Small damages of a text: what an editor, a disk or a hostile user might do to it.
struct Mutator {
  private var stream: RandomStream
  private let tokens: [[UInt8]]

  /// Pieces that parsers have stumbled over.
  static let awkward = [
    "", " ", "\n", "\t", "\r\n", "\0", "\"", "'", "[", "]", "{", "}", ":", ": ", ",", "-", "- ", "#", "&a ", "*a",
    "!!int ", "|",
    ">", "---\n", "%", "\\", "\\u0000", "\\ud800", "/", ".", "..", "=", "<<: ", "null", "~", "true", "nan", ".nan",
    "inf", "-.inf",
    "0", "-0", "-1", "0x10", "0o7", "1_000", "1:30", "1e", "1e999", "-1e999", "1e-999", "0.1", "2147483648",
    "-9223372036854775808",
    "9223372036854775807", "9223372036854775808", "18446744073709551616", "123456789012345678901234567890", "\u{FEFF}",
    "é", "日本", "𝛽",
    "\u{202E}", String(repeating: "[", count: 300), String(repeating: "{\"a\":", count: 300),
    String(repeating: "9", count: 400),
  ]

  init(seed name: String, _ index: Int = 0, tokens: [String] = []) {
    stream = RandomStream(seed: 1, name: "mutator/\(name)", index: index)
    self.tokens = (Self.awkward + tokens).map { Array($0.utf8) }
  }

  /// The text after one to four damages.
  mutating func damaged(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0...Int.random(in: 0..<4, using: &stream) { damage(&text) }
    return text
  }

  private mutating func damage(_ text: inout [UInt8]) {
    let start = Int.random(in: 0...text.count, using: &stream)
    let end = min(text.count, start + Int.random(in: 0...16, using: &stream))
    let token = tokens.randomElement(using: &stream) ?? []
    switch Int.random(in: 0..<8, using: &stream) {
    case 0: if start < text.count { text[start] ^= 1 << UInt8.random(in: 0..<8, using: &stream) }
    case 1: if start < text.count { text[start] = UInt8.random(in: 0...255, using: &stream) }
    case 2: text.removeSubrange(start..<end)
    case 3: text.insert(contentsOf: token, at: start)
    case 4: text.insert(contentsOf: text[start..<end], at: Int.random(in: 0...text.count, using: &stream))
    case 5: text.removeSubrange(start...)
    default: text.replaceSubrange(word(in: text, around: start), with: token)
    }
  }

  /// The number or name that contains a place.
  private func word(in text: [UInt8], around place: Int) -> Range<Int> {
    func isWord(_ byte: UInt8) -> Bool { !Array(" \n\t,:[]{}\"=".utf8).contains(byte) }
    var (start, end) = (place, place)
    while start > 0, isWord(text[start - 1]) { start -= 1 }
    while end < text.count, isWord(text[end]) { end += 1 }
    return start..<end
  }
}
