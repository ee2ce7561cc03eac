import Statistics

/// Exponents of Monte Carlo renormalization of one lattice at K_c.
struct BlockingSummary: Codable, Sendable {
  struct Exponents: Codable, Sendable {
    let operators: Int
    let value: Estimate?
  }

  struct Step: Codable, Sendable {
    /// 1 is the first blocking.
    let number: Int
    let from: Int
    let to: Int
    let rule: String
    let thermal: [Exponents]
    let magnetic: [Exponents]
  }

  let side: Int
  let samples: Int
  let steps: [Step]
  /// Bond energy ⟨ss'⟩ of the sampled lattice and of the torus.
  let bondEnergy: Estimate
  let exactBondEnergy: Double
}
