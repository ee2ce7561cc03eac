/// Why a computation on a scalar field refused its input.
///
/// `description` is one line: what is wrong and what is allowed.
public enum ScalarFieldError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A linear size L that the method does not have.
  case side(Int, allowed: String)
  /// A parameter of the action that is not a number it may be.
  case coupling(name: String, value: Double, allowed: String)
  /// An action that is not bounded from below, or has a flat direction.
  case unbounded(lambda: Double, massSquared: Double)
  /// A combination of updates that does not make a Markov chain.
  case mix(String)
  /// A field that is not a configuration of the lattice.
  case field(String)
  /// A computation whose result would not be accurate.
  case resolution(String)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .side(let side, let allowed): "the side of the lattice is \(side), but must be \(allowed)"
    case .coupling(let name, let value, let allowed): "\(name) is \(value), but must be \(allowed)"
    case .unbounded(let lambda, let massSquared):
      "the action has no normalizable weight: lambda is \(lambda) and mu^2 is \(massSquared), "
        + "but lambda must be positive, or 0 with mu^2 > 0"
    case .mix(let why): "the update mix \(why)"
    case .field(let why): "the field \(why)"
    case .resolution(let why): why
    }
  }
}
