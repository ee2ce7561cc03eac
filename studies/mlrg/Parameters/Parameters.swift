import Notebook

/// Every parameter of the study.
struct Parameters: Sendable {
  let exact: ExactParameters
  let training: TrainingParameters
  let instances: Int
  let configurations: [Configuration]
  let notebook: NotebookSettings
  let grids: GridParameters
  let five: FiveParameters

  init(_ read: ParameterReader) throws {
    exact = try read.group("exact") { try ExactParameters($0) }
    (training, instances, configurations) = try read.group("training") { read in
      let instances = try read.int(
        "instances", default: 16, in: 1...10_000, unit: "runs", "independent runs of every configuration")
      let configurations = try read.choices(
        "configurations", default: Configuration.published, "which of the ten configurations are trained")
      let training = try TrainingParameters(read)
      let named = configurations.filter { $0 != .own }
      return (training, instances, training.isPublished ? named : named + [.own])
    }
    notebook = try read.group("notebook") { try NotebookSettings($0) }
    grids = try read.group("grids") { try GridParameters($0) }
    five = try read.group("five") { try FiveParameters($0) }
  }
}

/// What the exact chapters are asked for.
struct ExactParameters: Codable, Sendable, Hashable {
  let fineSweeps: [Int]
  let pottsStates: [Int]
  let torusSizes: [Int]
  let polygons: [Int]

  init(_ read: ParameterReader) throws {
    fineSweeps = try read.ints(
      "fine_sweeps", default: Array(1...32), each: 1...10_000, unit: "sweeps",
      "chain lengths k_fine whose exact fixed points are computed")
    pottsStates = try read.ints(
      "potts_q", default: [2, 3, 4], each: 2...20, unit: "states", "numbers of Potts states q")
    torusSizes = try read.ints(
      "torus_sizes", default: [4], each: 2...4, unit: "sites", "sizes L of the L × L torus blocks (even)")
    polygons = try read.ints(
      "polygons", default: [3, 4, 5, 6, 8], each: 3...16, unit: "corners", "polygon blocks: n-ring against n-star")
    if let odd = torusSizes.first(where: { $0 % 2 != 0 }) {
      throw ParameterError("exact.torus_sizes contains \(odd); allowed: even sizes, 2 or 4")
    }
  }
}

/// The second published set of sampling constants, used with SiLU networks: flow against monotone.
struct NotebookSettings: Codable, Sendable, Hashable {
  let trajectories: Int
  let batch: Int
  let fineSweeps: Int
  let beta: Double

  init(_ read: ParameterReader) throws {
    trajectories = try read.int("trajectories", default: 48, in: 1...100_000, unit: "models", "couplings J an epoch")
    batch = try read.int("batch", default: 256, in: 1...1_000_000, unit: "samples", "samples a model")
    fineSweeps = try read.int("fine_sweeps", default: 16, in: 1...100_000, unit: "sweeps", "fine Gibbs sweeps")
    beta = try read.double("beta", default: 32, in: 0...1e6, "final inverse temperature of the sampler of J")
  }
}

/// The hyper-parameter grids of Figs. 11 and 12: the values of the parameter that is varied while the others keep
/// those of `training`.
struct GridParameters: Codable, Sendable, Hashable {
  let replicates: Int
  let layerNorm: Bool
  let gibbsInstances: Int
  let batch: [Int]
  let fineSweeps: [Int]
  let coarseSweeps: [Int]
  let trajectories: [Int]
  let solveSteps: [Int]
  let samplingSteps: [Int]

  init(_ read: ParameterReader) throws {
    replicates = try read.int(
      "replicates", default: 4, in: 2...1000, unit: "runs", "independent runs at every grid point")
    layerNorm = try read.bool(
      "layer_norm", default: true,
      "layer normalisation in the grids of batch, coarse sweeps and trajectories, as in the published sweeps")
    gibbsInstances = try read.int(
      "gibbs_instances", default: 6, in: 2...1000, unit: "runs", "runs that check the class laws with Gibbs chains")
    batch = try read.ints(
      "batch", default: [1] + Array(stride(from: 5, through: 509, by: 4)) + [512], each: 1...1_000_000,
      unit: "samples", "Fig. 11a")
    fineSweeps = try read.ints(
      "fine_sweeps", default: Array(1...63), each: 1...100_000, unit: "sweeps", "Fig. 11b")
    coarseSweeps = try read.ints(
      "coarse_sweeps", default: Array(1...31), each: 1...100_000, unit: "sweeps",
      "Fig. 11c, with explicit Gibbs chains")
    trajectories = try read.ints(
      "trajectories", default: Array(2...63), each: 1...100_000, unit: "models", "Fig. 12a")
    solveSteps = try read.ints(
      "solve_steps", default: Array(1...63), each: 1...100_000, unit: "steps", "Fig. 12b")
    samplingSteps = try read.ints(
      "sampling_steps", default: Array(1...7), each: 1...1000, unit: "trajectories", "Fig. 12c")
  }
}

/// The five-coupling model: the network that learns it and the one that is too small for it.
struct FiveParameters: Codable, Sendable, Hashable {
  let instances: Int
  let epochs: Int
  let recordFrom: Int
  let width: Int
  let depth: Int
  let trajectories: Int
  let solveSteps: Int
  let stepSize: Double
  let contrastiveInstances: Int
  let smallInstances: Int
  let smallContrastiveInstances: Int
  let smallEpochs: Int
  let smallWidth: Int
  let smallDepth: Int
  let smallTrajectories: Int

  init(_ read: ParameterReader) throws {
    instances = try read.int("instances", default: 6, in: 0...1000, unit: "runs", "runs of the adequate network")
    contrastiveInstances = try read.int(
      "contrastive_instances", default: 3, in: 0...1000, unit: "runs", "the same with contrastive divergence")
    epochs = try read.int("epochs", default: 4096, in: 2...1_000_000, unit: "Adam steps", "length of these runs")
    recordFrom = try read.int(
      "record_from", default: 2048, in: 0...1_000_000, unit: "epochs", "first epoch whose root is recorded")
    width = try read.int("width", default: 80, in: 1...512, unit: "units", "width of the adequate network")
    depth = try read.int("depth", default: 6, in: 1...16, unit: "layers", "its hidden layers")
    trajectories = try read.int(
      "trajectories", default: 1024, in: 1...100_000, unit: "models", "couplings an epoch for the adequate network")
    solveSteps = try read.int("solve_steps", default: 4, in: 1...10_000, unit: "steps", "leapfrog steps")
    stepSize = try read.double("step_size", default: 0.008, in: 1e-9...10, "leapfrog step")
    smallInstances = try read.int(
      "small_instances", default: 4, in: 0...1000, unit: "runs", "runs of the network that is too small")
    smallContrastiveInstances = try read.int(
      "small_contrastive_instances", default: 4, in: 0...1000, unit: "runs", "the same with contrastive divergence")
    smallEpochs = try read.int(
      "small_epochs", default: 4096, in: 2...1_000_000, unit: "Adam steps", "length of its runs")
    smallWidth = try read.int("small_width", default: 40, in: 1...512, unit: "units", "its width")
    smallDepth = try read.int("small_depth", default: 3, in: 1...16, unit: "layers", "its hidden layers")
    smallTrajectories = try read.int(
      "small_trajectories", default: 256, in: 1...100_000, unit: "models", "couplings an epoch for it")
    if recordFrom >= epochs {
      throw ParameterError("five.record_from is \(recordFrom), but must be below five.epochs (\(epochs))")
    }
  }
}
