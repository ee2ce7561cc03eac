import Elementary

/// The infinite Ising chain at coupling K > 0, P ∝ exp(K Σ s_i s_{i+1}), and its exact decimation.
///
/// Everything follows from t = tanh K, ⟨s_0 s_r⟩ = tʳ. Keeping every b-th spin gives the chain with t′ = tᵇ. In terms
/// of the dual coupling K̃ = −½ ln tanh K, of which K is the dual in turn, ξ = 1/(2 K̃) and decimation is K̃′ = b K̃:
/// no digits are lost where t is near 1.
public struct IsingChain: Sendable, Hashable, Codable {
  /// K.
  public let coupling: Double

  /// The largest K, where ξ is about 10²⁶⁰.
  public static let largestCoupling = 300.0

  /// - Throws: `ChainError.setting` unless 10⁻⁶ ≤ K ≤ 300.
  public init(coupling: Double) throws(ChainError) {
    guard coupling >= 1e-6 && coupling <= Self.largestCoupling else {
      throw .setting(name: "the coupling", value: coupling, allowed: "1e-6 to 300")
    }
    self.coupling = coupling
  }

  /// The chain of a correlation length ξ = −1/ln tanh K, in lattice spacings.
  ///
  /// - Throws: `ChainError.setting` where ξ is not positive or K outside the range of a chain.
  public init(correlationLength: Double) throws(ChainError) {
    guard correlationLength > 0 && correlationLength.isFinite else {
      throw .setting(name: "the correlation length", value: correlationLength, allowed: "positive, finite")
    }
    try self.init(coupling: Self.dual(0.5 / correlationLength))
  }

  /// t = tanh K, the correlation of neighbours.
  public var bondCorrelation: Double { Elementary.tanh(coupling) }

  /// K̃ = −½ ln tanh K.
  public var dualCoupling: Double { Self.dual(coupling) }

  /// ξ = −1/ln tanh K, in lattice spacings.
  public var correlationLength: Double { 0.5 / dualCoupling }

  /// dξ/dK = 2 ξ²/sinh 2K.
  public var correlationLengthSlope: Double {
    let length = correlationLength
    return 2 * length * (length / StableHyperbolic.sinh(2 * coupling))
  }

  /// The chain of every b-th spin: tanh K′ = tanhᵇ K, for b = 2 K′ = ½ ln cosh 2K.
  ///
  /// - Throws: `ChainError.setting` unless b ≥ 2 and K′ is in the range of a chain.
  public func decimated(by factor: Int = 2) throws(ChainError) -> IsingChain {
    guard factor >= 2 else {
      throw .setting(name: "the factor of a decimation", value: Double(factor), allowed: "2 or more")
    }
    return try IsingChain(coupling: Self.dual(Double(factor) * dualCoupling))
  }

  /// −½ ln tanh K for K > 0.
  static func dual(_ coupling: Double) -> Double {
    guard coupling >= 0.5 else { return -0.5 * Elementary.log(Elementary.tanh(coupling)) }
    return StableHyperbolic.atanh(Elementary.exp(-2 * coupling))
  }
}
