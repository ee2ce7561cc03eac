import Elementary

/// KL(p ‖ P) of a law p that gives every state of a layer a positive probability from the law P of the layer.
///
/// Summed as Σ [p ln(p/P) − p + P]: an error of the normalisation of P cancels to first order.
struct EnumeratedDivergence {
  private let probabilities: [SIMD8<Double>]
  private let logarithms: [SIMD8<Double>]

  /// - Parameter probabilities: p of every state, positive.
  init(probabilities: [Double]) {
    self.probabilities = EnumeratedStates.lanes(probabilities)
    logarithms = EnumeratedStates.lanes(probabilities, padding: 1).map { Elementary.log($0) }
  }

  /// The divergence, and P − p of every state.
  func value(of layer: EnumeratedLayer) -> (divergence: Double, excess: [SIMD8<Double>]) {
    let logWeights = layer.logWeights()
    let (logSum, shares) = EnumeratedStates.normalized(logWeights)
    var excess = shares
    var sum = SIMD8<Double>()
    for k in shares.indices {
      excess[k] -= probabilities[k]
      // Lanes beyond the last state have p = 0 and ln P = -∞.
      let distance = logarithms[k] - pointwiseMax(logWeights[k] - logSum, SIMD8(repeating: -1e300))
      sum += probabilities[k] * distance + excess[k]
    }
    return (max(0, sum.sum()), excess)
  }
}
