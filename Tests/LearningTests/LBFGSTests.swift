import Foundation
import Testing

@testable import Learning

@Suite("L-BFGS")
struct LBFGSTests {
  @Test("Rosenbrock's valley, from its standard start")
  func rosenbrock() throws {
    let minimum = try LBFGS(gradientTolerance: 1e-10).minimize(from: [-1.2, 1]) { x, gradient in
      let (u, v) = (1 - x[0], x[1] - x[0] * x[0])
      gradient = [-2 * u - 400 * x[0] * v, 200 * v]
      return u * u + 100 * v * v
    }
    #expect(minimum.converged && minimum.iterations < 60)
    #expect(abs(minimum.parameters[0] - 1) < 1e-9 && abs(minimum.parameters[1] - 1) < 1e-9)
  }

  @Test("an ill-conditioned quadratic form of 40 variables")
  func quadratic() throws {
    let curvatures = (0..<40).map { Double($0 * $0 + 1) }
    let optimizer = try LBFGS(memory: 10, maximumIterations: 400, gradientTolerance: 1e-9)
    let minimum = try optimizer.minimize(from: [Double](repeating: 1, count: 40)) { x, gradient in
      for i in x.indices { gradient[i] = curvatures[i] * (x[i] - Double(i)) }
      return 0.5 * x.indices.reduce(0.0) { $0 + gradient[$1] * (x[$1] - Double($1)) }
    }
    #expect(minimum.converged && minimum.gradientNorm <= 1e-9)
    for (i, x) in minimum.parameters.enumerated() { #expect(abs(x - Double(i)) < 1e-8) }
  }

  @Test("a kink is reached, and the search says that it did not converge")
  func kink() throws {
    let minimum = try LBFGS().minimize(from: [3.3]) { x, gradient in
      gradient = [x[0] > 0 ? 1 : -1]
      return abs(x[0])
    }
    #expect(!minimum.converged && abs(minimum.parameters[0]) < 1e-6)
  }

  @Test("steps into places without a value are shortened")
  func domain() throws {
    // x - ln x has its minimum at 1 and no value below 0.
    let minimum = try LBFGS().minimize(from: [0.01]) { x, gradient in
      gradient = [1 - 1 / x[0]]
      return x[0] > 0 ? x[0] - log(x[0]) : .nan
    }
    #expect(minimum.converged && abs(minimum.parameters[0] - 1) < 1e-8)
    #expect(throws: OptimizerError.self) { _ = try LBFGS().minimize(from: [1]) { _, _ in .nan } }
    #expect(throws: OptimizerError.self) { _ = try LBFGS(memory: 0) }
    #expect(throws: OptimizerError.self) { _ = try LBFGS(maximumIterations: 0) }
    #expect(throws: OptimizerError.self) { _ = try LBFGS(gradientTolerance: .nan) }
  }
}
