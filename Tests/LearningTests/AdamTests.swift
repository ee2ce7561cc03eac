import Testing

@testable import Learning

@Suite("Adam")
struct AdamTests {
  @Test("the first step is the learning rate against the sign of the gradient")
  func firstStep() throws {
    // m̂ = g and v̂ = g², so the step is lr g / (|g| + ε).
    let gradient = [3.0, -0.02, 1e-8, 0]
    var parameters = [1.0, 2, 3, 4]
    var adam = try Adam(parameterCount: 4, learningRate: 0.1)
    adam.step(&parameters, gradient: gradient)
    for (index, g) in gradient.enumerated() {
      let expected = Double(index + 1) - 0.1 * g / (abs(g) + 1e-8)
      #expect(abs(parameters[index] - expected) < 1e-14)
    }
  }

  @Test("two steps, written out")
  func twoSteps() throws {
    let (g1, g2) = (0.5, -2.0)
    var parameters = [0.0]
    var adam = try Adam(parameterCount: 1, learningRate: 1e-3)
    adam.step(&parameters, gradient: [g1])
    adam.step(&parameters, gradient: [g2])
    let mean = (0.1 * 0.9 * g1 + 0.1 * g2) / (1 - 0.81)
    let square = (0.001 * 0.999 * g1 * g1 + 0.001 * g2 * g2) / (1 - 0.998001)
    let expected = -1e-3 - 1e-3 * mean / (square.squareRoot() + 1e-8)
    #expect(abs(parameters[0] - expected) < 1e-10)
  }

  @Test("a constant gradient moves by the learning rate every step")
  func constant() throws {
    var parameters = [0.0, 0.0]
    var adam = try Adam(parameterCount: 2)
    for _ in 0..<1000 { adam.step(&parameters, gradient: [0.3, -7]) }
    #expect(abs(parameters[0] + 1) < 1e-7)
    #expect(abs(parameters[1] - 1) < 1e-7)
  }

  @Test("finds the minimum of a parabola")
  func parabola() throws {
    var parameters = [2.0]
    var adam = try Adam(parameterCount: 1, learningRate: 0.01)
    for _ in 0..<4000 { adam.step(&parameters, gradient: [2 * (parameters[0] - 0.5)]) }
    #expect(abs(parameters[0] - 0.5) < 1e-6)
  }

  @Test("a learning rate must be positive", arguments: [0, -1, Double.infinity, .nan])
  func refusals(rate: Double) {
    #expect(throws: LearningError.self) { _ = try Adam(parameterCount: 1, learningRate: rate) }
  }
}
