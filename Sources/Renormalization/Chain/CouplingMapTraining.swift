import Elementary
import Random

/// Training of a flow map: Adam on the mean of (ln ξ(K′(K)) − ln(ξ(K)/b))² over a grid of couplings.
///
/// Steps with a first and then a second learning rate; the starting weights a and b are standard normal, w normal with
/// variance 1/hidden, c is 0.
public struct CouplingMapTraining: Sendable, Hashable, Codable {
  /// The grid: `points` couplings from `lowest` to `highest`, both included.
  public let lowest: Double
  public let highest: Double
  public let points: Int
  /// b.
  public let factor: Int
  public let hidden: Int
  /// Learning rate and number of steps of each stage, in order.
  public let stages: [Stage]

  /// Steps at one learning rate.
  public struct Stage: Sendable, Hashable, Codable {
    public let learningRate: Double
    public let steps: Int

    public init(learningRate: Double, steps: Int) {
      self.learningRate = learningRate
      self.steps = steps
    }
  }

  /// - Throws: `ChainError.setting`.
  public init(
    lowest: Double = 0.1, highest: Double = 2.5, points: Int = 49, factor: Int = 2, hidden: Int = 8,
    stages: [Stage] = [Stage(learningRate: 0.01, steps: 10_000), Stage(learningRate: 0.001, steps: 10_000)]
  ) throws(ChainError) {
    func require(_ holds: Bool, _ name: String, _ value: Double, _ allowed: String) throws(ChainError) {
      guard holds else { throw .setting(name: name, value: value, allowed: allowed) }
    }
    try require(lowest >= 1e-3 && lowest <= 8, "the lowest coupling of the grid", lowest, "0.001 to 8")
    try require(
      highest > lowest && highest <= 8, "the highest coupling of the grid", highest, "above the lowest, up to 8")
    try require((2...100_000).contains(points), "the number of grid points", Double(points), "2 to 100000")
    try require(factor >= 2, "the factor of a flow map", Double(factor), "2 or more")
    try CouplingMap.check(hidden: hidden)
    try require(!stages.isEmpty, "the number of stages", 0, "1 or more")
    for stage in stages {
      try require(
        stage.learningRate > 0 && stage.learningRate <= 10, "a learning rate", stage.learningRate, "above 0, up to 10")
      try require((1...10_000_000).contains(stage.steps), "a number of steps", Double(stage.steps), "1 to 10000000")
    }
    self.lowest = lowest
    self.highest = highest
    self.points = points
    self.factor = factor
    self.hidden = hidden
    self.stages = stages
  }

  /// The couplings of the grid.
  public var grid: [Double] {
    (0..<points).map { lowest + (highest - lowest) * Double($0) / Double(points - 1) }
  }

  /// A trained map and the loss before each step and, last, at the end.
  public struct Trained: Sendable, Hashable, Codable {
    public let map: CouplingMap
    public let losses: [Double]
  }

  /// Trains from random weights.
  ///
  /// - Throws: `ChainError`.
  public func run(random: inout RandomStream) throws(ChainError) -> Trained {
    var parameters = (0..<2 * hidden).map { _ in random.normal() }
    let scale = 1 / Double(hidden).squareRoot()
    parameters += (0..<hidden).map { _ in scale * random.normal() } + [0]
    var grid = try CouplingMapGrid(couplings: grid, factor: factor, hidden: hidden)
    var adam = AdamState(parameters: parameters.count, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
    var losses: [Double] = []
    var gradient = parameters
    for stage in stages {
      for _ in 0..<stage.steps {
        losses.append(grid.lossGradient(parameters, &gradient))
        adam.step(&parameters, gradient: gradient, rate: stage.learningRate)
      }
    }
    losses.append(grid.lossGradient(parameters, &gradient))
    return Trained(map: try CouplingMap(hidden: hidden, parameters: parameters), losses: losses)
  }
}
