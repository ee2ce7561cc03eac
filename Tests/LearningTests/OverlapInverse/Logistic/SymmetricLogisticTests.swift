import Foundation
import Random
import Testing

@testable import Learning

@Suite("The ten weights of the symmetric logistic inverse")
struct SymmetricLogisticTests {
  /// Counts of `pairs` coarse noise configurations of side 8 with fine spins of the given weights.
  static func counts(_ weights: [Double], pairs: Int, _ random: inout RandomStream) throws -> CornerCounts {
    let sampler = SymmetricLogistic.Sampler(try SymmetricLogistic(weights: weights))
    var counts = CornerCounts()
    for _ in 0..<pairs {
      let coarse = PlainCube.noise(side: 8, &random).packed
      counts.add(coarse: coarse, fine: sampler.refined(coarse, side: 8, random: &random), side: 8)
    }
    return counts
  }

  /// Pulls of the fitted weights against the planted ones, 40 seeds × 10 weights.
  static func pulls(_ weights: [Double], pairs: Int, name: String) throws -> [[Double]] {
    try (0..<40).map { seed in
      var random = RandomStream(seed: 1, name: name, index: seed)
      let fit = try SymmetricLogistic(fitting: counts(weights, pairs: pairs, &random))
      let errors = try #require(fit.standardErrors)
      return (0..<10).map { (fit.weights[$0] - weights[$0]) / errors[$0] }
    }
  }

  @Test("planted weights are recovered with standard normal pulls")
  func recovery() throws {
    let pulls = try Self.pulls(glassWeights, pairs: 4, name: "planted-weights")
    for label in 0..<10 { expectStandardPulls(pulls.map { $0[label] }) }
  }

  @Test("fine spins that know nothing of the coarse ones give weights of zero")
  func control() throws {
    let pulls = try Self.pulls([Double](repeating: 0, count: 10), pairs: 2, name: "shuffled-pairs")
    for label in 0..<10 { expectStandardPulls(pulls.map { $0[label] }) }
  }

  @Test("at the maximum the model reproduces the correlations of fine spins and orbit sums")
  func moments() throws {
    var random = RandomStream(seed: 1, name: "moments")
    var counts = CornerCounts()
    var pairs: [(PlainCube, PlainCube)] = []
    let sampler = SymmetricLogistic.Sampler(try SymmetricLogistic(weights: glassWeights))
    for _ in 0..<20 {
      let coarse = PlainCube.noise(side: 4, &random)
      let fine = sampler.refined(coarse.packed, side: 4, random: &random)
      counts.add(coarse: coarse.packed, fine: fine, side: 4)
      pairs.append((coarse, PlainCube(fine, side: 8)))
    }
    let weights = try SymmetricLogistic(fitting: counts).weights
    var (measured, expected) = ([Double](repeating: 0, count: 10), [Double](repeating: 0, count: 10))
    for (coarse, fine) in pairs {
      for (site, spin) in fine.spins.enumerated() {
        let sums = coarse.orbitSums(fine: SIMD3(site % 8, site / 8 % 8, site / 64)).map(Double.init)
        let z = zip(sums, weights).reduce(0) { $0 + $1.0 * $1.1 }
        for label in 0..<10 {
          measured[label] += Double(spin) * sums[label]
          expected[label] += tanh(z / 2) * sums[label]
        }
      }
    }
    // Sums of 10240 terms of order 1.
    for label in 0..<10 { #expect(abs(measured[label] - expected[label]) < 1e-8) }
    let fit = try SymmetricLogistic.fit(counts)
    #expect(fit.gradientNorm < 1e-14)
    #expect(fit.iterations <= 8)
    #expect(fit.saturatedLoss < fit.loss && fit.loss < log(2))
  }

  @Test("what cannot be fitted says why")
  func refusals() throws {
    #expect(throws: CornerModelError.noPairs) { try SymmetricLogistic(fitting: CornerCounts()) }
    #expect(throws: CornerModelError.noPairs) { try TanhInverse(fitting: CornerCounts()) }
    var random = RandomStream(seed: 1, name: "refusals")
    // On a lattice of one site all 27 spins are the same, so that no label can be told from another.
    var same = CornerCounts()
    for _ in 0..<20 { same.add(coarse: [0], fine: [random.next() & 255], side: 1) }
    #expect(throws: CornerModelError.undetermined(weights: SymmetricLogistic.labels)) {
      try SymmetricLogistic(fitting: same)
    }
    #expect(throws: CornerModelError.undetermined(weights: SymmetricLogistic.labels)) {
      try TanhInverse(fitting: same)
    }
    var copies = CornerCounts()
    let coarse = PlainCube.noise(side: 8, &random).packed
    copies.add(coarse: coarse, fine: CopyInverse().refined(coarse, side: 8, random: &random), side: 8)
    do {
      _ = try SymmetricLogistic(fitting: copies)
      Issue.record("copies are separable")
    } catch {
      #expect(error.description.contains("separate the fine spins") && error.description.contains("(0,0,0)"))
    }
  }

  @Test("weights that are no model are refused, also from storage")
  func weights() throws {
    #expect(throws: CornerModelError.weightCount(9)) { try SymmetricLogistic(weights: .init(repeating: 0, count: 9)) }
    var bad = glassWeights
    bad[5] = .nan
    #expect { try SymmetricLogistic(weights: bad) } throws: { error in
      (error as? CornerModelError)?.description == "corner weights: (-1,0,1) is nan, but must be finite"
    }
    bad[5] = 60
    #expect(throws: CornerModelError.self) { try SymmetricLogistic(weights: bad) }
    let model = try SymmetricLogistic(weights: glassWeights)
    #expect(throws: CornerModelError.gain(-1)) { try model.scaled(by: -1) }
    #expect(try model.scaled(by: 1.111).weights == glassWeights.map { 1.111 * $0 })
    var random = RandomStream(seed: 1, name: "stored")
    let fitted = try SymmetricLogistic(fitting: Self.counts(glassWeights, pairs: 2, &random))
    let stored = try JSONEncoder().encode(fitted)
    #expect(try JSONDecoder().decode(SymmetricLogistic.self, from: stored) == fitted)
    #expect(throws: CornerModelError.weightCount(1)) {
      try JSONDecoder().decode(SymmetricLogistic.self, from: Data("{\"weights\":[1]}".utf8))
    }
  }
}
