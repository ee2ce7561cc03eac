import Lattice
import Learning
import Random
import Renormalization

/// One network, trained on configurations of its own.
struct TrainedNet: Codable, Sendable {
  let network: InverseNetwork
  /// Mean squared error per fine site in the last epoch.
  let meanSquaredError: Double
  let losses: [Double]

  /// Simulates training configurations, blocks them and trains.
  ///
  /// - Throws: `ScalarFieldError`, `InverseMapError.diverged` and others.
  init(
    _ kind: InverseNetwork.Kind, window: PatchWindow, _ training: TrainingParameters, _ ensemble: EnsembleParameters,
    rule: FieldBlockRule, random: RandomStream
  ) throws {
    var updates = random.child("updates")
    var sampler = try PhiFourSampler(
      side: ensemble.size, action: ensemble.action, mix: ensemble.mix, start: .hot, random: &updates)
    sampler.equilibrate(ensemble.equilibration)
    var pairs = try FieldPairs(side: ensemble.size / 2)
    for _ in 0..<training.netConfigurations {
      sampler.sweep(ensemble.sweepsBetween)
      let fine = sampler.field
      try pairs.append(coarse: rule.block(fine).values, fine: fine.values)
    }
    var weights = random.child("weights")
    var order = random.child("order")
    let start = try InverseNetwork(kind: kind, window: window, hidden: training.hidden, random: &weights)
    let settings = try InverseTraining(
      epochs: training.epochs, batch: training.batch, learningRate: training.learningRate,
      randomSigns: kind == .reluBias)
    let result = try settings.train(start, on: pairs, random: &order)
    network = result.network
    losses = result.losses
    meanSquaredError = result.losses.last ?? .nan
  }
}
