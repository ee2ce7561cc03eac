/// The leading eigenvalues of a renormalization-group transformation with scale factor 2 in two dimensions,
/// and the critical exponents that follow from them.
public struct ScalingEigenvalues: Sendable, Codable, Hashable {
  /// λ_h, of the odd sector.
  public let magnetic: Double
  /// λ_t, of the even sector.
  public let thermal: Double

  /// - Parameters:
  ///   - magnetic: λ_h.
  ///   - thermal: λ_t. Exponents of eigenvalues that are not positive are NaN.
  public init(magnetic: Double, thermal: Double) {
    self.magnetic = magnetic
    self.thermal = thermal
  }

  /// Those of the two-dimensional Ising universality class: 2^{15/8} and 2.
  public static let ising = ScalingEigenvalues(
    magnetic: 32768.0.squareRoot().squareRoot().squareRoot(), thermal: 2)

  /// y_h = log₂ λ_h.
  public var magneticExponent: Double { binaryLogarithm(magnetic) }
  /// y_t = log₂ λ_t.
  public var thermalExponent: Double { binaryLogarithm(thermal) }
  /// γ/ν = 2 y_h − 2.
  public var gammaOverNu: Double { 2 * magneticExponent - 2 }
  /// η = 4 − 2 y_h.
  public var eta: Double { 4 - 2 * magneticExponent }
  /// α/ν = 2 y_t − 2.
  public var alphaOverNu: Double { 2 * thermalExponent - 2 }
  /// ν = 1/y_t.
  public var nu: Double { 1 / thermalExponent }
}
