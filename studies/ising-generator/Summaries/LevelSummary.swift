import Statistics

/// Averages over an ensemble of one size with jackknife errors over its blocks.
struct LevelSummary: Codable, Sendable {
  let side: Int
  let configurations: Int
  /// χ = L²⟨m²⟩ (the symmetric start makes ⟨m⟩ = 0).
  let chi: Estimate
  /// V₄ = ⟨m⁴⟩/⟨m²⟩².
  let v4: Estimate
  let absm: Estimate
  /// u = −E/(N J), the mean over sites of s(s_right + s_down).
  let u: Estimate
  /// c_p = L² Var(e), the specific heat without the factor 4 K².
  let cp: Estimate
  /// L² (⟨e|m|⟩ − ⟨e⟩⟨|m|⟩)/⟨|m|⟩ ~ L^{1/ν}.
  let me: Estimate
  /// Fraction of 2 × 2 blocks that sum to zero; `nil` where blocks were not counted.
  let ties: Estimate?
  /// Fraction of blocks whose majority is their parent.
  let parents: Estimate?
  /// Probability density of m in `LevelSums.bins` bins.
  let density: [Estimate]
  /// G(r) for r = 1, 2, 4, … L/2, where asked for.
  let correlation: [Estimate]
  /// G(L/2)/G(L/4) with their correlation, where asked for.
  let correlationRatio: Estimate?

  /// - Parameter blocks: sums of independent blocks of about equally many configurations.
  init(_ blocks: [LevelSums]) throws {
    side = blocks[0].side
    configurations = blocks.reduce(0) { $0 + $1.configurations }
    let sites = Double(side * side)
    func series(_ value: (LevelSums) -> Double) -> [Double] {
      blocks.map { value($0) / Double($0.configurations) }
    }
    let moments = [
      series(\.m2), series(\.m4), series(\.absm), series(\.e), series(\.e2), series(\.eAbsm),
    ]
    let estimates = try Jackknife(of: moments) { mean in
      Self.derived(mean, sites: sites)
    }.estimates
    (chi, v4, absm, u) = (estimates[0], estimates[1], estimates[2], estimates[3])
    (cp, me) = (estimates[4], estimates[5])
    ties = try Self.fraction(blocks, \.ties)
    parents = blocks.contains { $0.parents > 0 } ? try Self.fraction(blocks, \.parents) : nil
    let width = 2 / Double(LevelSums.bins)
    density = try (0..<LevelSums.bins).map { bin in
      try Jackknife(of: [series { Double($0.histogram[bin]) }]) { [$0[0] / width] }.estimates[0]
    }
    let distances = blocks[0].correlation.indices
    let axes = 2 * sites
    let raw = distances.map { r in series { Double($0.correlation[r]) / axes } }
    correlation = try raw.map { try Jackknife(of: [$0]) { $0 }.estimates[0] }
    correlationRatio =
      raw.count < 2 ? nil : try Jackknife(of: raw.suffix(2).map { $0 }) { [$0[1] / $0[0]] }.estimates[0]
  }

  /// χ, V₄, ⟨|m|⟩, u, c_p, me from the means of m², m⁴, |m|, e, e², e|m|.
  static func derived(_ mean: [Double], sites: Double) -> [Double] {
    let (m2, m4, absm) = (mean[0], mean[1], mean[2])
    let (e, e2, eAbsm) = (mean[3], mean[4], mean[5])
    let covariance = eAbsm - e * absm
    return [sites * m2, m4 / (m2 * m2), absm, 2 * e - 2, sites * (e2 - e * e), sites * covariance / absm]
  }

  private static func fraction(_ blocks: [LevelSums], _ count: (LevelSums) -> Int) throws -> Estimate? {
    guard blocks.allSatisfy({ $0.blocks > 0 }) else { return nil }
    let fractions = blocks.map { Double(count($0)) / Double($0.blocks) }
    return try Jackknife(of: [fractions]) { $0 }.estimates[0]
  }
}
