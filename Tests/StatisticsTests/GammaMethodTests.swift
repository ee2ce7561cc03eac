import Foundation
import Random
import Statistics
import Testing

@Suite struct GammaMethodTests {
  /// The definition, written down without any economy.
  private func reference(_ replicas: [[Double]], s: Double) -> (window: Int, tau: Double, error: Double) {
    let all = replicas.flatMap { $0 }
    let (n, r) = (Double(all.count), Double(replicas.count))
    let mean = all.reduce(0, +) / n
    func gamma(_ t: Int) -> Double {
      var sum = 0.0
      for a in replicas { for i in 0..<(a.count - t) { sum += (a[i] - mean) * (a[i + t] - mean) } }
      return sum / (n - r * Double(t))
    }
    var tau = 0.5
    var window = 0
    repeat {
      window += 1
      tau += gamma(window) / gamma(0)
      let scale = tau > 0.5 ? s / log((2 * tau + 1) / (2 * tau - 1)) : 1e-16
      if exp(-Double(window) / scale) < scale / (Double(window) * n).squareRoot() { break }
    } while true
    let c = (1...window).reduce(gamma(0)) { $0 + 2 * gamma($1) }
    let corrected = c + (2 * Double(window) + 1) * c / n
    return (window, corrected / (2 * (gamma(0) + c / n)), (corrected / n).squareRoot())
  }

  @Test(arguments: [(0.0, 1.5), (0.5, 2), (0.9, 1.5), (0.9, 2), (-0.4, 2)])
  func windowTauAndErrorFollowTheDefinition(rho: Double, s: Double) throws {
    var random = RandomStream(seed: 1, name: "gamma-definition", index: Int(100 * rho + 1000))
    let chain = AutoregressiveChain(rho: rho)
    let replicas = [chain.series(700, &random), chain.series(500, &random)]
    let wanted = reference(replicas, s: s)
    let found = try GammaMethod(replicas: replicas, s: s)
    #expect(found.window == wanted.window && found.windowFound)
    let tau = try #require(found.estimate.tauInt)
    #expect(abs(tau / wanted.tau - 1) < 1e-12)
    #expect(abs(found.estimate.standardError / wanted.error - 1) < 1e-12)
    let mean = replicas.flatMap { $0 }.reduce(0, +) / 1200
    #expect(abs(found.estimate.value - mean) < 1e-15)
    #expect(found.normalizedAutocorrelation.count == 2 * found.window + 1)
    #expect(found.normalizedAutocorrelation[0] == 1)
  }

  @Test func derivedFieldsFollowTheirFormulas() throws {
    var random = RandomStream(seed: 2, name: "gamma-fields")
    let result = try GammaMethod(AutoregressiveChain(rho: 0.7).series(5000, &random))
    let (tau, w) = (try #require(result.estimate.tauInt), Double(result.window))
    #expect(result.estimate.effectiveSamples == 5000 / (2 * tau))
    #expect(result.estimate.tauIntError == 2 * tau * ((w + 0.5 - tau) / 5000).squareRoot())
    #expect(result.errorOfError == result.estimate.standardError * ((w + 0.5) / 5000).squareRoot())
    #expect(result.estimate.degreesOfFreedom == 5000 / (2 * w + 1))
    #expect(result.replicaProbability == nil)
  }

  /// 1000 chains: pulls of the mean are Student-like with ν = N/(2W + 1); beyond W, a fraction ρ^W of τ_int is
  /// missed.
  @Test(arguments: [0.0, 0.5, 0.9]) func errorOfTheMeanIsRightOnAverage(rho: Double) throws {
    let chain = AutoregressiveChain(rho: rho)
    let count = 4096
    var means: [Double] = []
    var taus: [Double] = []
    var windows = 0.0
    for index in 0..<1000 {
      var random = RandomStream(seed: 3, name: "gamma-pulls-\(rho)", index: index)
      let result = try GammaMethod(chain.series(count, &random))
      means.append(result.estimate.value / result.estimate.standardError)
      taus.append(try #require(result.estimate.tauInt))
      windows += Double(result.window) / 1000
    }
    let law = StudentLaw(dof: Double(count) / (2 * windows + 1))
    let truncation = pow(rho, windows)
    let pulls = Pulls(values: means)
    #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
    #expect(
      abs(pulls.variance - law.variance)
        < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis) + 2 * truncation)
    // τ_int itself: unbiased up to truncation, and scattering as Bartlett's formula says.
    let variance = chain.varianceOfTauInt(window: Int(windows.rounded()), count: count)
    let times = Pulls(values: taus.map { ($0 - chain.tauInt) / variance.squareRoot() })
    #expect(abs(times.mean) < times.meanLimit() + truncation * chain.tauInt / variance.squareRoot())
  }

  /// The error of τ_int that is reported is the scatter of τ_int over chains: ratio of variances within 5
  /// √(2/n) for the sample of 400 and a further 10 % for terms of order τ/W that the closed formula leaves
  /// out of Bartlett's sum.
  @Test(arguments: [0.3, 0.8]) func errorOfTauIsItsScatter(rho: Double) throws {
    let chain = AutoregressiveChain(rho: rho)
    var pulls: [Double] = []
    for index in 0..<400 {
      var random = RandomStream(seed: 4, name: "gamma-tau-\(rho)", index: index)
      let estimate = try GammaMethod(chain.series(8192, &random)).estimate
      pulls.append((try #require(estimate.tauInt) - chain.tauInt) / (try #require(estimate.tauIntError)))
    }
    let scatter = Pulls(values: pulls)
    #expect(abs(scatter.variance - 1) < scatter.varianceLimit() + 0.1)
  }

  /// Wolff's formula 4 (W + ½ − τ) τ²/N is the leading order in τ/W of Bartlett's sum: the relative
  /// difference is of order τ/W, and a window four times as long leaves a quarter of it.
  @Test(arguments: [0.5, 0.8, 0.9]) func errorOfTauAgreesWithBartlett(rho: Double) {
    let chain = AutoregressiveChain(rho: rho)
    func difference(_ window: Int) -> Double {
      let closed = 4 * (Double(window) + 0.5 - chain.tauInt) * chain.tauInt * chain.tauInt / 1e6
      return chain.varianceOfTauInt(window: window, count: 1_000_000) / closed - 1
    }
    let window = Int(20 * chain.tauInt)
    let (short, long) = (difference(window), difference(4 * window))
    #expect(abs(short) < 2 * chain.tauInt / Double(window))
    #expect(abs(long / short - 0.25) < 0.03)
  }

  /// A shift by 0.4 is ten standard errors √(2 τ_int/2000) of one replica: χ² of about 80 with three degrees
  /// of freedom.
  @Test func replicasThatDisagreeAreNoticed() throws {
    var random = RandomStream(seed: 5, name: "gamma-replicas")
    let chain = AutoregressiveChain(rho: 0.5)
    let replicas = (0..<4).map { _ in chain.series(2000, &random) }
    let agreement = try #require(try GammaMethod(replicas: replicas).replicaProbability)
    #expect(agreement > 1e-4)
    let shifted = [replicas[0].map { $0 + 0.4 }] + replicas[1...]
    let disagreement = try #require(try GammaMethod(replicas: shifted).replicaProbability)
    #expect(disagreement < 1e-6)
  }

  /// χ² of the replica means is what it claims: its p-values are uniform.
  @Test func replicaProbabilityIsUniform() throws {
    let chain = AutoregressiveChain(rho: 0.5)
    let values = try (0..<300).map { index in
      var random = RandomStream(seed: 6, name: "gamma-q", index: index)
      return try #require(
        try GammaMethod(replicas: (0..<3).map { _ in chain.series(4000, &random) }).replicaProbability)
    }
    #expect(Pulls.uniformity(values) < 2.5)
  }

  /// f = ā/b̄ of correlated observables: the projected series has the Γ-method error of a/b̄ − ā b/b̄², by
  /// definition.
  @Test func ratioIsPropagatedLinearly() throws {
    var random = RandomStream(seed: 7, name: "gamma-ratio")
    let chain = AutoregressiveChain(rho: 0.8)
    let a = chain.series(20000, &random).map { 3 + $0 }
    let b = zip(a, chain.series(20000, &random)).map { 2 + 0.3 * $0 + 0.2 * $1 }
    let ratio = try GammaMethod(observables: [[a], [b]]) { $0[0] / $0[1] }
    let (ma, mb) = (a.reduce(0, +) / 20000, b.reduce(0, +) / 20000)
    let projected = try GammaMethod(zip(a, b).map { $0 / mb - ma * $1 / (mb * mb) })
    #expect(abs(ratio.estimate.value - ma / mb) < 1e-14)
    #expect(ratio.window == projected.window)
    #expect(abs(ratio.estimate.standardError / projected.estimate.standardError - 1) < 1e-4)
  }

  /// Ten samples say nothing about the correlations of a chain with τ_int = 9.5 beyond t = 5.
  @Test func replicasTooShortForAWindowAreMarked() throws {
    var random = RandomStream(seed: 8, name: "gamma-short")
    let chain = AutoregressiveChain(rho: 0.9)
    let long = chain.series(20000, &random)
    let both = try GammaMethod(replicas: [long, chain.series(10, &random)])
    #expect(both.windowFound == false && both.window == 5)
    #expect(try GammaMethod(long).windowFound)
  }

  @Test func badInputIsRefused() {
    func message(_ series: [[Double]], s: Double = 2) -> String? {
      do {
        _ = try GammaMethod(replicas: series, s: s)
        return nil
      } catch { return error.description }
    }
    #expect(message([]) == "Γ-method: 0 replicas; at least 1 are needed")
    #expect(message([[1, 2, 3]]) == "Γ-method: 3 samples; at least 4 are needed")
    #expect(
      message([[1, 2, 1, 2], [1]]) == "Γ-method: 1 samples in replica 1; at least 4 are needed")
    #expect(
      message([[1, 2, .nan, 1]])
        == "Γ-method: series[2] = nan is not finite; only finite numbers are allowed")
    #expect(
      message([[2, 2, 2, 2]])
        == "Γ-method: all samples equal 2.0; a series must fluctuate to have an autocorrelation time")
    #expect(message([[1, 2, 1, 2]], s: 0) == "Γ-method: S is 0.0; it must be finite and > 0")
    #expect(
      message([[1, -1, 1, -1, 1, -1, 1, -1]])
        == "Γ-method: the summed autocorrelation is not positive up to W = 1; the series is too short")
  }
}
