import Foundation
import Random
import Statistics
import Testing

@Suite struct JackknifeTests {
  private func correlatedPair(_ count: Int, _ random: inout RandomStream) -> (x: [Double], y: [Double]) {
    let x = (0..<count).map { _ in 3 + random.normal() }
    return (x, x.map { 2 + 0.6 * $0 + 0.8 * random.normal() })
  }

  private func covariance(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (ma, mb) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    return zip(a, b).reduce(0) { $0 + ($1.0 - ma) * ($1.1 - mb) } / (n - 1)
  }

  @Test func meansHaveTheSampleCovarianceOverN() throws {
    var random = RandomStream(seed: 1, name: "jackknife-mean")
    let (x, y) = correlatedPair(57, &random)
    let jackknife = try Jackknife(of: [x, y]) { $0 }
    let matrix = jackknife.covariance
    #expect(abs(matrix[0][0] / (covariance(x, x) / 57) - 1) < 1e-12)
    #expect(abs(matrix[0][1] / (covariance(x, y) / 57) - 1) < 1e-12)
    #expect(abs(matrix[1][1] / (covariance(y, y) / 57) - 1) < 1e-12)
    let moments = try SampleMoments(x)
    #expect(abs(jackknife.estimates[0].standardError / moments.mean.standardError - 1) < 1e-12)
    #expect(jackknife.estimates[0].degreesOfFreedom == 56)
    for bias in jackknife.bias { #expect(abs(bias) < 1e-12) }
  }

  /// x̄² overestimates the square of the mean by s²/n, and the jackknife finds exactly that.
  @Test func biasOfTheSquaredMeanIsExact() throws {
    var random = RandomStream(seed: 2, name: "jackknife-bias")
    let (x, _) = correlatedPair(40, &random)
    let jackknife = try Jackknife(of: [x]) { [$0[0] * $0[0]] }
    #expect(abs(jackknife.bias[0] / (covariance(x, x) / 40) - 1) < 1e-10)
  }

  /// Delta method for x̄/ȳ: (s_xx − 2 r s_xy + r² s_yy)/(n ȳ²); the jackknife differs in the next order, 1/n.
  @Test func ratioAgreesWithTheDeltaMethod() throws {
    var random = RandomStream(seed: 3, name: "jackknife-ratio")
    let (x, y) = correlatedPair(2000, &random)
    let estimate = try Jackknife(of: [x, y]) { [$0[0] / $0[1]] }.estimates[0]
    let (mx, my) = (x.reduce(0, +) / 2000, y.reduce(0, +) / 2000)
    let r = mx / my
    let scatter = covariance(x, x) - 2 * r * covariance(x, y) + r * r * covariance(y, y)
    let delta = (scatter / 2000).squareRoot() / my
    #expect(abs(estimate.value - r) < 1e-14)
    #expect(abs(estimate.standardError / delta - 1) < 1.0 / 2000)
  }

  /// 20 blocks: pulls follow Student's t with 19 degrees of freedom; the bias s²/(n ȳ²) of the ratio is 0.02
  /// errors.
  @Test func pullsOfARatioOverBlocksAreStudent() throws {
    let pulls = Pulls(
      values: try (0..<400).map { index in
        var random = RandomStream(seed: 4, name: "jackknife-pulls", index: index)
        let (x, y) = correlatedPair(400, &random)
        let estimate = try Jackknife(of: [x, y], blocks: 20) { [$0[0] / $0[1]] }.estimates[0]
        return (estimate.value - 3 / 3.8) / estimate.standardError
      })
    let law = StudentLaw(dof: 19)
    #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance) + 0.02)
    #expect(
      abs(pulls.variance - law.variance) < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis)
    )
  }

  /// The general form on indices is the same as the fast one on means, also when blocks have unequal lengths.
  @Test func indicesAndMeansAgree() throws {
    var random = RandomStream(seed: 5, name: "jackknife-indices")
    let (x, _) = correlatedPair(23, &random)
    let byMeans = try Jackknife(of: [x], blocks: 5) { [$0[0]] }
    let byIndices = try Jackknife(samples: 23, blocks: 5) { kept in
      [kept.reduce(0) { $0 + x[$1] } / Double(kept.count)]
    }
    for (a, b) in zip(byMeans.replicates, byIndices.replicates) { #expect(abs(a[0] - b[0]) < 1e-14) }
  }

  @Test func badInputIsRefused() {
    func message(_ body: () throws -> Jackknife) -> String? {
      do {
        _ = try body()
        return nil
      } catch { return "\(error)" }
    }
    #expect(message { try Jackknife(of: []) { $0 } } == "jackknife: 0 series; at least 1 are needed")
    #expect(message { try Jackknife(of: [[1]]) { $0 } } == "jackknife: 1 blocks; at least 2 are needed")
    #expect(
      message { try Jackknife(of: [[1, 2, 3]], blocks: 4) { $0 } }
        == "jackknife: 3 samples; at least 4 are needed")
    #expect(
      message { try Jackknife(of: [[1, 2], [1]]) { $0 } }
        == "jackknife: 2 samples in series 0 but 1 samples in series 1; the counts must be equal")
    #expect(
      message { try Jackknife(of: [[1, 1]]) { [1 / ($0[0] - 1)] } }
        == "jackknife: derived quantity[0] = inf is not finite; only finite numbers are allowed")
  }
}

@Suite struct BootstrapTests {
  /// Drawing from n samples with replacement, the mean has exactly the variance (n − 1) s²/n²; R resamples
  /// show it to a relative 1/√(2R), its 16 % and 84 % percentiles to √(p(1 − p)/R)/φ(1) = 1.51/√R standard
  /// errors each.
  @Test func meanHasTheAnalyticErrorAndInterval() throws {
    var random = RandomStream(seed: 1, name: "bootstrap-data")
    let x = (0..<300).map { _ in random.normal() }
    let resamples = 4000
    let bootstrap = try Bootstrap(
      of: [x], resamples: resamples, stream: RandomStream(seed: 1, name: "bootstrap")
    ) { $0 }
    let moments = try SampleMoments(x)
    let exact = moments.mean.standardError * (299.0 / 300).squareRoot()
    let r = Double(resamples)
    #expect(abs(bootstrap.estimates[0].standardError / exact - 1) < 5 / (2 * r).squareRoot())
    #expect(bootstrap.estimates[0].value == bootstrap.values[0])
    let interval = try bootstrap.interval()
    // Skewness of the mean of 300 samples shifts a percentile by less than 1/√300 · 1/6 standard errors.
    let limit = (5 * 1.51 / r.squareRoot() + 0.01) * exact
    #expect(abs(interval.lowerBound - (bootstrap.values[0] - exact)) < limit)
    #expect(abs(interval.upperBound - (bootstrap.values[0] + exact)) < limit)
  }

  @Test func aResampleDoesNotDependOnHowManyThereAre() throws {
    let x = (0..<20).map { Double($0 * $0) }
    let stream = RandomStream(seed: 9, name: "bootstrap-order")
    let few = try Bootstrap(of: [x], resamples: 5, stream: stream) { $0 }
    let many = try Bootstrap(of: [x], resamples: 50, stream: stream) { $0 }
    #expect(few.replicates == Array(many.replicates[0..<5]))
    #expect(Set(many.replicates.map { $0[0] }).count > 40)
  }

  /// The block bootstrap keeps the correlations of an AR(1) chain that the plain one destroys.
  @Test func blocksKeepTheAutocorrelation() throws {
    var random = RandomStream(seed: 2, name: "bootstrap-blocks")
    let chain = AutoregressiveChain(rho: 0.8)
    let x = chain.series(20000, &random)
    let stream = RandomStream(seed: 2, name: "bootstrap")
    let error = try Bootstrap(of: [x], blocks: 200, resamples: 1000, stream: stream) { $0 }
      .estimates[0].standardError
    // 200 blocks and 1000 resamples: relative error √(1/400 + 1/2000); blocks of 100 miss τ/100 of the
    // variance.
    let exact = chain.varianceOfMean(20000).squareRoot()
    #expect(abs(error / exact - 1) < 5 * (1.0 / 400 + 1.0 / 2000).squareRoot() + chain.tauInt / 200)
  }

  @Test func badInputIsRefused() throws {
    let stream = RandomStream(seed: 1, name: "bad")
    #expect(
      throws: StatisticsError.tooFew(
        operation: "bootstrap", items: "resamples", count: 1, minimum: 2)
    ) {
      try Bootstrap(of: [[1, 2]], resamples: 1, stream: stream) { $0 }
    }
    let good = try Bootstrap(of: [[1, 2]], resamples: 10, stream: stream) { $0 }
    #expect(throws: StatisticsError.self) { try good.interval(of: 1) }
    #expect(throws: StatisticsError.self) { try good.interval(probability: 1) }
  }
}
