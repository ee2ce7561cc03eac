/// The architecture of a multilayer perceptron: inputs - width - … - width - outputs.
///
/// The parameters form one flat array, layer by layer: weights W[out][in] row by row, then biases b[out],
/// and, with layer normalisation, gains γ[out] and shifts β[out] of the hidden layers.
public struct NetworkShape: Hashable, Sendable {
  public let inputs: Int
  public let outputs: Int
  /// Units of each hidden layer.
  public let width: Int
  /// Number of hidden layers, at least one. A network that is written 1-16-16-1 has two.
  public let hiddenLayers: Int
  public let activation: Activation
  /// Whether each hidden layer is normalised before its activation: zero mean, unit (biased) variance over
  /// its units with 10⁻⁵ added to the variance, then gain and shift (Ba, Kiros, Hinton, arXiv 1607.06450).
  public let layerNorm: Bool

  /// - Throws: `LearningError.notPositive` for a size below one.
  public init(
    inputs: Int, outputs: Int, width: Int, hiddenLayers: Int, activation: Activation = .relu,
    layerNorm: Bool = false
  ) throws(LearningError) {
    let sizes = [("inputs", inputs), ("outputs", outputs), ("width", width), ("hiddenLayers", hiddenLayers)]
    for (name, size) in sizes where size < 1 { throw .notPositive(name: name, value: Double(size)) }
    self.inputs = inputs
    self.outputs = outputs
    self.width = width
    self.hiddenLayers = hiddenLayers
    self.activation = activation
    self.layerNorm = layerNorm
  }

  /// Number of parameters, e.g. 321 for 1-16-16-1 and 385 with layer normalisation.
  public var parameterCount: Int { weightOffset(hiddenLayers) + outputs * width + outputs }

  /// Units that enter the linear map `layer`, 0...hiddenLayers.
  func fanIn(_ layer: Int) -> Int { layer == 0 ? inputs : width }
  /// Units that leave the linear map `layer`.
  func fanOut(_ layer: Int) -> Int { layer == hiddenLayers ? outputs : width }
  /// Where the weights of the linear map `layer` begin in the parameters.
  func weightOffset(_ layer: Int) -> Int {
    let perUnit = layerNorm ? 3 : 1
    let inner = max(layer - 1, 0) * width * (width + perUnit)
    return layer == 0 ? 0 : width * (inputs + perUnit) + inner
  }
  func biasOffset(_ layer: Int) -> Int { weightOffset(layer) + fanOut(layer) * fanIn(layer) }
  func gainOffset(_ layer: Int) -> Int { biasOffset(layer) + width }
  func shiftOffset(_ layer: Int) -> Int { biasOffset(layer) + 2 * width }
}

extension NetworkShape: Codable {
  private enum CodingKeys: String, CodingKey {
    case inputs, outputs, width, hiddenLayers, activation, layerNorm
  }

  /// Decodes and checks a shape.
  ///
  /// - Throws: `LearningError.notPositive` for a size below one, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      inputs: values.decode(Int.self, forKey: .inputs), outputs: values.decode(Int.self, forKey: .outputs),
      width: values.decode(Int.self, forKey: .width),
      hiddenLayers: values.decode(Int.self, forKey: .hiddenLayers),
      activation: values.decode(Activation.self, forKey: .activation),
      layerNorm: values.decode(Bool.self, forKey: .layerNorm))
  }
}
