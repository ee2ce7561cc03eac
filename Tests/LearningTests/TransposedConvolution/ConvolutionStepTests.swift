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

    /// Loss and gradient from the definition, in double precision.
    func lossGradient(_ p: [Double]) -> (loss: Double, gradient: [Double]) {
      let count = Double(1024 * images)
      var (loss, gradient) = (0.0, [Double](repeating: 0, count: p.count))
      for (image, site) in (0..<images).flatMap({ image in (0..<256).map { (image, $0) } }) {
        let patch = (0..<9).map { t -> Double in
          let (y, x) = ((site / 16 + t / 3 + 15) % 16, (site % 16 + t % 3 + 15) % 16)
          return inputs[256 * image + 16 * y + x]
        }
        let hidden = (0..<filters).map { f -> Double in
          var z = p[16 * f + 9]
          for t in 0..<9 { z += p[16 * f + t] * patch[t] }
          return max(z, 0)
        }
        for q in 0..<4 {
          let (y, x) = (2 * (site / 16) + q / 2, 2 * (site % 16) + q % 2)
          var output = 0.0
          for f in 0..<filters { output += hidden[f] * p[16 * f + 10 + q] }
          let difference = output - targets[1024 * image + 32 * y + x]
          loss += difference * difference / count
          for f in 0..<filters where hidden[f] > 0 {
            gradient[16 * f + 10 + q] += 2 * difference * hidden[f] / count
            let inner = 2 * difference * p[16 * f + 10 + q] / count
            for t in 0..<9 { gradient[16 * f + t] += inner * patch[t] }
            gradient[16 * f + 9] += inner
          }
        }
      }
      return (loss, gradient)
    }

    func step() throws -> ConvolutionStep {
      try ConvolutionStep(
        filters: filters, side: 16, inputs: inputs.map { Float($0) }, targets: targets.map { Float($0) },
        parameters: parameters.map { Float($0) })
    }
  }

  @Test("the gradient of the definition is the derivative of its loss")
  func definition() {
    let problem = Problem(filters: 3, images: 2)
    let gradient = problem.lossGradient(problem.parameters).gradient
    for j in gradient.indices {
      let losses = [-1e-6, 1e-6].map { step in
        var parameters = problem.parameters
        parameters[j] += step
        return problem.lossGradient(parameters).loss
      }
      #expect(abs((losses[1] - losses[0]) / 2e-6 - gradient[j]) < 1e-8, "parameter \(j)")
    }
  }

  @Test("loss and gradient are those of the definition to single precision", arguments: [1, 3, 8])
  func gradient(filters: Int) throws {
    let problem = Problem(filters: filters, images: 3)
    let (loss, gradient) = try problem.step().lossGradient
    let exact = problem.lossGradient(problem.parameters)
    #expect(abs(loss - exact.loss) < 1e-6 * exact.loss)
    #expect(TestFields.largestDifference(gradient.map { Double($0) }, exact.gradient) < 1e-6)
  }

  @Test("every step lowers the loss")
  func descent() throws {
    var step = try Problem(filters: 8, images: 4).step()
    let losses = (0..<20).map { _ in step.step(learningRate: 0.05) }
    for (before, after) in zip(losses, losses.dropFirst()) { #expect(after < before) }
  }

  @Test("the same bits on every processor")
  func bits() throws {
    var step = try Problem(filters: 8, images: 4).step()
    for _ in 0..<3 { _ = step.step(learningRate: 0.05) }
    #expect(TestFields.digest(step.parameters.map { UInt64($0.bitPattern) }) == 5_454_157_827_446_957_543)
  }

  @Test("wrong shapes are refused")
  func refusals() {
    let zeros = [Float](repeating: 0, count: 1024)
    let shapes = [(0, 16, 256, 0), (1, 8, 64, 16), (1, 16, 0, 16), (1, 16, 256, 9)]
    for (filters, side, inputs, parameters) in shapes {
      #expect(throws: InverseMapError.self) {
        _ = try ConvolutionStep(
          filters: filters, side: side, inputs: Array(zeros.prefix(inputs)), targets: zeros,
          parameters: Array(zeros.prefix(parameters)))
      }
    }
    #expect(throws: InverseMapError.self) {
      _ = try ConvolutionStep(
        filters: 1, side: 16, inputs: Array(zeros.prefix(200)), targets: zeros,
        parameters: Array(zeros.prefix(16)))
    }
  }
}
