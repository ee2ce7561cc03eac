import Learning
import Notebook

/// The loss that is minimised: the Kullback–Leibler divergence by enumeration, or the contrastive divergence.
enum Loss: String, Codable, Sendable, CaseIterable { case kl, cd }

/// How the contrastive divergence gets its samples: from the exact law of the classes, or by explicit Gibbs chains.
enum Sampler: String, Codable, Sendable, CaseIterable { case law, gibbs }

/// Everything one training run depends on besides its random stream.
struct TrainingParameters: Codable, Sendable, Hashable {
  var loss: Loss
  var representation: FlowModel.Kind
  var activation: Activation
  var layerNorm: Bool
  var width: Int
  var hiddenLayers: Int
  var epochs: Int
  var recordFrom: Int
  var learningRate: Double
  var sampler: Sampler
  var batch: Int
  var fineSweeps: Int
  var coarseSweeps: Int
  var trajectories: Int
  var beta: Double
  var annealAt: Int
  var stepSize: Double
  var solveSteps: Int
  var samplingSteps: Int
  var newton: NewtonParameters

  init(_ read: ParameterReader) throws {
    loss = try read.choice("loss", default: .cd, "divergence that is minimised")
    representation = try read.choice(
      "representation", default: .flow, "whether the network is the flow or a monotone whose gradient is the flow")
    activation = try read.choice("activation", default: .relu, "nonlinearity of the hidden layers")
    layerNorm = try read.bool("layer_norm", default: false, "normalise every hidden layer before its nonlinearity")
    width = try read.int("width", default: 16, in: 1...512, unit: "units", "width of the hidden layers")
    hiddenLayers = try read.int("depth", default: 2, in: 1...16, unit: "layers", "number of hidden layers")
    epochs = try read.int("epochs", default: 4096, in: 1...1_000_000, unit: "Adam steps", "length of a run")
    recordFrom = try read.int(
      "record_from", default: 2048, in: 0...1_000_000, unit: "epochs", "first epoch whose root is recorded")
    learningRate = try read.double("learning_rate", default: 1e-3, in: 1e-8...1, "of Adam")
    sampler = try read.choice(
      "sampler", default: .law, "samples of the contrastive divergence: exact law of the classes, or Gibbs chains")
    batch = try read.int("batch", default: 512, in: 1...1_000_000, unit: "samples", "samples a model (n_cd)")
    fineSweeps = try read.int(
      "fine_sweeps", default: 32, in: 1...100_000, unit: "sweeps", "Gibbs sweeps of the fine block (k_fine)")
    coarseSweeps = try read.int(
      "coarse_sweeps", default: 1, in: 1...100_000, unit: "sweeps", "Gibbs sweeps of the coarse block (k_coarse)")
    trajectories = try read.int(
      "trajectories", default: 24, in: 1...100_000, unit: "models", "couplings J an epoch (n_models)")
    beta = try read.double("beta", default: 16, in: 0...1e6, "final inverse temperature of the sampler of J")
    annealAt = try read.int(
      "anneal_at", default: 1024, in: 0...1_000_000, unit: "epochs", "epoch at which beta is half its final value")
    stepSize = try read.double("step_size", default: 0.001, in: 1e-9...10, "leapfrog step of the sampler of J (dt)")
    solveSteps = try read.int(
      "solve_steps", default: 32, in: 1...100_000, unit: "steps", "leapfrog steps a trajectory (runtime)")
    samplingSteps = try read.int(
      "sampling_steps", default: 1, in: 1...1000, unit: "trajectories", "trajectories an epoch (steps)")
    newton = try read.group("newton") { try NewtonParameters($0) }
    if recordFrom >= epochs {
      throw ParameterError("training.record_from is \(recordFrom), but must be below training.epochs (\(epochs))")
    }
    if representation == .monotone, layerNorm || activation == .relu {
      throw ParameterError(
        "training.representation is monotone; it needs a twice differentiable network"
          + " (training.activation silu or tanh, training.layer_norm false)")
    }
  }
}

extension TrainingParameters {
  /// Whether loss and network are those of the paper's own training: contrastive divergence, a flow, ReLU without layer
  /// normalisation. Otherwise the report shows these runs as a configuration of their own.
  var isPublished: Bool { loss == .cd && representation == .flow && activation == .relu && !layerNorm }

  /// Loss and network in words.
  var label: String {
    let network = activation.rawValue + (layerNorm ? " with layer normalisation" : "")
    return "\(loss.rawValue.uppercased()), \(representation.rawValue), \(network)"
  }
}

/// The root finder: Newton's method from a fixed start.
struct NewtonParameters: Codable, Sendable, Hashable {
  var start: Double
  var tolerance: Double
  var iterations: Int
  var limit: Double

  init(_ read: ParameterReader) throws {
    start = try read.double("start", default: 0.8, in: -10...10, "coupling at which Newton's method starts")
    tolerance = try read.double("tolerance", default: 1e-7, in: 1e-14...1, "it stops at |f| below this")
    iterations = try read.int("iterations", default: 512, in: 1...100_000, "after which it gives up (no root)")
    limit = try read.double("limit", default: 4, in: 0...100, "roots beyond this count as none")
  }
}
