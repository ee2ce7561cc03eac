import Elementary

extension EnumeratedMachine {
  /// What contrastive divergence gives on average in place of the gradient, without any noise.
  ///
  /// CD-k estimates the gradient as ⟨v tanh x⟩ over the data minus the same after k steps v → h → v of Gibbs sampling
  /// from the data (G. E. Hinton, Neural Comput. 14, 1771 (2002)). The law after k steps follows from the transition
  /// matrix; it tends to the machine's own for k → ∞, and the estimate to the gradient.
  ///
  /// - Parameters:
  ///   - steps: the numbers k, ascending, each 0 or more.
  ///   - law: the law of the data.
  /// - Returns: the expected estimate for each k.
  /// - Throws: `EnumeratedMachineError`; the two layers together may have 24 units.
  public func contrastiveDivergence(
    steps: [Int], of law: EnumeratedLaw
  ) throws(EnumeratedMachineError) -> [EnumeratedGradient] {
    guard visible + hidden <= 24 else {
      throw .tooManyStates(operation: "transition matrix", units: visible + hidden, allowed: 24)
    }
    try require(visible, "transition matrix")
    for (k, next) in zip([0] + steps, steps) where next < k {
      throw .setting(name: "a number of Gibbs steps", value: Double(next), allowed: "0 or more, in ascending order")
    }
    let data = try dataAverages(law)
    let layer = visibleLayer
    var current = law.dense
    var done = 0
    return steps.map { step in
      while done < step {
        current = afterGibbsStep(current)
        done += 1
      }
      let chain = layer.sums(EnumeratedStates.lanes(current))
      return EnumeratedGradient(
        weights: zip(data.cross, chain.cross).map { $0 - $1 }, visibleBias: zip(data.own, chain.own).map { $0 - $1 },
        hiddenBias: zip(data.other, chain.other).map { $0 - $1 })
    }
  }

  /// The law of the visible units one step v → h → v later.
  private func afterGibbsStep(_ law: [Double]) -> [Double] {
    let hiddenLaw = Self.passed(law, units: hidden) { hiddenFields($0) }
    return Self.passed(hiddenLaw, units: visible) { visibleFields($0) }
  }

  /// Σ_s law(s) P(· | s), the units of the other layer being independent given s in the fields of s.
  private static func passed(_ law: [Double], units: Int, fields: (Int) -> [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: 1 << units)
    var row = result
    for (state, probability) in law.enumerated() where probability > 0 {
      row[0] = probability
      for (unit, x) in fields(state).enumerated() {
        let (up, down) = (Elementary.sigmoid(2 * x), Elementary.sigmoid(-2 * x))
        let half = 1 << unit
        for k in 0..<half {
          row[k + half] = up * row[k]
          row[k] *= down
        }
      }
      for k in result.indices { result[k] += row[k] }
    }
    return result
  }
}
