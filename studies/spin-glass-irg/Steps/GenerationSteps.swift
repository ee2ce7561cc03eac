import Lattice
import Learning
import Notebook
import Random
import Renormalization

/// Chains of enlargements.
extension SpinGlassIRG {
  /// Where a chain starts and how far it goes.
  struct ChainKey: Codable {
    var name: String
    let size: Int
    let beta: Int
    /// Majority-rule steps before the first enlargement.
    let level: Int
    let ties: OverlapTieRule
    let firstBatch: Int
    let doublings: Int
    let configurations: Int
  }

  func chainKey(
    _ name: String, size: Int? = nil, level: Int = 0, doublings: Int, configurations: Int = 64
  ) -> ChainKey {
    let size = size ?? p.training.size
    return ChainKey(
      name: name, size: size, beta: nearest(p.training.beta, in: p.simulation.betas(size)), level: level,
      ties: p.renormalization.ties, firstBatch: trainedBatches(size), doublings: doublings,
      configurations: configurations)
  }

  /// Groups of 64 configurations that a chain starts from.
  func groupCount(_ key: ChainKey) -> Int {
    min(p.generation.groups, 8 * (batches(key.size) - key.firstBatch))
  }

  func groups(_ key: ChainKey, count: Int, by map: Step<TrainedInverse>) -> Step<[EnlargedGroup]> {
    .array("enlarged-\(key.name)", parameters: key, count: count, needs: simulation(key.size), map) {
      (group: Int, random: inout RandomStream, batches: [BatchResult], map: TrainedInverse) in
      let batch = batches[key.firstBatch + group / 8]
      let planes = try batch.overlaps(at: key.beta, level: key.level, ties: key.ties, random: random)
      let lanes = 64 * (group % 8)..<64 * (group % 8) + key.configurations
      let start = planes.last.map { Array($0.configurations[lanes]) } ?? []
      return EnlargedGroup(start, by: map, doublings: key.doublings, random: random)
    }
  }

  func chain(_ key: ChainKey, by map: Step<TrainedInverse>) -> Step<ChainSummary> {
    let sharing = p.simulation.randomSharing
    return Step("chain-\(key.name)", parameters: sharing, needs: groups(key, count: groupCount(key), by: map)) {
      try ChainSummary(key.name, $0, sharing: sharing)
    }
  }

  /// The map of a model iterated from the test configurations.
  func chain(_ model: TrainingParameters.Model) -> Step<ChainSummary> {
    let wanted = model == p.generation.model ? p.generation.doublings : p.generation.networkDoublings
    // Continuous fields are slow to measure and are only shown to drift.
    let doublings = model == .tanhSquaredError ? min(wanted, 2) : wanted
    return chain(chainKey(model.rawValue, doublings: doublings), by: trained(model))
  }

  /// Models whose maps are iterated: all but the copy, which changes nothing.
  var chains: Step<[ChainSummary]> {
    let models = ([p.generation.model] + p.training.models.filter { $0 != p.generation.model })
    return Step("chains", parameters: models, all: models.map { chain($0) }) { $0 }
  }

  /// A few configurations enlarged once more than all others; no step if there are none.
  var largestChain: Step<[ChainSummary]> {
    let generation = p.generation
    guard generation.largestDoublings > 0 else {
      return Step("largest-chain", parameters: 0, all: [Step<ChainSummary>]()) { $0 }
    }
    // One task a configuration, so that the cores share the few large ones; each from another group of samples as
    // long as there are groups.
    let key = chainKey("largest", doublings: generation.largestDoublings, configurations: 1)
    let (first, count) = (key.firstBatch, groupCount(key))
    let groups = Step<[EnlargedGroup]>.array(
      "enlarged-largest", parameters: key, count: generation.largestConfigurations, needs: simulation(key.size),
      trained(generation.model)
    ) { (index: Int, random: inout RandomStream, batches: [BatchResult], map: TrainedInverse) in
      let (group, lane) = (index % count, index / count)
      let planes = try batches[first + group / 8].overlaps(at: key.beta, level: 0, ties: key.ties, random: random)
      let start = planes.last.map { [$0.configuration(64 * (group % 8) + lane)] } ?? []
      return EnlargedGroup(start, by: map, doublings: key.doublings, random: random)
    }
    let sharing = p.simulation.randomSharing
    let chain = Step("chain-largest", parameters: sharing, needs: groups) {
      try ChainSummary("largest", $0, sharing: sharing)
    }
    return Step("largest-chain", parameters: 1, all: [chain]) { $0 }
  }

  /// The logistic weights times the gain that makes q² of enlarged half-size systems that of direct ones.
  var gain: Step<[CalibratedGain]> {
    let key = pairKey()
    guard isCalibrated else {
      return Step("gain", parameters: 0, all: [Step<CalibratedGain>]()) { $0 }
    }
    let side = key.size / 2
    let beta = nearest(p.training.beta, in: p.simulation.betas(side))
    let calibrated = Step(
      "gain-calibration", revision: 2, parameters: beta, needs: simulation(side), averages(key.size), logistic(key)
    ) { small, large, fits in
      try CalibratedGain(small, at: beta, target: large.points[key.beta].square, fits.fit)
    }
    return Step("gain", parameters: 1, all: [calibrated]) { $0 }
  }

  /// A gain needs direct systems of half the size, and a map that has learned something.
  private var isCalibrated: Bool {
    p.simulation.sizes.contains(p.training.size / 2) && !p.training.shuffled && p.training.level == 1
  }

  /// The calibrated map, iterated.
  var gainChains: Step<[ChainSummary]> {
    guard isCalibrated else {
      return Step("gain-chains", parameters: 0, all: [Step<ChainSummary>]()) { $0 }
    }
    let map = Step("map-gain", parameters: 1, needs: gain) { TrainedInverse.logistic($0[0].model) }
    let key = chainKey("logistic-gain", doublings: p.generation.networkDoublings)
    return Step("gain-chains", parameters: 1, all: [chain(key, by: map)]) { $0 }
  }

  /// The logistic map trained at each β, iterated at the training β.
  var chainsByBeta: Step<[ChainSummary]> {
    let betas = trainingBetas
    let steps = betas.enumerated().map { index, beta in
      let map = Step("map-beta-\(index)", parameters: beta, needs: logistic(pairKey(beta: beta))) {
        TrainedInverse.logistic($0.fit)
      }
      return chain(chainKey("beta-\(index)", doublings: 2), by: map)
    }
    return Step("chains-by-beta", parameters: betas, all: steps) { $0 }
  }

  /// The logistic maps fitted to parts of 128 training samples, iterated from the same test configurations: the error of
  /// training.
  var trainingSpread: Step<TrainingSpread> {
    spread(of: pairKey(), trained: p.training.batches, chainKey("parts", doublings: min(p.generation.doublings, 4)))
  }

  /// The same for the maps one level deeper, in the order of `deeperSizes`.
  var deeperSpreads: Step<[TrainingSpread]> {
    let steps = deeperSizes.map { size in
      spread(
        of: pairKey(size: size, level: 2), trained: trainedBatches(size),
        chainKey("parts-\(size)", size: size, level: 1, doublings: 2))
    }
    return Step("deeper-spreads", parameters: deeperSizes, all: steps) { $0 }
  }

  private func spread(of key: PairKey, trained: Int, _ chainKey: ChainKey) -> Step<TrainingSpread> {
    let count = min(groupCount(chainKey), 8)
    let sharing = p.simulation.randomSharing
    let steps = (0..<TrainingPairs.parts * trained).map { part in
      let name = "\(chainKey.name)-\(key.label)-\(part)"
      let map = Step("map-\(name)", parameters: part, needs: logistic(key)) {
        TrainedInverse.logistic(try SymmetricLogistic(weights: $0.parts[part]))
      }
      var own = chainKey
      own.name = name
      return Step("chain-\(name)", parameters: sharing, needs: groups(own, count: count, by: map)) {
        try ChainSummary(name, $0, sharing: sharing)
      }
    }
    return Step("training-spread-\(chainKey.name)-\(key.label)", parameters: trained, all: steps) {
      try TrainingSpread($0)
    }
  }

  /// Sizes whose once and twice renormalized configurations make training pairs too.
  var deeperSizes: [Int] { p.simulation.sizes.filter { $0 % 4 == 0 && $0 / 4 >= 3 && batches($0) > 1 } }

  /// Maps trained one level deeper, iterated from once renormalized configurations.
  var deeperChains: Step<[ChainSummary]> {
    let steps = deeperSizes.flatMap { size -> [Step<ChainSummary>] in
      let map = Step("map-level2-\(size)", parameters: 2, needs: logistic(pairKey(size: size, level: 2))) {
        TrainedInverse.logistic($0.fit)
      }
      return Set<Int>([size, p.training.size]).sorted().map { start in
        chain(chainKey("blocked-\(start)-trained-\(size)", size: start, level: 1, doublings: 2), by: map)
      }
    }
    return Step("deeper-chains", parameters: deeperSizes, all: steps) { $0 }
  }

  var deeperFits: Step<[LogisticFits]> {
    Step("deeper-fits", parameters: deeperSizes, all: deeperSizes.map { logistic(pairKey(size: $0, level: 2)) }) { $0 }
  }
}
