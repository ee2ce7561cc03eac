import Elementary
import Random

/// A network with one hidden layer of tanh units, with biases or, as an odd function, without.
struct PatchNetwork: Sendable, Hashable {
  let shape: NetworkShape
  /// No biases: exactly odd in the inputs, bit for bit.
  let isOdd: Bool
  /// In the order that `NetworkShape` documents, biases of odd networks zero.
  let values: [Double]

  /// W [hidden][inputs], biases, V [outputs][hidden], biases; without the biases for an odd network.
  var parameters: [Double] { isOdd ? values.indices.filter { !isBias($0) }.map { values[$0] } : values }

  /// - Throws: `PatchError.setting`, `.wrongCount` or `.notFinite`.
  init(_ task: PatchTask, hidden: Int, isOdd: Bool, parameters: [Double]) throws(PatchError) {
    shape = try Self.shape(task, hidden: hidden)
    self.isOdd = isOdd
    let biases = isOdd ? shape.width + shape.outputs : 0
    guard parameters.count == shape.parameterCount - biases else {
      throw .wrongCount(
        what: "parameters of a network with \(hidden) hidden units",
        expected: shape.parameterCount - biases, found: parameters.count)
    }
    if let value = parameters.first(where: { !$0.isFinite }) {
      throw .notFinite(what: "a parameter of the network", value: value)
    }
    guard isOdd else {
      values = parameters
      return
    }
    let inner = shape.width * shape.inputs
    values =
      Array(parameters[..<inner]) + [Double](repeating: 0, count: shape.width)
      + Array(parameters[inner...]) + [Double](repeating: 0, count: shape.outputs)
  }

  /// Weights and biases uniform in ±1/√(fan in), as `MultilayerPerceptron` has them.
  ///
  /// - Throws: `PatchError.setting`.
  init(_ task: PatchTask, hidden: Int, isOdd: Bool, random: inout RandomStream) throws(PatchError) {
    shape = try Self.shape(task, hidden: hidden)
    self.isOdd = isOdd
    var values = MultilayerPerceptron(shape, random: &random).parameters
    let shape = shape
    for i in values.indices where isOdd && Self.isBias(i, shape) { values[i] = 0 }
    self.values = values
  }

  /// The same network with other values; biases of odd networks must be zero.
  init(_ network: PatchNetwork, values: [Double]) {
    shape = network.shape
    isOdd = network.isOdd
    self.values = values
  }

  private static func shape(_ task: PatchTask, hidden: Int) throws(PatchError) -> NetworkShape {
    do {
      return try NetworkShape(
        inputs: task.inputs, outputs: task.outputs, width: hidden, hiddenLayers: 1, activation: .tanh)
    } catch {
      throw .setting(name: "the number of hidden units", value: Double(hidden), allowed: "1 or more")
    }
  }

  func isBias(_ index: Int) -> Bool { Self.isBias(index, shape) }

  private static func isBias(_ index: Int, _ shape: NetworkShape) -> Bool {
    index >= shape.biasOffset(1) || index >= shape.biasOffset(0) && index < shape.weightOffset(1)
  }

  /// The outputs [outputs][columns] for inputs [inputs][columns], the bits of `Tile.forward`.
  ///
  /// - Parameters:
  ///   - values: `values`, held in place by the caller.
  ///   - hidden: room for width · columns vectors.
  func evaluate(
    _ values: UnsafePointer<Double>, _ inputs: UnsafePointer<SIMD8<Double>>, columns: Int,
    hidden: UnsafeMutablePointer<SIMD8<Double>>, outputs: UnsafeMutablePointer<SIMD8<Double>>
  ) {
    let first = MatrixProduct(
      rows: shape.width, inner: shape.inputs, a: values, rowStride: shape.inputs, innerStride: 1, b: inputs,
      columns: columns)
    first.write(hidden, start: values + shape.biasOffset(0))
    for i in 0..<shape.width &* columns { hidden[i] = Elementary.tanh(hidden[i]) }
    let second = MatrixProduct(
      rows: shape.outputs, inner: shape.width, a: values + shape.weightOffset(1), rowStride: shape.width,
      innerStride: 1, b: hidden, columns: columns)
    second.write(outputs, start: values + shape.biasOffset(1))
  }
}
