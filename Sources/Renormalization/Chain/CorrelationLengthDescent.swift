/// The renormalized coupling found by gradient descent: Adam on a loss that asks for ξ(K′) = ξ(K)/b.
///
/// The correlation length is that of the infinite chain (the transfer matrix). The descent starts at K′ = K; the loss
/// depends on |K′|, so that a step across zero does no harm.
///
/// ```swift
/// let descent = try CorrelationLengthDescent()
/// let end = try descent.run(from: IsingChain(coupling: 1))   // end.coupling ≈ ½ ln cosh 2
/// ```
public struct CorrelationLengthDescent: Sendable, Hashable, Codable {
  public let loss: CorrelationLengthLoss
  /// b.
  public let factor: Int
  public let learningRate: Double
  public let beta1: Double
  public let beta2: Double
  public let epsilon: Double
  /// The descent ends when the loss is below this.
  public let tolerance: Double
  public let maximumSteps: Int

  /// - Throws: `ChainError.setting`.
  public init(
    loss: CorrelationLengthLoss = .squared, factor: Int = 2, learningRate: Double = 0.01, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Double = 1e-8, tolerance: Double = 1e-12, maximumSteps: Int = 100_000
  ) throws(ChainError) {
    func require(_ holds: Bool, _ name: String, _ value: Double, _ allowed: String) throws(ChainError) {
      guard holds else { throw .setting(name: name, value: value, allowed: allowed) }
    }
    try require(factor >= 2, "the factor of a descent", Double(factor), "2 or more")
    try require(learningRate > 0 && learningRate <= 10, "the learning rate", learningRate, "above 0, up to 10")
    try require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "0 to below 1")
    try require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "0 to below 1")
    try require(epsilon > 0 && epsilon <= 1, "epsilon", epsilon, "above 0, up to 1")
    try require(tolerance > 0 && tolerance.isFinite, "the tolerance of the loss", tolerance, "positive, finite")
    try require(
      (1...10_000_000).contains(maximumSteps), "the number of steps", Double(maximumSteps), "1 to 10000000")
    self.loss = loss
    self.factor = factor
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.tolerance = tolerance
    self.maximumSteps = maximumSteps
  }

  /// Where a descent ended and how it went.
  public struct End: Sendable, Hashable, Codable {
    /// K′.
    public let coupling: Double
    /// The loss before each step and, last, at the end: `steps` + 1 numbers.
    public let losses: [Double]
    /// Whether the loss fell below the tolerance.
    public let converged: Bool

    /// Number of steps.
    public var steps: Int { losses.count - 1 }
  }

  /// Descends from K′ = K to the coupling of the chain with a b-th of the correlation length.
  ///
  /// - Throws: `ChainError.setting` for K above 8, where no double has ξ to the tolerance.
  public func run(from chain: IsingChain) throws(ChainError) -> End {
    guard chain.coupling <= 8 else {
      throw .setting(name: "the coupling of a descent", value: chain.coupling, allowed: "1e-6 to 8")
    }
    let target = chain.correlationLength / Double(factor)
    var parameters = [chain.coupling]
    var adam = AdamState(parameters: 1, beta1: beta1, beta2: beta2, epsilon: epsilon)
    var losses: [Double] = []
    for step in 0...maximumSteps {
      let coupling = parameters[0]
      let (value, slope) = loss.value(coupling: max(coupling.magnitude, 1e-12), target: target)
      losses.append(value)
      if value < tolerance || step == maximumSteps || !value.isFinite { break }
      adam.step(&parameters, gradient: [coupling < 0 ? -slope : slope], rate: learningRate)
    }
    let last = losses[losses.count - 1]
    return End(coupling: parameters[0].magnitude, losses: losses, converged: last < tolerance)
  }
}
