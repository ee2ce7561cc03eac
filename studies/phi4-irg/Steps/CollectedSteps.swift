import Lattice
import Learning
import Notebook
import Random

/// Results of the same kind, collected for chapters.
extension PhiFourIRG {
  var forwardCrossings: Step<[CrossingSummary]> {
    let pairs = [(32, 16), (64, 32), (128, 64), (64, 16), (32, 8)]
    return Step("forward-crossings", parameters: "all", all: pairs.compactMap { forwardCrossing($0.0, $0.1) }) { $0 }
  }

  func inverseCrossings(_ kernel: TrainingParameters.Kernel) -> Step<[CrossingSummary]> {
    let pairs = [(32, 64), (32, 128), (32, 256), (32, 512), (8, 128), (64, 128)]
    let steps = pairs.compactMap { inverseCrossing($0.0, $0.1, kernel) }
    return Step("inverse-crossings-\(kernel.rawValue)", parameters: "all", all: steps) { $0 }
  }

  var allNetGenerations: Step<[GenerationSummary]> {
    Step("net-generations", parameters: p.training.architectures, all: netGenerations) { $0 }
  }

  var allNets: Step<[[TrainedNet]]> {
    Step("all-nets", parameters: p.training.architectures, all: trainedNets) { $0 }
  }

  var allLevels: Step<[EnsembleSummary]> {
    Step("all-ensembles", parameters: p.monteCarlo.sizes, all: baseSummaries) { $0 }
  }

  /// The simulations away from the base point that crossings use.
  var scanSummaries: Step<[EnsembleSummary]> {
    let scans = p.monteCarlo.sizes.flatMap { scanParameters($0) }
    let steps = scans.map { summary($0.name, $0.parameters, blockings: 0) }
    return Step("scan-points", parameters: scans.map(\.name), all: steps) { $0 }
  }

  var allLinear: Step<[LinearSummary]> { Step("all-linear", parameters: kernels, all: linearFits) { $0 } }

  static let mixes: [(name: String, metropolis: Int, overrelaxation: Int, wolff: Int)] = [
    ("met", 1, 0, 0), ("w1", 1, 0, 1), ("w2", 1, 0, 2), ("w4", 1, 0, 4), ("w2or1", 1, 1, 2), ("w2or2", 1, 2, 2),
  ]

  var autocorrelations: Step<[AutocorrelationRun]> {
    let (side, sweeps, model) = (p.checks.tauSize, p.checks.tauSweeps, p.model)
    struct Key: Codable { let side: Int, sweeps: Int, model: ModelParameters }
    return .array(
      "autocorrelations", parameters: Key(side: side, sweeps: sweeps, model: model), count: Self.mixes.count
    ) {
      (index: Int, random: inout RandomStream) in
      let mix = Self.mixes[index]
      return try AutocorrelationRun(
        UpdateMix(metropolis: mix.metropolis, overrelaxation: mix.overrelaxation, wolff: mix.wolff), side: side,
        sweeps: sweeps, action: model.action(), random: random)
    }
  }
}
