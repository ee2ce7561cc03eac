import Foundation
import Notebook
import Random

@testable import Learning
@testable import MLRG

/// The training runs that are timed, each with the published settings of the study.
enum Training: String, CaseIterable, BenchmarkCase {
  case klReLU = "kl-relu"
  case cdReLU = "cd-relu"
  case cdSiLU48 = "cd-silu-48"
  case cdSiLUMonotone48 = "cd-silu-monotone-48"
  /// Contrastive divergence with explicit Gibbs chains instead of the laws of the classes.
  case cdReLUGibbs = "cd-relu-gibbs"
  /// Epochs of the five-coupling model with the network that is large enough.
  case fiveCouplings = "a1e-kl"

  /// The fixed point of the flow that minimises the Kullback–Leibler divergence, the limit of long training.
  static let optimalRoot = 0.81391967918342940
  /// A run is wrong if its median root is further away: five standard deviations between runs (0.009) and the
  /// bias of the smooth networks (0.01).
  static let tolerance = 0.055

  var name: String { rawValue }

  func measure(repeats: Int) throws -> String {
    let all = try Parameters(ParameterReader(ParameterSource()))
    let run = self == .fiveCouplings ? try measureFive(all, repeats) : try measureOne(all, repeats)
    return run.description
  }

  /// The whole run of an A₁ flow, with its recorded roots.
  private func measureOne(_ all: Parameters, _ repeats: Int) throws -> Measurement {
    let parameters = parameters(all)
    let trainer = FlowTrainer(
      parameters: parameters, loss: Divergence(parameters), start: [parameters.newton.start])
    let (outcome, seconds) = try Measurement.best(of: repeats) {
      var random = RandomStream(seed: 1, name: "benchmarks/\(rawValue)")
      return Outcome(try trainer.train(&random))
    }
    guard abs(outcome.root - Self.optimalRoot) < Self.tolerance else {
      let allowed = "must lie within \(Self.tolerance) of \(Self.optimalRoot)"
      throw BenchmarkError("\(rawValue): the median root is \(outcome.root), but \(allowed)")
    }
    let check = "root=\(String(format: "%.5f", outcome.root)) hash=\(Measurement.digest(outcome.network))"
    return Measurement(name: rawValue, epochs: parameters.epochs, seconds: seconds, check: check)
  }

  /// A few epochs: the cost of one does not change in a run, except for the roots.
  private func measureFive(_ all: Parameters, _ repeats: Int) throws -> Measurement {
    let parameters = parameters(all)
    let start = parameters.newton.start
    let loss = FiveCouplingDivergence(Divergence(parameters))
    let trainer = FlowTrainer(parameters: parameters, loss: loss, start: [start, 0, 0, start, start])
    let (outcome, seconds) = try Measurement.best(of: repeats) {
      var random = RandomStream(seed: 1, name: "benchmarks/\(rawValue)")
      return Outcome(try trainer.train(&random))
    }
    guard outcome.acceptance > 0.99 else {
      throw BenchmarkError("\(rawValue): the acceptance is \(outcome.acceptance), but must be above 0.99")
    }
    let acceptance = String(format: "%.4f", outcome.acceptance)
    let check = "acceptance=\(acceptance) hash=\(Measurement.digest(outcome.network))"
    return Measurement(name: rawValue, epochs: parameters.epochs, seconds: seconds, check: check)
  }

  private func parameters(_ all: Parameters) -> TrainingParameters {
    let configuration: Configuration
    switch self {
    case .klReLU: configuration = .klRelu
    case .cdReLU, .cdReLUGibbs, .fiveCouplings: configuration = .cdRelu
    case .cdSiLU48: configuration = .cdSilu48
    case .cdSiLUMonotone48: configuration = .cdSiluMonotone48
    }
    var parameters = configuration.applied(to: all.training, all.notebook)
    if self == .cdReLUGibbs { parameters.sampler = .gibbs }
    if self == .fiveCouplings {
      parameters.loss = .kl
      parameters.epochs = 16
      parameters.recordFrom = 15
      parameters.width = all.five.width
      parameters.hiddenLayers = all.five.depth
      parameters.trajectories = all.five.trajectories
      parameters.solveSteps = all.five.solveSteps
      parameters.stepSize = all.five.stepSize
    }
    return parameters
  }

  /// What a run is judged by.
  private struct Outcome: Equatable {
    let network: [Double]
    let root: Double
    let acceptance: Double

    init(_ flow: TrainedFlow) {
      let roots = flow.criticalCouplings.filter(\.isFinite).sorted()
      network = flow.network
      root = roots.isEmpty ? 0 : roots[roots.count / 2]
      acceptance = flow.acceptance
    }
  }
}
