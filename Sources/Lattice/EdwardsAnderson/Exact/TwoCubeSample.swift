import Elementary

/// One ±J sample on the periodic 2 × 2 × 2 lattice (24 bonds), by the sum over its states.
public struct TwoCubeSample: Sendable, Hashable {
  /// The largest inverse temperature that is accepted.
  public static let largestBeta = 10.0

  /// Inverse temperature β.
  public let beta: Double
  /// ln Z / 8.
  public let logPartitionFunctionPerSpin: Double
  /// e = ⟨H⟩/8, the energy per spin of one replica.
  public let energy: Double
  /// P(q) of two replicas at q = 0, 1/4, 1/2, 3/4, 1; P(-q) = P(q), so that P(0) + 2 Σ P(q > 0) = 1.
  public let overlapLaw: [Double]
  /// The mean of ⟨s s′⟩² over the 24 bonds.
  public let linkOverlap: Double
  /// The mean of atanh(J⟨s s′⟩) over the 24 bonds; for symmetric disorder its average over the samples is β.
  public let betaEstimate: Double
  /// ⟨s_A⟩ of all even sets A (`TwoCube`).
  let correlations: [Double]

  /// ⟨|q|⟩.
  public var absoluteOverlap: Double { TwoCube.overlapMean(overlapLaw) { $0 } }
  /// ⟨q²⟩.
  public var overlapSquare: Double { TwoCube.overlapMean(overlapLaw) { $0 * $0 } }
  /// ⟨q⁴⟩.
  public var overlapFourth: Double { TwoCube.overlapMean(overlapLaw) { $0 * $0 * $0 * $0 } }
  /// ⟨m²⟩, m being the magnetization per spin of one replica.
  public var magnetizationSquare: Double {
    var sum = 8.0
    for i in 0..<8 {
      for j in 0..<i { sum += 2 * correlations[TwoCube.pair(i, j)] }
    }
    return sum / 64
  }

  /// The exact averages of a sample of side 2.
  ///
  /// - Throws: `ExactReferenceError` for couplings of another side and for β outside 0 to `largestBeta`.
  public init(_ couplings: CubicCouplings, beta: Double) throws(ExactReferenceError) {
    guard couplings.side == 2 else { throw .side(couplings.side, required: 2) }
    try ExactReferenceError.check(beta: beta, largest: Self.largestBeta)
    var present = 0
    var negative = 0
    for (index, edge) in TwoCube.edges.enumerated() {
      let coupling = couplings[edge.low, edge.direction] + couplings[edge.high, edge.direction]
      if coupling != 0 { present |= 1 << index }
      if coupling < 0 { negative |= 1 << index }
    }
    self.init(present: present, negative: negative, beta: beta, factors: Self.factors(beta: beta))
  }

  /// e^{-4βu} of u = 0 … 12 unsatisfied edges.
  static func factors(beta: Double) -> [Double] { (0...12).map { Elementary.exp(-4 * beta * Double($0)) } }

  /// The sample with given edges; `factors` belong to the same β.
  init(present: Int, negative: Int, beta: Double, factors: [Double]) {
    let sums = TwoCube.sums(present: present, negative: negative, weights: factors)
    let correlations = sums.map { $0 / sums[0] }
    self.beta = beta
    self.correlations = correlations
    let bonds = Double(present.nonzeroBitCount)
    // The states with site 7 down double the sum.
    logPartitionFunctionPerSpin = (2 * beta * bonds + Elementary.log(2 * sums[0])) / 8
    overlapLaw = TwoCube.overlapLaw(correlations: correlations)
    var alignment = 0.0
    var squares = 0.0
    var estimate = 0.0
    for (index, edge) in TwoCube.edges.enumerated() {
      let correlation = correlations[TwoCube.pair(edge.low, edge.high)]
      squares += correlation * correlation
      // Two bonds of opposite signs on one edge cancel in e and in Σ atanh(J⟨ss′⟩).
      guard present >> index & 1 == 1 else { continue }
      alignment += negative >> index & 1 == 1 ? -correlation : correlation
      estimate += Self.atanh(edge: index, present: present, negative: negative, factors: factors)
    }
    energy = -2 * alignment / 8
    linkOverlap = squares / 12
    betaEstimate = estimate / 12
  }

  /// atanh(J⟨ss′⟩) = ½ ln(Z₊/Z₋) with the states that satisfy the edge or do not, which stays accurate near ±1.
  private static func atanh(edge: Int, present: Int, negative: Int, factors: [Double]) -> Double {
    var unsatisfied = 0.0
    var satisfied = 0.0
    for set in TwoCube.antiparallel {
      let broken = (set ^ negative) & present
      let weight = factors[broken.nonzeroBitCount]
      if broken >> edge & 1 == 1 { unsatisfied += weight } else { satisfied += weight }
    }
    return 0.5 * Elementary.log(satisfied / unsatisfied)
  }
}
