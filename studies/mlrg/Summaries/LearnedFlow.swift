import Learning

/// A trained network beside the exact flows it should have learned.
struct LearnedFlow: Codable, Sendable {
  /// The abscissae of the curves, J in −2 … 2, and the flows there.
  let couplings: [Double]
  let learned: [Double]
  let exact: [Double]
  let finiteChains: [Double]
  /// The one-dimensional vector field: places on the axis and f there.
  let places: [Double]
  let arrows: [Double]
  /// Zeros of the learned f in −2 … 2 by sign change, ascending.
  let zeros: [Double]
  /// Largest |f_θ − f_exact| for |J| ≤ 1, configuration by configuration, the first run of each.
  let errors: [String: Double]

  /// Sweeps of the second exact curve: the constants of the paper's notebook.
  static let shortChain = 16

  /// - `names, flows, parameters`: one entry a configuration; the first is the one that is drawn.
  init(names: [String], flows: [TrainedFlow], _ parameters: [TrainingParameters]) throws {
    let curve = try NetworkCurve(flows[0], parameters[0])
    couplings = (0..<100).map { -2 + 4 * Double($0) / 99 }
    learned = couplings.map { curve.value($0) }
    exact = try couplings.map { try KLOptimalFlow.change($0) }
    let chain = FiniteChainFlow(fineSweeps: Self.shortChain)
    // The expected flow is odd because J → −J flips the hidden spins only.
    finiteChains = try couplings.map { j in j < 0 ? -(try chain.change(-j)) : try chain.change(j) }
    places = (0..<32).map { -2 + 4 * Double($0) / 31 }
    arrows = places.map { curve.value($0) }
    let grid = (0...4000).map { -2 + 0.001 * Double($0) }
    let values = grid.map { curve.value($0) }
    zeros = grid.indices.dropLast().filter { (values[$0] < 0) != (values[$0 + 1] < 0) }.map { i in
      grid[i] - 0.001 * values[i] / (values[i + 1] - values[i])
    }
    var errors: [String: Double] = [:]
    for i in names.indices.dropFirst() {
      let curve = try NetworkCurve(flows[i], parameters[i])
      errors[names[i]] =
        try (-100...100).map { 0.01 * Double($0) }
        .map { abs(curve.value($0) - (try KLOptimalFlow.change($0))) }.max() ?? 0
    }
    self.errors = errors
  }
}

/// A trained network of one coupling as a function.
private final class NetworkCurve {
  private let model: FlowModel
  private var workspace: Workspace

  init(_ flow: TrainedFlow, _ parameters: TrainingParameters) throws {
    let shape = try NetworkShape(
      inputs: 1, outputs: 1, width: parameters.width, hiddenLayers: parameters.hiddenLayers,
      activation: parameters.activation, layerNorm: parameters.layerNorm)
    model = try FlowModel(parameters.representation, MultilayerPerceptron(shape, parameters: flow.network))
    workspace = Workspace(for: shape)
  }

  func value(_ j: Double) -> Double { model.evaluate(at: [j], workspace: &workspace)[0] }
}
