/// Why a block cannot be built or used.
public enum BlockError: Error, CustomStringConvertible, Sendable, Equatable {
  /// More visible spins than are enumerated.
  case tooLarge(spins: Int, allowed: Int)
  /// More hidden spins than an explicit Gibbs chain enumerates.
  case tooManyHidden(units: Int, allowed: Int)
  /// A shape that does not exist; `why` says what is allowed.
  case badShape(String)
  /// A block of another number of couplings than the question is about.
  case couplings(have: Int, need: Int)
  /// A search for a fixed point that did not end.
  case noFixedPoint(steps: Int, residual: Double)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .tooLarge(let spins, let allowed):
      return "block: \(spins) visible spins; at most \(allowed) are enumerated"
    case .tooManyHidden(let units, let allowed):
      return "Gibbs chain: \(units) hidden spins; at most \(allowed) are enumerated"
    case .badShape(let why):
      return "block: \(why)"
    case .couplings(let have, let need):
      return "block: \(have) couplings; this needs \(need)"
    case .noFixedPoint(let steps, let residual):
      return "fixed point: no convergence after \(steps) Newton steps (gradient \(residual)); "
        + "start nearer to it"
    }
  }
}
