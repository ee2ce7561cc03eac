import Elementary

/// The effective distribution of the overlap configuration ρ_i = s_i t_i on the periodic 2 × 2 × 2 lattice with
/// symmetric ±J disorder (F. Haake, M. Lewenstein, M. Wilkens, Phys. Rev. Lett. 55, 2606 (1985); arXiv 2405.16288,
/// Eq. (4)): P_ρ = 2^V [exp(β Σ J (1 + ρρ′)) / Z²]_J.
public struct HaakeLewensteinWilkensLaw: Sendable, Hashable {
  /// Inverse temperature β.
  public let beta: Double
  /// P_ρ of the 2⁸ configurations; ρ = -1 at the set bits, site i = x + 2y + 4z.
  public let probabilities: [Double]

  /// P(q) at q = 0, 1/4, 1/2, 3/4, 1.
  public var overlapLaw: [Double] {
    var law = [Double](repeating: 0, count: 5)
    for (state, probability) in probabilities.enumerated() {
      let minus = state.nonzeroBitCount
      if minus <= 4 { law[4 - minus] += probability }
    }
    return law
  }

  /// Sums Eq. (4) over all samples.
  ///
  /// - Throws: `ExactReferenceError` for β outside 0 to `TwoCubeSample.largestBeta`.
  public init(beta: Double) throws(ExactReferenceError) {
    try ExactReferenceError.check(beta: beta, largest: TwoCubeSample.largestBeta)
    self.beta = beta
    // An edge with coupling ±2 gives e^{±4β} where ρρ′ = 1 and 1 elsewhere: relative to e^{4β} the powers 0, 2 and 1 of
    // e^{-4β}.
    let factors = (0...24).map { Elementary.exp(-4 * beta * Double($0)) }
    let boltzmann = TwoCubeSample.factors(beta: beta)
    var half = [Double](repeating: 0, count: TwoCube.stateCount)
    for gaugeClass in TwoCube.gaugeClasses {
      let sets = TwoCube.antiparallel.map { ($0 ^ gaugeClass.negative) & gaugeClass.present }
      let sum = 2 * sets.reduce(0.0) { $0 + boltzmann[$1.nonzeroBitCount] }
      let bonds = gaugeClass.present.nonzeroBitCount
      // 2^V times the probability of one sample, and the repetitions among the 2⁷ transformations below.
      let share = 256 / Double(1 << (bonds + 12)) / Double(1 << (gaugeClass.parts - 1)) / (sum * sum)
      for (state, apart) in TwoCube.antiparallel.enumerated() {
        let excluded = (gaugeClass.present & apart).nonzeroBitCount
        var samples = 0.0
        for negative in sets { samples += factors[excluded + 2 * (negative & ~apart).nonzeroBitCount] }
        half[state] += share * samples
      }
    }
    probabilities = (0..<256).map { $0 < 128 ? half[$0] : half[255 - $0] }
  }
}
