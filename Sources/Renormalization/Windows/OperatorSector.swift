/// The two kinds of operators that a global spin flip keeps apart: products of an odd and of an even number of
/// spins.
public enum OperatorSector: String, Sendable, Codable, CaseIterable, CustomStringConvertible {
  /// Operators that change their sign, led by the magnetization.
  case odd
  /// Operators that do not, led by the energy.
  case even

  /// `odd` or `even`.
  public var description: String { rawValue }
}
