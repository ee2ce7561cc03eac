import Foundation
import Random
import Testing

@testable import Learning

@Suite("Sampling the logistic inverse")
struct SamplerTests {
  /// Pulls of the means of all fine spins over `draws`, against tanh(z/2), and of the products of neighbours
  /// in a row against independence.
  static func pulls(
    _ coarse: PlainCube, means: [Double], draws: Int, name: String
  ) throws -> (means: [Double], products: [Double]) {
    let sampler = SymmetricLogistic.Sampler(try SymmetricLogistic(weights: glassWeights))
    var random = RandomStream(seed: 1, name: name, index: coarse.side)
    let words = coarse.packed
    var sums = [Double](repeating: 0, count: means.count)
    var products = [Double](repeating: 0, count: means.count / 2)
    for _ in 0..<draws {
      let fine = PlainCube(sampler.refined(words, side: coarse.side, random: &random), side: 2 * coarse.side)
      let deviations = zip(fine.spins, means).map { Double($0) - $1 }
      for site in deviations.indices { sums[site] += deviations[site] }
      for pair in products.indices { products[pair] += deviations[2 * pair] * deviations[2 * pair + 1] }
    }
    let variances = means.map { Double(draws) * (1 - $0 * $0) }
    return (
      zip(sums, variances).map { $0 / $1.squareRoot() },
      products.indices.map { products[$0] / (variances[2 * $0] * variances[2 * $0 + 1] / Double(draws)).squareRoot() }
    )
  }

  @Test("fine spins are independent with means tanh(z/2)", arguments: [1, 2, 3, 5])
  func law(side: Int) throws {
    var random = RandomStream(seed: 1, name: "law/coarse", index: side)
    let coarse = PlainCube.noise(side: side, &random)
    let means = coarse.logits(glassWeights).map { tanh($0 / 2) }
    let pulls = try Self.pulls(coarse, means: means, draws: 1000, name: "law")
    expectStandardPulls(pulls.means)
    // At side 1 there are only four pairs.
    if side > 1 { expectStandardPulls(pulls.products) }
  }

  @Test("a flipped input gives the mirrored law, a rotated one the rotated law")
  func symmetries() throws {
    var random = RandomStream(seed: 1, name: "symmetries/coarse")
    let coarse = PlainCube.noise(side: 3, &random)
    let means = coarse.logits(glassWeights).map { tanh($0 / 2) }
    expectStandardPulls(
      try Self.pulls(coarse.flipped, means: means.map { -$0 }, draws: 500, name: "flipped").means)
    for index in [1, 13, 30, 47] {
      let symmetry = CubeSymmetry.all[index]
      let rotated = try Self.pulls(
        coarse.transformed(symmetry), means: symmetry.applied(means, side: 6), draws: 500, name: "rotated/\(index)")
      expectStandardPulls(rotated.means)
    }
  }

  @Test("a uniform input gives the mean tanh(z/2), z = Σ multiplicity · weight")
  func uniform() throws {
    let model = try SymmetricLogistic(weights: glassWeights)
    let towards = 1.1403 + 3 * 0.3390 + 3 * 0.1218 + 0.0450
    let z = towards - 3 * 0.0537 - 6 * 0.0234 - 3 * (0.0361 + 0.0163 + 0.0227) - 0.0193
    #expect(abs(model.uniformMean - tanh(z / 2)) < 1e-14)
    let sampler = SymmetricLogistic.Sampler(model)
    let coarse = [UInt64](repeating: 0, count: 64)
    let pulls = (0..<40).map { index in
      var random = RandomStream(seed: 1, name: "uniform", index: index)
      let minus = sampler.refined(coarse, side: 16, random: &random).reduce(0) { $0 + $1.nonzeroBitCount }
      let mean = model.uniformMean
      return (Double(32768 - 2 * minus) - 32768 * mean) / (32768 * (1 - mean * mean)).squareRoot()
    }
    expectStandardPulls(pulls)
  }

  @Test("a call continues the stream, the model samples as its sampler, and the bits are these")
  func reproducible() throws {
    let model = try SymmetricLogistic(weights: glassWeights)
    let sampler = SymmetricLogistic.Sampler(model)
    var random = RandomStream(seed: 7, name: "pinned")
    let coarse = PlainCube.noise(side: 8, &random).packed
    var again = random
    let first = sampler.refined(coarse, side: 8, random: &random)
    let second = sampler.refined(coarse, side: 8, random: &random)
    #expect(first != second)
    #expect(model.refined(coarse, side: 8, random: &again) == first)
    #expect(model.refined(coarse, side: 8, random: &again) == second)
    var chain = first
    for side in [16, 32] { chain = sampler.refined(chain, side: side, random: &random) }
    let hash = chain.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01B3 }
    #expect(hash == 7_293_011_098_652_264_436)
  }
}
