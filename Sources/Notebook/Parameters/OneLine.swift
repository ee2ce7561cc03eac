extension String {
  /// The text with line breaks and what else cannot be seen escaped ("\n", "\u{202E}"): messages quote what users
  /// wrote, and are one line all the same.
  var onOneLine: String {
    var line = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: line += scalar.escaped(asASCII: true)
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
