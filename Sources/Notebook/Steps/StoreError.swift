/// A result that cannot be read back or written.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  case corrupt(file: String, reason: String)
  case unwritable(file: String, reason: String)

  public var description: String {
    switch self {
    case .corrupt(let file, let reason): "\(file) is damaged (\(reason))"
    case .unwritable(let file, let reason): "cannot write \(file): \(reason); everything stored before is kept"
    }
  }
}
