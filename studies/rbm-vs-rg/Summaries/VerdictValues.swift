import Statistics

/// The numbers behind the verdicts.
struct VerdictValues: Codable, Sendable {
  /// Largest |K' − exact| of the one-dimensional flow.
  let chainError: Double
  /// 1/y_t of the second blocking step of the largest lattice with the most operators.
  let nu: Estimate?
  /// ν of nearest-neighbour matching, one step.
  let matchingNu: Estimate?
  /// Mean distance of centres and localised fraction above T_c, in words.
  let blockingVerdict: String
  /// K'_h − K'_maj at K_c.
  let gapAtCriticality: Estimate?
}
