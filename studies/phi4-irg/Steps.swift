import Lattice
import Learning
import Notebook
import Random
import Renormalization

/// What is simulated, trained and generated; the chapters say what it means.
extension PhiFourIRG {
  // MARK: Direct simulations

  func mix(_ side: Int) -> UpdateMix { p.monteCarlo.mix == .literal ? .literal : .recommended(side: side) }

  /// A simulation of `configurations` configurations, independent of the profile's list.
  func ensemble(_ side: Int, _ massSquared: Double, _ configurations: Int, chains: Int? = nil) throws -> EnsembleParameters {
    EnsembleParameters(
      action: try p.model.action(massSquared), size: side, configurations: configurations,
      sweepsBetween: p.monteCarlo.sweepsBetween, equilibration: p.monteCarlo.equilibration,
      chains: chains ?? p.monteCarlo.chains, mix: mix(side))
  }

  private struct ChainKey: Codable { let ensemble: EnsembleParameters, rule: FieldBlockRule, blockings: Int }

  func chains(_ name: String, _ parameters: EnsembleParameters, blockings: Int = 5) -> Step<[FieldChain]> {
    let rule = p.rule.rule
    let key = ChainKey(ensemble: parameters, rule: rule, blockings: blockings)
    return .array("chains-\(name)", parameters: key, count: parameters.chains) {
      (chain: Int, random: inout RandomStream) in
      try FieldChain(parameters, rule: rule, blockings: blockings, chain: chain, random: random)
    }
  }

  func summary(_ name: String, _ parameters: EnsembleParameters, blockings: Int = 5) -> Step<EnsembleSummary> {
    Step("ensemble-\(name)", revision: 3, parameters: "summary", needs: chains(name, parameters, blockings: blockings)) { chains in
      try EnsembleSummary(parameters, chains)
    }
  }

  /// The simulations at the base point, by size.
  var baseParameters: [EnsembleParameters] {
    zip(p.monteCarlo.sizes, p.monteCarlo.configurations).compactMap { size, count in
      try? ensemble(size, p.model.massSquared, count)
    }
  }

  func baseName(_ parameters: EnsembleParameters) -> String { "\(parameters.size)" }

  var baseSummaries: [Step<EnsembleSummary>] { baseParameters.map { summary(baseName($0), $0) } }

  /// Further simulations at a size: index in the list of μ².
  func scanParameters(_ size: Int) -> [(name: String, parameters: EnsembleParameters)] {
    guard p.monteCarlo.scanSizes.contains(size) else { return [] }
    return p.monteCarlo.scanMassSquared.enumerated().compactMap { index, mass in
      (try? ensemble(size, mass, p.monteCarlo.scanConfigurations)).map { ("\(size)-scan-\(index)", $0) }
    }
  }

  /// All chains at one size.
  private func allChains(_ size: Int) -> [(EnsembleParameters, Step<[FieldChain]>)] {
    let base = baseParameters.filter { $0.size == size }.map { ($0, chains(baseName($0), $0)) }
    return base + scanParameters(size).map { ($0.parameters, chains($0.name, $0.parameters, blockings: 0)) }
  }

  // MARK: Standard renormalization

  /// |m| against μ² of a direct system and of the blockings of a larger one.
  func forwardCrossing(_ from: Int, _ to: Int) -> Step<CrossingSummary>? {
    guard let source = baseParameters.first(where: { $0.size == from }) else { return nil }
    let direct = allChains(to)
    guard !direct.isEmpty else { return nil }
    let (grid, base) = (massGrid(to), p.model.massSquared)
    let parameters = [source] + direct.map(\.0)
    return Step("crossing-\(from)-\(to)", parameters: grid, all: [chains(baseName(source), source)] + direct.map(\.1)) { all in
      let level = (from / to).trailingZeroBitCount
      let curves = try Self.curves(parameters, all, source: { $0.levels[level].m })
      return CrossingSummary(from: from, to: to, base: base, direct: curves.direct, renormalized: curves.renormalized, grid: grid)
    }
  }

  /// |m| of direct systems of size `to` and of configurations of size `from` enlarged by a linear map, which multiplies m by
  /// its gain at every step.
  func inverseCrossing(_ from: Int, _ to: Int, _ kernel: TrainingParameters.Kernel) -> Step<CrossingSummary>? {
    guard let source = baseParameters.first(where: { $0.size == from }) else { return nil }
    let direct = allChains(to)
    guard !direct.isEmpty else { return nil }
    let (grid, base) = (massGrid(to), p.model.massSquared)
    let parameters = [source] + direct.map(\.0)
    let simulations = Step<[[FieldChain]]>(
      "chains-of-\(from)-\(to)", parameters: "list", all: [chains(baseName(source), source)] + direct.map(\.1)
    ) { $0 }
    return Step("crossing-\(from)-\(to)-\(kernel.rawValue)", parameters: grid, needs: simulations, linear(kernel)) { all, fit in
      let steps = (to / from).trailingZeroBitCount
      var gain = 1.0
      for _ in 0..<steps { gain *= fit.map.gain }
      let curves = try Self.curves(parameters, all, source: { $0.levels[0].m.map { gain * $0 } })
      return CrossingSummary(from: from, to: to, base: base, direct: curves.direct, renormalized: curves.renormalized, grid: grid)
    }
  }

  /// Where curves of |m| at size L are drawn: as wide as reweighting from the base point reaches.
  func massGrid(_ side: Int) -> [Double] {
    let width = 0.32 / Double(side)
    return (-8...8).map { p.model.massSquared + width * Double($0) / 8 }
  }

  /// Reweighted |m| or m² of one level of a simulation.
  private static func series(
    _ parameters: EnsembleParameters, _ chains: [FieldChain], _ level: Int, _ value: (Double) -> Double = { abs($0) }
  ) throws -> ReweightedSeries {
    let ensemble = try MassReweighting(
      massSquared: parameters.action.massSquared, volume: parameters.size * parameters.size,
      p2: chains.flatMap { $0.levels[0].p2 }, bins: chains.count)
    return try ReweightedSeries(chains.flatMap { $0.levels[level].m.map(value) }, in: ensemble)
  }

  var magnetizations: Step<MagnetizationTable> {
    let parameters = baseParameters.filter { [8, 16, 32].contains($0.size) }
    let masses = [-0.02, -0.01, 0, 0.01, 0.02].map { p.model.massSquared + $0 }
    return Step("magnetizations", parameters: masses, all: parameters.map { chains(baseName($0), $0) }) { all in
      var columns: [MagnetizationTable.Column] = []
      for (parameters, chains) in zip(parameters, all) {
        for (level, series) in chains[0].levels.enumerated() where level == 0 || parameters.size == 32 && series.side >= 8 {
          let curve = try ReweightedCurve([Self.series(parameters, chains, level)])
          columns.append(.init(from: parameters.size, to: series.side, values: masses.map { try? curve.estimate(at: $0) }))
        }
      }
      return MagnetizationTable(massSquared: masses, columns: columns)
    }
  }

  var ratioCrossings: Step<[RatioCrossing]> {
    let parameters = baseParameters.filter { (32...256).contains($0.size) }
    return Step("ratio-crossings", parameters: parameters.map(\.size), all: parameters.map { chains(baseName($0), $0) }) { all in
      try parameters.indices.dropFirst().compactMap { index in
        let (small, large) = (parameters[index - 1], parameters[index])
        guard large.size == 2 * small.size else { return nil }
        let scaled = try ReweightedCurve([Self.series(small, all[index - 1], 0) { $0 * $0 / 1.189207115002721 }])
        let direct = try ReweightedCurve([Self.series(large, all[index], 0) { $0 * $0 }])
        let crossing = try? Crossing(direct: direct, renormalized: scaled)
        return RatioCrossing(small: small.size, large: large.size, massSquared: crossing?.massSquared)
      }
    }
  }

  private static func curves(
    _ parameters: [EnsembleParameters], _ all: [[FieldChain]], source: (FieldChain) -> [Double]
  ) throws -> (direct: ReweightedCurve, renormalized: ReweightedCurve) {
    func series(_ index: Int, _ magnetization: (FieldChain) -> [Double]) throws -> ReweightedSeries {
      let (parameters, chains) = (parameters[index], all[index])
      let ensemble = try MassReweighting(
        massSquared: parameters.action.massSquared, volume: parameters.size * parameters.size,
        p2: chains.flatMap { $0.levels[0].p2 }, bins: chains.count)
      return try ReweightedSeries(absoluteOf: chains.flatMap(magnetization), in: ensemble)
    }
    let direct = try parameters.indices.dropFirst().map { try series($0) { $0.levels[0].m } }
      .sorted { $0.ensemble.massSquared < $1.ensemble.massSquared }
    return (try ReweightedCurve(direct), try ReweightedCurve([series(0, source)]))
  }

  // MARK: Training

  private struct RegressionKey: Codable { let ensemble: EnsembleParameters, rule: FieldBlockRule, window: PatchWindow }

  /// The largest window that fits on the coarse training lattice.
  private var largestWindow: PatchWindow {
    let windows = TrainingParameters.Kernel.allCases.compactMap { try? $0.window() }.filter { $0.rows <= p.training.size / 2 }
    return windows.max { $0.rows < $1.rows } ?? .plus
  }

  private func regression(_ name: String, _ parameters: EnsembleParameters) -> Step<[RegressionChain]> {
    let (rule, window) = (p.rule.rule, largestWindow)
    let key = RegressionKey(ensemble: parameters, rule: rule, window: window)
    return .array("regression-\(name)", parameters: key, count: parameters.chains) {
      (chain: Int, random: inout RandomStream) in
      try RegressionChain(parameters, rule: rule, window: window, chain: chain, random: random)
    }
  }

  private func trainingEnsemble(_ size: Int, _ configurations: Int) -> EnsembleParameters? {
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
    return Step("linear-other-pairs", revision: 2, parameters: kernels, needs: regression("training-\(size)", parameters)) { chains in
      let perChain = parameters.configurations / parameters.chains
      return try kernels.flatMap { kernel in
        let direct = try LinearSummary(
          kernel, pairs: "\(size / 2) → \(size)", chains: chains.map(\.first), configurationsPerChain: perChain)
        guard size / 4 >= 5 else { return [direct] }
        let blocked = try LinearSummary(
          kernel, pairs: "\(size / 4) → \(size / 2), both blocked", chains: chains.map(\.second), configurationsPerChain: perChain)
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

  private struct NetKey: Codable { let training: TrainingParameters, ensemble: EnsembleParameters, rule: FieldBlockRule, kind: String }

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

  // MARK: Generation

  private struct GenerationKey: Codable { let ensemble: EnsembleParameters, doublings: Int }

  func generated(
    _ name: String, label: String, start: Int, doublings: Int, samples: Int, by map: Step<InverseMap>
  ) -> Step<GenerationSummary> {
    let parameters = (try? ensemble(start, p.model.massSquared, samples)) ?? baseParameters[0]
    let key = GenerationKey(ensemble: parameters, doublings: doublings)
    let chains = Step<[GeneratedChain]>.array("generated-\(name)", revision: 2, parameters: key, count: parameters.chains, needs: map) {
      (chain: Int, random: inout RandomStream, map: InverseMap) in
      try GeneratedChain(parameters, map: map, doublings: doublings, chain: chain, random: random)
    }
    return Step("generation-\(name)", revision: 3, parameters: label, needs: chains) { chains in
      try GenerationSummary(name: label, chains, parameters.action)
    }
  }

  private func linearMap(_ kernel: TrainingParameters.Kernel) -> Step<InverseMap> {
    Step("map-\(kernel.rawValue)", parameters: kernel, needs: linear(kernel)) { InverseMap($0.map) }
  }

  /// The linear map plus normal noise of the residual's variance.
  private var stochasticMap: Step<InverseMap> {
    Step("map-stochastic", parameters: "noise", needs: linear(p.training.kernel)) { fit in
      try InverseMap(mean: .linear(fit.map), noise: fit.meanSquaredError.squareRoot())
    }
  }

  private func netMap(_ kind: InverseNetwork.Kind, _ seed: Int) -> Step<InverseMap> {
    Step("map-\(kind.rawValue)-\(seed)", parameters: seed, needs: nets(kind)) { InverseMap($0[seed].network) }
  }

  /// The map that `training.architecture` asks for.
  private var mainMap: Step<InverseMap> {
    switch p.training.architecture {
    case .linear: linearMap(p.training.kernel)
    case .stochastic: stochasticMap
    case .reluHomogeneous: netMap(.reluHomogeneous, 0)
    case .reluBias: netMap(.reluBias, 0)
    case .tanhOdd: netMap(.tanhOdd, 0)
    }
  }

  var mainGeneration: Step<GenerationSummary> {
    generated(
      "main", label: p.training.architecture.rawValue, start: p.generation.startSize, doublings: p.generation.levels,
      samples: p.generation.samples, by: mainMap)
  }

  /// The chains of the main generation, for what holds configuration by configuration.
  private var mainParameters: EnsembleParameters {
    (try? ensemble(p.generation.startSize, p.model.massSquared, p.generation.samples)) ?? baseParameters[0]
  }

  var identities: Step<LinearIdentities> {
    let parameters = mainParameters
    let doublings = p.generation.levels
    let key = GenerationKey(ensemble: parameters, doublings: doublings)
    let chains = Step<[GeneratedChain]>.array("generated-main", revision: 2, parameters: key, count: parameters.chains, needs: mainMap) {
      (chain: Int, random: inout RandomStream, map: InverseMap) in
      try GeneratedChain(parameters, map: map, doublings: doublings, chain: chain, random: random)
    }
    return Step("linear-identities", parameters: "scaling", needs: chains, linear(p.training.kernel)) { chains, fit in
      LinearIdentities(chains, gain: fit.map.gain)
    }
  }

  var pictures: Step<FieldPictures> {
    let (parameters, rule, doublings) = (mainParameters, p.rule.rule, p.generation.levels)
    let key = ChainKey(ensemble: parameters, rule: rule, blockings: doublings)
    let all = Step<[FieldPictures]>.array("snapshots", revision: 2, parameters: key, count: 1, needs: mainMap, stochasticMap) {
      (_: Int, random: inout RandomStream, map: InverseMap, noisy: InverseMap) in
      try FieldPictures(parameters, rule: rule, map: map, noisy: noisy, doublings: doublings, random: random)
    }
    return Step("pictures", parameters: "first", needs: all) { $0[0] }
  }

  /// From the smaller start to at most the same final size, in one to six doublings.
  var otherGeneration: Step<GenerationSummary> {
    let final = p.generation.startSize << p.generation.levels
    var doublings = 1
    while doublings < 6, p.generation.otherStart << (doublings + 1) <= final { doublings += 1 }
    let count = doublings
    return generated(
      "other-start", label: "\(p.training.architecture.rawValue) from \(p.generation.otherStart)",
      start: p.generation.otherStart, doublings: count, samples: p.generation.samples, by: mainMap)
  }

  var stochasticGeneration: Step<GenerationSummary> {
    generated(
      "stochastic", label: "linear + noise", start: p.generation.startSize, doublings: p.generation.levels,
      samples: p.generation.netSamples, by: stochasticMap)
  }

  /// Every trained network, iterated.
  var netGenerations: [Step<GenerationSummary>] {
    netKinds.flatMap { kind in
      (0..<p.training.seeds).map { seed in
        generated(
          "\(kind.rawValue)-\(seed)", label: "\(kind.rawValue) \(seed + 1)", start: p.generation.startSize,
          doublings: p.generation.levels, samples: p.generation.netSamples, by: netMap(kind, seed))
      }
    }
  }

  // MARK: Checks

  var warmStarts: Step<[WarmStart]> {
    let side = p.checks.warmSize
    let parameters = (try? ensemble(p.generation.startSize, p.model.massSquared, p.checks.warmConfigurations)) ?? baseParameters[0]
    struct Key: Codable { let ensemble: EnsembleParameters, side: Int }
    return .array(
      "warm-starts", parameters: Key(ensemble: parameters, side: side), count: parameters.chains, needs: stochasticMap, mainMap
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

  // MARK: Lists for chapters

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
    return .array("autocorrelations", parameters: Key(side: side, sweeps: sweeps, model: model), count: Self.mixes.count) {
      (index: Int, random: inout RandomStream) in
      let mix = Self.mixes[index]
      return try AutocorrelationRun(
        UpdateMix(metropolis: mix.metropolis, overrelaxation: mix.overrelaxation, wolff: mix.wolff), side: side,
        sweeps: sweeps, action: model.action(), random: random)
    }
  }
}
