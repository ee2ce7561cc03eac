/// The running means of Adam with bias correction (Kingma, Ba, arXiv 1412.6980, algorithm 1). The learning rate may
/// change from step to step.
struct AdamState {
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private var means: [Double]
  private var squares: [Double]
  private var power1 = 1.0
  private var power2 = 1.0

  init(parameters: Int, beta1: Double, beta2: Double, epsilon: Double) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    means = [Double](repeating: 0, count: parameters)
    squares = means
  }

  /// One step down the gradient.
  mutating func step(_ parameters: inout [Double], gradient: [Double], rate: Double) {
    power1 *= beta1
    power2 *= beta2
    let (scale1, scale2) = (rate / (1 - power1), 1 / (1 - power2))
    for k in parameters.indices {
      means[k] = beta1 * means[k] + (1 - beta1) * gradient[k]
      squares[k] = beta2 * squares[k] + (1 - beta2) * gradient[k] * gradient[k]
      parameters[k] -= scale1 * means[k] / ((squares[k] * scale2).squareRoot() + epsilon)
    }
  }
}
