/// gnuplot's enhanced text: how wide it is, how it reads without its marks, and how a script quotes it.
enum EnhancedText {
  /// Estimated width in points; of the longest line, if there are several. Rather too wide than too
  /// narrow, since the font is chosen where the figure is shown.
  static func width(of text: String) -> Double {
    var widest = 0.0
    var line = 0.0
    var scale = 1.0
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\n":
        widest = max(widest, line)
        line = 0
      case "_", "^":
        if rest.first == "{" {
          scale = 0.8
        } else if let one = rest.popFirst() {
          line += 0.8 * advance(one)
        }
      case "{": rest = afterFont(rest)
      case "}": scale = 1
      case "\\": if let escaped = rest.popFirst() { line += scale * advance(escaped) }
      default: line += scale * advance(character)
      }
    }
    return max(widest, line) * FigureStyle.fontSize
  }

  /// Number of lines.
  static func lines(of text: String) -> Int {
    text.isEmpty ? 0 : text.count { $0 == "\n" } + 1
  }

  /// The text on one line without braces, fonts and escapes: `{/:Italic k}_{fine}` reads `k_fine`.
  static func readable(_ text: String) -> String {
    var readable = ""
    var rest = Substring(oneLine(text))
    while let character = rest.popFirst() {
      switch character {
      case "{": rest = afterFont(rest)
      case "}": break
      case "\\": if let escaped = rest.popFirst() { readable.append(escaped) }
      default: readable.append(character)
      }
    }
    return readable
  }

  /// A string of a gnuplot script with this text. Backquotes, which would run a command, are written as
  /// numbers. Some viewers drop spaces next to a change of font or height, unless something stands between,
  /// if only a space of no width.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    var previous: Character?
    var rest = Substring(text)
    var isAfterMark = false
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        quoted += "\\\\"
        if let escaped = rest.popFirst() { quoted += literal(escaped) }
      case "{":
        let body = afterFont(rest)
        quoted += "{" + rest[..<body.startIndex].map(literal).joined()
        rest = body
      case " ":
        if isAfterMark { quoted += noWidth }
        quoted += " "
        if let next = rest.first, "{}_^".contains(next) { quoted += noWidth }
      default: quoted += literal(character)
      }
      let isScript = previous == "_" || previous == "^"
      isAfterMark = "{}".contains(character) || isScript
      previous = character
    }
    return quoted + "\""
  }

  private static let noWidth = "\u{200B}"

  private static func literal(_ character: Character) -> String {
    switch character {
    case "\\": "\\\\"
    case "\"": "\\\""
    case "`": "\\140"
    case "\n", "\r\n", "\r": "\\n"
    case "\t": " "
    default: String(character)
    }
  }

  /// What follows the font of `{/:Italic …}`, which ends at the first space; all, if there is none.
  private static func afterFont(_ text: Substring) -> Substring {
    guard text.first == "/" else { return text }
    let end = text.drop { $0 != " " && $0 != "}" }
    return end.first == " " ? end.dropFirst() : end
  }

  /// Width of a character in units of the font size, as in DejaVu Sans, which is wider than Helvetica.
  private static func advance(_ character: Character) -> Double {
    if "ijlI.,;:|!'() ".contains(character) { return 0.35 }
    if "mwMWΔΣ—−×=±≈≤≥∝".contains(character) { return 0.95 }
    return character.isUppercase ? 0.72 : 0.62
  }
}
