import Foundation
import Random
import Statistics
import Testing

@Suite struct SampleMomentsTests {
  @Test func handExample() throws {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, Σ (x − 5)² = 32.
    let moments = try SampleMoments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean.value == 5)
    #expect(moments.variance == 32.0 / 7)
    #expect(moments.mean.standardError == (32.0 / 56).squareRoot())
    #expect(moments.mean.degreesOfFreedom == 7)
  }

  @Test func errorOfTheDeviationIsTheJackknife() throws {
    var random = RandomStream(seed: 1, name: "moments")
    let x = (0..<30).map { _ in random.normal() }
    let jackknife = try Jackknife(samples: 30) { kept in
      [try SampleMoments(kept.map { x[$0] }).standardDeviation.value]
    }
    let error = try SampleMoments(x).standardDeviation.standardError
    #expect(abs(error / jackknife.estimates[0].standardError - 1) < 1e-10)
  }

  /// For normal samples the deviation has error σ/√(2(n − 1)); 300 sets of 200 show it: each jackknife error
  /// scatters by about √(kurtosis terms/n) ≈ 20 %, so that their mean is within 5 · 20 %/√300 + O(1/n).
  @Test func errorOfTheDeviationOfNormalSamples() throws {
    let errors = try (0..<300).map { index in
      var random = RandomStream(seed: 2, name: "moments-normal", index: index)
      return try SampleMoments((0..<200).map { _ in random.normal() }).standardDeviation.standardError
    }
    let mean = errors.reduce(0, +) / 300
    #expect(abs(mean * (2.0 * 199).squareRoot() - 1) < 5 * 0.2 / 300.0.squareRoot() + 2.0 / 200)
  }

  @Test func badInputIsRefused() throws {
    #expect(
      throws: StatisticsError.tooFew(
        operation: "sample moments", items: "samples", count: 1, minimum: 2)
    ) { try SampleMoments([1]) }
    #expect(throws: StatisticsError.notFinite(operation: "sample moments", what: "samples[1] = nan")) {
      try SampleMoments([1, .nan])
    }
    #expect(try SampleMoments([1, 2]).standardDeviation.standardError.isNaN)
  }
}

@Suite struct BoxStatisticsTests {
  /// numpy: percentile([1..9, 30], [25, 50, 75]) = 3.25, 5.5, 7.75; fences −3.5 and 14.5; whiskers 1 and 9.
  @Test func handExample() throws {
    let box = try BoxStatistics([30, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect((box.firstQuartile, box.median, box.thirdQuartile) == (3.25, 5.5, 7.75))
    #expect((box.lowerWhisker, box.upperWhisker, box.outliers) == (1, 9, 1))
    #expect((box.minimum, box.maximum, box.count, box.mean) == (1, 30, 10, 7.5))
    #expect(box.interquartileRange == 4.5)
  }

  @Test func aDatumOnTheFenceIsNotAnOutlier() throws {
    // Quartiles 1 and 3, fences −2 and 6.
    #expect(try BoxStatistics([1, 1, 2, 3, 6]).outliers == 0)
    #expect(try BoxStatistics([1, 1, 2, 3, 6.0001]).outliers == 1)
    #expect(try BoxStatistics([7]).upperWhisker == 7)
  }

  /// The median law of a narrow box: data 0, 0, 0, 0, 1: the box has no height, and the whiskers none either.
  @Test func aBoxWithoutHeightHasItsOutliers() throws {
    let box = try BoxStatistics([0, 0, 0, 0, 1])
    #expect((box.lowerWhisker, box.upperWhisker, box.outliers) == (0, 0, 1))
  }

  @Test func percentilesOfTypeSeven() throws {
    #expect(try percentiles([15, 20, 35, 40, 50], [0, 5, 40, 100]) == [15, 16, 29, 50])
    #expect(
      throws: StatisticsError.invalidArgument(
        operation: "percentiles", why: "the probability is 1.01; it must lie in 0...1")
    ) {
      try percentiles([1], [101])
    }
    #expect(throws: StatisticsError.tooFew(operation: "box statistics", items: "data", count: 0, minimum: 1)) {
      try BoxStatistics([])
    }
  }
}

@Suite struct WeightedMeanTests {
  @Test func twoEstimatesByHand() throws {
    // Weights 4 and 1: mean (4·1 + 2)/5 = 1.2, χ² = 4·0.04 + 0.64 = 0.8.
    let mean = try WeightedMean([Estimate(1, 0.5), Estimate(2, 1)])
    #expect(abs(mean.estimate.value - 1.2) < 1e-15)
    #expect(abs(mean.estimate.standardError - 0.2.squareRoot()) < 1e-15)
    #expect(abs(mean.chiSquared - 0.8) < 1e-15)
    #expect(mean.degreesOfFreedom == 1 && mean.estimate.degreesOfFreedom == nil)
    let pValue = try #require(mean.pValue)
    #expect(abs(pValue - erfc(0.4.squareRoot())) < 1e-12)
  }

  @Test func equalStudentErrorsAddTheirDegreesOfFreedom() throws {
    let mean = try WeightedMean((0..<3).map { Estimate(Double($0), 0.3, degreesOfFreedom: 7) })
    let dof = try #require(mean.estimate.degreesOfFreedom)
    #expect(abs(dof - 21) < 1e-10)
  }

  @Test func exactNumbersHaveNoWeight() {
    #expect(throws: StatisticsError.badError(operation: "weighted mean", index: 1, value: 0)) {
      try WeightedMean([Estimate(1, 1), Estimate(1)])
    }
  }
}
