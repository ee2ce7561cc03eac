import Learning
import Notebook
import Random

/// What is computed; the chapters say what it means.
extension MLRG {
  // MARK: Critical couplings of the A₁ model

  /// Independent runs of one configuration.
  func trained(_ configuration: Configuration) -> Step<[TrainedFlow]> {
    let parameters = configuration.applied(to: p.training, p.notebook)
    return .array("trained-\(configuration.rawValue)", parameters: parameters, count: p.instances) {
      (_: Int, random: inout RandomStream) in
      try Self.train(parameters, &random)
    }
  }

  func summary(_ configuration: Configuration) -> Step<BoxSummary> {
    let flows = trained(configuration)
    return Step("summary-\(configuration.rawValue)", revision: 2, parameters: configuration, needs: flows) { flows in
      try BoxSummary(flows)
    }
  }

  /// The summaries of the configurations that the profile trains, in the order of `p.configurations`.
  var summaries: [Step<BoxSummary>] { p.configurations.map(summary) }

  /// The same as the profile's training configuration, with explicit Gibbs chains.
  var explicitGibbs: Step<BoxSummary> {
    var parameters = p.training
    parameters.loss = .cd
    parameters.sampler = .gibbs
    let fixed = parameters
    let flows = Step<[TrainedFlow]>.array("trained-gibbs", parameters: fixed, count: p.grids.gibbsInstances) {
      (_: Int, random: inout RandomStream) in
      try Self.train(fixed, &random)
    }
    return Step("summary-gibbs", parameters: "gibbs", needs: flows) { flows in try BoxSummary(flows) }
  }

  /// The first run of the profile's own configuration as a curve, and the distance of runs with the exact loss from the
  /// exact flow.
  var learnedFlow: Step<LearnedFlow> {
    let drawn: Configuration = p.training.isPublished ? .cdRelu : .own
    let chosen = [drawn] + p.configurations.filter { $0 == .klSilu || $0 == .klRelu }
    let settings = chosen.map { $0.applied(to: p.training, p.notebook) }
    return Step("learned-flow", revision: 2, parameters: settings, all: chosen.map(trained)) { runs in
      try LearnedFlow(names: chosen.map(\.rawValue), flows: runs.map { $0[0] }, settings)
    }
  }

  /// The hand-written gradients against finite differences.
  var gradientCheck: Step<GradientCheck> {
    let parameters = p.training
    return .random("gradient-check", parameters: parameters) { random in
      try GradientCheck(parameters, &random)
    }
  }

  static func train(_ parameters: TrainingParameters, _ random: inout RandomStream) throws -> TrainedFlow {
    let trainer = FlowTrainer(
      parameters: parameters, loss: Divergence(parameters), start: [parameters.newton.start])
    return try trainer.train(&random)
  }

  // MARK: Hyper-parameters

  /// The runs along one hyper-parameter. The repository's sweeps of batch, coarse sweeps and trajectories used layer
  /// normalisation, the others did not; so do these.
  private func grid(
    _ name: String, _ values: [Int], layerNorm: Bool, sampler: Sampler = .law,
    _ set: @escaping @Sendable (inout TrainingParameters, Int) -> Void
  ) -> Step<GridSummary> {
    var base = p.training
    if p.training.isPublished { base.layerNorm = layerNorm && p.grids.layerNorm }
    base.sampler = sampler
    let fixed = base
    let replicates = p.grids.replicates
    struct Key: Codable { let training: TrainingParameters, values: [Int], replicates: Int }
    let key = Key(training: fixed, values: values, replicates: replicates)
    let runs = Step<[RootSummary]>.array("grid-\(name)", parameters: key, count: values.count * replicates) {
      (index: Int, random: inout RandomStream) in
      var parameters = fixed
      set(&parameters, values[index / replicates])
      return try RootSummary(Self.train(parameters, &random).criticalCouplings)
    }
    return Step("grid-\(name)-summary", parameters: key, needs: runs) { runs in
      GridSummary(values: values, replicates: replicates, runs: runs)
    }
  }

  var batchGrid: Step<GridSummary> {
    grid("batch", p.grids.batch, layerNorm: true) { $0.batch = $1 }
  }

  var fineSweepsGrid: Step<GridSummary> {
    grid("fine-sweeps", p.grids.fineSweeps, layerNorm: false) { $0.fineSweeps = $1 }
  }

  /// The exact fixed point of the finite chain at every value of that grid, where there is one.
  var gridZeros: Step<[Double?]> {
    let values = p.grids.fineSweeps
    return Step("grid-fine-sweeps-exact", parameters: values) { () -> [Double?] in
      try values.map { sweeps -> Double? in try FiniteChainFlow(fineSweeps: sweeps).zeros().first?.coupling }
    }
  }

  /// With explicit chains: from the class laws the number of coarse sweeps could not matter.
  var coarseSweepsGrid: Step<GridSummary> {
    grid("coarse-sweeps", p.grids.coarseSweeps, layerNorm: true, sampler: .gibbs) { $0.coarseSweeps = $1 }
  }

  var trajectoriesGrid: Step<GridSummary> {
    grid("trajectories", p.grids.trajectories, layerNorm: true) { $0.trajectories = $1 }
  }

  var solveStepsGrid: Step<GridSummary> {
    grid("solve-steps", p.grids.solveSteps, layerNorm: false) { $0.solveSteps = $1 }
  }

  var samplingStepsGrid: Step<GridSummary> {
    grid("sampling-steps", p.grids.samplingSteps, layerNorm: false) { $0.samplingSteps = $1 }
  }

  // MARK: Five couplings

  /// Runs of the five-coupling model with a network of the given size.
  private func five(_ name: String, count: Int, _ adjust: (inout TrainingParameters) -> Void) -> Step<[BoxSummary]> {
    var parameters = p.training
    parameters.representation = .flow
    adjust(&parameters)
    let fixed = parameters
    let start = p.training.newton.start
    let flows = Step<[TrainedFlow]>.array("five-\(name)", parameters: fixed, count: count) {
      (_: Int, random: inout RandomStream) in
      let trainer = FlowTrainer(
        parameters: fixed, loss: FiveCouplingDivergence(Divergence(fixed)), start: [start, 0, 0, start, start])
      return try trainer.train(&random)
    }
    return Step("five-\(name)-summary", parameters: name, needs: flows) { flows in
      flows.isEmpty ? [] : try (0..<5).map { try BoxSummary(flows, coupling: $0) }
    }
  }

  /// The network that is large enough, trained with the Kullback–Leibler divergence.
  var fiveWide: Step<[BoxSummary]> {
    five("wide-kl", count: p.five.instances) { $0.setWide(p.five, .kl) }
  }

  /// The same with the contrastive divergence, as published.
  var fiveWideContrastive: Step<[BoxSummary]> {
    five("wide-cd", count: p.five.contrastiveInstances) { $0.setWide(p.five, .cd) }
  }

  var fiveNarrow: Step<[BoxSummary]> {
    five("narrow-kl", count: p.five.smallInstances) { $0.setNarrow(p.five, .kl) }
  }

  var fiveNarrowContrastive: Step<[BoxSummary]> {
    five("narrow-cd", count: p.five.smallContrastiveInstances) { $0.setNarrow(p.five, .cd) }
  }
}

extension TrainingParameters {
  fileprivate mutating func setWide(_ five: FiveParameters, _ loss: Loss) {
    self.loss = loss
    epochs = five.epochs
    recordFrom = five.recordFrom
    width = five.width
    hiddenLayers = five.depth
    trajectories = five.trajectories
    solveSteps = five.solveSteps
    stepSize = five.stepSize
  }

  fileprivate mutating func setNarrow(_ five: FiveParameters, _ loss: Loss) {
    self.loss = loss
    epochs = five.smallEpochs
    recordFrom = five.smallEpochs / 2
    width = five.smallWidth
    hiddenLayers = five.smallDepth
    trajectories = five.smallTrajectories
  }
}
