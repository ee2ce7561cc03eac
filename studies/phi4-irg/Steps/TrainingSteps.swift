import Lattice
import Learning
import Notebook
import Random
import Renormalization

/// What is trained.
extension PhiFourIRG {
  struct RegressionKey: Codable { let ensemble: EnsembleParameters, rule: FieldBlockRule, window: PatchWindow }

  /// The largest window that fits on the coarse training lattice.
  var largestWindow: PatchWindow {
    let windows = TrainingParameters.Kernel.allCases.compactMap { try? $0.window() }.filter {
      $0.rows <= p.training.size / 2
    }
    return windows.max { $0.rows < $1.rows } ?? .plus
  }

  func regression(_ name: String, _ parameters: EnsembleParameters) -> Step<[RegressionChain]> {
    let (rule, window) = (p.rule.rule, largestWindow)
    let key = RegressionKey(ensemble: parameters, rule: rule, window: window)
    return .array("regression-\(name)", parameters: key, count: parameters.chains) {
      (chain: Int, random: inout RandomStream) in
      try RegressionChain(parameters, rule: rule, window: window, chain: chain, random: random)
    }
  }

  func trainingEnsemble(_ size: Int, _ configurations: Int) -> EnsembleParameters? {
    try? ensemble(size, p.training.massSquared, configurations, chains: 20)
  }

  /// The kernels that fit on the training lattice.
  var kernels: [TrainingParameters.Kernel] {
    p.training.kernels.filter { kernel in ((try? kernel.window().rows) ?? .max) <= p.training.size / 2 }
  }

  /// The least-squares inverse of one kernel.
  func linear(_ kernel: TrainingParameters.Kernel) -> Step<LinearSummary> {
    let parameters = trainingEnsemble(p.training.size, p.training.configurations) ?? baseParameters[0]
    return Step("linear-\(kernel.rawValue)", parameters: kernel, needs: regression("training", parameters)) { chains in
      try LinearSummary(
        kernel, pairs: "\(parameters.size / 2) → \(parameters.size)", chains: chains.map(\.first),
        configurationsPerChain: parameters.configurations / parameters.chains)
    }
  }

  var linearFits: [Step<LinearSummary>] { kernels.map(linear) }

  /// The same from pairs of twice the size, and from pairs of blocked configurations.
  var otherPairs: Step<[LinearSummary]> {
    let size = 2 * p.training.size
    let count = max(20, p.training.configurations / 4)
    let parameters = trainingEnsemble(size, count) ?? baseParameters[0]
    let kernels = [TrainingParameters.Kernel.k6, .k10].filter { self.kernels.contains($0) }
    return Step(
      "linear-other-pairs", revision: 2, parameters: kernels, needs: regression("training-\(size)", parameters)
    ) { chains in
      let perChain = parameters.configurations / parameters.chains
      return try kernels.flatMap { kernel in
        let direct = try LinearSummary(
          kernel, pairs: "\(size / 2) → \(size)", chains: chains.map(\.first), configurationsPerChain: perChain)
        guard size / 4 >= 5 else { return [direct] }
        let blocked = try LinearSummary(
          kernel, pairs: "\(size / 4) → \(size / 2), both blocked", chains: chains.map(\.second),
          configurationsPerChain: perChain)
        return [direct, blocked]
      }
    }
  }

  /// The linear map of `training.kernel` trained at other μ², and from the other blocking rule.
  var otherTrainings: Step<[LinearSummary]> {
    let (kernel, window) = (p.training.kernel, largestWindow)
    let rules = FieldBlockRule.allCases.filter { $0 != p.rule.rule }
    let count = max(20, p.training.configurations / 4)
    var cases: [(mass: Double, rule: FieldBlockRule)] = p.training.otherMassSquared.map { ($0, p.rule.rule) }
    cases += rules.map { (p.training.massSquared, $0) }
    var labels: [String] = []
    var chains: [Step<[RegressionChain]>] = []
    for (index, item) in cases.enumerated() {
      guard let parameters = try? ensemble(p.training.size, item.mass, count, chains: 20) else { continue }
      let rule = item.rule
      let key = RegressionKey(ensemble: parameters, rule: rule, window: window)
      labels.append("\(p.training.size / 2) → \(p.training.size), μ² = \(item.mass.shortest), \(rule.rawValue)")
      chains.append(
        .array("regression-other-\(index)", parameters: key, count: parameters.chains) {
          (chain: Int, random: inout RandomStream) in
          try RegressionChain(parameters, rule: rule, window: window, chain: chain, random: random)
        })
    }
    struct Key: Codable { let kernel: TrainingParameters.Kernel, labels: [String] }
    let names = labels
    return Step("linear-other-trainings", parameters: Key(kernel: kernel, labels: names), all: chains) { all in
      try zip(names, all).map { label, chains in
        try LinearSummary(kernel, pairs: label, chains: chains.map(\.first), configurationsPerChain: count / 20)
      }
    }
  }

  struct NetKey: Codable {
    let training: TrainingParameters, ensemble: EnsembleParameters, rule: FieldBlockRule, kind: String
  }

  /// Independent trainings of one kind of network.
  func nets(_ kind: InverseNetwork.Kind) -> Step<[TrainedNet]> {
    let (training, rule) = (p.training, p.rule.rule)
    let parameters = trainingEnsemble(training.size, training.netConfigurations) ?? baseParameters[0]
    let key = NetKey(training: training, ensemble: parameters, rule: rule, kind: kind.rawValue)
    return .array("nets-\(kind.rawValue)", parameters: key, count: training.seeds) {
      (_: Int, random: inout RandomStream) in
      try TrainedNet(kind, window: training.kernel.window(), training, parameters, rule: rule, random: random)
    }
  }

  var netKinds: [InverseNetwork.Kind] {
    p.training.architectures.compactMap { InverseNetwork.Kind(rawValue: $0.rawValue) }
  }

  var trainedNets: [Step<[TrainedNet]>] { netKinds.map(nets) }
}
