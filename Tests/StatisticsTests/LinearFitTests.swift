import Foundation
import Random
import Statistics
import Testing

@Suite struct LinearFitTests {
  private let x = [0.0, 1, 2, 4, 7, 9]
  private let sigma = [0.1, 0.2, 0.1, 0.3, 0.2, 0.1]

  /// Closed form with S = Σw, Sx = Σwx, Sxx = Σwx², Δ = S Sxx − Sx².
  @Test func weightedLineHasItsClosedForm() throws {
    let y = [1.1, 2.7, 5.2, 8.5, 15.3, 19.1]
    let fit = try LinearFit.line(x: x, y: y, errors: sigma)
    let w = sigma.map { 1 / ($0 * $0) }
    func sum(_ a: [Double], _ b: [Double]) -> Double {
      (0..<6).reduce(0) { $0 + w[$1] * a[$1] * b[$1] }
    }
    let one = [Double](repeating: 1, count: 6)
    let (s, sx, sxx, sy, sxy) = (sum(one, one), sum(x, one), sum(x, x), sum(y, one), sum(x, y))
    let delta = s * sxx - sx * sx
    let slope = (s * sxy - sx * sy) / delta
    let intercept = (sxx * sy - sx * sxy) / delta
    #expect(abs(fit.parameters[0].value - intercept) < 1e-13)
    #expect(abs(fit.parameters[1].value - slope) < 1e-13)
    #expect(abs(fit.covariance[0][0] / (sxx / delta) - 1) < 1e-12)
    #expect(abs(fit.covariance[0][1] / (-sx / delta) - 1) < 1e-12)
    #expect(abs(fit.parameters[1].standardError / (s / delta).squareRoot() - 1) < 1e-12)
    let residuals = (0..<6).map { y[$0] - intercept - slope * x[$0] }
    #expect(abs(fit.chiSquared / sum(residuals, residuals) - 1) < 1e-11)
    #expect(fit.degreesOfFreedom == 4 && fit.parameters[0].degreesOfFreedom == nil)
    // χ² with four degrees of freedom: Q = (1 + χ²/2) exp(−χ²/2).
    let half = fit.chiSquared / 2
    let pValue = try #require(fit.pValue)
    #expect(abs(pValue / ((1 + half) * exp(-half)) - 1) < 1e-10)
    let at3 = try fit.combination([1, 3])
    #expect(abs(at3.value - (intercept + 3 * slope)) < 1e-12)
    let variance = (sxx - 6 * sx + 9 * s) / delta
    #expect(abs(at3.standardError - variance.squareRoot()) < 1e-12)
  }

  /// Slope error √(s²/Σ(x − x̄)²) with s² = Σ r²/(n − 2): hand example x = 0…3, y = 0, 1, 1, 2.
  @Test func unweightedLineTakesItsErrorsFromTheScatter() throws {
    let fit = try LinearFit.line(x: [0, 1, 2, 3], y: [0, 1, 1, 2])
    #expect(abs(fit.parameters[0].value - 0.1) < 1e-14)
    #expect(abs(fit.parameters[1].value - 0.6) < 1e-14)
    #expect(abs(fit.chiSquared - 0.2) < 1e-14)
    #expect(abs(fit.parameters[1].standardError - 0.02.squareRoot()) < 1e-14)
    #expect(fit.parameters[1].degreesOfFreedom == 2 && fit.pValue == nil)
    let perDegree = try #require(fit.chiSquaredPerDegree)
    #expect(abs(perDegree - 0.1) < 1e-14)
  }

  @Test func polynomialAndBasisRecoverTheirCoefficients() throws {
    let cubic = x.map { 1 - 2 * $0 + 0.5 * $0 * $0 - 0.1 * $0 * $0 * $0 }
    let fit = try LinearFit.polynomial(degree: 3, x: x, y: cubic, errors: sigma)
    for (p, wanted) in zip(fit.parameters, [1, -2, 0.5, -0.1]) { #expect(abs(p.value - wanted) < 1e-10) }
    let waves = try LinearFit.model(parameters: 2, x: x, y: x.map { 2 * cos($0) - sin($0) }) {
      [cos($0), sin($0)]
    }
    #expect(abs(waves.parameters[0].value - 2) < 1e-13 && abs(waves.parameters[1].value + 1) < 1e-13)
    let design = try LinearFit.model(
      design: x.map { [cos($0), sin($0)] }, y: x.map { 2 * cos($0) - sin($0) })
    #expect(design == waves)
  }

  /// 400 data sets: pulls normal, p-values uniform.
  @Test func pullsOfTheWeightedLineAreNormal() throws {
    var slopes: [Double] = []
    var pValues: [Double] = []
    for index in 0..<400 {
      var random = RandomStream(seed: 1, name: "line-pulls", index: index)
      let y = zip(x, sigma).map { 0.3 + 2 * $0 + $1 * random.normal() }
      let fit = try LinearFit.line(x: x, y: y, errors: sigma)
      slopes.append((fit.parameters[1].value - 2) / fit.parameters[1].standardError)
      pValues.append(try #require(fit.pValue))
    }
    let pulls = Pulls(values: slopes)
    #expect(abs(pulls.mean) < pulls.meanLimit())
    #expect(abs(pulls.variance - 1) < pulls.varianceLimit())
    #expect(Pulls.uniformity(pValues) < 2.5)
  }

  /// Without errors the pulls are Student's t with 4 degrees of freedom, which has no fourth moment; turned
  /// into z they are normal again.
  @Test func pullsOfTheUnweightedLineAreNormalAfterConversion() throws {
    let pulls = Pulls(
      values: try (0..<400).map { index in
        var random = RandomStream(seed: 2, name: "line-student", index: index)
        let fit = try LinearFit.line(x: x, y: x.map { 0.3 + 2 * $0 + 0.2 * random.normal() })
        return zScore(of: fit.parameters[1], against: 2)
      })
    #expect(abs(pulls.mean) < pulls.meanLimit())
    #expect(abs(pulls.variance - 1) < pulls.varianceLimit())
  }
}

@Suite struct FitRefusalTests {
  private func message(_ body: () throws -> FitResult) -> String? {
    do {
      _ = try body()
      return nil
    } catch { return "\(error)" }
  }

  @Test func linesSayWhatIsWrong() {
    #expect(
      message { try LinearFit.line(x: [1], y: [1], errors: [0.1]) }
        == "line fit: 1 points with errors for 2 parameters; at least 2 are needed")
    #expect(
      message { try LinearFit.line(x: [1, 2], y: [1, 2]) }
        == "line fit: 2 points without errors for 2 parameters; at least 3 are needed")
    #expect(
      message { try LinearFit.line(x: [1, 2, 3], y: [1, 2]) }
        == "line fit: 3 x but 2 y; the counts must be equal")
    #expect(
      message { try LinearFit.line(x: [1, 2], y: [1, 2], errors: [1]) }
        == "line fit: 2 y but 1 errors; the counts must be equal")
    #expect(
      message { try LinearFit.line(x: [1, 2, 3], y: [1, .nan, 2]) }
        == "line fit: y[1] = nan is not finite; only finite numbers are allowed")
    #expect(
      message { try LinearFit.line(x: [1, .infinity, 3], y: [1, 2, 2]) }
        == "line fit: x[1] = inf is not finite; only finite numbers are allowed")
    #expect(
      message { try LinearFit.line(x: [1, 2], y: [1, 2], errors: [0.1, 0]) }
        == "line fit: errors[1] = 0.0; errors must be finite and > 0")
    #expect(
      message { try LinearFit.line(x: [1, 2], y: [1, 2], errors: [-0.1, 1]) }
        == "line fit: errors[0] = -0.1; errors must be finite and > 0")
    #expect(
      message { try LinearFit.line(x: [2, 2, 2], y: [1, 2, 3]) }
        == "line fit: all points have x = 2.0; at least two different x are needed")
    #expect(
      message { try LinearFit.polynomial(degree: 2, x: [1, 1, 3, 3], y: [1, 2, 3, 4]) }
        == "polynomial fit: the data determine only 2 of 3 parameters; "
        + "use fewer parameters or more distinct points")
    #expect(
      message { try LinearFit.polynomial(degree: -1, x: [1], y: [1]) }
        == "polynomial fit: the degree is -1; it must be >= 0")
    #expect(
      message { try LinearFit.model(parameters: 2, x: [1, 2, 3], y: [1, 2, 3]) { [$0] } }
        == "linear fit: the basis must give 2 values at every x")
  }

  @Test func nonlinearFitsSayWhatIsWrong() {
    let x = [1.0, 2, 3]
    #expect(
      message { try NonlinearFit.fit(x: [1], y: [1], start: [1]) { $1[0] * $0 } }
        == "nonlinear fit: 1 points without errors for 1 parameters; at least 2 are needed")
    #expect(
      message { try NonlinearFit.fit(x: x, y: x, start: []) { x, _ in x } }
        == "nonlinear fit: 0 parameters; at least 1 are needed")
    #expect(
      message { try NonlinearFit.fit(x: [1, 1, 1], y: x, start: [1, 1]) { $1[0] * $0 + $1[1] } }
        == "nonlinear fit: all points have x = 1.0; at least two different x are needed")
    #expect(
      message { try NonlinearFit.fit(x: x, y: x, start: [-1]) { x, p in p[0] > 0 ? x : .nan } }
        == "nonlinear fit: model value 0 = nan at parameters [-1.0] is not finite; "
        + "only finite numbers are allowed")
    #expect(
      message { try NonlinearFit.fit(x: x, y: x, start: [.nan]) { $1[0] * $0 } }
        == "nonlinear fit: start[0] = nan is not finite; only finite numbers are allowed")
    #expect(
      message { try NonlinearFit.fit(x: x, y: [1, 2, 4], start: [1, 1]) { ($1[0] + $1[1]) * $0 } }
        == "nonlinear fit: the data determine only 1 of 2 parameters; "
        + "use fewer parameters or more distinct points")
    #expect(
      message {
        try NonlinearFit.fit(x: x, y: [1, 2, 4], start: [100, 5], maximumIterations: 1) { x, p in
          p[0] * exp(-p[1] * x)
        }
      } == "nonlinear fit: no minimum found within 1 iterations; start nearer to the solution or allow more")
    #expect(
      message { try ScalingFit(x: [0, 1, 2], y: [1, 2, 3]).fit }
        == "scaling fit: x[0] = 0.0; a power law needs numbers > 0")
  }

  @Test func errorOfTheModelIsRethrown() {
    struct Broken: Error, Equatable {}
    #expect(throws: Broken()) {
      try NonlinearFit.fit(x: [1, 2, 3], y: [1, 2, 3], start: [1]) { _, _ in throw Broken() }
    }
  }
}
