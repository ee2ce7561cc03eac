import Lattice

/// The exact averages of a dream at one size.
struct DreamLevel: Sendable, Hashable, Codable {
  /// Linear size L.
  let side: Int
  /// The law of M = Σ s for a root that is up or down with probability ½ each.
  let magnetization: MagnetizationLaw
  /// ⟨M⟩/N for a root that is up.
  let magnetizationFromUp: Double
  /// u = ⟨Σ s (s_right + s_down)⟩/N.
  let energy: Double
  /// c_p: variance of the number of satisfied bonds, per site (at L = 2 with two bonds a pair of neighbours).
  let satisfiedBondVariance: Double

  /// χ = ⟨M²⟩/N.
  var susceptibility: Double { magnetization.susceptibility }
  /// V₄ = ⟨M⁴⟩/⟨M²⟩².
  var momentRatio: Double { magnetization.momentRatio }
  /// ⟨|M|⟩/N.
  var absoluteMagnetization: Double { magnetization.absoluteMagnetization }
}
