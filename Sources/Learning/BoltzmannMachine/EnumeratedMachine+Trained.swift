extension EnumeratedMachine {
  /// A trained machine, exactly.
  ///
  /// - Throws: `EnumeratedMachineError` if both layers are too large to be enumerated.
  public init(_ machine: BoltzmannMachine) throws(EnumeratedMachineError) {
    try self.init(
      visible: machine.visible, hidden: machine.hidden, weights: machine.weights.map { Double($0) },
      visibleBias: machine.visibleBias.map { Double($0) }, hiddenBias: machine.hiddenBias.map { Double($0) })
  }
}

extension EnumeratedLaw {
  /// The empirical law of samples: each with the same weight.
  ///
  /// - Throws: `EnumeratedMachineError` for samples of more than 62 units, or none.
  public init(_ samples: SpinSamples) throws(EnumeratedMachineError) {
    guard samples.units <= 62 else {
      throw .setting(name: "the number of spins of a law", value: Double(samples.units), allowed: "1 to 62")
    }
    try self.init(units: samples.units, states: samples.words.map { Int($0) })
  }
}
