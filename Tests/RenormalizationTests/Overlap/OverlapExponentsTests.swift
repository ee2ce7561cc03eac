import Foundation
import Testing

@testable import Renormalization

@Suite struct OverlapExponentsTests {
  /// |q| ∝ L^(−β/ν), V q² ∝ L^(γ/ν).
  private func truth(side: Int) -> OverlapMeans {
    var means = OverlapMeans.level(pow(Double(side), -0.305))
    means.overlapSquared = pow(Double(side), 2.39 - 3)
    return means
  }

  @Test func powerLawsGiveTheirExponents() throws {
    var exact = SyntheticOverlaps("exponents", seed: 0, blocks: 4, noise: 0)
    for (i, j) in [(4, 8), (6, 12), (8, 6)] {
      let pair = try OverlapExponents(
        try exact.system(side: i, truth(side: i)), try exact.system(side: j, truth(side: j)))
      #expect(abs(pair.betaOverNu.value - 0.305) < 1e-13)
      #expect(abs(pair.gammaOverNu.value - 2.39) < 1e-13)
      #expect((pair.first, pair.second) == (i, j))
    }
  }

  @Test("independent sizes have honest errors", arguments: [(64, 64), (32, 64)])
  func pulls(blocks: (Int, Int)) throws {
    var (beta, gamma): ([Double], [Double]) = ([], [])
    var freedom = (0.0, 0.0)
    for seed in 0..<200 {
      var first = SyntheticOverlaps("exponents/i", seed: seed, blocks: blocks.0, noise: 0.02)
      var second = SyntheticOverlaps("exponents/j", seed: seed, blocks: blocks.1, noise: 0.02)
      let pair = try OverlapExponents(
        try first.system(side: 4, truth(side: 4)), try second.system(side: 8, truth(side: 8)))
      beta.append((pair.betaOverNu.value - 0.305) / pair.betaOverNu.standardError)
      gamma.append((pair.gammaOverNu.value - 2.39) / pair.gammaOverNu.standardError)
      freedom.0 += (pair.betaOverNu.degreesOfFreedom ?? 0) / 200
      freedom.1 += (pair.gammaOverNu.degreesOfFreedom ?? 0) / 200
    }
    for (values, dof) in [(beta, freedom.0), (gamma, freedom.1)] {
      let (pulls, law) = (Pulls(values: values), StudentLaw(dof: dof))
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
      #expect(
        abs(pulls.variance - law.variance) < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis))
    }
  }

  @Test("the image of every sample with |q| halved has beta/nu = 1 without error")
  func pairedImage() throws {
    var synthetic = SyntheticOverlaps("exponents/image", seed: 0, blocks: 8, noise: 0.05)
    let original = try synthetic.system(side: 8, truth(side: 8))
    let image = try OverlapAverages(
      side: 16,
      blocks: original.blocks.map {
        var block = $0
        block.absoluteOverlap /= 2
        block.overlapSquared /= 4
        return block
      })
    let pair = try OverlapExponents(original, image)
    #expect(abs(pair.betaOverNu.value - 1) < 1e-13 && pair.betaOverNu.standardError < 1e-13)
    #expect(abs(pair.gammaOverNu.value - 1) < 1e-13 && pair.gammaOverNu.standardError < 1e-13)
  }

  @Test func badPairsGetOneLine() throws {
    var exact = SyntheticOverlaps("exponents/bad", seed: 0, blocks: 4, noise: 0)
    let system = try exact.system(side: 4, truth(side: 4))
    let negative = try exact.system(side: 8, .level(-0.1))
    #expect(throws: OverlapFlowError.self) { try OverlapExponents(system, system) }
    #expect(throws: OverlapFlowError.self) { try OverlapExponents(system, negative) }
  }
}
