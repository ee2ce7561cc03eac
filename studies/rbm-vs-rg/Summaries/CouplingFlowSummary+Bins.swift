import Renormalization
import Statistics

extension CouplingFlowSummary {
  /// - Parameters:
  ///   - couplings: the bins of every K.
  ///   - half: bins of the lattice of half the size at K_c.
  /// - Throws: `CouplingFlowError`, except that a fit has no fixed point.
  init(
    _ couplings: [[IsingFlowBin]], half: [IsingFlowBin], window: ClosedRange<Double>, critical: Double
  ) throws {
    let ensembles = try couplings.map { try IsingFlowEnsemble($0) }
    let methods: [(String, FlowMethod, Int)] = [
      ("nn/1", .nearestNeighbourMatching, 1), ("nn/2", .nearestNeighbourMatching, 2),
      ("pl1/1", .pseudoLikelihood(.nearest), 1), ("pl3/1", .pseudoLikelihood(.plaquette), 1),
    ]
    curves = try methods.map { name, method, steps in
      let points = try ensembles.map { try $0.point(method, level: steps) }
      let fit = try? FixedPointFit(points, steps: steps, window: window)
      return Curve(
        method: name, couplings: points.map(\.coupling), values: try points.map { try $0.estimate() },
        fixedPoint: fit?.fixedPoint, slope: fit?.slope, nu: fit?.nu)
    }
    let atCriticality = ensembles.first { abs($0.settings.coupling - critical) < 1e-9 }
    criticalCouplings =
      try atCriticality.map { ensemble in
        try [1, 2].map { Couplings(step: $0, values: try ensemble.pseudoLikelihood(level: $0)) }
      } ?? []
    gaps =
      try atCriticality.map { ensemble in
        try TwoLatticeMatching(large: ensemble, small: IsingFlowEnsemble(half)).gaps.map {
          Gap(side: $0.side, difference: $0.difference)
        }
      } ?? []
    let recovered = try ensembles.map { ensemble in
      (try ensemble.point(.pseudoLikelihood(.nearest), level: 0).estimate(), ensemble.settings.coupling)
    }
    recoveryError = recovered.map { abs($0.0.value - $0.1) }.max() ?? 0
    recoveryPull = recovered.map { abs($0.0.value - $0.1) / max($0.0.standardError, 1e-300) }.max() ?? 0
  }
}
