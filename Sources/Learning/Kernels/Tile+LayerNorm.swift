extension Tile {
  /// Replaces z of a hidden layer by γ (z - mean) / √(variance + 10⁻⁵) + β.
  func normalise(_ layer: Int) {
    let value = array(.value, layer)
    let normalised = array(.normalised, layer)
    let inverse = array(.inverseDeviation, layer)
    let gain = parameters + shape.gainOffset(layer - 1)
    let shift = parameters + shape.shiftOffset(layer - 1)
    let share = 1 / Double(shape.width)
    for column in 0..<columns {
      var sum = SIMD8<Double>()
      for unit in 0..<shape.width { sum += value[unit * columns + column] }
      let mean = sum * share
      var squares = SIMD8<Double>()
      for unit in 0..<shape.width {
        let deviation = value[unit * columns + column] - mean
        squares = squares.addingProduct(deviation, deviation)
      }
      inverse[column] = 1 / (squares * share + 1e-5).squareRoot()
      for unit in 0..<shape.width {
        let i = unit * columns + column
        normalised[i] = (value[i] - mean) * inverse[column]
        value[i] = (gain[unit] * normalised[i]) + shift[unit]
      }
    }
  }

  /// Applies the derivative of `normalise` to a tangent or, with the gain first, its transpose to an adjoint:
  /// γ and (x - mean x - n mean(n x)) / deviation with n the normalised values; the second is symmetric.
  func differentiateNorm(_ layer: Int, _ which: TileArray, gainFirst: Bool = false) {
    let x = array(which, layer)
    let normalised = array(.normalised, layer)
    let inverse = array(.inverseDeviation, layer)
    let gain = parameters + shape.gainOffset(layer - 1)
    let share = 1 / Double(shape.width)
    for column in 0..<columns {
      var sum = SIMD8<Double>()
      var projection = SIMD8<Double>()
      for unit in 0..<shape.width {
        let i = unit * columns + column
        if gainFirst { x[i] *= gain[unit] }
        sum += x[i]
        projection = projection.addingProduct(normalised[i], x[i])
      }
      let mean = sum * share
      let overlap = projection * share
      for unit in 0..<shape.width {
        let i = unit * columns + column
        x[i] = (x[i] - mean - normalised[i] * overlap) * inverse[column]
        if !gainFirst { x[i] *= gain[unit] }
      }
    }
  }

  /// Keeps the adjoint of γ n + β, which the gradients of γ and β need, in the place of the adjoint of h.
  func adjointOfGain(_ layer: Int) {
    array(.adjoint, layer).update(from: array(.preAdjoint, layer), count: shape.width * columns)
  }
}
