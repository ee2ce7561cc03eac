/// Formulas in the prose of a report.
enum Mathematics {
  /// The text with every `$…$` on one line: GitHub does not recognise an inline formula that a line break divides.
  /// Displayed formulas (`$$…$$`) and code are left as they are.
  static func onOneLine(_ markdown: String) -> String {
    var result = ""
    var inFormula = false
    var inCode = false
    var characters = Substring(markdown)
    while let character = characters.popFirst() {
      switch character {
      case "`": inCode.toggle()
      case "$" where !inCode && characters.first == "$":
        // A displayed formula: copied up to its end.
        let rest = characters.dropFirst()
        let end = rest.firstRange(of: "$$")?.upperBound ?? rest.endIndex
        result += "$$" + rest[..<end]
        characters = rest[end...]
        continue
      case "$" where !inCode: inFormula.toggle()
      default: break
      }
      result.append(inFormula && character == "\n" ? " " : character)
    }
    return result
  }
}
