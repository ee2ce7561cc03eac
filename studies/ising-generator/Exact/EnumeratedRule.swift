import Lattice

/// One step of the dream acting on the law of a small lattice.
struct EnumeratedRule: Sendable {
  /// ⟨s|t⟩ for the 16 contexts of a fine spin.
  let conditionalMagnetization: [Double]
  let neighbours: FourSpinContext.Side

  /// The law of the lattice of twice the side, for side 1 or 2.
  func refined(_ law: EnumeratedLaw) -> EnumeratedLaw {
    let fineSide = 2 * law.side
    var fromUp = [Double](repeating: 0, count: 1 << (fineSide * fineSide))
    var fromBoth = fromUp
    for coarse in law.fromBoth.indices {
      let conditional = Self.product(of: means(given: coarse, coarseSide: law.side))
      for fine in conditional.indices {
        fromUp[fine] += law.fromUp[coarse] * conditional[fine]
        fromBoth[fine] += law.fromBoth[coarse] * conditional[fine]
      }
    }
    return EnumeratedLaw(side: fineSide, fromUp: fromUp, fromBoth: fromBoth)
  }

  /// The averages of the lattice of twice the side, side ≥ 2, whose spins are independent given the coarse
  /// ones.
  func refinedLevel(_ law: EnumeratedLaw) -> DreamLevel {
    let side = 2 * law.side
    let sites = side * side
    var weights = [Double](repeating: 0, count: sites + 1)
    var up = 0.0
    var bondMean = 0.0
    var bondSquare = 0.0
    let gathered = law.gathered()
    // What is possible from a root that is up is possible from one of both.
    for coarse in gathered.fromBoth.indices where gathered.fromBoth[coarse] > 0 {
      let probability = gathered.fromBoth[coarse]
      let means = means(given: coarse, coarseSide: law.side)
      up += gathered.fromUp[coarse] * means.reduce(0, +)
      for (count, share) in Self.countLaw(means).enumerated() { weights[count] += probability * share }
      let (mean, variance) = Self.bondSum(means, side: side)
      bondMean += probability * mean
      bondSquare += probability * (mean * mean + variance)
    }
    return DreamLevel(
      side: side, magnetization: MagnetizationLaw(side: side, weights: weights),
      magnetizationFromUp: up / Double(sites), energy: bondMean / Double(sites),
      satisfiedBondVariance: (bondSquare - bondMean * bondMean) / Double(4 * sites))
  }

  /// ⟨s⟩ of the fine spins in row order given a coarse lattice.
  private func means(given coarse: Int, coarseSide: Int) -> [Double] {
    let context = FourSpinContext(coarseSide: coarseSide, side: neighbours)
    let side = 2 * coarseSide
    var result: [Double] = []
    result.reserveCapacity(side * side)
    for y in 0..<side {
      for x in 0..<side { result.append(conditionalMagnetization[context.index(of: coarse, y: y, x: x)]) }
    }
    return result
  }

  /// The probabilities of all states of independent spins, the first spin in the lowest bit.
  private static func product(of means: [Double]) -> [Double] {
    var result = [1.0]
    for mean in means {
      let up = (1 + mean) / 2
      result = result.map { $0 * (1 - up) } + result.map { $0 * up }
    }
    return result
  }

  /// The law of the number of up spins among independent ones: a convolution of Bernoulli laws.
  private static func countLaw(_ means: [Double]) -> [Double] {
    var law = [Double](repeating: 0, count: means.count + 1)
    law[0] = 1
    for (spins, mean) in means.enumerated() {
      let up = (1 + mean) / 2
      let down = 1 - up
      var below = 0.0
      for count in 0...spins + 1 {
        let here = law[count]
        law[count] = down * here + up * below
        below = here
      }
    }
    return law
  }

  /// Mean and variance of Σ s s′ over the bonds of independent spins on a torus of side ≥ 4.
  ///
  /// Two bonds s_i s_j and s_i s_k with a common site have the covariance f_j f_k (1 − f_i²).
  private static func bondSum(_ f: [Double], side: Int) -> (mean: Double, variance: Double) {
    var mean = 0.0
    var variance = 0.0
    for y in 0..<side {
      let (row, above, below) = (side * y, side * ((y + side - 1) % side), side * ((y + 1) % side))
      for x in 0..<side {
        let own = f[row + x]
        let right = f[row + (x + 1) % side]
        let left = f[row + (x + side - 1) % side]
        let (top, bottom) = (f[above + x], f[below + x])
        mean += own * (right + bottom)
        let square = own * own
        variance += 2 - square * (right * right + bottom * bottom)
        let sum = right + left + top + bottom
        let squares = right * right + left * left + top * top + bottom * bottom
        variance += (1 - square) * (sum * sum - squares)
      }
    }
    return (mean, variance)
  }
}
