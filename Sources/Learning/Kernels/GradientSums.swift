/// The gradient of a scalar with respect to the parameters, summed over the models of all tiles.
///
/// Weights: one chain of fused multiply-adds over the models in ascending order for each, and a second one
/// where tangents contribute. Biases, gains and shifts: one sum a lane, the eight lanes added in order at
/// the end. So no bit depends on the tiles, and models with zero adjoint add nothing.
struct GradientSums {
  let shape: NetworkShape
  private let transposed: UnsafeMutablePointer<SIMD8<Double>>
  private let weights: UnsafeMutablePointer<SIMD8<Double>>
  private let lanes: UnsafeMutablePointer<SIMD8<Double>>
  private let features: Int

  /// Starts from zero.
  init(_ workspace: borrowing Workspace) {
    shape = workspace.shape
    transposed = workspace.transposed
    weights = workspace.weightSums
    lanes = workspace.laneSums
    features = max(workspace.shape.inputs, workspace.shape.outputs, workspace.shape.width)
    weights.update(repeating: SIMD8(), count: workspace.weightSumCount)
    lanes.update(repeating: SIMD8(), count: workspace.laneSumCount)
  }

  private func weightSums(_ layer: Int, tangents: Bool) -> UnsafeMutablePointer<SIMD8<Double>> {
    weights + (2 * layer + (tangents ? 1 : 0)) * features * ((features + 7) / 8)
  }

  private func laneSums(_ layer: Int, _ kind: Int) -> UnsafeMutablePointer<SIMD8<Double>> {
    lanes + (3 * layer + kind) * features
  }

  /// Adds zᵇ hᵀ to the weights of the linear map `layer`, zᵇ being the adjoint of layer + 1.
  func addWeights(_ tile: Tile, _ layer: Int, adjoint: TileArray, value: TileArray) {
    let inputs = shape.fanIn(layer)
    let vectors = (inputs + 7) / 8
    let models = 8 * tile.columns
    transpose(tile.array(value, layer), inputs, models)
    tile.array(adjoint, layer + 1).withMemoryRebound(
      to: Double.self, capacity: shape.fanOut(layer) * models
    ) { adjoints in
      let product = MatrixProduct(
        rows: shape.fanOut(layer), inner: models, a: adjoints, rowStride: models, innerStride: 1,
        b: transposed, columns: vectors)
      product.write(weightSums(layer, tangents: value == .tangent), start: nil)
    }
  }

  /// Adds the adjoint of layer + 1 to the biases of the linear map `layer`.
  func addBiases(_ tile: Tile, _ layer: Int, adjoint: TileArray) {
    let values = tile.array(adjoint, layer + 1)
    let sums = laneSums(layer, 0)
    for unit in 0..<shape.fanOut(layer) {
      for column in 0..<tile.columns { sums[unit] += values[unit * tile.columns + column] }
    }
  }

  /// Adds to gains and shifts of the hidden layer after the linear map `layer`. After `Tile.backward`.
  func addNorm(_ tile: Tile, _ layer: Int) {
    let adjoint = tile.array(.adjoint, layer + 1)
    let normalised = tile.array(.normalised, layer + 1)
    let gains = laneSums(layer, 1)
    let shifts = laneSums(layer, 2)
    for unit in 0..<shape.width {
      for column in 0..<tile.columns {
        let i = unit * tile.columns + column
        gains[unit] = gains[unit].addingProduct(adjoint[i], normalised[i])
        shifts[unit] += adjoint[i]
      }
    }
  }

  /// [unit][model] to [model][unit]; rows are padded to whole vectors, whose rest does not matter.
  private func transpose(_ source: UnsafeMutablePointer<SIMD8<Double>>, _ units: Int, _ models: Int) {
    let rowLength = (units + 7) / 8 * 8
    source.withMemoryRebound(to: Double.self, capacity: units * models) { from in
      transposed.withMemoryRebound(to: Double.self, capacity: rowLength * models) { to in
        for unit in 0..<units {
          for model in 0..<models { to[model &* rowLength &+ unit] = from[unit &* models &+ model] }
        }
      }
    }
  }

  /// Writes the sums in the order of the parameters.
  func write(_ gradient: inout [Double]) {
    gradient.withUnsafeMutableBufferPointer { target in
      for layer in 0...shape.hiddenLayers {
        let inputs = shape.fanIn(layer)
        let vectors = (inputs + 7) / 8
        let values = weightSums(layer, tangents: false)
        let tangents = weightSums(layer, tangents: true)
        for unit in 0..<shape.fanOut(layer) {
          let row = shape.weightOffset(layer) + unit * inputs
          for input in 0..<inputs {
            let vector = unit * vectors + input / 8
            target[row + input] = values[vector][input % 8] + tangents[vector][input % 8]
          }
          target[shape.biasOffset(layer) + unit] = Self.fold(laneSums(layer, 0)[unit])
        }
        guard shape.layerNorm && layer < shape.hiddenLayers else { continue }
        for unit in 0..<shape.width {
          target[shape.gainOffset(layer) + unit] = Self.fold(laneSums(layer, 1)[unit])
          target[shape.shiftOffset(layer) + unit] = Self.fold(laneSums(layer, 2)[unit])
        }
      }
    }
  }

  /// The lanes added in order.
  @inline(__always)
  private static func fold(_ lanes: SIMD8<Double>) -> Double {
    var sum = lanes[0]
    for lane in 1..<8 { sum += lanes[lane] }
    return sum
  }
}
