import Elementary

/// KL(law ‖ machine) as a function of the weights of a machine without biases, and its gradient.
///
/// P(v) = P(-v) holds for such a machine, so that the states fall in pairs and the last spin can be taken as +1:
/// KL(p ‖ P) is that of the pairs' probabilities p(v) + p(-v) plus a constant, which vanishes for a law that is
/// symmetric itself.
struct SmallMachineObjective {
  let visible: Int
  let hidden: Int
  private let pairs: EnumeratedDivergence
  /// KL of the law from its symmetric part.
  private let asymmetry: Double

  /// - Precondition: the law is complete, on two spins or more.
  init(_ law: EnumeratedLaw, hidden: Int) {
    visible = law.units
    self.hidden = hidden
    let states = 1 << law.units
    let p = law.probabilities
    // The pair of a state with the last spin up is numbered by its other spins.
    let sums = (states / 2..<states).map { p[$0] + p[states - 1 - $0] }
    pairs = EnumeratedDivergence(probabilities: sums)
    asymmetry = p.indices.reduce(0) { sum, state in
      let pair = sums[state >= states / 2 ? state - states / 2 : states / 2 - 1 - state]
      return p[state] * 2 == pair ? sum : sum + p[state] * Elementary.log(2 * p[state] / pair)
    }
  }

  /// The divergence in nats; the gradient has one number for each weight, row by row.
  func value(_ weights: [Double], gradient: inout [Double]) -> Double {
    let layer = EnumeratedLayer(
      units: visible - 1, others: hidden, couplings: weights,
      bias: [Double](repeating: 0, count: visible - 1), otherBias: Array(weights.suffix(hidden)))
    let (value, excess) = pairs.value(of: layer)
    let sums = layer.sums(excess)
    gradient = sums.cross + sums.other
    return value + asymmetry
  }
}
