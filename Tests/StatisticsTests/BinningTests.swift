import Foundation
import Random
import Statistics
import Testing

@Suite struct BinningTests {
  /// Bins of one sample give s/√n, bins of two the scatter of pair means: worked by hand for 0, 2, 4, 10.
  @Test func levelsOfFourSamplesByHand() throws {
    let binning = try Binning([0, 2, 4, 10], minimumBins: 2)
    #expect(binning.levels.map(\.size) == [1, 2])
    #expect(binning.levels.map(\.bins) == [4, 2])
    // Σ (x − 4)² = 16 + 4 + 0 + 36 = 56, 56/(4·3); pair means 1 and 7: Σ = 18, 18/(2·1).
    #expect(abs(binning.levels[0].standardError - (56.0 / 12).squareRoot()) < 1e-15)
    #expect(binning.levels[1].standardError == 3)
    #expect(binning.levels[1].errorOfError == 3 / 2.0.squareRoot())
  }

  /// On every chain the plateau and the Γ-method agree within five of their combined errors.
  @Test(arguments: [0.0, 0.6, 0.9, 0.97]) func plateauAgreesWithTheGammaMethod(rho: Double) throws {
    var random = RandomStream(seed: 1, name: "binning-gamma", index: Int(100 * rho))
    let chain = AutoregressiveChain(rho: rho)
    let series = chain.series(1 << 16, &random)
    let binning = try Binning(series)
    let gamma = try GammaMethod(series)
    let level = binning.levels[try #require(binning.plateau)]
    let uncertainty = hypot(level.errorOfError, gamma.errorOfError)
    // A bin of B samples misses the fraction τ/B of the variance, half of that of the error.
    let truncation = level.standardError * chain.tauInt / Double(level.size)
    #expect(abs(level.standardError - gamma.estimate.standardError) < 5 * uncertainty + truncation)
    #expect(abs(binning.estimate.value - gamma.estimate.value) < 1e-12)
    let exact = chain.varianceOfMean(1 << 16).squareRoot()
    #expect(abs(level.standardError - exact) < 5 * level.errorOfError + truncation)
  }

  @Test func seriesShorterThanItsCorrelationHasNoPlateau() throws {
    let trend = (0..<64).map { Double($0) }
    #expect(try Binning(trend, minimumBins: 8).plateau == nil)
  }

  @Test func badInputIsRefused() {
    #expect(throws: StatisticsError.tooFew(operation: "binning", items: "samples", count: 3, minimum: 16)) {
      try Binning([1, 2, 3])
    }
    #expect(throws: StatisticsError.self) { try Binning([1, 2, 3], minimumBins: 1) }
    #expect(throws: StatisticsError.self) { try Binning([1, .infinity, 3], minimumBins: 2) }
  }
}
