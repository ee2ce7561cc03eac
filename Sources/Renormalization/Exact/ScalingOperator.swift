/// The leading operator of a sector that a window operator M multiplies by its eigenvalue.
public struct ScalingOperator: Sendable, Codable, Hashable {
  /// Odd or even.
  public let sector: OperatorSector
  /// Leading eigenvalue λ.
  public let eigenvalue: Double
  /// Left eigenvector, u M = λ u, over the orbits of the sector: Σ_A u_A S_A is the scaling operator. Unit
  /// length, its largest element positive. The element of the empty set makes the mean of an even operator
  /// vanish at the fixed point.
  public let left: [Double]
  /// Right eigenvector, M v = λ v: how averages leave the fixed point. Unit length, largest element positive.
  public let right: [Double]
}
