import Lattice
import Learning
import Notebook
import Random
import Renormalization

/// The inverse maps.
extension SpinGlassIRG {
  /// Training pairs: which simulation, which temperature, which level.
  struct PairKey: Codable, Hashable {
    let size: Int
    let beta: Int
    let level: Int
    let ties: OverlapTieRule
    let shuffled: Bool
    var label: String { "\(size)-level\(level)-beta\(beta)" }
  }

  func pairKey(beta: Double? = nil, size: Int? = nil, level: Int? = nil) -> PairKey {
    let size = size ?? p.training.size
    return PairKey(
      size: size, beta: nearest(beta ?? p.training.beta, in: p.simulation.betas(size)),
      level: level ?? p.training.level,
      ties: p.renormalization.ties, shuffled: p.training.shuffled)
  }

  /// Batches at a size that the maps are trained on.
  func trainedBatches(_ size: Int) -> Int {
    size == p.training.size ? p.training.batches : max(1, batches(size) / 2)
  }

  func counts(_ key: PairKey) -> Step<[[CornerCounts]]> {
    .array("counts-\(key.label)", revision: 2, parameters: key, count: batches(key.size), needs: simulation(key.size)) {
      (index: Int, random: inout RandomStream, batches: [BatchResult]) in
      try TrainingPairs(
        batches[index], at: key.beta, level: key.level, ties: key.ties, shuffled: key.shuffled, random: random
      ).counts
    }
  }

  func logistic(_ key: PairKey) -> Step<LogisticFits> {
    let trained = trainedBatches(key.size)
    return Step("logistic-\(key.label)", revision: 2, parameters: trained, needs: counts(key)) {
      try LogisticFits($0, trained: trained)
    }
  }

  /// The fits at the training β and the others, ascending in β.
  var logisticByBeta: Step<[LogisticFits]> {
    let betas = trainingBetas
    return Step("logistic-by-beta", parameters: betas, all: betas.map { logistic(pairKey(beta: $0)) }) { $0 }
  }

  var trainingBetas: [Double] { ([p.training.beta] + p.training.otherBetas).sorted() }

  struct NetworkKey: Codable { let model: TrainingParameters.Model, training: TrainingParameters, pairs: PairKey }

  func trained(_ model: TrainingParameters.Model) -> Step<TrainedInverse> {
    let key = pairKey()
    if !model.isNetwork {
      return Step("trained-\(model.rawValue)", parameters: model, needs: logistic(key), counts(key)) { fits, counts in
        try TrainedInverse(model, fits, counts)
      }
    }
    let training = p.training
    let all = Step<[TrainedInverse]>.array(
      "network-\(model.rawValue)", parameters: NetworkKey(model: model, training: training, pairs: key), count: 1,
      needs: simulation(key.size)
    ) { (_: Int, random: inout RandomStream, batches: [BatchResult]) in
      try TrainedInverse(model, training, batches, key, random: random)
    }
    return Step("trained-\(model.rawValue)", parameters: model, needs: all) { $0[0] }
  }

  func oneStep(_ model: TrainingParameters.Model) -> Step<OneStepSummary> {
    let key = pairKey()
    let first = trainedBatches(key.size)
    let sharing = p.simulation.randomSharing
    let tests = Step<[OneStepBatch]>.array(
      "one-step-\(model.rawValue)", revision: 2, parameters: key, count: batches(key.size) - first,
      needs: simulation(key.size),
      trained(model)
    ) { (index: Int, random: inout RandomStream, batches: [BatchResult], map: TrainedInverse) in
      let pairs = try TrainingPairs(
        batches[first + index], at: key.beta, level: key.level, ties: key.ties, shuffled: false, random: random)
      return try OneStepBatch(pairs, by: map, ties: key.ties, random: random)
    }
    return Step("one-step-summary-\(model.rawValue)", parameters: sharing, needs: tests) {
      try OneStepSummary(model, $0, sharing: sharing)
    }
  }

  var oneSteps: Step<[OneStepSummary]> {
    Step("one-steps", parameters: p.training.models, all: p.training.models.map { oneStep($0) }) { $0 }
  }
}
