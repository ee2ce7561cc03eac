import Learning
import Notebook
import Random

/// Machines of one hidden layer.
extension RBMvsRG {
  func settings(_ coupling: Double, clusters: Int) -> MachineSettings {
    MachineSettings(
      size: p.machine.size, hidden: p.machine.hidden, coupling: coupling, clusters: clusters,
      samples: p.machine.samples,
      epochs: p.machine.epochs, batch: p.machine.batch, learningRate: p.machine.learningRate,
      isStaircase: p.machine.schedule == .staircase, momentum: p.machine.momentum, l1: p.machine.l1,
      steps: p.machine.steps, isPersistent: p.machine.persistent)
  }

  func machines(_ settings: MachineSettings) -> Step<[MachineRun]> {
    .resumable("machines-\(label(settings.coupling))", revision: 3, parameters: settings, count: p.machine.seeds) {
      (_: Int, random: RandomStream, checkpoint: Checkpoint) in
      try MachineRun(settings, random: random, checkpoint: checkpoint)
    }
  }

  var machineSummaries: [Step<MachineSummary>] {
    zip(p.machine.couplings, p.machine.clusters).map { coupling, clusters in
      Step("machine-\(label(coupling))", parameters: coupling, needs: machines(settings(coupling, clusters: clusters)))
      {
        try MachineSummary($0)
      }
    }
  }

  /// The coupling of maps and variants: 0.408 if it is simulated, else the first.
  var mapIndex: Int { p.machine.couplings.firstIndex { abs($0 - 0.408) < 1e-9 } ?? 0 }

  var mapSettings: MachineSettings {
    var settings = settings(p.machine.couplings[mapIndex], clusters: p.machine.clusters[mapIndex])
    settings.samples = p.map.samples
    settings.epochs = p.map.epochs
    return settings
  }

  /// Weights without training, or without geometry, beside the trained ones.
  var controls: Step<[ControlRun]> {
    let settings = mapSettings
    let all = Step<[[ControlRun]]>.resumable("controls", revision: 2, parameters: settings, count: 1) {
      (_: Int, random: RandomStream, checkpoint: Checkpoint) in
      let data = try IsingData.samples(
        side: settings.size, coupling: settings.coupling, count: settings.samples, clusters: settings.clusters,
        random: random.child("data"))
      let machine = try Training.run(settings, on: data, random: random, checkpoint: checkpoint)
      let torus = try FieldTorus(side: settings.size)
      let trained = try FieldSet(torus: torus, widths: [machine.hidden], weights: [machine.weights])
      let untrained = try FieldSet.gaussian(
        torus: torus, units: settings.hidden, standardDeviation: 0.01, random: random.child("untrained"))
      let permutation = FieldPermutation(torus: torus, random: random.child("sites"))
      return [
        ControlRun(name: "trained", measures: try UnitMeasures(trained)),
        ControlRun(name: "trained, sites permuted", measures: try UnitMeasures(permutation.applied(to: trained))),
        ControlRun(
          name: "normal weights of the same norms",
          measures: try UnitMeasures(trained.gaussianControl(random: random.child("normal")))),
        ControlRun(name: "untrained", measures: try UnitMeasures(untrained)),
      ]
    }
    return Step("control-measures", parameters: "first", needs: all) { $0[0] }
  }

  func mapEntries(_ name: String, _ entries: [MachineSettings]) -> Step<[MapEntry]> {
    .resumable(name, revision: 2, parameters: entries, count: entries.count) {
      (index: Int, random: RandomStream, checkpoint: Checkpoint) in
      let settings = entries[index]
      let data = try IsingData.samples(
        side: settings.size, coupling: settings.coupling, count: settings.samples, clusters: settings.clusters,
        random: random.child("data"))
      let machine = try Training.run(settings, on: data, random: random, checkpoint: checkpoint)
      let fields = try FieldSet(
        torus: FieldTorus(side: settings.size), widths: [machine.hidden], weights: [machine.weights])
      return MapEntry(
        learningRate: settings.learningRate, penalty: settings.l1, measures: try UnitMeasures(fields))
    }
  }

  var smallMap: Step<[MapEntry]> {
    let entries = p.map.learningRates.flatMap { rate in
      p.map.penalties.map { penalty in
        var settings = mapSettings
        settings.learningRate = rate
        settings.l1 = penalty
        settings.isStaircase = false
        return settings
      }
    }
    return mapEntries("map-small", entries)
  }

  var deepMapSettings: [MachineSettings] {
    p.map.deepLearningRates.flatMap { rate in
      p.map.deepPenalties.map { penalty in
        MachineSettings(
          size: p.deep.size, hidden: p.deep.layers[0], coupling: p.deep.coupling, clusters: p.deep.clusters,
          samples: p.map.deepSamples, epochs: p.map.deepEpochs, batch: p.machine.batch, learningRate: rate,
          isStaircase: false, momentum: p.machine.momentum, l1: penalty, steps: 1, isPersistent: false)
      }
    }
  }

  var deepMap: Step<[MapEntry]> { mapEntries("map-deep", deepMapSettings) }

  /// The large machines at the largest learning rate, before and after further training at a tenth of it.
  var continued: Step<[ContinuedRun]> {
    let epochs = p.map.continuedEpochs
    let rate = p.map.deepLearningRates.max() ?? 0
    let entries = epochs > 0 ? deepMapSettings.filter { $0.learningRate == rate } : []
    struct Key: Codable { let entries: [MachineSettings], epochs: Int }
    return .resumable("continued", revision: 2, parameters: Key(entries: entries, epochs: epochs), count: entries.count)
    {
      (index: Int, random: RandomStream, checkpoint: Checkpoint) in
      let settings = entries[index]
      let data = try IsingData.samples(
        side: settings.size, coupling: settings.coupling, count: settings.samples, clusters: settings.clusters,
        random: random.child("data"))
      var later = settings
      later.learningRate /= 10
      later.epochs = epochs
      let run = try TwoStages(first: settings, second: later, on: data, random: random, checkpoint: checkpoint)
      let torus = try FieldTorus(side: settings.size)
      func measures(_ machine: BoltzmannMachine) throws -> UnitMeasures {
        try UnitMeasures(FieldSet(torus: torus, widths: [machine.hidden], weights: [machine.weights]))
      }
      return ContinuedRun(
        learningRate: settings.learningRate, penalty: settings.l1, continuedRate: later.learningRate,
        before: try measures(run.before), after: try measures(run.after))
    }
  }

  /// Other ways to train the same machine.
  var variants: Step<[VariantRun]> {
    var entries: [(id: String, name: String, settings: MachineSettings)] = []
    func add(_ id: String, _ name: String, _ change: (inout MachineSettings) -> Void) {
      var settings = mapSettings
      settings.steps = 1
      settings.isPersistent = false
      change(&settings)
      entries.append((id, name, settings))
    }
    for penalty in [0, 1e-3, 5e-3, 2e-2] {
      add("l1-\(penalty.shortest)", "CD-1, λ = \(penalty.shortest)") { $0.l1 = penalty }
    }
    add("cd5", "CD-5, λ = 0.005") {
      $0.l1 = 5e-3
      $0.steps = 5
    }
    add("pcd1", "persistent CD-1, λ = 0.005") {
      $0.l1 = 5e-3
      $0.isPersistent = true
    }
    add("hidden-all", "as many hidden units as sites, λ = 0.005") {
      $0.l1 = 5e-3
      $0.hidden = $0.size * $0.size
    }
    let all = entries
    return .resumable("variants", revision: 2, parameters: all.map(\.settings), count: all.count) {
      (index: Int, random: RandomStream, checkpoint: Checkpoint) in
      let (id, name, settings) = all[index]
      let data = try IsingData.samples(
        side: settings.size, coupling: settings.coupling, count: settings.samples, clusters: settings.clusters,
        random: random.child("data"))
      let machine = try Training.run(settings, on: data, random: random, checkpoint: checkpoint)
      let torus = try FieldTorus(side: settings.size)
      let fields = try FieldSet(torus: torus, widths: [machine.hidden], weights: [machine.weights])
      let model = try ModelAverages(machine, from: data, torus: torus, random: random)
      return VariantRun(
        id: id, name: name, measures: try UnitMeasures(fields), dataSquare: model.dataSquare,
        modelSquare: model.modelSquare)
    }
  }

  var deepRuns: Step<[DeepRun]> {
    let settings = DeepSettings(parameters: p.deep, batch: p.machine.batch, momentum: p.machine.momentum)
    return .resumable("deep-networks", revision: 2, parameters: settings, count: p.deep.seeds) {
      (_: Int, random: RandomStream, checkpoint: Checkpoint) in
      try DeepRun(settings, random: random, checkpoint: checkpoint)
    }
  }
}
