/// Why a computation on the Ising model refused its input.
///
/// `description` is one line: what is wrong and what is allowed.
public enum IsingError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A linear size L that the method does not have.
  case side(Int, allowed: String)
  /// A coupling K = J/(k_B T) that the method does not have.
  case coupling(Double, allowed: String)
  /// Any other argument.
  case argument(name: String, value: String, allowed: String)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .side(let side, let allowed): "the side of the lattice is \(side), but must be \(allowed)"
    case .coupling(let coupling, let allowed): "the coupling K is \(coupling), but must be \(allowed)"
    case .argument(let name, let value, let allowed): "\(name) is \(value), but must be \(allowed)"
    }
  }
}
