import Foundation
import Testing

@testable import Renormalization

@Suite struct OverlapMatchingTests {
  private static let betas = (0...12).map { 0.6 + 0.04 * Double($0) }
  private static let fixedPoint = 0.83

  /// Original values are β itself, so that the renormalized ones are β' = β* + slope (β − β*).
  private func matching(
    slope: Double, noise: Double, seed: Int, blocks: (Int, Int) = (64, 64)
  ) throws -> OverlapMatching {
    var first = SyntheticOverlaps("matching/original", seed: seed, blocks: blocks.0, noise: noise)
    var second = SyntheticOverlaps("matching/renormalized", seed: seed, blocks: blocks.1, noise: noise)
    return try OverlapMatching(
      original: try first.curve(side: 4, betas: Self.betas) { $0 },
      renormalized: try second.curve(side: 4, betas: Self.betas) {
        Self.fixedPoint + slope * ($0 - Self.fixedPoint)
      },
      halfWidth: 0.1)
  }

  @Test("a linear flow of slope 2^(1/nu) gives nu", arguments: [0.63, 1.5, 2.56])
  func exact(nu: Double) throws {
    let slope = pow(2, 1 / nu)
    let matching = try matching(slope: slope, noise: 0, seed: 0)
    #expect(abs(matching.crossing.beta.value - Self.fixedPoint) < 1e-13)
    #expect(matching.window.contains(0.76) && !matching.window.contains(0.72))
    #expect(matching.points.map(\.beta).allSatisfy { abs($0 - Self.fixedPoint) <= 0.1 })
    for point in matching.points {
      #expect(abs(point.matched.value - (Self.fixedPoint + slope * (point.beta - Self.fixedPoint))) < 1e-13)
    }
    #expect(abs(matching.slope.value - slope) < 1e-12)
    #expect(abs(try #require(matching.nu).value - nu) < 1e-11)
  }

  @Test("slopes and nu have honest errors", arguments: [(64, 64), (64, 32)])
  func pulls(blocks: (Int, Int)) throws {
    var (slopes, exponents): ([Double], [Double]) = ([], [])
    var freedom = 0.0
    for seed in 0..<100 {
      // The noise is small, so that ln and the interpolation are linear in it.
      let matching = try matching(slope: 1.6, noise: 0.004, seed: seed, blocks: blocks)
      let nu = try #require(matching.nu)
      slopes.append((matching.slope.value - 1.6) / matching.slope.standardError)
      exponents.append((nu.value - log(2) / log(1.6)) / nu.standardError)
      freedom += (matching.slope.degreesOfFreedom ?? 0) / 100
    }
    let law = StudentLaw(dof: freedom)
    for pulls in [Pulls(values: slopes), Pulls(values: exponents)] {
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
      #expect(
        abs(pulls.variance - law.variance) < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis))
    }
  }

  @Test func aFlowTowardsTheFixedPointHasNoNu() throws {
    let matching = try matching(slope: 0.7, noise: 0, seed: 0)
    #expect(abs(matching.slope.value - 0.7) < 1e-12)
    #expect(matching.nu == nil)
    // Slope 1.025 for the complete data, but below 1 without the last block.
    var exact = SyntheticOverlaps("parallel", seed: 0, blocks: 4, noise: 0)
    let original = try exact.curve(side: 4, betas: Self.betas) { $0 }
    let averages = try Self.betas.map { beta in
      try OverlapAverages(
        side: 4,
        blocks: [0.9, 1.0, 1.0, 1.2].map { .level(Self.fixedPoint + $0 * (beta - Self.fixedPoint)) })
    }
    let renormalized = try OverlapCurve(.absoluteOverlap, betas: Self.betas, averages: averages)
    let uncertain = try OverlapMatching(original: original, renormalized: renormalized, halfWidth: 0.1)
    #expect(abs(uncertain.slope.value - 1.025) < 1e-12)
    #expect(uncertain.nu == nil)
  }

  @Test func aWindowWithoutPointsIsAnError() throws {
    var first = SyntheticOverlaps("window", seed: 0, blocks: 4, noise: 0)
    let original = try first.curve(side: 4, betas: Self.betas) { $0 }
    let renormalized = try first.curve(side: 4, betas: Self.betas) { 0.83 + 2 * ($0 - 0.83) }
    #expect(throws: OverlapFlowError.self) {
      try OverlapMatching(original: original, renormalized: renormalized, halfWidth: 0.02)
    }
    #expect(throws: OverlapFlowError.self) {
      try OverlapMatching(original: original, renormalized: renormalized, halfWidth: 0)
    }
  }
}
