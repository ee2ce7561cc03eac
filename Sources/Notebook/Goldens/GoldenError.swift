/// Why a golden file cannot be used. The description is one line that names the file and the key.
public enum GoldenError: Error, Sendable, Hashable, CustomStringConvertible {
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
  /// The text is not JSON.
  case malformed(file: String, line: Int, reason: String)
  /// The JSON is not a golden file: `entry` is the identifier (or the number) of the entry, `nil` for the
  /// file itself.
  case invalid(file: String, entry: String?, key: String, problem: String)

  public var description: String { text.onOneLine }

  private var text: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .unwritable(let file, let reason): "\(file): cannot be written: \(reason)"
    case .malformed(let file, let line, let reason): "\(file): line \(line): \(reason)"
    case .invalid(let file, nil, let key, let problem): "\(file): key '\(key)': \(problem)"
    case .invalid(let file, let entry?, let key, let problem):
      "\(file): entry \(entry): key '\(key)': \(problem)"
    }
  }
}
