/// The last changes of the parameters of a machine, which momentum carries on.
struct MachineVelocity: Sendable, Hashable {
  var weights: [Float]
  /// Empty where biases are not trained.
  var visibleBias: [Float]
  var hiddenBias: [Float]

  /// At rest.
  init(_ machine: BoltzmannMachine, biases: Bool) {
    weights = [Float](repeating: 0, count: machine.weights.count)
    visibleBias = [Float](repeating: 0, count: biases ? machine.visible : 0)
    hiddenBias = [Float](repeating: 0, count: biases ? machine.hidden : 0)
  }

  init(weights: [Float], visibleBias: [Float], hiddenBias: [Float]) {
    self.weights = weights
    self.visibleBias = visibleBias
    self.hiddenBias = hiddenBias
  }
}
