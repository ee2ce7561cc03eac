import Learning
import Random

extension TrainedInverse {
  /// A map that follows from the counts of corner neighbourhoods.
  ///
  /// - Throws: `CornerModelError`.
  init(_ model: TrainingParameters.Model, _ fits: LogisticFits, _ counts: [[CornerCounts]]) throws {
    switch model {
    case .copy: self = .copy
    case .logisticSign: self = .logisticSign(fits.fit)
    case .tanhSquaredError:
      let all = counts.prefix(fits.trained).joined().reduce(CornerCounts(), +)
      self = .tanh(try TanhInverse(fitting: all))
    default: self = .logistic(fits.fit)
    }
  }

  /// A network, trained on as many blocks as the parameters say.
  ///
  /// - Throws: `PatchError`, `RenormalizationError`.
  init(
    _ model: TrainingParameters.Model, _ training: TrainingParameters, _ batches: [BatchResult],
    _ key: SpinGlassIRG.PairKey, random: RandomStream
  ) throws {
    var pairs = PatchPairs()
    for (index, batch) in batches.prefix(training.batches).enumerated() where pairs.count < training.blocks {
      let examples = try TrainingPairs(
        batch, at: key.beta, level: key.level, ties: key.ties, shuffled: key.shuffled,
        random: random.child("batch", index))
      for (coarse, fine) in zip(examples.coarse.joined(), examples.fine.joined()) where pairs.count < training.blocks {
        try pairs.append(coarse: coarse.words, fine: fine.words, side: coarse.side)
      }
    }
    var stream = random.child("training")
    let settings = try PatchTraining(epochs: training.epochs)
    switch model {
    case .pattern, .patternConstrained:
      let start = try PatternInverse(
        hidden: training.hidden, isConstrained: model == .patternConstrained, random: &stream)
      self = .pattern(try start.trained(on: pairs, with: settings, random: &stream).model)
    case .autoregressive:
      let start = try AutoregressiveInverse(hidden: training.sequentialHidden, random: &stream)
      self = .autoregressive(try start.trained(on: pairs, with: settings, random: &stream).model)
    default:
      let binarisation: NeuralInverse.Binarisation = model == .mlpSign ? .sign : .bernoulli
      let start = try NeuralInverse(hidden: training.hidden, binarisation: binarisation, random: &stream)
      self = .neural(try start.trained(on: pairs, with: settings, random: &stream).model)
    }
  }
}
