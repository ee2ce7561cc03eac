import Statistics

/// Finite rings, exactly: what each estimator of the correlation length makes of decimation.
struct FiniteRing: Codable, Sendable {
  let side: Int
  let coupling: Double
  /// K' matched with the naive estimator minus exact, the coarse ring having N/2 sites.
  let naiveHalf: Double?
  /// The same with the coarse ring wrongly kept at N.
  let naiveWhole: Double?
  /// K' from the structure-factor estimator minus exact.
  let structure: Double?
}

/// Sampled rings.
struct SampledRing: Codable, Sendable {
  let coupling: Double
  let exact: Double
  /// K' from the structure factor of decimated rings; nil where chi(0)/chi(k) − 1 is lost in noise.
  let structure: Estimate?
  /// ⟨nn⟩ of decimated rings and tanh K'.
  let neighbour: Estimate
  let exactNeighbour: Double
}
