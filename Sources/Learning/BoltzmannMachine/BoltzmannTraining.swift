import Random

/// The training of one restricted Boltzmann machine, epoch by epoch.
///
/// ```swift
/// var training = try BoltzmannTraining(machine, settings, samples: samples, random: stream)
/// while !training.isFinished { try training.runEpoch() }
/// ```
///
/// Every bit of the result is fixed by the arguments of the initialiser: epochs and batches draw from streams of
/// their own that are derived from the identity of `random`.
public struct BoltzmannTraining: Sendable {
  /// What is known at the end of an epoch.
  public struct Progress: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let epoch: Int
    /// Mean share of the visible units that differ between a sample and what k steps made of it; nil for persistent
    /// chains, which do not start at the samples.
    public let reconstructionError: Double?
    /// Mean of |W| over all weights.
    public let meanWeight: Double
    /// The largest |W|, or bias where it is larger.
    public let largestWeight: Float
  }

  public let settings: ContrastiveDivergence
  let samples: SpinSamples
  let random: RandomStream
  /// The machine after the epochs done.
  public internal(set) var machine: BoltzmannMachine
  var velocity: MachineVelocity
  /// Where the persistent chains are; nil before the first epoch and for CD.
  public internal(set) var chains: SpinSamples?
  /// One entry an epoch done.
  public internal(set) var history: [Progress] = []

  /// Epochs done.
  public var epochsDone: Int { history.count }
  /// Whether all epochs are done.
  public var isFinished: Bool { epochsDone == settings.epochs }

  /// A training before its first epoch. Where biases are trained, a machine without them gets zeros.
  ///
  /// - Parameter random: names the streams of the training; only its identity counts, not its position.
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have as many units as the machine has visible ones;
  ///   `.tooFewSamples` for less than a batch.
  public init(
    _ machine: BoltzmannMachine, _ settings: ContrastiveDivergence, samples: SpinSamples, random: RandomStream
  ) throws(BoltzmannError) {
    guard samples.units == machine.visible else {
      throw .wrongCount(what: "the units of the samples", expected: machine.visible, found: samples.units)
    }
    guard samples.count >= settings.batch else {
      throw .tooFewSamples(needed: settings.batch, found: samples.count)
    }
    self.settings = settings
    self.samples = samples
    self.random = random
    self.machine = settings.usesBiases ? Self.withBiases(machine) : machine
    velocity = MachineVelocity(machine, biases: settings.usesBiases)
  }

  private static func withBiases(_ machine: BoltzmannMachine) -> BoltzmannMachine {
    func filled(_ bias: [Float], _ units: Int) -> [Float] {
      bias.isEmpty ? [Float](repeating: 0, count: units) : bias
    }
    return BoltzmannMachine(
      visible: machine.visible, hidden: machine.hidden, checkedWeights: machine.weights,
      visibleBias: filled(machine.visibleBias, machine.visible),
      hiddenBias: filled(machine.hiddenBias, machine.hidden))
  }

  /// Runs the next epoch.
  ///
  /// - Throws: `BoltzmannError.diverged` if a parameter is not finite or beyond the limit of the settings; the
  ///   training then stays at the end of the epoch before. `.finished` when all epochs are done.
  @discardableResult
  public mutating func runEpoch() throws(BoltzmannError) -> Progress {
    guard !isFinished else { throw .finished(epochs: settings.epochs) }
    let epoch = epochsDone
    let stream = random.child("epoch", epoch)
    let order = Self.order(samples.count, stream.child("order"))
    let pass = DivergencePass(machine, velocity, batch: settings.batch)
    if settings.isPersistent {
      if let chains {
        pass.loadModel(chains, (0..<chains.count).map { $0 }[...])
      } else {
        pass.loadModel(samples, order[..<settings.batch])
      }
    }
    let differences = run(pass, order, stream, settings.step(epoch: epoch))
    let trained = pass.machine(like: machine)
    let progress = try progress(trained, differences)
    velocity = pass.velocity(like: velocity)
    if settings.isPersistent { chains = pass.modelSamples() }
    machine = trained
    history.append(progress)
    return progress
  }

  /// Runs all epochs that are left.
  ///
  /// - Throws: as `runEpoch()` does.
  public mutating func run() throws(BoltzmannError) {
    while !isFinished { try runEpoch() }
  }

  /// All batches of an epoch; the number of visible units that differ in the reconstructions.
  private func run(
    _ pass: borrowing DivergencePass, _ order: [Int], _ stream: RandomStream, _ step: WeightStep
  ) -> Int {
    var differences = 0
    for batch in 0..<order.count / settings.batch {
      pass.loadData(samples, order[batch * settings.batch..<(batch + 1) * settings.batch])
      var words = stream.child("batch", batch)
      var generator = Xoshiro512(&words)
      if settings.isPersistent {
        pass.runPersistent(steps: settings.steps, &generator)
      } else {
        differences += pass.runFromData(steps: settings.steps, &generator)
      }
      pass.update(step)
    }
    return differences
  }

  /// A random order of 0 ..< count (R. A. Fisher, F. Yates; R. Durstenfeld, CACM 7 (1964) 420).
  private static func order(_ count: Int, _ stream: RandomStream) -> [Int] {
    var random = stream
    var order = (0..<count).map { $0 }
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    return order
  }

  private func progress(_ trained: BoltzmannMachine, _ differences: Int) throws(BoltzmannError) -> Progress {
    let sum = trained.weights.reduce(0.0) { $0 + Double(abs($1)) }
    let largest = Self.largest(trained)
    guard largest.isFinite, Double(largest) <= settings.weightLimit else {
      throw .diverged(epoch: epochsDone + 1, largest: largest, limit: Float(settings.weightLimit))
    }
    let shown = samples.count / settings.batch * settings.batch * machine.visible
    return Progress(
      epoch: epochsDone + 1,
      reconstructionError: settings.isPersistent ? nil : Double(differences) / Double(shown),
      meanWeight: sum / Double(trained.weights.count), largestWeight: largest)
  }

  /// The largest magnitude of a parameter, or the first that is not finite.
  private static func largest(_ machine: BoltzmannMachine) -> Float {
    var largest: Float = 0
    for list in [machine.weights, machine.visibleBias, machine.hiddenBias] {
      for value in list where !(abs(value) <= largest) {
        guard value.isFinite else { return abs(value) }
        largest = abs(value)
      }
    }
    return largest
  }
}
