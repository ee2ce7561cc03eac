/// The optimiser Adam with bias correction (Kingma, Ba, arXiv 1412.6980, algorithm 1).
///
/// In the form of PyTorch: the step is lr m̂ / (√v̂ + ε).
public struct Adam: Sendable, Equatable {
  public let learningRate: Double
  public let beta1: Double
  public let beta2: Double
  public let epsilon: Double
  /// Running means of the gradient and of its square.
  private var mean: [Double]
  private var square: [Double]
  private var power1 = 1.0
  private var power2 = 1.0

  /// - Throws: `LearningError.notPositive` for a learning rate that is not positive and finite.
  public init(
    parameterCount: Int, learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8
  ) throws(LearningError) {
    guard learningRate > 0 && learningRate.isFinite else {
      throw .notPositive(name: "the learning rate", value: learningRate)
    }
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    mean = [Double](repeating: 0, count: parameterCount)
    square = mean
  }

  /// One step down the gradient.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    precondition(
      parameters.count == mean.count && gradient.count == mean.count,
      "Adam was made for \(mean.count) parameters")
    power1 *= beta1
    power2 *= beta2
    let rate = learningRate / (1 - power1)
    let scale = 1 / (1 - power2).squareRoot()
    for i in parameters.indices {
      let g = gradient[i]
      mean[i] += (1 - beta1) * (g - mean[i])
      square[i] = beta2 * square[i] + (1 - beta2) * g * g
      parameters[i] -= rate * mean[i] / (square[i].squareRoot() * scale + epsilon)
    }
  }
}
