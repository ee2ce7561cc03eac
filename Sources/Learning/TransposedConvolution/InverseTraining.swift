import Elementary
import Random

/// Training of an `InverseNetwork` by Adam on batches of fine sites.
///
/// Adam with (β₁, β₂, ε) = (0.9, 0.999, 10⁻⁸) (D. Kingma, J. Ba, arXiv 1412.6980); the learning rate falls
/// like half a cosine from its value to 0 over all steps (I. Loshchilov, F. Hutter, arXiv 1608.03983). Every
/// epoch runs through all fine sites in a new random order; the fewer than `batch` sites at its end are left
/// out. Patches are transposed at random, half of them, which the symmetry of the lattice allows.
public struct InverseTraining: Sendable, Hashable, Codable {
  public let epochs: Int
  /// Fine sites a step, a multiple of 32.
  public let batch: Int
  public let learningRate: Double
  public let loss: InverseNetwork.Loss
  /// Whether patches and targets change sign at random, half of them.
  public let randomSigns: Bool

  /// - Throws: `InverseMapError.setting`.
  public init(
    epochs: Int = 4, batch: Int = 512, learningRate: Double = 3e-3, loss: InverseNetwork.Loss = .squared,
    randomSigns: Bool = false
  ) throws(InverseMapError) {
    guard epochs >= 1 else {
      throw .setting(name: "the number of epochs", value: Double(epochs), allowed: "1 or more")
    }
    guard batch >= PatchPass.tile, batch % PatchPass.tile == 0 else {
      throw .setting(name: "the batch", value: Double(batch), allowed: "a positive multiple of 32")
    }
    guard learningRate > 0, learningRate.isFinite else {
      throw .setting(name: "the learning rate", value: learningRate, allowed: "positive and finite")
    }
    self.epochs = epochs
    self.batch = batch
    self.learningRate = learningRate
    self.loss = loss
    self.randomSigns = randomSigns
  }

  /// Decodes and checks settings.
  ///
  /// - Throws: `InverseMapError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      epochs: values.decode(Int.self, forKey: .epochs), batch: values.decode(Int.self, forKey: .batch),
      learningRate: values.decode(Double.self, forKey: .learningRate),
      loss: values.decode(InverseNetwork.Loss.self, forKey: .loss),
      randomSigns: values.decode(Bool.self, forKey: .randomSigns))
  }

  private enum CodingKeys: String, CodingKey { case epochs, batch, learningRate, loss, randomSigns }

  /// A trained network and the mean training loss of every epoch.
  public struct Result: Sendable, Hashable, Codable {
    public let network: InverseNetwork
    /// Mean over the steps of the epoch, each before its own update.
    public let losses: [Double]
  }

  /// Trains a network.
  ///
  /// - Parameters:
  ///   - network: where to start.
  ///   - pairs: the training set, at least one batch of fine sites.
  ///   - random: orders the sites, transposes and changes signs.
  /// - Returns: the network and the loss curve. Every bit is fixed by the arguments.
  /// - Throws: `InverseMapError.diverged` as soon as the loss is not finite, or if at the end it is more than
  ///   four times that of predicting zero; `.noConfigurations`, `.windowTooLarge`, `.setting`.
  public func train(
    _ network: InverseNetwork, on pairs: FieldPairs, random: inout RandomStream
  ) throws(InverseMapError) -> Result {
    guard pairs.count > 0 else { throw .noConfigurations }
    try network.window.requireFit(side: pairs.side)
    guard batch <= pairs.fineSites, pairs.fineSites <= Int(UInt32.max) else {
      throw .setting(
        name: "the number of fine sites", value: Double(pairs.fineSites),
        allowed: "\(batch) (one batch) to \(UInt32.max)")
    }
    var run = TrainingRun(self, network, pairs, try optimizer(network.parameters.count))
    var losses: [Double] = []
    let limit = loss == .squared ? 4 * pairs.fineSquare : 4 * pairs.fineMagnitude
    for epoch in 1...epochs {
      let mean = run.epoch(&random)
      guard mean.isFinite, epoch < epochs || mean <= limit else {
        throw .diverged(epoch: epoch, loss: mean, limit: limit)
      }
      losses.append(mean)
    }
    return Result(network: try network.replacing(run.parameters), losses: losses)
  }

  /// AdamW without weight decay is Adam.
  private func optimizer(_ parameters: Int) throws(InverseMapError) -> AdamW {
    do {
      return try AdamW(parameterCount: parameters, weightDecay: 0)
    } catch {
      throw .setting(name: "the weight decay", value: 0, allowed: error.description)
    }
  }
}

extension FieldPairs {
  /// Mean of |φ| over the fine sites: the absolute error of predicting zero.
  var fineMagnitude: Double { fine.reduce(0) { $0 + abs($1) } / Double(fineSites) }
}

/// The state of a training between two epochs.
private struct TrainingRun: ~Copyable {
  private let settings: InverseTraining
  private let sampler: PatchSampler
  private let pass: PatchPass
  private let trainable: [Bool]
  private var order: [UInt32]
  private var optimizer: AdamW
  private let steps: Int
  private var step = 0
  private(set) var parameters: [Double]

  init(
    _ settings: InverseTraining, _ network: InverseNetwork, _ pairs: FieldPairs, _ optimizer: AdamW
  ) {
    self.settings = settings
    sampler = PatchSampler(pairs, network.window)
    pass = PatchPass(
      patch: network.window.count, hidden: network.hidden, usesTanh: network.kind == .tanhOdd,
      differentiated: true)
    trainable = network.trainable
    parameters = network.parameters
    self.optimizer = optimizer
    order = (0..<UInt32(sampler.count)).map { $0 }
    steps = settings.epochs * (sampler.count / settings.batch)
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
    return sum / Double(batches * settings.batch)
  }

  /// The loss of the batch summed over its sites, and one step down its gradient.
  private mutating func gradientStep(_ start: Int, _ random: inout RandomStream) -> Double {
    var sum = SIMD8<Double>()
    let scale = 1 / Double(settings.batch)
    for tile in stride(from: start, to: start + settings.batch, by: PatchPass.tile) {
      let bits = random.next()
      let signs = settings.randomSigns ? bits &>> 32 : 0
      sum += order.withUnsafeBufferPointer { order in
        let part = UnsafeBufferPointer(rebasing: order[tile..<tile + PatchPass.tile])
        let target = sampler.load(part, transposed: bits, negated: signs, into: pass.patches)
        return parameters.withUnsafeBufferPointer { parameters -> SIMD8<Double> in
          guard let base = parameters.baseAddress else { return SIMD8() }
          return pass.step(base, target, settings.loss, scale: scale, live: PatchPass.tile)
        }
      }
    }
    let progress = Double(step) / Double(steps)
    let rate = 0.5 * settings.learningRate * (1 + Elementary.sinCosTurns(0.5 * progress).cos)
    var gradient = pass.takeGradient()
    for i in gradient.indices where !trainable[i] { gradient[i] = 0 }
    optimizer.step(&parameters, gradient: gradient, learningRate: rate)
    step += 1
    return sum.folded
  }
}
