import Foundation
import Learning
import Random

extension SmallMachines {
  /// Everything that is enumerated.
  ///
  /// - Throws: `EnumeratedMachineError`.
  init(_ parameters: SmallParameters, random: RandomStream) throws {
    let reference = try Self.reference(parameters)
    rows = try reference.rows + Self.constructions() + Self.torusCorrelations(coupling: 0.3)
    divergences = reference.divergences
    copies = try [2, 3, 5, 8].map { copy in
      let law = try SmallIsingSystem.torusLaw(side: 4, coupling: RBMvsRG.criticalCoupling)
      let weights = try SmallIsingSystem.checkerboardWeights(side: 4, coupling: RBMvsRG.criticalCoupling, copy: copy)
      return [copy, try EnumeratedMachine(weights: weights).divergence(from: law)]
    }
    var minima: [Minimum] = []
    for coupling in parameters.couplings {
      for hidden in [2, 4] { minima.append(try Self.ring(coupling, hidden, parameters, random)) }
    }
    for coupling in parameters.torusCouplings {
      for penalty in [0, 0.01] { minima.append(try Self.torus(coupling, penalty, parameters, random)) }
    }
    self.minima = minima
  }

  /// The machine of the reference numbers, W_ij = sin(1 + i + 2j)/2, or the one that is given.
  private static func reference(_ parameters: SmallParameters) throws -> (rows: [Row], divergences: [Divergence]) {
    let (visible, hidden) = (parameters.visible, parameters.hidden)
    let isReference = parameters.weights.isEmpty
    let weights = isReference ? referenceWeights(visible, hidden) : parameters.weights
    let machine = try EnumeratedMachine(
      visible: visible, hidden: hidden, weights: weights,
      visibleBias: isReference ? (0..<visible).map { 0.1 * cos(Double($0)) } : [],
      hiddenBias: isReference ? (0..<hidden).map { 0.2 * sin(Double($0) / 2) } : [])
    let states = [0, 5, 21, 42, 63].filter { $0 < 1 << visible }
    let law = try EnumeratedLaw(units: visible, states: states)
    let moments = machine.moments()
    let gradient = try machine.gradient(of: law)
    let id = isReference && visible == 6 && hidden == 4 ? "rbm-6x4" : "rbm-given"
    var rows = [
      Row(id: "\(id)/lnZ", symbol: "ln Z", value: machine.logPartitionFunction),
      Row(id: "\(id)/v0", symbol: "⟨v₀⟩", value: moments.visible[0]),
      Row(id: "\(id)/h0", symbol: "⟨h₀⟩", value: moments.hidden[0]),
      Row(id: "\(id)/v0h0", symbol: "⟨v₀h₀⟩", value: moments.visibleHidden[0]),
      Row(id: "\(id)/LL", symbol: "LL", value: try machine.meanLogLikelihood(of: law)),
      Row(id: "\(id)/dW00", symbol: "∂LL/∂W₀₀", value: gradient.weights[0]),
    ]
    if visible > 3, hidden > 2 {
      rows.append(Row(id: "\(id)/dW32", symbol: "∂LL/∂W₃₂", value: gradient.weights[3 * hidden + 2]))
    }
    let steps = [1, 2, 5, 10, 20]
    let estimates = try machine.contrastiveDivergence(steps: steps, of: law)
    for (step, estimate) in zip(steps, estimates) where [1, 2, 10].contains(step) {
      rows.append(Row(id: "\(id)/cd\(step)/dW00", symbol: "CD-\(step)", value: estimate.weights[0]))
      rows.append(
        Row(
          id: "\(id)/cd\(step)/relative-error", symbol: "relative error", value: estimate.relativeError(from: gradient))
      )
    }
    let divergences = zip(steps, estimates).map {
      Divergence(steps: $0, relativeError: $1.relativeError(from: gradient))
    }
    return (rows, divergences)
  }

  private static func referenceWeights(_ visible: Int, _ hidden: Int) -> [Double] {
    (0..<visible).flatMap { i in (0..<hidden).map { j in 0.5 * sin(Double(1 + i + 2 * j)) } }
  }

  private static func constructions() throws -> [Row] {
    let critical = RBMvsRG.criticalCoupling
    let bonds = try EnumeratedMachine(weights: SmallIsingSystem.bondWeights(side: 4, coupling: critical))
    let chain = try EnumeratedMachine(weights: SmallIsingSystem.chainWeights(sites: 8, coupling: 1))
    var rows = [
      Row(id: "rbm-exact/bond-4x4/lnZ", symbol: "ln Z", value: bonds.logPartitionFunction),
      Row(id: "rbm-exact/chain-8/v0v1", symbol: "⟨v₀v₁⟩", value: chain.moments().visiblePairs[1]),
    ]
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: critical)
    for copy in [2.0, 5, 8] {
      let weights = try SmallIsingSystem.checkerboardWeights(side: 4, coupling: critical, copy: copy)
      rows.append(
        Row(
          id: "rbm-exact/copy-4x4/M\(Int(copy))", symbol: "KL",
          value: try EnumeratedMachine(weights: weights).divergence(from: law)))
    }
    return rows
  }

  /// Correlations of the 4 × 4 torus that hidden units at 4:1 are compared with.
  private static func torusCorrelations(coupling: Double) throws -> [Row] {
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: coupling)
    let id = "small/nh4/K\(coupling)"
    return [
      Row(id: "\(id)/majority", symbol: "⟨BB'⟩", value: law.majorityCorrelation([0, 1, 4, 5], [2, 3, 6, 7])),
      Row(id: "\(id)/decimation-2-0", symbol: "⟨ss'⟩", value: law.correlation(0, 2)),
      Row(id: "\(id)/decimation-2-2", symbol: "⟨ss'⟩", value: law.correlation(0, 10)),
    ]
  }

  private static func ring(
    _ coupling: Double, _ hidden: Int, _ parameters: SmallParameters, _ random: RandomStream
  ) throws -> Minimum {
    let fit = try SmallMachineFit(hidden: hidden, starts: parameters.starts, maximumIterations: parameters.iterations)
    let law = try SmallIsingSystem.ringLaw(sites: 8, coupling: coupling)
    let result = try fit.run(law, random: random.child("ring-\(hidden)-\(coupling)"))
    let correlation = result.machine.ringNeighbourCorrelation
    return Minimum(
      system: "ring of 8", coupling: coupling, hidden: hidden, penalty: 0, divergence: result.divergence,
      starts: parameters.starts,
      hiddenCoupling: hidden > 2
        ? SmallIsingSystem.ringCoupling(neighbourCorrelation: correlation, sites: hidden) : nil,
      decimated: hidden == 4 ? 0.5 * log(cosh(2 * coupling)) : nil, hiddenCorrelations: pairs(result.machine),
      fields: (0..<hidden).map { result.machine.field(ofHidden: $0) })
  }

  private static func torus(
    _ coupling: Double, _ penalty: Double, _ parameters: SmallParameters, _ random: RandomStream
  ) throws -> Minimum {
    let fit = try SmallMachineFit(
      hidden: 4, starts: min(parameters.starts, 3), l1: penalty, maximumIterations: min(parameters.iterations, 250))
    let law = try SmallIsingSystem.torusLaw(side: 4, coupling: coupling)
    let result = try fit.run(law, random: random.child("torus-\(penalty)-\(coupling)"))
    return Minimum(
      system: "4 × 4 torus", coupling: coupling, hidden: 4, penalty: penalty, divergence: result.divergence,
      starts: min(parameters.starts, 3), hiddenCoupling: nil, decimated: nil,
      hiddenCorrelations: Self.pairs(result.machine), fields: (0..<4).map { result.machine.field(ofHidden: $0) })
  }

  /// |⟨hh'⟩| of all pairs of hidden units.
  private static func pairs(_ machine: EnumeratedMachine) -> [Double] {
    let moments = machine.moments().hiddenPairs
    return (0..<machine.hidden).flatMap { i in
      (0..<i).map { j in abs(moments[i * machine.hidden + j]) }
    }
  }
}
