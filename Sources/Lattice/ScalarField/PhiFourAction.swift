/// The action of two-dimensional lattice φ⁴ theory with weight e^{−S} on the periodic square lattice:
///
/// S = −κ Σ_⟨ij⟩ φ_i φ_j + (μ² + 4κ)/2 Σ_i φ_i² + λ/4 Σ_i φ_i⁴.
///
/// For κ = 1 this is Σ_x [½(∇φ)² + ½μ²φ² + ¼λφ⁴], the normalization of D. Schaich, W. Loinaz, Phys. Rev. D 79
/// (2009) 056008, arXiv:0902.0045. Each site has a bond to the right and one down, so for L = 2 neighbours
/// are joined by two bonds.
public struct PhiFourAction: Sendable, Hashable, Codable {
  /// Hopping parameter κ ≥ 0.
  public let kappa: Double
  /// Quartic coupling λ > 0, or 0 for the free field.
  public let lambda: Double
  /// Bare mass squared μ²; may be negative for λ > 0.
  public let massSquared: Double

  /// The action of the given couplings.
  ///
  /// - Throws: `ScalarFieldError` unless all are finite, κ ≥ 0, and λ > 0 or λ = 0 with μ² > 0.
  public init(kappa: Double = 1, lambda: Double, massSquared: Double) throws(ScalarFieldError) {
    guard kappa.isFinite, kappa >= 0 else {
      throw .coupling(name: "kappa", value: kappa, allowed: "a finite number that is not negative")
    }
    guard lambda.isFinite, lambda >= 0 else {
      throw .coupling(name: "lambda", value: lambda, allowed: "a finite number that is not negative")
    }
    guard massSquared.isFinite else {
      throw .coupling(name: "mu^2", value: massSquared, allowed: "a finite number")
    }
    guard lambda > 0 || massSquared > 0 else {
      throw .unbounded(lambda: lambda, massSquared: massSquared)
    }
    self.kappa = kappa
    self.lambda = lambda
    self.massSquared = massSquared
  }

  private enum CodingKeys: String, CodingKey {
    case kappa, lambda, massSquared
  }

  /// Decodes the three couplings.
  ///
  /// - Throws: `DecodingError`, or `ScalarFieldError` for couplings that `init` refuses.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kappa: container.decode(Double.self, forKey: .kappa),
      lambda: container.decode(Double.self, forKey: .lambda),
      massSquared: container.decode(Double.self, forKey: .massSquared))
  }

  /// S of a configuration.
  public func value(_ field: ScalarField) -> Double {
    let moments = field.moments
    return moments.actionPerSite(self) * Double(field.side * field.side)
  }

  /// The constant field of least action, √(−μ²/λ) or 0.
  var classicalMinimum: Double {
    massSquared < 0 ? (-massSquared / lambda).squareRoot() : 0
  }
}
