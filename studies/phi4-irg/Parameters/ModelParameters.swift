import Lattice
import Notebook

/// The action S = −κ Σ φφ′ + (μ² + 4κ)/2 Σ φ² + λ/4 Σ φ⁴.
struct ModelParameters: Codable, Sendable, Hashable {
  let kappa: Double
  let lambda: Double
  let massSquared: Double

  init(_ read: ParameterReader) throws {
    kappa = try read.double("kappa", default: 1, in: 0...100, "hopping κ")
    lambda = try read.double("lambda", default: 0.7, in: -1e3...1e3, "quartic coupling λ, positive")
    massSquared = try read.double(
      "mass_squared", default: -0.9515, in: -1e3...1e3, "μ² of the base point of simulations and generation")
    guard lambda > 0 else {
      throw read.invalid("lambda", "is \(lambda); allowed: positive numbers, with which the action is bounded below")
    }
  }

  /// The action at another μ².
  func action(_ massSquared: Double? = nil) throws -> PhiFourAction {
    try PhiFourAction(kappa: kappa, lambda: lambda, massSquared: massSquared ?? self.massSquared)
  }
}
