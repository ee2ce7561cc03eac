import Lattice
import Learning
import Notebook
import Random

/// Side questions: other points, warm starts, autocorrelations.
extension PhiFourIRG {
  var warmStarts: Step<[WarmStart]> {
    let side = p.checks.warmSize
    let parameters =
      (try? ensemble(p.generation.startSize, p.model.massSquared, p.checks.warmConfigurations)) ?? baseParameters[0]
    struct Key: Codable { let ensemble: EnsembleParameters, side: Int }
    return .array(
      "warm-starts", parameters: Key(ensemble: parameters, side: side), count: parameters.chains, needs: stochasticMap,
      mainMap
    ) { (chain: Int, random: inout RandomStream, noisy: InverseMap, map: InverseMap) in
      try WarmStart(parameters, side: side, maps: [noisy, map], chain: chain, random: random)
    }
  }

  /// Simulations of other points of the model: names and parameters.
  var sideParameters: [(name: String, parameters: EnsembleParameters)] {
    let count = p.checks.sideConfigurations
    guard count > 0 else { return [] }
    func point(_ name: String, _ side: Int, _ lambda: Double, _ massSquared: Double) -> (String, EnsembleParameters)? {
      guard let action = try? PhiFourAction(kappa: 1, lambda: lambda, massSquared: massSquared) else { return nil }
      let parameters = EnsembleParameters(
        action: action, size: side, configurations: count, sweepsBetween: p.monteCarlo.sweepsBetween,
        equilibration: p.monteCarlo.equilibration, chains: p.monteCarlo.chains, mix: mix(side))
      return (name, parameters)
    }
    return [
      point("s", 32, 0.7, -0.92), point("o", 32, 0.7, -0.98), point("sl", 32, 0.5, -0.7), point("l1", 32, 1, -1.27251),
      point("l2", 2, 0.7, -0.9515), point("free8", 8, 0, 0.5),
    ].compactMap { $0 }
  }

  var sideSummaries: Step<[EnsembleSummary]> {
    let steps = sideParameters.map { summary("side-\($0.name)", $0.parameters, blockings: 0) }
    return Step("side-points", parameters: sideParameters.map(\.name), all: steps) { $0 }
  }
}
