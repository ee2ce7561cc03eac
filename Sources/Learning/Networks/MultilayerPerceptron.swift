import Random

/// A multilayer perceptron as a value: its shape and its parameters in one flat array.
///
/// ```swift
/// let shape = try NetworkShape(inputs: 1, outputs: 1, width: 16, hiddenLayers: 2)
/// var network = MultilayerPerceptron(shape, random: &stream)   // 321 parameters
/// ```
public struct MultilayerPerceptron: Sendable, Equatable {
  public let shape: NetworkShape
  /// In the order that `NetworkShape` documents; the number of elements must not be changed.
  public var parameters: [Double]

  /// - Throws: `LearningError.parameterCount` when the parameters do not fit the shape.
  public init(_ shape: NetworkShape, parameters: [Double]) throws(LearningError) {
    guard parameters.count == shape.parameterCount else {
      throw .parameterCount(expected: shape.parameterCount, found: parameters.count)
    }
    self.shape = shape
    self.parameters = parameters
  }

  /// PyTorch's default initialisation: weights and biases uniform in ±1/√(fan in), gains 1, shifts 0.
  public init(_ shape: NetworkShape, random: inout RandomStream) {
    self.shape = shape
    parameters = []
    parameters.reserveCapacity(shape.parameterCount)
    for layer in 0...shape.hiddenLayers {
      let bound = 1 / Double(shape.fanIn(layer)).squareRoot()
      for _ in 0..<(shape.fanOut(layer) * (shape.fanIn(layer) + 1)) {
        parameters.append((2 * random.uniform() - 1) * bound)
      }
      if shape.layerNorm && layer < shape.hiddenLayers {
        parameters.append(contentsOf: repeatElement(1, count: shape.width))
        parameters.append(contentsOf: repeatElement(0, count: shape.width))
      }
    }
  }
}
