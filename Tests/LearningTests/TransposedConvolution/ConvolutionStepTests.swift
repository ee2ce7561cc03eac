import Random
import Testing

@testable import Learning

@Suite("The convolutional network without shared quadrants")
struct ConvolutionStepTests {
  private struct Problem {
    let filters: Int
    let images: Int
    let inputs: [Double]
    let targets: [Double]
    let parameters: [Double]

    init(filters: Int, images: Int) {
      var random = RandomStream(seed: 1, name: "convolution-step", index: filters)
      self.filters = filters
      self.images = images
      inputs = TestFields.normal(256 * images, &random)
      targets = TestFields.normal(1024 * images, &random)
      parameters = (0..<16 * filters).map { $0 % 16 < 14 ? 0.3 * random.normal() : 0 }
    }

    /// The loss from the definition.
    var loss: Double {
      var sum = 0.0
      for image in 0..<images {
        for site in 0..<256 {
          var outputs = [Double](repeating: 0, count: 4)
          for f in 0..<filters {
            var z = parameters[16 * f + 9]
            for t in 0..<9 {
              let (y, x) = ((site / 16 + t / 3 + 15) % 16, (site % 16 + t % 3 + 15) % 16)
              z += parameters[16 * f + t] * inputs[256 * image + 16 * y + x]
            }
            for q in 0..<4 { outputs[q] += max(z, 0) * parameters[16 * f + 10 + q] }
          }
          for q in 0..<4 {
            let (y, x) = (2 * (site / 16) + q / 2, 2 * (site % 16) + q % 2)
            let difference = outputs[q] - targets[1024 * image + 32 * y + x]
            sum += difference * difference
          }
        }
      }
      return sum / Double(1024 * images)
    }
  }

  @Test("loss and gradient in double precision")
  func gradient() {
    let problem = Problem(filters: 3, images: 2)
    let kernel = ConvolutionKernel<SIMD8<Double>>(
      filters: 3, images: 2, side: 16, inputs: problem.inputs, targets: problem.targets)
    let (loss, gradient) = kernel.lossGradient(problem.parameters)
    #expect(abs(loss - problem.loss) < 1e-13)
    for j in gradient.indices {
      let losses = [-1e-6, 1e-6].map { step in
        var parameters = problem.parameters
        parameters[j] += step
        return kernel.lossGradient(parameters).loss
      }
      #expect(abs((losses[1] - losses[0]) / 2e-6 - gradient[j]) < 1e-8, "parameter \(j)")
    }
  }

  @Test("single precision follows double precision, and every step lowers the loss")
  func singlePrecision() throws {
    let problem = Problem(filters: 8, images: 4)
    let kernel = ConvolutionKernel<SIMD8<Double>>(
      filters: 8, images: 4, side: 16, inputs: problem.inputs, targets: problem.targets)
    var step = try ConvolutionStep(
      filters: 8, side: 16, inputs: problem.inputs.map { Float($0) }, targets: problem.targets.map { Float($0) },
      parameters: problem.parameters.map { Float($0) })
    var parameters = problem.parameters
    var last = Double.infinity
    for _ in 0..<20 {
      let single = step.step(learningRate: 0.05)
      let (double, gradient) = kernel.lossGradient(parameters)
      for i in parameters.indices { parameters[i] -= 0.05 * gradient[i] }
      #expect(abs(single - double) < 1e-5 * double)
      #expect(double < last)
      last = double
    }
  }

  @Test("the same bits on every processor")
  func bits() throws {
    let problem = Problem(filters: 8, images: 4)
    var step = try ConvolutionStep(
      filters: 8, side: 16, inputs: problem.inputs.map { Float($0) }, targets: problem.targets.map { Float($0) },
      parameters: problem.parameters.map { Float($0) })
    for _ in 0..<3 { _ = step.step(learningRate: 0.05) }
    #expect(TestFields.digest(step.parameters.map { UInt64($0.bitPattern) }) == 0)
  }

  @Test("wrong shapes are refused")
  func refusals() {
    let zeros = [Float](repeating: 0, count: 1024)
    for (filters, side, inputs, parameters) in [(0, 16, 256, 0), (1, 8, 64, 16), (1, 16, 0, 16), (1, 16, 256, 9)] {
      #expect(throws: InverseMapError.self) {
        _ = try ConvolutionStep(
          filters: filters, side: side, inputs: Array(zeros.prefix(inputs)), targets: zeros,
          parameters: Array(zeros.prefix(parameters)))
      }
    }
    #expect(throws: InverseMapError.self) {
      _ = try ConvolutionStep(
        filters: 1, side: 16, inputs: Array(zeros.prefix(200)), targets: zeros, parameters: Array(zeros.prefix(16)))
    }
  }
}
