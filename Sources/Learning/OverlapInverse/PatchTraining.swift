import Elementary
import Random

/// Training of the networks for inverse transformations of cubic configurations: Adam on the cross entropy.
///
/// Adam with (β₁, β₂, ε) = (0.9, 0.999, 10⁻⁸) (D. Kingma, J. Ba, arXiv 1412.6980); the learning rate rises
/// linearly over the first 20th of the steps and falls like half a cosine to 0 over the rest (I. Loshchilov,
/// F. Hutter, arXiv 1608.03983). Every epoch runs through all cells in a new random order; the fewer than
/// `batch` cells at its end are left out. Cells are turned by random symmetries of the cube, one for every 32.
public struct PatchTraining: Sendable, Hashable, Codable {
  public let epochs: Int
  /// Cells a step, a multiple of 32.
  public let batch: Int
  /// The highest learning rate.
  public let learningRate: Double
  /// Whether the cells are turned by the 48 symmetries of the cube.
  public let usesSymmetries: Bool

  /// - Throws: `PatchError.setting`.
  public init(
    epochs: Int = 8, batch: Int = 256, learningRate: Double = 1e-2, usesSymmetries: Bool = true
  ) throws(PatchError) {
    guard epochs >= 1 else {
      throw .setting(name: "the number of epochs", value: Double(epochs), allowed: "1 or more")
    }
    guard batch >= PatchTile.cells, batch % PatchTile.cells == 0 else {
      throw .setting(name: "the batch", value: Double(batch), allowed: "a positive multiple of 32")
    }
    guard learningRate > 0, learningRate.isFinite else {
      throw .setting(name: "the learning rate", value: learningRate, allowed: "positive and finite")
    }
    self.epochs = epochs
    self.batch = batch
    self.learningRate = learningRate
    self.usesSymmetries = usesSymmetries
  }

  /// Decodes and checks settings.
  ///
  /// - Throws: `PatchError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      epochs: values.decode(Int.self, forKey: .epochs), batch: values.decode(Int.self, forKey: .batch),
      learningRate: values.decode(Double.self, forKey: .learningRate),
      usesSymmetries: values.decode(Bool.self, forKey: .usesSymmetries))
  }

  private enum CodingKeys: String, CodingKey { case epochs, batch, learningRate, usesSymmetries }

  /// A trained model and the loss of every epoch.
  public struct Result<Model: Sendable>: Sendable {
    public let model: Model
    /// Cross entropy in nats per fine spin, mean over the steps of the epoch, each before its own update.
    public let losses: [Double]
  }

  /// Trains one network.
  ///
  /// - Parameters:
  ///   - random: orders and turns the cells.
  /// - Throws: `PatchError.diverged` as soon as the loss is not finite, or if at the end it is more than twice
  ///   that of blind guessing, ln 2 a spin; `.tooFewCells`.
  func train(
    _ network: PatchNetwork, _ task: PatchTask, on pairs: PatchPairs, random: inout RandomStream
  ) throws(PatchError) -> Result<PatchNetwork> {
    guard pairs.count >= batch else { throw .tooFewCells(needed: batch, found: pairs.count) }
    var run = PatchRun(self, network, task, pairs, try optimizer(network.values.count))
    var losses: [Double] = []
    let limit = 2 * Elementary.log(2.0)
    for epoch in 1...epochs {
      let mean = run.epoch(&random)
      guard mean.isFinite, epoch < epochs || mean <= limit else {
        throw .diverged(epoch: epoch, loss: mean, limit: limit)
      }
      losses.append(mean)
    }
    return Result(model: PatchNetwork(network, values: run.values), losses: losses)
  }

  /// AdamW without weight decay is Adam.
  private func optimizer(_ parameters: Int) throws(PatchError) -> AdamW {
    do {
      return try AdamW(parameterCount: parameters, weightDecay: 0)
    } catch {
      throw .setting(name: "the weight decay", value: 0, allowed: "0 or more, finite")
    }
  }
}

/// The state of a training between two epochs.
private struct PatchRun: ~Copyable {
  private let settings: PatchTraining
  private let pairs: PatchPairs
  private let network: PatchNetwork
  private var loss: PatchLoss
  private var order: [UInt32]
  private var optimizer: AdamW
  private var gradient: [Double]
  private let steps: Int
  private var step = 0
  private(set) var values: [Double]

  init(
    _ settings: PatchTraining, _ network: PatchNetwork, _ task: PatchTask, _ pairs: PatchPairs,
    _ optimizer: AdamW
  ) {
    self.settings = settings
    self.pairs = pairs
    self.network = network
    loss = PatchLoss(task, network)
    order = (0..<UInt32(pairs.count)).map { $0 }
    self.optimizer = optimizer
    gradient = [Double](repeating: 0, count: network.values.count)
    steps = settings.epochs * (pairs.count / settings.batch)
    values = network.values
  }

  /// One pass through the training set; the mean loss.
  mutating func epoch(_ random: inout RandomStream) -> Double {
    for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    let batches = order.count / settings.batch
    var sum = 0.0
    for batch in 0..<batches {
      sum += gradientStep(batch * settings.batch, &random)
      guard sum.isFinite else { return sum }
    }
    return sum / Double(batches * settings.batch * loss.task.spins)
  }

  /// The loss of the batch summed over its cells, and one step down its gradient.
  private mutating func gradientStep(_ start: Int, _ random: inout RandomStream) -> Double {
    let sums = loss.sums()
    var sum = SIMD8<Double>()
    for tile in stride(from: start, to: start + settings.batch, by: PatchTile.cells) {
      let symmetry = PatchSymmetry.all[settings.usesSymmetries ? random.below(48) : 0]
      sum += loss.add(
        pairs, order[tile..<tile + PatchTile.cells], symmetry, values, to: sums,
        scale: 1 / Double(settings.batch))
    }
    sums.write(&gradient)
    if network.isOdd {
      for i in gradient.indices where network.isBias(i) { gradient[i] = 0 }
    }
    optimizer.step(&values, gradient: gradient, learningRate: rate)
    step += 1
    return sum.folded
  }

  private var rate: Double {
    let progress = (Double(step) + 0.5) / Double(steps)
    let rise = 0.05
    if progress < rise { return settings.learningRate * progress / rise }
    let turns = 0.5 * (progress - rise) / (1 - rise)
    return 0.5 * settings.learningRate * (1 + Elementary.sinCosTurns(turns).cos)
  }
}
