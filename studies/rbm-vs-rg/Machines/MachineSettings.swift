import Learning

/// How one machine is trained: what a task's key is made of.
struct MachineSettings: Codable, Sendable, Hashable {
  var size: Int
  var hidden: Int
  var coupling: Double
  var clusters: Int
  var samples: Int
  var epochs: Int
  var batch: Int
  var learningRate: Double
  var isStaircase: Bool
  var momentum: Double
  var l1: Double
  var steps: Int
  var isPersistent: Bool

  /// - Throws: `BoltzmannError`.
  func divergence() throws -> ContrastiveDivergence {
    try ContrastiveDivergence(
      steps: steps, isPersistent: isPersistent, batch: batch, learningRate: learningRate,
      schedule: isStaircase ? .staircase : .constant, momentum: momentum, l1: l1, epochs: epochs)
  }
}
