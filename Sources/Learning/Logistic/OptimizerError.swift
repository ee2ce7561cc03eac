/// Why an optimiser refuses its settings or its start.
public enum OptimizerError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A setting is outside what is allowed.
  case setting(name: String, value: Double, allowed: String)
  /// The function is not finite where the search starts.
  case startNotFinite(value: Double)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .setting(let name, let value, let allowed): "\(name) is \(value); allowed: \(allowed)"
    case .startNotFinite(let value):
      "the function to be minimised is \(value) at the start; it must be finite there"
    }
  }
}
