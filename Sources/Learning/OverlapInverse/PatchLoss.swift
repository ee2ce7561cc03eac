import CSimd
import Elementary

/// The cross entropy of a network on cells, and its gradient.
struct PatchLoss: ~Copyable {
  let task: PatchTask
  private let workspace: Workspace
  private var tile = PatchTile()
  /// The output that stands for each of the 256 patterns, -1 for none.
  private let outputs: [Int]

  init(_ task: PatchTask, _ network: PatchNetwork) {
    self.task = task
    workspace = Workspace(for: network.shape)
    var outputs = [Int](repeating: -1, count: 256)
    if case .patterns(let patterns) = task.target {
      for (output, pattern) in patterns.enumerated() { outputs[pattern] = output }
    }
    self.outputs = outputs
  }

  /// Sums of the gradient, starting from zero.
  func sums() -> GradientSums { GradientSums(workspace) }

  /// The mean over all cells, nats per fine spin.
  ///
  /// - Precondition: a constrained task meets allowed patterns only.
  mutating func mean(_ network: PatchNetwork, _ pairs: PatchPairs) -> Double {
    let order = (0..<UInt32(pairs.count)).map { $0 }
    var sum = SIMD8<Double>()
    for start in stride(from: 0, to: order.count, by: PatchTile.cells) {
      let cells = order[start..<min(start + PatchTile.cells, order.count)]
      sum += add(pairs, cells, PatchSymmetry.all[0], network.values, to: nil, scale: 0)
    }
    return sum.folded / Double(task.spins * pairs.count)
  }

  /// The cross entropy of 1 ... 32 cells, summed in lanes.
  ///
  /// - Parameters:
  ///   - gradient: takes the gradient times `scale`.
  mutating func add(
    _ pairs: PatchPairs, _ cells: ArraySlice<UInt32>, _ symmetry: PatchSymmetry, _ values: [Double],
    to gradient: GradientSums?, scale: Double
  ) -> SIMD8<Double> {
    tile.load(pairs, cells, folded: task.isFolded)
    return values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return SIMD8() }
      let pass = Tile(workspace, base, columns: PatchTile.columns)
      tile.write(task, symmetry, to: pass.array(.value, 0))
      pass.forward()
      let logits = pass.array(.value, pass.last)
      let adjoint = pass.array(.adjoint, pass.last)
      let sum: SIMD8<Double>
      switch task.target {
      case .corners(let corners): sum = spinLoss(corners, symmetry, logits, adjoint, scale)
      case .patterns: sum = patternLoss(symmetry, logits, adjoint, scale)
      }
      if let gradient {
        pass.backward(toInputs: false)
        gradient.addWeights(pass, 1, adjoint: .adjoint, value: .value)
        gradient.addBiases(pass, 1, adjoint: .adjoint)
        gradient.addWeights(pass, 0, adjoint: .preAdjoint, value: .value)
        gradient.addBiases(pass, 0, adjoint: .preAdjoint)
      }
      return sum
    }
  }

  /// ln(2 cosh(z/2)) - s z/2 of every spin; its slope (tanh(z/2) - s)/2.
  private func spinLoss(
    _ corners: [Int], _ symmetry: PatchSymmetry, _ logits: UnsafeMutablePointer<SIMD8<Double>>,
    _ adjoint: UnsafeMutablePointer<SIMD8<Double>>, _ scale: Double
  ) -> SIMD8<Double> {
    var sum = SIMD8<Double>()
    for (output, corner) in corners.enumerated() {
      for column in 0..<PatchTile.columns {
        let i = PatchTile.columns * output + column
        let half = 0.5 * logits[i]
        let spin = tile.spins(corner, symmetry, column: column)
        let live = tile.live[column]
        sum = sum.addingProduct(live, Elementary.log2cosh(half) - spin * half)
        adjoint[i] = live * ((0.5 * scale) * (Elementary.tanh(half) - spin))
      }
    }
    return sum
  }

  /// ln Σ e^z - z of the pattern that is there; its slope is the softmax, less 1 at that pattern.
  private func patternLoss(
    _ symmetry: PatchSymmetry, _ logits: UnsafeMutablePointer<SIMD8<Double>>,
    _ adjoint: UnsafeMutablePointer<SIMD8<Double>>, _ scale: Double
  ) -> SIMD8<Double> {
    let columns = PatchTile.columns
    var sum = SIMD8<Double>()
    for column in 0..<columns {
      let law = PatchSoftmax.weights(
        logits + column, stride: columns, count: task.outputs, to: adjoint + column)
      let live = tile.live[column]
      let share = live * scale / law.total
      for output in 0..<task.outputs { adjoint[columns * output + column] *= share }
      let patterns = tile.patterns(symmetry, column: column)
      var chosen = SIMD8<Double>()
      for lane in 0..<8 where live[lane] == 1 {
        let output = outputs[Int(patterns[lane])]
        chosen[lane] = logits[columns * output + column][lane]
        adjoint[columns * output + column][lane] -= scale
      }
      sum = sum.addingProduct(live, law.highest - chosen + Elementary.log(law.total))
    }
    return sum
  }
}
