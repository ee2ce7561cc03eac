/// Settings of contrastive divergence, CD-k (G. E. Hinton, Neural Computation 14 (2002) 1771), and of its persistent
/// form, PCD (T. Tieleman, ICML 2008).
///
/// The positive phase is ⟨v tanh(Wᵀv + b)⟩ over a batch of data, the negative phase the same over samples of the
/// model: those after k steps v → h → v of drawn units from the data, or, persistent, from where the chains of
/// the previous batch ended; they start at the first batch. Then
/// dW ← m dW + η [⟨v tanh⟩_data - ⟨v tanh⟩_k - λ sign W] and W ← W + dW; biases likewise without λ.
/// Every epoch runs through the samples in a new random order; the fewer than `batch` at its end are left out.
public struct ContrastiveDivergence: Sendable, Hashable, Codable {
  /// k.
  public let steps: Int
  public let isPersistent: Bool
  /// Samples an update.
  public let batch: Int
  /// η at the start.
  public let learningRate: Double
  public let schedule: LearningSchedule
  /// m.
  public let momentum: Double
  /// λ.
  public let l1: Double
  public let epochs: Int
  /// Whether biases are trained; those that a machine has are used in any case.
  public let usesBiases: Bool
  /// A training whose largest weight or bias is above this at the end of an epoch has diverged.
  public let weightLimit: Double

  /// - Throws: `BoltzmannError.setting`.
  public init(
    steps: Int = 1, isPersistent: Bool = false, batch: Int = 100, learningRate: Double,
    schedule: LearningSchedule = .constant, momentum: Double = 0.5, l1: Double = 0, epochs: Int,
    usesBiases: Bool = false, weightLimit: Double = 100
  ) throws(BoltzmannError) {
    try Self.check(steps >= 1, "the number of steps", Double(steps), "1 or more")
    try Self.check(batch >= 1 && batch <= 1 << 20, "the batch", Double(batch), "1 to 1048576")
    try Self.check(learningRate > 0 && learningRate.isFinite, "the learning rate", learningRate, "positive, finite")
    try Self.check(momentum >= 0 && momentum < 1, "the momentum", momentum, "0 or more, below 1")
    try Self.check(l1 >= 0 && l1.isFinite, "the strength of the L1 term", l1, "0 or more, finite")
    try Self.check(epochs >= 1, "the number of epochs", Double(epochs), "1 or more")
    try Self.check(weightLimit > 0, "the limit of the weights", weightLimit, "positive")
    self.steps = steps
    self.isPersistent = isPersistent
    self.batch = batch
    self.learningRate = learningRate
    self.schedule = schedule
    self.momentum = momentum
    self.l1 = l1
    self.epochs = epochs
    self.usesBiases = usesBiases
    self.weightLimit = weightLimit
  }

  private static func check(
    _ isAllowed: Bool, _ name: String, _ value: Double, _ allowed: String
  ) throws(BoltzmannError) {
    guard isAllowed else { throw .setting(name: name, value: value, allowed: allowed) }
  }

  /// Decodes and checks settings.
  ///
  /// - Throws: `BoltzmannError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      steps: values.decode(Int.self, forKey: .steps), isPersistent: values.decode(Bool.self, forKey: .isPersistent),
      batch: values.decode(Int.self, forKey: .batch),
      learningRate: values.decode(Double.self, forKey: .learningRate),
      schedule: values.decode(LearningSchedule.self, forKey: .schedule),
      momentum: values.decode(Double.self, forKey: .momentum), l1: values.decode(Double.self, forKey: .l1),
      epochs: values.decode(Int.self, forKey: .epochs), usesBiases: values.decode(Bool.self, forKey: .usesBiases),
      weightLimit: values.decode(Double.self, forKey: .weightLimit))
  }

  private enum CodingKeys: String, CodingKey {
    case steps, isPersistent, batch, learningRate, schedule, momentum, l1, epochs, usesBiases, weightLimit
  }

  /// η in epoch `epoch`, counted from 0.
  public func learningRate(epoch: Int) -> Double {
    learningRate * schedule.factor(epoch: epoch, of: epochs)
  }

  /// The update of epoch `epoch` for gradients that are sums over a batch.
  func step(epoch: Int) -> WeightStep {
    let rate = learningRate(epoch: epoch)
    return WeightStep(momentum: Float(momentum), scale: Float(rate / Double(batch)), decay: Float(rate * l1))
  }

  /// All settings as words, for digests.
  var words: [UInt64] {
    let flags = (isPersistent ? 1 : 0) + (usesBiases ? 2 : 0)
    let integers = [steps, batch, epochs, flags, schedule == .constant ? 0 : 1]
    let numbers = [learningRate, momentum, l1, weightLimit]
    return integers.map { UInt64($0) } + numbers.map(\.bitPattern)
  }
}
