import Foundation

/// A fixed point of a renormalization-group flow of one coupling, J' = J.
public struct FlowFixedPoint: Codable, Sendable, Hashable {
  /// The coupling J at the fixed point.
  public let coupling: Double
  /// dJ'/dJ there: above 1 the point repels, which is what a critical point does.
  public let slope: Double

  /// A fixed point at `coupling` with dJ'/dJ = `slope`.
  public init(coupling: Double, slope: Double) {
    self.coupling = coupling
    self.slope = slope
  }

  /// Whether the flow leaves the point.
  public var isRepelling: Bool { slope > 1 }

  /// Thermal exponent y = ln(dJ'/dJ) / ln b for the scale factor b = √2 of the Lieb lattice; nil where the
  /// point does not repel. It has a meaning only for blocks of that lattice.
  public var thermalExponent: Double? {
    isRepelling ? log(slope) / log(LiebLattice.scaleFactor) : nil
  }

  /// Exponent of the correlation length, ν = 1/y = ln √2 / ln(dJ'/dJ); nil where the point does not repel.
  public var correlationLengthExponent: Double? { thermalExponent.map { 1 / $0 } }
}
