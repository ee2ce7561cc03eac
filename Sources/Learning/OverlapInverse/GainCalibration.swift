import Elementary

/// The mean square of the overlap of fine configurations of a logistic inverse, as a function of a gain that
/// multiplies its weights, without sampling.
///
/// Given the coarse configuration the V fine spins are independent with means m_i = tanh(g z_i / 2), hence
/// V² ⟨q²⟩ = (Σ m_i)² + Σ (1 - m_i²). A gain at which ⟨q²⟩ is that of direct configurations of the fine side
/// is calibrated on both sides, so that its exponents are no independent evidence.
public struct GainCalibration: Sendable {
  private let model: SymmetricLogistic
  /// z/2 of the cells of all configurations.
  private let halves: [SIMD8<Double>]
  private let cells: Int

  /// - Parameters:
  ///   - model: the weights at gain 1.
  ///   - configurations: packed coarse configurations of `side`³ spins, with equal weights.
  ///   - side: coarse sites along an edge.
  /// - Throws: `CornerModelError.noConfigurations`.
  public init(
    _ model: SymmetricLogistic, configurations: [[UInt64]], side: Int
  ) throws(CornerModelError) {
    guard !configurations.isEmpty else { throw .noConfigurations }
    let logits = CornerOrbits.planeLogits(model.weights.map { 0.5 * $0 })
    var halves: [SIMD8<Double>] = []
    for configuration in configurations {
      let coarse = CubicBytes(configuration, side: side)
      for z in 0..<side {
        for y in 0..<side {
          for x in 0..<side {
            let code = coarse.neighbourhood(x, y, z)
            let planes = logits[code & 511] + logits[512 + (code >> 9 & 511)]
            halves.append(planes + logits[1024 + (code >> 18)])
          }
        }
      }
    }
    self.model = model
    self.halves = halves
    cells = side * side * side
  }

  /// ⟨q²⟩ of the fine configurations at a gain, averaged over the coarse ones.
  public func meanSquare(gain: Double) -> Double {
    let sites = Double(8 * cells)
    var total = 0.0
    for start in stride(from: 0, to: halves.count, by: cells) {
      var (sum, squares) = (SIMD8<Double>(), SIMD8<Double>())
      for half in halves[start..<(start + cells)] {
        let mean = Elementary.tanh(gain * half)
        sum += mean
        squares += mean * mean
      }
      total += sum.sum() * sum.sum() + sites - squares.sum()
    }
    return total / (Double(halves.count / cells) * sites * sites)
  }

  /// The model with the gain at which ⟨q²⟩ has a given value, by bisection to the last bits.
  ///
  /// - Returns: the model and its gain.
  /// - Throws: `CornerModelError.unreachable` where the value is not between that of gain 0, one over the
  ///   number of fine sites, and that of gain 8, where almost all spins have the sign of their logit.
  public func model(meanSquare target: Double) throws(CornerModelError) -> (model: SymmetricLogistic, gain: Double) {
    var (low, high) = (0.0, 8.0)
    let (lowest, highest) = (meanSquare(gain: low), meanSquare(gain: high))
    guard target >= lowest, target <= highest else {
      throw .unreachable(target: target, lowest: lowest, highest: highest)
    }
    while high - low > 1e-14 {
      let middle = 0.5 * (low + high)
      if meanSquare(gain: middle) < target { low = middle } else { high = middle }
    }
    let gain = 0.5 * (low + high)
    return (try model.scaled(by: gain), gain)
  }
}
