import Learning
import Notebook
import Random
import Renormalization

/// What is sampled and trained; the chapters say what it means.
extension IsingGenerator {
  // MARK: Monte Carlo

  private struct ChainKey: Codable { let ensemble: EnsembleParameters, ties: BlockRule }

  /// Independent chains at one size.
  func monteCarlo(_ parameters: EnsembleParameters) -> Step<[MonteCarloBlock]> {
    let rule = p.training.ties
    let key = ChainKey(ensemble: parameters, ties: rule)
    return .array("monte-carlo-\(parameters.size)", parameters: key, count: parameters.chains) {
      (chain: Int, random: inout RandomStream) in
      try MonteCarloBlock(parameters, blocking: rule, chain: chain, random: random)
    }
  }

  var ensembleSummaries: [Step<EnsembleSummary>] {
    let renormalization = p.renormalization
    return p.monteCarlo.ensembles.map { parameters in
      Step("ensemble-\(parameters.size)", parameters: renormalization, needs: monteCarlo(parameters)) { blocks in
        try EnsembleSummary(parameters, blocks, operators: renormalization.set)
      }
    }
  }

  // MARK: Training

  var trainingSummaries: [Step<TrainingSummary>] {
    p.monteCarlo.sizes.filter { $0 >= 8 }.map { summary(ofTraining: $0) }
  }

  /// The three-parameter net of one of the ensembles.
  func summary(ofTraining size: Int) -> Step<TrainingSummary> {
    let parameters = p.monteCarlo.ensemble(size) ?? p.monteCarlo.ensembles[0]
    return Step("training-\(parameters.size)", revision: 2, parameters: "three", needs: monteCarlo(parameters)) { blocks in
      try TrainingSummary(
        size: parameters.size, configurations: parameters.configurations, contexts: blocks.map(\.contexts),
        ties: blocks.map { Double($0.levels[0].ties) / Double($0.levels[0].blocks) })
    }
  }

  /// The same from pairs of configurations that were blocked once and twice.
  var secondStep: Step<TrainingSummary> {
    let parameters = p.monteCarlo.ensembles[p.monteCarlo.ensembles.count - 1]
    return Step("second-step", revision: 2, parameters: "three", needs: monteCarlo(parameters)) { blocks in
      try TrainingSummary(
        size: parameters.size / 2, configurations: parameters.configurations, contexts: blocks.map(\.secondContexts),
        ties: blocks.map { Double($0.levels[1].ties) / Double($0.levels[1].blocks) })
    }
  }

  var weightedSummaries: Step<[WeightedSummary]> {
    let chosen = p.training.weightedSizes.compactMap(p.monteCarlo.ensemble)
    return Step("weighted", revision: 2, parameters: chosen, all: chosen.map(monteCarlo)) { ensembles in
      try zip(chosen, ensembles).map { try WeightedSummary($0, $1) }
    }
  }

  private var trainingEnsemble: EnsembleParameters {
    p.monteCarlo.ensemble(p.training.size) ?? p.monteCarlo.ensembles[0]
  }

  /// The context counts of every chain of the training size.
  var trainingCounts: Step<[ContextCounts]> {
    Step("training-counts", parameters: "chains", needs: monteCarlo(trainingEnsemble)) { blocks in
      try blocks.map { try ContextCounts($0.contexts) }
    }
  }

  private static func total(_ chains: [ContextCounts]) -> ContextCounts {
    var sum = ContextCounts()
    for chain in chains { sum.merge(chain) }
    return sum
  }

  private struct ReplayKey: Codable { let steps: [Int], replays: Int }

  var replay: Step<ReplaySummary> {
    let (lengths, replays) = (p.training.replaySteps, p.training.replays)
    let key = ReplayKey(steps: lengths, replays: replays)
    let runs = Step<[ReplaySummary.Run]>.array(
      "replays", parameters: lengths, count: lengths.count * replays, needs: trainingCounts
    ) { (index: Int, random: inout RandomStream, chains: [ContextCounts]) in
      let counts = Self.total(chains)
      let minimum = try counts.fit().loss
      return try ReplaySummary.run(
        counts: counts.outcomes, minimum: minimum, steps: lengths[index % lengths.count], random: &random)
    }
    return Step("replay", parameters: key, needs: runs, trainingCounts) { runs, chains in
      let fit = try Self.total(chains).fit()
      let net = try ThreeParameterNet(fit)
      return ReplaySummary(
        runs: runs.sorted { $0.steps < $1.steps }, optimum: [net.a, net.b, net.c], newtonIterations: fit.iterations)
    }
  }

  // MARK: Dreams

  private struct DreamKey: Codable {
    let root: Dream.Root, side: Int, samples: Int, blocks: Int
  }

  private var slopeRanges: [ClosedRange<Int>] { [8...p.dream.side, 32...max(32, p.dream.side)] }

  /// Blocks of dreams of a net, and what they say.
  private func dreams(
    _ name: String, label: String, samples: Int, side: Int? = nil, of net: Step<FittedNet>
  ) -> Step<DreamSummary> {
    let (side, root, count) = (side ?? p.dream.side, p.dream.root, p.dream.blocks)
    let key = DreamKey(root: root, side: side, samples: samples, blocks: count)
    let blocks = Step<[DreamBlock]>.array("dreams-\(name)", parameters: key, count: count, needs: net) {
      (index: Int, random: inout RandomStream, net: FittedNet) in
      let first = samples * index / count
      return try DreamBlock(
        rule: net.rule(), root: root, to: side, first: first, count: samples * (index + 1) / count - first,
        random: random)
    }
    let (renormalization, ranges) = (p.renormalization, slopeRanges)
    struct SummaryKey: Codable { let label: String, operators: [Int] }
    let summaryKey = SummaryKey(label: label, operators: renormalization.operators)
    return Step("dream-\(name)", parameters: summaryKey, needs: blocks) { blocks in
      try DreamSummary(name: label, blocks, operators: renormalization.set, ranges: ranges)
    }
  }

  /// A net given by its weights.
  private func net(_ name: String, _ weights: [Double]) -> Step<FittedNet> {
    Step("net-\(name)", parameters: weights) { () -> FittedNet in
      let net = try ThreeParameterNet(w0: weights[0], w1: weights[1], w2: weights[2])
      return FittedNet(model: .three, loss: 0, validationLoss: 0, lossError: 0, table: net.probabilities)
    }
  }

  private var weightsNet: Step<FittedNet> {
    net("weights", [p.dream.a + 2 * p.dream.b + p.dream.c, p.dream.a + p.dream.b, p.dream.a])
  }

  var dreamOfWeights: Step<DreamSummary> {
    dreams("weights", label: p.dream.label, samples: p.dream.samples, of: weightsNet)
  }

  var largeDream: Step<DreamSummary> {
    dreams("large", label: p.dream.label, samples: p.dream.largeSamples, side: p.dream.largeSide, of: weightsNet)
  }

  /// The net that was trained here.
  var trainedNet: Step<FittedNet> {
    let model = p.training.model
    guard [.one, .two, .three, .saturated2].contains(model) else { return fitted(model) }
    return Step("trained-net", revision: 2, parameters: model, needs: trainingCounts) { chains in
      try FittedNet(model, chains: chains, validation: Self.total(chains), lossError: 0)
    }
  }

  var dreamOfTrained: Step<DreamSummary> {
    dreams(
      "trained", label: p.training.model == .three ? "ml" : p.training.model.id, samples: p.dream.samples,
      of: trainedNet)
  }

  // MARK: Complexity

  private var trainingData: Step<TrainingData> {
    let rule = p.training.ties
    let parameters = EnsembleParameters(
      coupling: p.monteCarlo.coupling, size: p.complexity.size, configurations: 2 * p.complexity.configurations,
      sweepsBetween: p.complexity.sweepsBetween, thermalisation: p.monteCarlo.thermalisation, chains: 40)
    let key = ChainKey(ensemble: parameters, ties: rule)
    let chains = Step<[TrainingPatches]>.array(
      "complexity-chains", revision: 2, parameters: key, count: parameters.chains
    ) {
      (chain: Int, random: inout RandomStream) in
      try TrainingPatches(parameters, blocking: rule, chain: chain, random: random)
    }
    return Step("complexity-data", revision: 2, parameters: "halves", needs: chains) { try TrainingData($0) }
  }

  /// A network of the comparison.
  private func fitted(_ model: UpsamplingModel) -> Step<FittedNet> {
    let iterations = model == .twoLayer ? p.complexity.iterations : 0
    let nets = Step<[FittedNet]>.array(
      "fit-\(model.rawValue)", revision: 3, parameters: iterations, count: 1, needs: trainingData
    ) {
      (_: Int, random: inout RandomStream, data: TrainingData) in
      try FittedNet(model, data, iterations: iterations, random: &random)
    }
    return Step("net-\(model.rawValue)", parameters: "first", needs: nets) { $0[0] }
  }

  var fittedNets: [Step<FittedNet>] { p.complexity.models.map(fitted) }

  var complexityDreams: Step<[DreamSummary]> {
    let all = p.complexity.models.map { model in
      dreams(model.rawValue, label: model.id, samples: p.dream.otherSamples, of: fitted(model))
    }
    return Step("complexity-dreams", parameters: p.complexity.models, all: all) { $0 }
  }

  // MARK: Tuned nets

  var tunedNets: Step<TunedSummary> {
    let (w2, sides) = (p.tuned.w2, p.exact.sides)
    return Step("tuned", revision: 3, parameters: w2, needs: trainingCounts) { chains in
      try TunedSummary(w2: w2, chains: chains, total: Self.total(chains), sides: sides)
    }
  }

  /// The tuned net of one W₂.
  private func tunedNet(_ index: Int) -> Step<FittedNet> {
    let w2 = p.tuned.dreamt[index]
    return Step("tuned-net-\(index)", parameters: w2) { () -> FittedNet in
      let (w0, w1) = try TunedFamily().weights(w2: w2)
      let net = try ThreeParameterNet(w0: w0, w1: w1, w2: w2)
      return FittedNet(model: .three, loss: 0, validationLoss: 0, lossError: 0, table: net.probabilities)
    }
  }

  var tunedDreams: [Step<DreamSummary>] {
    p.tuned.dreamt.indices.map { index in
      let label = index == 0 ? "tuned" : "tuned, W₂ = \(p.tuned.dreamt[index].shortest)"
      return dreams("tuned-\(index)", label: label, samples: p.dream.otherSamples, of: tunedNet(index))
    }
  }

  var dreamOfTuned: Step<DreamSummary> { tunedDreams[0] }

  // MARK: Seeds and pictures

  var seeded: Step<SeededSummary> {
    let side = p.dream.side
    let parameters = EnsembleParameters(
      coupling: p.monteCarlo.coupling, size: p.seeded.size, configurations: p.seeded.configurations,
      sweepsBetween: p.seeded.sweepsBetween, thermalisation: p.monteCarlo.thermalisation, chains: p.monteCarlo.chains)
    let seed = p.seeded.seed
    struct Key: Codable { let ensemble: EnsembleParameters, seed: Int, side: Int }
    let key = Key(ensemble: parameters, seed: seed, side: side)
    let blocks = Step<[SeededBlock]>.array("seeded-chains", parameters: key, count: parameters.chains) {
      (chain: Int, random: inout RandomStream) in
      let set = PublishedSet.reference
      let net = try ThreeParameterNet(a: set.a, b: set.b, c: set.c)
      return try SeededBlock(
        parameters, seed: seed, side: side, rule: FourSpinRule(probabilities: net.probabilities), chain: chain,
        random: random)
    }
    return Step("seeded", parameters: "summary", needs: blocks) { try SeededSummary($0) }
  }

  var pictures: Step<Pictures> {
    let ensemble = p.monteCarlo.ensembles[p.monteCarlo.ensembles.count - 1]
    let (side, largeSide) = (p.dream.side, p.dream.pictureSide)
    struct Key: Codable { let side: Int, largeSide: Int, ensemble: EnsembleParameters }
    let key = Key(side: side, largeSide: largeSide, ensemble: ensemble)
    let all = Step<[Pictures]>.array(
      "snapshots", revision: 2, parameters: key, count: 1, needs: weightsNet, tunedNet(0)
    ) {
      (_: Int, random: inout RandomStream, net: FittedNet, tuned: FittedNet) in
      try Pictures(
        rule: net.rule(), tuned: tuned.rule(), ensemble: ensemble, side: min(256, side), largeSide: largeSide,
        random: random)
    }
    return Step("pictures", parameters: "first", needs: all) { $0[0] }
  }
}
