import Learning
import Notebook
import Testing

@testable import MLRG

@Suite("Parameters of the study")
struct ParameterTests {
  @Test("Without a profile the published constants are used")
  func defaults() throws {
    let p = try studyParameters()
    #expect(p.training.trajectories == 24 && p.training.batch == 512 && p.training.fineSweeps == 32)
    #expect(p.training.coarseSweeps == 1 && p.training.beta == 16 && p.training.annealAt == 1024)
    #expect(p.training.epochs == 4096 && p.training.recordFrom == 2048 && p.training.learningRate == 1e-3)
    #expect(p.training.stepSize == 0.001 && p.training.solveSteps == 32 && p.training.samplingSteps == 1)
    #expect(p.training.newton.start == 0.8 && p.training.newton.tolerance == 1e-7)
    #expect(p.training.newton.iterations == 512 && p.training.newton.limit == 4)
    #expect(p.notebook.trajectories == 48 && p.notebook.batch == 256 && p.notebook.fineSweeps == 16)
    #expect(p.notebook.beta == 32)
    #expect(p.configurations == Configuration.published && Configuration.published.count == 10)
    #expect(p.grids.batch.first == 1 && p.grids.batch.last == 512 && p.grids.batch.count == 129)
  }

  @Test(
    "Parameters that contradict each other are refused in one line",
    arguments: [
      (
        "training: { record_from: 4096 }",
        "training.record_from is 4096, but must be below training.epochs (4096)"
      ),
      (
        "training: { epochs: 100, record_from: 101 }",
        "training.record_from is 101, but must be below training.epochs (100)"
      ),
      (
        "training: { representation: monotone }",
        "training.representation is monotone; it needs a twice differentiable network"
          + " (training.activation silu or tanh, training.layer_norm false)"
      ),
      (
        "training: { representation: monotone, activation: silu, layer_norm: true }",
        "training.representation is monotone; it needs a twice differentiable network"
          + " (training.activation silu or tanh, training.layer_norm false)"
      ),
      ("exact: { torus_sizes: [2, 3] }", "exact.torus_sizes contains 3; allowed: even sizes, 2 or 4"),
      ("five: { record_from: 4096 }", "five.record_from is 4096, but must be below five.epochs (4096)"),
      ("training: { batch: 0 }", "toy.yaml:1: training.batch is 0; allowed: whole number from 1 to 1000000"),
      ("training: { loss: mse }", "toy.yaml:1: training.loss is \"mse\"; allowed: kl | cd"),
    ])
  func contradictions(yaml: String, message: String) throws {
    let error = #expect(throws: ParameterError.self) { try studyParameters(yaml) }
    #expect(error?.description == message)
  }

  @Test("What is close to the limit is accepted")
  func limits() throws {
    #expect(try studyParameters("training: { epochs: 100, record_from: 99 }").training.recordFrom == 99)
    let monotone = try studyParameters("training: { representation: monotone, activation: tanh }").training
    #expect(monotone.representation == .monotone && monotone.activation == .tanh)
    #expect(try studyParameters("exact: { torus_sizes: [2, 4] }").exact.torusSizes == [2, 4])
    #expect(try studyParameters("five: { epochs: 20, record_from: 19 }").five.recordFrom == 19)
  }
}

@Suite("The ten configurations")
struct ConfigurationTests {
  /// Loss, network, and which set of sampling constants.
  private typealias Row = (
    loss: Loss, activation: Activation, layerNorm: Bool, kind: FlowModel.Kind, is48: Bool
  )
  private static let table: [Configuration: Row] = [
    .cdRelu: (.cd, .relu, false, .flow, false),
    .klRelu: (.kl, .relu, false, .flow, false),
    .cdReluLayerNorm: (.cd, .relu, true, .flow, false),
    .klReluLayerNorm: (.kl, .relu, true, .flow, false),
    .cdSilu: (.cd, .silu, false, .flow, false),
    .klSilu: (.kl, .silu, false, .flow, false),
    .cdRelu48: (.cd, .relu, false, .flow, true),
    .cdReluLayerNorm48: (.cd, .relu, true, .flow, true),
    .cdSilu48: (.cd, .silu, false, .flow, true),
    .cdSiluMonotone48: (.cd, .silu, false, .monotone, true),
  ]

  @Test("Loss, network and sampling constants of each", arguments: Configuration.published)
  func applied(configuration: Configuration) throws {
    let (loss, activation, layerNorm, kind, is48) = try #require(Self.table[configuration])
    let parameters = try studyParameters()
    let p = configuration.applied(to: parameters.training, parameters.notebook)
    #expect(p.loss == loss && p.activation == activation && p.layerNorm == layerNorm)
    #expect(p.representation == kind)
    // n_models, n_cd, k_fine and B of the sweep script and of the notebook.
    #expect([p.trajectories, p.batch, p.fineSweeps] == (is48 ? [48, 256, 16] : [24, 512, 32]))
    #expect(p.beta == (is48 ? 32 : 16))
    // Nothing else changes.
    var rest = p
    let base = parameters.training
    (rest.loss, rest.activation, rest.layerNorm) = (base.loss, base.activation, base.layerNorm)
    (rest.representation, rest.fineSweeps, rest.beta) = (base.representation, base.fineSweeps, base.beta)
    (rest.trajectories, rest.batch) = (base.trajectories, base.batch)
    #expect(rest == base)
  }

  @Test("A profile's own training stands beside the named ones, and shapes them where they say nothing")
  func ownTraining() throws {
    let parameters = try studyParameters(
      "training: { loss: kl, activation: tanh, layer_norm: true, trajectories: 7, epochs: 50,"
        + " record_from: 20 }")
    let (training, notebook) = (parameters.training, parameters.notebook)
    #expect(parameters.configurations == Configuration.published + [.own])
    #expect(Configuration.own.applied(to: training, notebook) == training)
    let named = Configuration.cdRelu.applied(to: training, notebook)
    #expect(named.loss == .cd && named.activation == .relu && !named.layerNorm, "a label says what is trained")
    let other = Configuration.cdSilu.applied(to: training, notebook)
    #expect(other.loss == .cd && other.activation == .silu && !other.layerNorm)
    #expect(other.trajectories == 7 && other.epochs == 50 && other.recordFrom == 20)
    #expect(Configuration.cdSilu48.applied(to: training, notebook).trajectories == 48)
  }

  @Test("Ten different names for ten different trainings")
  func labels() throws {
    let parameters = try studyParameters()
    let all = Configuration.published
    #expect(Set(all.map(\.label)).count == 10)
    #expect(Set(all.map { $0.applied(to: parameters.training, parameters.notebook) }).count == 10)
    #expect(Configuration.cdSiluMonotone48.label == "CD SiLU monotone, 48 models")
    #expect(Configuration.klReluLayerNorm.label == "KL ReLU+LayerNorm")
  }
}
