import Elementary

extension EnumeratedMachine {
  /// ln P(v) of one visible state, for up to 62 visible units.
  public func logProbability(ofState state: Int) -> Double {
    var sum = -logPartitionFunction
    for i in 0..<visible { sum += Self.sign(state, i) * visibleBias[i] }
    for x in hiddenFields(state) { sum += Elementary.log2cosh(x) }
    return sum
  }

  /// The mean of ln P(v) over a law of the visible units, in nats per state.
  ///
  /// - Throws: `EnumeratedMachineError.lawUnits`.
  public func meanLogLikelihood(of law: EnumeratedLaw) throws(EnumeratedMachineError) -> Double {
    try require(law)
    return law.mean { logProbability(ofState: $0) }
  }

  /// KL(law ‖ machine) = Σ p(v) ln(p(v)/P(v)) over the visible states, in nats.
  ///
  /// For a law that gives every state a positive probability the sum is over p ln(p/P) − p + P, whose terms are not
  /// negative, so that a divergence is exact to about 10⁻¹⁶ even where it is small.
  ///
  /// - Throws: `EnumeratedMachineError.lawUnits`.
  public func divergence(from law: EnumeratedLaw) throws(EnumeratedMachineError) -> Double {
    try require(law)
    guard law.isComplete else { return -law.entropy - law.mean { logProbability(ofState: $0) } }
    return EnumeratedDivergence(probabilities: law.probabilities).value(of: visibleLayer).divergence
  }

  /// The gradient of the mean log-likelihood: ⟨v hᵀ⟩, ⟨v⟩ and ⟨h⟩ over the law minus those of the machine.
  ///
  /// - Throws: `EnumeratedMachineError.lawUnits`.
  public func gradient(of law: EnumeratedLaw) throws(EnumeratedMachineError) -> EnumeratedGradient {
    let data = try dataAverages(law)
    let model = moments()
    return EnumeratedGradient(
      weights: zip(data.cross, model.visibleHidden).map { $0 - $1 },
      visibleBias: zip(data.own, model.visible).map { $0 - $1 },
      hiddenBias: zip(data.other, model.hidden).map { $0 - $1 })
  }

  /// ⟨v⟩, ⟨tanh x⟩ and ⟨v tanh x⟩ over a law of the visible units, x being the fields of the hidden units.
  func dataAverages(_ law: EnumeratedLaw) throws(EnumeratedMachineError) -> EnumeratedLayer.Sums {
    try require(law)
    var sums = EnumeratedLayer.Sums(
      own: [Double](repeating: 0, count: visible), other: [Double](repeating: 0, count: hidden),
      cross: [Double](repeating: 0, count: visible * hidden))
    for (state, probability) in zip(law.states, law.probabilities) {
      let means = hiddenFields(state).map { probability * Elementary.tanh($0) }
      for j in 0..<hidden { sums.other[j] += means[j] }
      for i in 0..<visible {
        let sign = Self.sign(state, i)
        sums.own[i] += sign * probability
        for j in 0..<hidden { sums.cross[i * hidden + j] += sign * means[j] }
      }
    }
    return sums
  }

  /// Wᵀv + b.
  func hiddenFields(_ state: Int) -> [Double] {
    var fields = hiddenBias
    for i in 0..<visible {
      let sign = Self.sign(state, i)
      for j in 0..<hidden { fields[j] += sign * weights[i * hidden + j] }
    }
    return fields
  }

  /// W h + a.
  func visibleFields(_ state: Int) -> [Double] {
    (0..<visible).map { i in
      (0..<hidden).reduce(visibleBias[i]) { $0 + Self.sign(state, $1) * weights[i * hidden + $1] }
    }
  }

  static func sign(_ state: Int, _ unit: Int) -> Double { state >> unit & 1 == 1 ? 1 : -1 }

  func require(_ law: EnumeratedLaw) throws(EnumeratedMachineError) {
    guard law.units == visible else { throw .lawUnits(found: law.units, expected: visible) }
  }
}
