/// gnuplot is missing or could not draw.
public enum GnuplotError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such program; `searched` says where it was looked for.
  case missing(searched: String)
  /// gnuplot refused the script, with its message.
  case failed(figure: String, message: String)
  /// The program or its files could not be used.
  case unusable(reason: String)

  /// Whether the program is not there at all.
  public var isMissing: Bool { if case .missing = self { true } else { false } }

  /// One line: what is wrong and what to do.
  public var description: String {
    switch self {
    case .missing(let searched):
      "gnuplot is missing (looked for \(oneLine(searched))): apt-get install gnuplot-nox, "
        + "or set KADANOFF_GNUPLOT to the program"
    case .failed(let figure, let message): "gnuplot could not draw figure \"\(figure)\": \(oneLine(message))"
    case .unusable(let reason): "gnuplot could not be run: \(oneLine(reason))"
    }
  }
}
