import Foundation
import Random
import Testing

@testable import Renormalization

@Suite struct ReweightedCurveTests {
  @Test("the derivative is that of the reweighted mean", arguments: [0.9, 1.0, 1.15])
  func derivative(massSquared: Double) throws {
    var random = RandomStream(seed: 11, name: "reweighted-curve/derivative")
    let gaussian = GaussianEnsemble(massSquared: 1, volume: 16, count: 500, &random)
    let series = try ReweightedSeries(absoluteOf: gaussian.m, in: gaussian.reweighting(bins: 10))
    let curve = try ReweightedCurve([series])
    let h = 1e-3
    let values = try curve.estimates(at: [-2, -1, 1, 2].map { massSquared + h * $0 }).map(\.value)
    let difference = (8 * (values[2] - values[1]) - (values[3] - values[0])) / (12 * h)
    let slope = try curve.slope(at: massSquared).value
    #expect(abs(slope - difference) < 1e-8 * abs(slope))
    #expect(slope < 0)
  }

  @Test("values and slopes of one and of several simulated points have the exact means and honest errors")
  func pulls() throws {
    let (bins, target) = (25, 1.07)
    var single = PullTable()
    var several = PullTable()
    for seed in 0..<60 {
      var random = RandomStream(seed: 12, name: "reweighted-curve/pulls", index: seed)
      let points = try [0.9, 1.0, 1.2].map { massSquared in
        let gaussian = GaussianEnsemble(massSquared: massSquared, volume: 16, count: 4000, &random)
        return try gaussian.point(1, 0, noise: 0.1, bins: bins, &random)
      }
      let curves = [(try ReweightedCurve([points[1]]), true), (try ReweightedCurve(points), false)]
      for (curve, isSingle) in curves {
        let (value, slope) = (try curve.estimate(at: target), try curve.slope(at: target))
        let pulls = [
          (value.value - 1 / target) / value.standardError,
          (slope.value + 1 / (target * target)) / slope.standardError,
        ]
        if isSingle { single.append(pulls) } else { several.append(pulls) }
      }
    }
    // A covariance has a skew law, which shifts the mean pull by a few hundredths at 4000 configurations.
    for (table, dof) in [(single, Double(bins - 1)), (several, 2 * Double(bins - 1))] {
      let law = StudentLaw(dof: dof)
      for pulls in table.columns {
        #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
        let limit = pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis)
        #expect(abs(pulls.variance - law.variance) < limit)
      }
    }
  }

  @Test("several points make a continuous curve with smaller errors, each point dominating at home")
  func combination() throws {
    var random = RandomStream(seed: 13, name: "reweighted-curve/combination")
    let points = try [1.2, 0.8, 1.0].map { massSquared in
      let gaussian = GaussianEnsemble(massSquared: massSquared, volume: 64, count: 400, &random)
      return try gaussian.point(1, 0, bins: 20, &random)
    }
    let curve = try ReweightedCurve(points)
    #expect(curve.points.map(\.ensemble.massSquared) == [0.8, 1.0, 1.2])
    #expect(curve.trustedRanges.count == 1)
    for point in curve.points {
      let range = point.ensemble.trustedRange
      for edge in [range.lowerBound, range.upperBound] where curve.trustedRanges[0].contains(edge + 1e-7) {
        guard curve.trustedRanges[0].contains(edge - 1e-7) else { continue }
        let (before, after) = (try curve.estimate(at: edge - 1e-7), try curve.estimate(at: edge + 1e-7))
        #expect(abs(before.value - after.value) < 1e-5)
      }
      let home = try curve.estimate(at: point.ensemble.massSquared)
      let alone = try ReweightedCurve([point]).estimate(at: point.ensemble.massSquared)
      #expect(home.standardError < alone.standardError * 1.1)
      #expect(abs(home.value - alone.value) < 3 * alone.standardError)
    }
  }

  @Test("a gap between distant points is refused and named") func gap() throws {
    var random = RandomStream(seed: 14, name: "reweighted-curve/gap")
    let points = try [1.0, 8.0].map { massSquared in
      let gaussian = GaussianEnsemble(massSquared: massSquared, volume: 64, count: 400, &random)
      return try gaussian.point(1, 0, bins: 20, &random)
    }
    let curve = try ReweightedCurve(points)
    #expect(curve.trustedRanges.count == 2)
    let error = try #require(throws: FieldFlowError.self) { try curve.estimate(at: 3) }
    #expect(error.description.hasPrefix("reweighting from mu^2 = 1.0 by 2.0: the effective sample fraction"))
  }

  @Test("curves need points, and points a finite value for every configuration") func badInput() throws {
    let ensemble = try MassReweighting(massSquared: 1, volume: 4, p2: [1, 2, 3], bins: 3)
    #expect(throws: FieldFlowError.self) { try ReweightedCurve([]) }
    #expect(throws: FieldFlowError.self) { try ReweightedSeries([1, 2], in: ensemble) }
    #expect(throws: FieldFlowError.self) { try ReweightedSeries([1, 2, .infinity], in: ensemble) }
    #expect(throws: FieldFlowError.self) { try ensemble.sums(of: [[1, 2]], at: 1) }
  }
}
