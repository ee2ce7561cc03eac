extension String {
  /// The text as one word of a shell command: in quotes if it needs them.
  var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_./=:,+@%".utf8.contains(byte)
    }
    return isPlain && !isEmpty ? self : inShellQuotes
  }

  /// The text as one word of a shell command, always in quotes.
  var inShellQuotes: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
