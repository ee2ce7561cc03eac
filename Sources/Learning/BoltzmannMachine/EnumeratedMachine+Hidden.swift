extension EnumeratedMachine {
  /// The same machine with hidden units reversed where the weights of a unit have a negative sum: neither the visible
  /// law nor ln Z changes, and the signs of the hidden units become comparable.
  public var aligned: EnumeratedMachine {
    let signs = (0..<hidden).map { j -> Double in
      (0..<visible).reduce(0) { $0 + weights[$1 * hidden + j] } < 0 ? -1 : 1
    }
    return EnumeratedMachine(
      self, weights: weights.indices.map { weights[$0] * signs[$0 % hidden] },
      hiddenBias: zip(hiddenBias, signs).map { $0 * $1 })
  }

  /// The weights of one hidden unit, its receptive field, by visible unit.
  public func field(ofHidden unit: Int) -> [Double] { (0..<visible).map { weights[$0 * hidden + unit] } }

  /// The couplings of the hidden units' own Hamiltonian: ln P(h) = Σ_S J_S Π_{j in S} h_j over all sets S of hidden
  /// units. The bits of the index are the set: index 3 is the pair coupling of units 0 and 1, index 0 a constant.
  ///
  /// - Throws: `EnumeratedMachineError.tooManyStates`.
  public func hiddenCouplings() throws(EnumeratedMachineError) -> [Double] {
    try require(hidden, "couplings of the hidden units")
    let states = Double(1 << hidden)
    let logWeights = EnumeratedStates.values(hiddenLayer.logWeights(), count: 1 << hidden)
    return EnumeratedStates.walshTransform(logWeights.map { $0 - logPartitionFunction }).map { $0 / states }
  }

  /// The mean ⟨h h′⟩ of hidden units next to each other on a ring, the units being ordered by the visible unit of
  /// their largest weight. 1 where there is one hidden unit.
  public var ringNeighbourCorrelation: Double {
    let order = (0..<hidden).sorted { (centre($0), $0) < (centre($1), $1) }
    let pairs = moments().hiddenPairs
    let sum = order.indices.reduce(0) { $0 + pairs[order[$1] * hidden + order[($1 + 1) % hidden]] }
    return sum / Double(hidden)
  }

  /// The visible unit of the largest weight, the first of equal ones.
  private func centre(_ unit: Int) -> Int {
    let sizes = field(ofHidden: unit).map(\.magnitude)
    return sizes.indices.reduce(0) { sizes[$1] > sizes[$0] ? $1 : $0 }
  }

  /// Another machine of the same sizes and the same ln Z.
  private init(_ machine: EnumeratedMachine, weights: [Double], hiddenBias: [Double]) {
    visible = machine.visible
    hidden = machine.hidden
    self.weights = weights
    visibleBias = machine.visibleBias
    self.hiddenBias = hiddenBias
    logPartitionFunction = machine.logPartitionFunction
  }
}
