/// The optimiser AdamW: Adam with decoupled weight decay (Loshchilov, Hutter, arXiv 1711.05101, algorithm 2).
///
/// In the form of PyTorch: first θ ← (1 - lr λ) θ, then the step lr m̂ / (√v̂ + ε), where m̂ = m / (1 - β₁ᵗ)
/// takes the β₁ of that step even where a schedule changes it.
public struct AdamW: Sendable, Equatable {
  /// Weight decay λ.
  public let weightDecay: Double
  public let beta2: Double
  public let epsilon: Double
  /// Steps made.
  public private(set) var steps = 0
  /// Running means of the gradient and of its square.
  private var mean: [Double]
  private var square: [Double]

  /// - Throws: `OptimizerError.setting` for a weight decay that is negative or not finite.
  public init(
    parameterCount: Int, weightDecay: Double = 0.01, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) throws(OptimizerError) {
    guard weightDecay >= 0 && weightDecay.isFinite else {
      throw .setting(name: "the weight decay", value: weightDecay, allowed: "0 or more, finite")
    }
    self.weightDecay = weightDecay
    self.beta2 = beta2
    self.epsilon = epsilon
    mean = [Double](repeating: 0, count: parameterCount)
    square = mean
  }

  /// One step down the gradient.
  public mutating func step(
    _ parameters: inout [Double], gradient: [Double], learningRate: Double, beta1: Double = 0.9
  ) {
    precondition(
      parameters.count == mean.count && gradient.count == mean.count,
      "AdamW was made for \(mean.count) parameters")
    steps += 1
    let rate = learningRate / (1 - Self.power(beta1, steps))
    let root = (1 - Self.power(beta2, steps)).squareRoot()
    for i in parameters.indices {
      let g = gradient[i]
      mean[i] += (1 - beta1) * (g - mean[i])
      square[i] = beta2 * square[i] + (1 - beta2) * g * g
      parameters[i] *= 1 - learningRate * weightDecay
      parameters[i] -= rate * mean[i] / (square[i].squareRoot() / root + epsilon)
    }
  }

  /// baseⁿ by repeated squaring, the same bits on every processor.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, n) = (1.0, base, exponent)
    while n > 0 {
      if n & 1 == 1 { result *= factor }
      factor *= factor
      n >>= 1
    }
    return result
  }
}
