import Foundation
import Learning
import Random
import Testing

/// a + b ε with ε² = 0: a value and its derivative.
struct Dual {
  var value: Double
  var slope: Double

  static func + (a: Dual, b: Dual) -> Dual { Dual(value: a.value + b.value, slope: a.slope + b.slope) }
  static func - (a: Dual, b: Dual) -> Dual { Dual(value: a.value - b.value, slope: a.slope - b.slope) }
  static func * (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
  }
  static func * (a: Double, b: Dual) -> Dual { Dual(value: a * b.value, slope: a * b.slope) }

  /// g(a) with the derivative g'(a).
  func mapped(_ g: Double, _ derivative: Double) -> Dual { Dual(value: g, slope: derivative * slope) }
}

/// A multilayer perceptron written down plainly, one model and one number at a time, with derivatives along
/// the inputs by dual numbers and the C library's functions.
struct ReferenceNetwork {
  let shape: NetworkShape
  var parameters: [Double]

  func outputs(_ inputs: [Dual]) -> [Dual] {
    var position = 0
    func take(_ count: Int) -> ArraySlice<Double> {
      position += count
      return parameters[(position - count)..<position]
    }
    var values = inputs
    for layer in 0...shape.hiddenLayers {
      let isHidden = layer < shape.hiddenLayers
      let units = isHidden ? shape.width : shape.outputs
      let weights = Array(take(units * values.count))
      let biases = Array(take(units))
      let inner = values
      values = (0..<units).map { unit in
        inner.indices.reduce(Dual(value: biases[unit], slope: 0)) { sum, k in
          sum + weights[unit * inner.count + k] * inner[k]
        }
      }
      guard isHidden else { continue }
      if shape.layerNorm { values = normalised(values, gain: Array(take(units)), shift: Array(take(units))) }
      values = values.map(activation)
    }
    return values
  }

  private func normalised(_ z: [Dual], gain: [Double], shift: [Double]) -> [Dual] {
    let share = 1 / Double(z.count)
    let mean = share * z.reduce(Dual(value: 0, slope: 0), +)
    let variance = share * z.map { ($0 - mean) * ($0 - mean) }.reduce(Dual(value: 0, slope: 0), +)
    let root = sqrt(variance.value + 1e-5)
    let inverse = variance.mapped(1 / root, -0.5 / (root * root * root))
    return z.indices.map { gain[$0] * ((z[$0] - mean) * inverse) + Dual(value: shift[$0], slope: 0) }
  }

  private func activation(_ z: Dual) -> Dual {
    let x = z.value
    switch shape.activation {
    case .relu: return z.mapped(max(x, 0), x > 0 ? 1 : 0)
    case .tanh: return z.mapped(tanh(x), 1 / (cosh(x) * cosh(x)))
    case .silu:
      let q = 1 / (1 + exp(-x))
      return z.mapped(x * q, q + x * q * (1 - q))
    }
  }

  /// f(J): the outputs of a flow, the gradient of the output of a monotone.
  func flow(_ kind: FlowModel.Kind, _ couplings: [Double]) -> [Double] {
    switch kind {
    case .flow: return outputs(couplings.map { Dual(value: $0, slope: 0) }).map(\.value)
    case .monotone:
      return couplings.indices.map { k in
        outputs(couplings.enumerated().map { Dual(value: $1, slope: $0 == k ? 1 : 0) })[0].slope
      }
    }
  }
}

/// A model with couplings, weights of its loss and a plain reference, all from one named stream.
struct ModelCase: Sendable, CustomTestStringConvertible {
  let kind: FlowModel.Kind
  let activation: Activation
  var layerNorm = false
  let inputs: Int
  var width = 16
  var hiddenLayers = 2
  let models: Int

  var testDescription: String {
    let norm = layerNorm ? "+LayerNorm" : ""
    return "\(kind) \(activation)\(norm) \(inputs)-\(width)x\(hiddenLayers), \(models) models"
  }

  var stream: RandomStream { RandomStream(seed: 1, name: "model/\(testDescription)") }

  func shape() throws -> NetworkShape {
    try NetworkShape(
      inputs: inputs, outputs: kind == .flow ? inputs : 1, width: width, hiddenLayers: hiddenLayers,
      activation: activation, layerNorm: layerNorm)
  }

  /// Parameters a little away from their initial values, so that gains and shifts are not 1 and 0.
  func model() throws -> FlowModel {
    var random = stream.child("parameters")
    var network = MultilayerPerceptron(try shape(), random: &random)
    for i in network.parameters.indices { network.parameters[i] += 0.1 * random.normal() }
    return try FlowModel(kind, network)
  }

  func batch(_ name: String) -> Batch {
    var random = stream.child(name)
    var batch = Batch(count: models, components: inputs)
    for model in 0..<models { for k in 0..<inputs { batch[model, k] = random.normal() } }
    return batch
  }

  func reference() throws -> ReferenceNetwork {
    ReferenceNetwork(shape: try shape(), parameters: try model().network.parameters)
  }

  /// Σ_models g · f(J).
  func loss(_ reference: ReferenceNetwork, _ couplings: Batch, _ g: Batch) -> Double {
    (0..<models).reduce(0) { sum, model in
      sum + zip(g[model], reference.flow(kind, couplings[model])).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Networks of all kinds: widths and batches that do not fill their vectors, one and several couplings.
  static let all: [ModelCase] = [
    ModelCase(kind: .flow, activation: .relu, inputs: 1, models: 24),
    ModelCase(kind: .flow, activation: .silu, inputs: 1, models: 24),
    ModelCase(kind: .flow, activation: .tanh, inputs: 1, width: 13, hiddenLayers: 1, models: 5),
    ModelCase(kind: .flow, activation: .relu, layerNorm: true, inputs: 1, models: 13),
    ModelCase(kind: .flow, activation: .silu, layerNorm: true, inputs: 5, width: 11, models: 37),
    ModelCase(kind: .flow, activation: .relu, inputs: 5, width: 13, hiddenLayers: 3, models: 37),
    ModelCase(kind: .flow, activation: .tanh, layerNorm: true, inputs: 2, width: 7, models: 9),
    ModelCase(kind: .flow, activation: .silu, inputs: 5, width: 20, models: 11),
    ModelCase(kind: .monotone, activation: .silu, inputs: 1, models: 24),
    ModelCase(kind: .monotone, activation: .tanh, inputs: 1, width: 13, hiddenLayers: 3, models: 11),
    ModelCase(kind: .monotone, activation: .silu, inputs: 1, width: 5, hiddenLayers: 1, models: 3),
    ModelCase(kind: .monotone, activation: .silu, inputs: 5, width: 13, models: 37),
    ModelCase(kind: .monotone, activation: .tanh, inputs: 5, width: 12, hiddenLayers: 1, models: 9),
    ModelCase(kind: .monotone, activation: .tanh, inputs: 2, width: 6, hiddenLayers: 4, models: 5),
  ]
}
