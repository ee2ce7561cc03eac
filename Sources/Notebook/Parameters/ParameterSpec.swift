/// What `describe` says of one parameter.
public struct ParameterSpec: Sendable, Hashable {
  /// Dotted path, as in `--set training.epochs=2048`.
  public let key: String
  public let standard: JSONValue
  /// The allowed values in words.
  public let allowed: String
  public let unit: String
  public let meaning: String
}

/// A parameter that is unknown, of the wrong type or out of range: one line that names the file and the key.
public struct ParameterError: Error, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description.onOneLine }
}
