/// KL(p ‖ machine) of a law p that gives every visible state a positive probability.
///
/// Summed as Σ [p ln(p/P) − p + P]: an error of the normalisation of P cancels to first order.
struct EnumeratedDivergence {
  private let probabilities: [Double]
  private let logarithms: [Double]

  /// - Precondition: the law is complete.
  init(_ law: EnumeratedLaw) {
    probabilities = law.probabilities
    logarithms = EnumeratedLayer.logarithms(law.probabilities)
  }

  /// The divergence, and P − p of every state.
  func value(of layer: EnumeratedLayer) -> (divergence: Double, excess: [Double]) {
    let logWeights = layer.logWeights()
    let (logSum, shares) = EnumeratedLayer.normalized(logWeights)
    var excess = shares
    var sum = 0.0
    for k in shares.indices {
      excess[k] -= probabilities[k]
      sum += probabilities[k] * (logarithms[k] - (logWeights[k] - logSum)) + excess[k]
    }
    return (max(0, sum), excess)
  }
}
