import Foundation
import Random
import Testing

@testable import Learning

@Suite("Copies, signs and gains")
struct SignAndGainTests {
  @Test("copies give every fine spin of a cell its coarse spin", arguments: [1, 3, 8, 9])
  func copies(side: Int) {
    var random = RandomStream(seed: 1, name: "copies", index: side)
    let coarse = PlainCube.noise(side: side, &random)
    let fine = CopyInverse().refined(coarse.packed, side: side, random: &random)
    #expect(fine == PlainCube(side: 2 * side) { coarse[$0 / 2, $1 / 2, $2 / 2] }.packed)
  }

  @Test("signs are those of the logits of the definition", arguments: [1, 2, 3, 4, 7, 8, 9, 11, 33])
  func signs(side: Int) throws {
    var random = RandomStream(seed: 1, name: "signs", index: side)
    // Weights of one size, so that the neighbours often outweigh the central spin.
    let weights = (0..<10).map { _ in random.uniform() - 0.5 }
    let coarse = PlainCube.noise(side: side, &random)
    let inverse = SignInverse(try SymmetricLogistic(weights: weights))
    let fine = PlainCube(inverse.refined(coarse.packed, side: side, random: &random), side: 2 * side)
    // The whole lattice where it is small, and some planes of the largest one.
    let planes = side < 12 ? Array(0..<(2 * side)) : [0, 31, 65]
    for z in planes {
      for y in 0..<(2 * side) {
        for x in 0..<(2 * side) {
          let sums = coarse.orbitSums(fine: SIMD3(x, y, z))
          let logit = zip(sums, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
          #expect(fine[x, y, z] == (logit < 0 ? -1 : 1))
        }
      }
    }
  }

  @Test("a logit of zero takes the coarse spin")
  func ties() throws {
    var random = RandomStream(seed: 1, name: "sign-ties")
    let coarse = PlainCube.noise(side: 5, &random).packed
    let inverse = SignInverse(try SymmetricLogistic(weights: .init(repeating: 0, count: 10)))
    let copies = CopyInverse().refined(coarse, side: 5, random: &random)
    #expect(inverse.refined(coarse, side: 5, random: &random) == copies)
  }

  @Test("⟨q²⟩ of the fine spins is that of independent spins of known means")
  func meanSquare() throws {
    let model = try SymmetricLogistic(weights: glassWeights)
    let sampler = SymmetricLogistic.Sampler(model)
    let pulls = try (0..<40).map { index in
      var random = RandomStream(seed: 1, name: "mean-square", index: index)
      let coarse = PlainCube.noise(side: 2, &random).packed
      let expected = try GainCalibration(model, configurations: [coarse], side: 2).meanSquare(gain: 1)
      let squares = (0..<1000).map { _ in
        let minus = sampler.refined(coarse, side: 2, random: &random).reduce(0) { $0 + $1.nonzeroBitCount }
        let q = 1 - Double(minus) / 32
        return q * q
      }
      let mean = squares.reduce(0, +) / 1000
      let variance = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
      return (mean - expected) / (variance / 1000).squareRoot()
    }
    expectStandardPulls(pulls)
  }

  @Test("a uniform configuration has ⟨q²⟩ = m² + (1 - m²)/V, and calibration finds the gain")
  func calibration() throws {
    let model = try SymmetricLogistic(weights: glassWeights)
    let uniform = try GainCalibration(model, configurations: [[0]], side: 4)
    #expect(uniform.meanSquare(gain: 0) == 1.0 / 512)
    let m = try model.scaled(by: 1.111).uniformMean
    let square = m * m + (1 - m * m) / 512
    #expect(abs(uniform.meanSquare(gain: 1.111) - square) < 1e-14)
    let (calibrated, gain) = try uniform.model(meanSquare: square)
    #expect(abs(gain - 1.111) < 1e-12)
    #expect(calibrated.weights == glassWeights.map { gain * $0 })

    var random = RandomStream(seed: 1, name: "calibration")
    let coarse = (0..<8).map { _ in PlainCube.noise(side: 4, &random).packed }
    let noise = try GainCalibration(model, configurations: coarse, side: 4)
    let found = try noise.model(meanSquare: noise.meanSquare(gain: 0.73))
    #expect(abs(found.gain - 0.73) < 1e-12)
    #expect(throws: CornerModelError.self) { try noise.model(meanSquare: 0.9) }
    #expect(throws: CornerModelError.noConfigurations) {
      try GainCalibration(model, configurations: [], side: 4)
    }
  }
}
