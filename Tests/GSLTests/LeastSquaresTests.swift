import Foundation
import GSL
import Testing

@Suite struct LeastSquaresTests {
  @Test func weightedMeanIsTheOneParameterProblem() throws {
    let (y, w): ([Double], [Double]) = ([1, 2, 4], [1, 4, 0.25])
    let solution = try linearLeastSquares(design: [[1], [1], [1]], values: y, weights: w)
    #expect(abs(solution.parameters[0] - 10 / 5.25) < 1e-15)
    #expect(abs(solution.covariance[0][0] - 1 / 5.25) < 1e-15)
  }

  @Test func parallelColumnsAreRankDeficientInAnyUnits() {
    #expect(throws: GSLError.rankDeficient(operation: "linearLeastSquares", rank: 1, parameters: 2)) {
      try linearLeastSquares(
        design: [[1, 1e-12], [2, 2e-12], [3, 3e-12]], values: [1, 2, 3], weights: [1, 1, 1])
    }
  }

  @Test func badCountsAndWeightsAreRefused() {
    #expect(throws: GSLError.self) { try linearLeastSquares(design: [[1]], values: [], weights: [1]) }
    #expect(throws: GSLError.self) { try linearLeastSquares(design: [[1, 2]], values: [1], weights: [1]) }
    #expect(
      throws: GSLError.invalidArgument(
        operation: "linearLeastSquares", why: "weights[1] = 0.0; weights must be finite and > 0")
    ) {
      try linearLeastSquares(design: [[1], [1]], values: [1, 2], weights: [1, 0])
    }
  }

  /// Rosenbrock's valley as residuals 10 (b − a²) and 1 − a: minimum 0 at (1, 1).
  @Test(arguments: [true, false]) func rosenbrockValley(analytic: Bool) throws {
    let solution = try nonlinearLeastSquares(
      values: [0, 1], weights: [100, 1], start: [-1.2, 1],
      jacobian: analytic ? { p in [[-2 * p[0], 1], [1, 0]] } : nil,
      model: { p in [p[1] - p[0] * p[0], p[0]] })
    #expect(abs(solution.parameters[0] - 1) < 1e-9)
    #expect(abs(solution.parameters[1] - 1) < 1e-9)
    #expect(solution.chiSquared < 1e-18)
  }

  /// The same problem in units of 1e-9 and 1e+9: the answer scales with the units.
  @Test(arguments: [1e-9, 1, 1e9]) func convergenceDoesNotDependOnTheUnitsOfTheData(unit: Double) throws {
    let times = (0..<12).map { Double($0) / 4 }
    let y = times.map { unit * (2 * exp(-$0) + 0.01 * cos(40 * $0)) }
    let solution = try nonlinearLeastSquares(
      values: y, weights: y.map { _ in 1 }, start: [unit, 0.3]
    ) { p in times.map { p[0] * exp(-p[1] * $0) } }
    let reference = try nonlinearLeastSquares(
      values: y.map { $0 / unit }, weights: y.map { _ in 1 }, start: [1, 0.3]
    ) { p in times.map { p[0] * exp(-p[1] * $0) } }
    #expect(abs(solution.parameters[0] / unit - reference.parameters[0]) < 1e-6)
    #expect(abs(solution.parameters[1] - reference.parameters[1]) < 1e-6)
  }

  @Test func undeterminedParametersStepsAndNaNAreReported() {
    struct Broken: Error, Equatable {}
    let y = [1.0, 2, 3]
    #expect(throws: GSLError.rankDeficient(operation: "nonlinearLeastSquares", rank: 1, parameters: 2)) {
      try nonlinearLeastSquares(values: y, weights: [1, 1, 1], start: [1, 1]) { p in
        [1, 2, 3].map { (p[0] + p[1]) * $0 + 0.1 * $0 * $0 }
      }
    }
    #expect(
      throws: GSLError.notFinite(
        operation: "nonlinearLeastSquares", what: "model value 1 = nan at parameters [1.0]")
    ) {
      try nonlinearLeastSquares(values: y, weights: [1, 1, 1], start: [1]) { p in [p[0], .nan, 1] }
    }
    #expect(throws: Broken()) {
      try nonlinearLeastSquares(values: y, weights: [1, 1, 1], start: [1]) { _ in throw Broken() }
    }
    #expect(throws: GSLError.noConvergence(operation: "nonlinearLeastSquares", iterations: 2)) {
      try nonlinearLeastSquares(
        values: [0, 1], weights: [100, 1], start: [-1.2, 1], maximumIterations: 2
      ) { p in [p[1] - p[0] * p[0], p[0]] }
    }
  }
}
