import CSimd
import Elementary
import Random

/// One layer of a machine given the signs of the other: fields, means tanh(field) and draws of its units.
struct SignLayer: ~Copyable {
  /// Where the two vectors of every row of a panel go.
  struct Target {
    let vectors: UnsafeMutablePointer<SIMD16<Float>>
    /// Vectors from one panel to the next; 0 where the panels follow each other in the same memory.
    let panelStride: Int
  }

  /// Rows: units of the other layer; columns: units of this one.
  let weights: PanelMatrix
  /// Two vectors a panel.
  let bias: FloatBuffer
  private let table = SignTable()

  /// - Parameter bias: one number a column, or none for zeros.
  init(_ weights: consuming PanelMatrix, bias: [Float]) {
    let vectors = FloatBuffer(count: 2 * weights.panels)
    vectors.withNumbers { numbers in
      for (unit, value) in bias.enumerated() { numbers[unit] = value }
    }
    self.weights = weights
    self.bias = vectors
  }

  /// Bias plus signs times weights, a panel of columns.
  func fields(_ panel: Int, given signs: SignRows, to target: UnsafeMutablePointer<SIMD16<Float>>) {
    let rows = weights.panel(panel)
    for block in 0..<signs.stride {
      table.fill(rows + 2 &* SignTable.rows &* block)
      let start = block == 0 ? VectorPair(bias.vectors + 2 &* panel) : nil
      table.add(signs.words + block, stride: signs.stride, count: signs.count, to: target, start: start)
    }
  }

  /// The means of all units, multiplied by `sign`.
  func means(given signs: SignRows, to target: Target, sign: Float) {
    for panel in 0..<weights.panels {
      let vectors = target.vectors + target.panelStride &* panel
      fields(panel, given: signs, to: vectors)
      for i in 0..<2 &* signs.count { vectors[i] = sign * Elementary.tanh(vectors[i]) }
    }
  }

  /// Draws all units and leaves their means in `target`.
  ///
  /// Panel by panel and in it row by row, 16 units take 512 bits of the generator, 32 bits each.
  func draw(given signs: SignRows, into drawn: SignRows, means target: Target, _ generator: inout Xoshiro512) {
    var random = generator
    for panel in 0..<weights.panels {
      let vectors = target.vectors + target.panelStride &* panel
      fields(panel, given: signs, to: vectors)
      let missing = UInt32(max(0, PanelMatrix.width * (panel + 1) - weights.columns))
      let mask = UInt32.max &>> missing
      var source = vectors
      var word = drawn.words + panel
      for _ in 0..<signs.count {
        let left = Elementary.tanh(source[0])
        let right = Elementary.tanh(source[1])
        source[0] = left
        source[1] = right
        let low = UInt32(cv_sample16f(left, random.next()))
        let high = UInt32(cv_sample16f(right, random.next()))
        word[0] = (low | high &<< 16) & mask
        source += 2
        word += drawn.stride
      }
    }
    generator = random
  }
}
