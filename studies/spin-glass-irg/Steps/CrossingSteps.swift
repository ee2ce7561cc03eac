import Lattice
import Learning
import Notebook
import Random
import Renormalization

/// Enlarged systems over all temperatures, beside direct ones of the same size.
extension SpinGlassIRG {
  struct EnlargementKey: Codable {
    let size: Int
    let firstBatch: Int
    let model: TrainingParameters.Model
  }

  func enlarged(_ side: Int, by model: TrainingParameters.Model) -> Step<EnlargedCurve> {
    let start = side / 2
    let key = EnlargementKey(
      size: start, firstBatch: start == p.training.size ? p.training.batches : 0, model: model)
    let batches = Step<[[OverlapBlocks]]>.array(
      "enlarged-\(start)-\(model.rawValue)", parameters: key, count: batches(start) - key.firstBatch,
      needs: simulation(start), trained(model)
    ) { (index: Int, random: inout RandomStream, batches: [BatchResult], trained: TrainedInverse) in
      guard let map = trained.map else { return [] }
      let batch = batches[key.firstBatch + index]
      return batch.snapshots.indices.map { beta in
        var noise = random.child("beta", beta)
        let planes = batch.snapshots[beta].last?.planes.map { planes in
          SpinPlanes(
            planes.configurations.map {
              CubicSpins(side: 2 * $0.side, words: map.refined($0.words, side: $0.side, random: &noise))
            })
        }
        return OverlapBlocks(planes.map { [$0] } ?? [])
      }
    }
    let (small, sharing) = (parameters(start), p.simulation.randomSharing)
    return Step("curve-\(side)-\(model.rawValue)", revision: 2, parameters: model, needs: batches, averages(side)) {
      blocks, direct in
      try EnlargedCurve(model, small, blocks, direct: direct, sharing: sharing)
    }
  }

  /// Sizes and models; the continuous map makes no spins.
  var enlargedCurves: Step<[EnlargedCurve]> {
    let models = p.generation.crossingModels.filter { $0 != .tanhSquaredError }
    let steps = halvedSizes.filter { $0 / 2 >= 4 && $0 > p.training.size }.flatMap { side in
      models.map { enlarged(side, by: $0) }
    }
    return Step("enlarged-curves", parameters: p.generation.crossingModels, all: steps) { $0 }
  }

  /// Slices of one configuration enlarged again and again.
  var chainPictures: Step<[Slice]> {
    let (model, doublings) = (p.generation.model, p.generation.doublings)
    let key = chainKey("pictures", doublings: min(doublings, 4), configurations: 1)
    let all = Step<[[Slice]]>.array(
      "chain-pictures", parameters: key, count: 1, needs: simulation(key.size), trained(model)
    ) { (_: Int, random: inout RandomStream, batches: [BatchResult], trained: TrainedInverse) in
      guard let map = trained.map, let planes = batches[key.firstBatch].snapshots[key.beta].last?.planes else {
        return []
      }
      var noise = random.child("spins")
      var current = planes.configuration(0)
      var slices = [Slice("sampled, L = \(current.side)", current)]
      for _ in 0..<key.doublings {
        let words = map.refined(current.words, side: current.side, random: &noise)
        current = CubicSpins(side: 2 * current.side, words: words)
        slices.append(Slice("enlarged, L = \(current.side)", current))
      }
      return slices
    }
    return Step("chain-slices", parameters: "first", needs: all) { $0[0] }
  }
}
