/// A few SIMD vectors of models on their way through a network: the derivative passes, layer by layer.
///
/// Pass by pass, each one matrix product a layer: `forward` values; `forwardTangent` and
/// `forwardSecondTangent` along a direction; `backward` the adjoint of a scalar function of the outputs;
/// `backwardTangent` the adjoint of that scalar's derivative along the tangent (reverse over forward),
/// which needs s, s' and s'' only.
struct Tile {
  let shape: NetworkShape
  let parameters: UnsafePointer<Double>
  let arrays: UnsafeMutablePointer<SIMD8<Double>>
  let stride: Int
  let zeros: UnsafePointer<Double>
  /// SIMD vectors of models in this tile.
  let columns: Int

  init(_ workspace: borrowing Workspace, _ parameters: UnsafePointer<Double>, columns: Int) {
    shape = workspace.shape
    self.parameters = parameters
    arrays = workspace.arrays
    stride = workspace.stride
    zeros = UnsafePointer(workspace.zeros)
    self.columns = columns
  }

  /// The layer number of the outputs.
  var last: Int { shape.hiddenLayers + 1 }

  /// An array of layer 0 (inputs) ... `last` (outputs).
  func array(_ array: TileArray, _ layer: Int) -> UnsafeMutablePointer<SIMD8<Double>> {
    arrays + (array.rawValue * (shape.hiddenLayers + 2) + layer) * stride
  }

  /// target of layer + 1 = W source of layer, plus the biases where asked for.
  func multiply(_ layer: Int, _ source: TileArray, _ target: TileArray, bias: Bool) {
    let product = MatrixProduct(
      rows: shape.fanOut(layer), inner: shape.fanIn(layer), a: parameters + shape.weightOffset(layer),
      rowStride: shape.fanIn(layer), innerStride: 1, b: array(source, layer), columns: columns)
    product.write(array(target, layer + 1), start: bias ? parameters + shape.biasOffset(layer) : zeros)
  }

  /// target of layer = Wᵀ source of layer + 1.
  func multiplyTransposed(_ layer: Int, _ source: TileArray, _ target: TileArray) {
    let product = MatrixProduct(
      rows: shape.fanIn(layer), inner: shape.fanOut(layer), a: parameters + shape.weightOffset(layer),
      rowStride: 1, innerStride: shape.fanIn(layer), b: array(source, layer + 1), columns: columns)
    product.write(array(target, layer), start: zeros)
  }

  /// Inputs in `value` of layer 0 to outputs; keeps activations, slopes and, where asked for, curvatures.
  func forward(curvature: Bool = false) {
    let units = shape.width * columns
    for layer in 1..<last {
      multiply(layer - 1, .value, .value, bias: true)
      if shape.layerNorm { normalise(layer) }
      shape.activation.apply(
        array(.value, layer), slope: array(.slope, layer),
        curvature: curvature ? array(.curvature, layer) : nil, count: units)
    }
    multiply(last - 1, .value, .value, bias: true)
  }

  /// The tangent of layer 0 to the tangent of the outputs: derivatives along one direction. After `forward`.
  func forwardTangent() {
    for layer in 1..<last {
      multiply(layer - 1, .tangent, .preTangent, bias: false)
      if shape.layerNorm { differentiateNorm(layer, .preTangent) }
      let tangent = array(.tangent, layer)
      let slope = array(.slope, layer)
      let preTangent = array(.preTangent, layer)
      for i in 0..<(shape.width * columns) { tangent[i] = slope[i] * preTangent[i] }
    }
    multiply(last - 1, .tangent, .tangent, bias: false)
  }

  /// Second derivatives along the direction of `forwardTangent`, which must have run, with curvatures.
  func forwardSecondTangent() {
    for layer in 1..<last {
      let second = array(.secondTangent, layer)
      let slope = array(.slope, layer)
      let curvature = array(.curvature, layer)
      let z = array(.preTangent, layer)
      if layer == 1 {
        // The inputs are linear in the direction: z'' = 0.
        for i in 0..<(shape.width * columns) { second[i] = curvature[i] * (z[i] * z[i]) }
      } else {
        multiply(layer - 1, .secondTangent, .secondTangent, bias: false)
        for i in 0..<(shape.width * columns) {
          second[i] = (slope[i] * second[i]).addingProduct(curvature[i], z[i] * z[i])
        }
      }
    }
    multiply(last - 1, .secondTangent, .secondTangent, bias: false)
  }

  /// The adjoint of the outputs to that of layer 0. After `forward`. `toInputs` false leaves out the last
  /// step.
  func backward(toInputs: Bool = true) {
    multiplyTransposed(last - 1, .adjoint, .adjoint)
    for layer in (1..<last).reversed() {
      let slope = array(.slope, layer)
      let adjoint = array(.adjoint, layer)
      let preAdjoint = array(.preAdjoint, layer)
      for i in 0..<(shape.width * columns) { preAdjoint[i] = slope[i] * adjoint[i] }
      if shape.layerNorm {
        adjointOfGain(layer)
        differentiateNorm(layer, .preAdjoint, gainFirst: true)
      }
      if layer > 1 || toInputs {
        multiplyTransposed(layer - 1, .preAdjoint, .adjoint)
      }
    }
  }

  /// The adjoint of the scalar's derivative along the tangent; ends with that of the inputs, a Hessian times
  /// the tangent. After `forward` with curvatures, `backward` and `forwardTangent`.
  func backwardTangent(toInputs: Bool = true) {
    for layer in (1..<last).reversed() {
      let slope = array(.slope, layer)
      let curvature = array(.curvature, layer)
      let z = array(.preTangent, layer)
      let adjoint = array(.adjoint, layer)
      let second = array(.secondAdjoint, layer)
      let target = array(.secondPreAdjoint, layer)
      // The scalar is linear in the outputs: nothing arrives at the last hidden layer from above.
      let arrives = layer < last - 1
      for i in 0..<(shape.width * columns) {
        let bent = curvature[i] * z[i] * adjoint[i]
        target[i] = arrives ? bent.addingProduct(slope[i], second[i]) : bent
      }
      if layer > 1 || toInputs {
        multiplyTransposed(layer - 1, .secondPreAdjoint, .secondAdjoint)
      }
    }
  }
}
