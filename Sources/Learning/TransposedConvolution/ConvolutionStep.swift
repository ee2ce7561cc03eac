/// Full-batch gradient descent for the convolutional network without weight sharing over D₄, in single
/// precision: periodic 3 × 3 convolution to f filters with biases, ReLU, transposed 2 × 2 convolution of
/// stride 2 to one channel, mean squared error.
///
/// In this shape, common in machine-learning packages, each filter has four output weights, one for each fine
/// site of a block, and the window is that of kernel 6. `InverseNetwork` is the same network with the four
/// sites tied by symmetry.
public struct ConvolutionStep: Sendable {
  private let kernel: ConvolutionKernel
  /// Sixteen numbers a filter: 3 × 3 weights, bias, 2 × 2 output weights, two zeros.
  public private(set) var parameters: [Float]

  /// - Parameters:
  ///   - filters: f.
  ///   - side: side of the coarse images, a multiple of 16.
  ///   - inputs: side² numbers for each image, row-major.
  ///   - targets: 4 side² numbers for each image, row-major.
  ///   - parameters: 16 f numbers.
  /// - Throws: `InverseMapError`.
  public init(
    filters: Int, side: Int, inputs: [Float], targets: [Float], parameters: [Float]
  ) throws(InverseMapError) {
    guard filters >= 1 else {
      throw .setting(name: "the number of filters", value: Double(filters), allowed: "1 or more")
    }
    guard side >= 16, side % 16 == 0 else {
      throw .setting(name: "the side of the images", value: Double(side), allowed: "a multiple of 16")
    }
    guard inputs.count > 0 else { throw .noConfigurations }
    let images = (inputs.count + side * side - 1) / (side * side)
    try Self.check(inputs, images * side * side, "the inputs, images of side \(side)")
    try Self.check(targets, 4 * images * side * side, "the targets of \(images) images of side \(2 * side)")
    try Self.check(parameters, 16 * filters, "the parameters of \(filters) filters")
    kernel = ConvolutionKernel(
      filters: filters, images: images, side: side, inputs: inputs, targets: targets)
    self.parameters = parameters
  }

  /// The mean squared error per fine site and its derivatives.
  public var lossGradient: (loss: Double, gradient: [Float]) { kernel.lossGradient(parameters) }

  /// One step down the gradient.
  ///
  /// - Returns: the mean squared error per fine site before the step.
  public mutating func step(learningRate: Float) -> Double {
    let (loss, gradient) = lossGradient
    for i in parameters.indices { parameters[i] -= learningRate * gradient[i] }
    return loss
  }

  private static func check(_ values: [Float], _ count: Int, _ what: String) throws(InverseMapError) {
    guard values.count == count else {
      throw .wrongCount(what: what, expected: count, found: values.count)
    }
    for value in values where !value.isFinite {
      throw .notFinite(what: "a value of \(what)", value: Double(value))
    }
  }
}
