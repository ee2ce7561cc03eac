import Random
import Renormalization

extension ChainFlow {
  /// Adam from every K at every learning rate, with both losses, and the learned map.
  ///
  /// - Throws: `ChainError`.
  init(_ parameters: ChainParameters, random: RandomStream) throws {
    let losses: [(String, CorrelationLengthLoss)] = [(Self.squared, .squared), (Self.logarithmic, .logarithmic)]
    runs = try parameters.couplings.flatMap { coupling in
      try losses.flatMap { name, loss in
        try parameters.learningRates.map { rate in
          let chain = try IsingChain(coupling: coupling)
          let end = try CorrelationLengthDescent(loss: loss, learningRate: rate).run(from: chain)
          return Run(
            coupling: coupling, loss: name, learningRate: rate, steps: end.steps, learned: end.coupling,
            exact: try chain.decimated().coupling, losses: Self.thinned(end.losses))
        }
      }
    }
    exact = try [(2, 0.1), (2, 0.25), (2, 0.5), (2, 1), (2, 1.5), (2, 2), (3, 0.5), (3, 1)].map { factor, coupling in
      Value(
        factor: factor, coupling: coupling, value: try IsingChain(coupling: coupling).decimated(by: factor).coupling)
    }
    lengths = try [0.5, 1, 2].map {
      Value(factor: 1, coupling: $0, value: try IsingChain(coupling: $0).correlationLength)
    }
    let half = max(1, parameters.mapSteps / 2)
    let training = try CouplingMapTraining(
      stages: [.init(learningRate: 0.01, steps: half), .init(learningRate: 0.001, steps: parameters.mapSteps - half)])
    var stream = random.child("map")
    let map = try training.run(random: &stream).map
    mapCouplings = training.grid
    mapLearned = training.grid.map { map($0) }
    mapExact = try training.grid.map { try IsingChain(coupling: $0).decimated().coupling }
  }

  /// At most some forty losses, evenly spaced in the logarithm of the step.
  private static func thinned(_ losses: [Double]) -> [Run.Loss] {
    var kept: [Run.Loss] = []
    var next = 1
    for (step, value) in losses.enumerated() where step + 1 >= next || step == losses.count - 1 {
      kept.append(Run.Loss(step: step + 1, value: value))
      next = max(next + 1, next * 6 / 5)
    }
    return kept
  }
}
