import Foundation
import Random
import Statistics
import Testing

@Suite struct NonlinearFitTests {
  private let t = (0..<20).map { Double($0) / 4 }
  private func decay(_ t: Double, _ p: [Double]) -> Double { p[0] * exp(-p[1] * t) }
  private func gradient(_ t: Double, _ p: [Double]) -> [Double] {
    [exp(-p[1] * t), -t * p[0] * exp(-p[1] * t)]
  }

  /// Covariance of a e^{−bt} linearised at the truth: inverse of Σ e^{−2bt} [1, −at; −at, a²t²]/σ², a 2 × 2
  /// matrix.
  private func linearisedCovariance(a: Double, b: Double, sigma: Double) -> [[Double]] {
    let sums = (0...2).map { k in t.reduce(0) { $0 + exp(-2 * b * $1) * pow($1, Double(k)) } / (sigma * sigma)
    }
    let (aa, ab, bb) = (sums[0], -a * sums[1], a * a * sums[2])
    let determinant = aa * bb - ab * ab
    return [[bb / determinant, -ab / determinant], [-ab / determinant, aa / determinant]]
  }

  @Test(arguments: [true, false]) func exponentialHasTheLinearisedCovariance(analytic: Bool) throws {
    let y = t.map { decay($0, [2, 0.7]) }
    let errors = t.map { _ in 0.01 }
    let fit = try NonlinearFit.fit(
      x: t, y: y, errors: errors, start: [1, 0.2], gradient: analytic ? gradient : nil, model: decay)
    #expect(abs(fit.parameters[0].value - 2) < 1e-9)
    #expect(abs(fit.parameters[1].value - 0.7) < 1e-9)
    #expect(fit.chiSquared < 1e-12)
    let wanted = linearisedCovariance(a: 2, b: 0.7, sigma: 0.01)
    for i in 0..<2 {
      for j in 0..<2 { #expect(abs(fit.covariance[i][j] / wanted[i][j] - 1) < 1e-7) }
    }
    let pValue = try #require(fit.pValue)
    #expect(fit.degreesOfFreedom == 18 && pValue > 0.999)
  }

  /// 400 data sets with errors of half a percent: linear enough for normal pulls; p-values uniform.
  @Test func pullsOfTheExponentialAreNormal() throws {
    var rates: [Double] = []
    var pValues: [Double] = []
    for index in 0..<400 {
      var random = RandomStream(seed: 1, name: "decay-pulls", index: index)
      let y = t.map { decay($0, [2, 0.7]) + 0.01 * random.normal() }
      let fit = try NonlinearFit.fit(x: t, y: y, errors: t.map { _ in 0.01 }, start: [1, 1], model: decay)
      rates.append((fit.parameters[1].value - 0.7) / fit.parameters[1].standardError)
      pValues.append(try #require(fit.pValue))
    }
    let pulls = Pulls(values: rates)
    #expect(abs(pulls.mean) < pulls.meanLimit())
    #expect(abs(pulls.variance - 1) < pulls.varianceLimit())
    #expect(Pulls.uniformity(pValues) < 2.5)
  }

  /// Without errors the scatter of the data takes their place, with 18 degrees of freedom.
  @Test func unweightedPullsAreNormalAfterConversion() throws {
    let pulls = Pulls(
      values: try (0..<400).map { index in
        var random = RandomStream(seed: 2, name: "decay-student", index: index)
        let y = t.map { decay($0, [2, 0.7]) + 0.01 * random.normal() }
        let fit = try NonlinearFit.fit(x: t, y: y, start: [1, 1], gradient: gradient, model: decay)
        return zScore(of: fit.parameters[0], against: 2)
      })
    #expect(abs(pulls.mean) < pulls.meanLimit())
    #expect(abs(pulls.variance - 1) < pulls.varianceLimit())
  }

  /// A linear model through the nonlinear fit is the linear fit.
  @Test func linearModelGivesTheLinearFit() throws {
    let y = t.map { 1 + 0.4 * $0 + 0.1 * sin(9 * $0) }
    let linear = try LinearFit.line(x: t, y: y)
    let nonlinear = try NonlinearFit.fit(x: t, y: y, start: [0, 0]) { $1[0] + $1[1] * $0 }
    for (a, b) in zip(linear.parameters, nonlinear.parameters) {
      #expect(abs(a.value - b.value) < 1e-9)
      #expect(abs(a.standardError / b.standardError - 1) < 1e-7)
    }
  }

  @Test func powerLawIsRecovered() throws {
    let sizes = [8.0, 16, 32, 64, 128]
    let exact = try ScalingFit(x: sizes, y: sizes.map { 0.9 * pow($0, 1.75) })
    #expect(abs(exact.exponent.value - 1.75) < 1e-12 && abs(exact.amplitude.value - 0.9) < 1e-11)
    let pulls = Pulls(
      values: try (0..<400).map { index in
        var random = RandomStream(seed: 3, name: "power-law", index: index)
        let truth = sizes.map { 0.9 * pow($0, 1.75) }
        let errors = truth.map { 0.01 * $0 }
        let y = zip(truth, errors).map { $0 + $1 * random.normal() }
        let exponent = try ScalingFit(x: sizes, y: y, errors: errors).exponent
        return (exponent.value - 1.75) / exponent.standardError
      })
    #expect(abs(pulls.mean) < pulls.meanLimit())
    #expect(abs(pulls.variance - 1) < pulls.varianceLimit())
  }
}
