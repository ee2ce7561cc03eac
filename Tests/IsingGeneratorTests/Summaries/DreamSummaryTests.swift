import Learning
import Random
import Renormalization
import Statistics
import Testing

@testable import IsingGenerator

/// Ensembles of dreams, from the kernel to exponents.
@Suite("Ensembles of dreams") struct DreamSummaryTests {
  static func summary(
    _ net: ThreeParameterNet, seed: UInt64, samples: Int, side: Int, blocks: Int = 20
  ) throws -> DreamSummary {
    let stream = RandomStream(seed: seed, name: "tests/dreams")
    let rule = try FourSpinRule(probabilities: net.probabilities)
    let sums = try (0..<blocks).map { index in
      let first = samples * index / blocks
      return try DreamBlock(
        rule: rule, root: .alternating, to: side, first: first, count: samples * (index + 1) / blocks - first,
        random: stream.child("block", index))
    }
    return try DreamSummary(name: "test", sums, operators: .upToFourSpins, ranges: [8...side])
  }

  static let reference = PublishedSet.reference

  static func net() throws -> ThreeParameterNet {
    try ThreeParameterNet(a: reference.a, b: reference.b, c: reference.c)
  }

  /// Pulls of all averages that are exact, over 40 seeds: errors are neither too small nor too large.
  @Test("Averages at L = 8 and energies at every size are the exact ones, with honest errors")
  func exactAverages() throws {
    let net = try Self.net()
    let exact = try WindowTable(name: "ref", net, sides: [8, 16, 32])
    let small = try #require(exact.small(8))
    var pulls: [String: [Double]] = [:]
    for seed in 1...40 {
      let dream = try Self.summary(net, seed: UInt64(seed), samples: 800, side: 32)
      func add(_ name: String, _ estimate: Estimate?, _ value: Double?) throws {
        let (estimate, value) = (try #require(estimate), try #require(value))
        // Student's t with 19 degrees of freedom as a normal number.
        pulls[name, default: []].append(zScore(of: estimate, against: value))
      }
      let level = try #require(dream.level(8))
      try add("χ", level.chi, small.chi)
      try add("V₄", level.v4, small.v4)
      try add("c_p", level.cp, small.cp)
      try add("⟨|m|⟩", level.absm, small.absm)
      for side in [8, 16, 32] { try add("u(\(side))", dream.level(side)?.u, exact.level(side)?.u) }
      try add("λ_h", dream.parent.last?.lambdaH, exact.lambdaH)
    }
    for (name, values) in pulls.sorted(by: { $0.key < $1.key }) { DreamPulls.expectStandard(values, name) }
  }

  /// At a fixed point of blocking both coarse-grainings would have one λ_h. The net of greatest likelihood is not one.
  @Test("Parent and majority matrices differ in λ_h for a likely net and agree for a tuned one")
  func twoCoarseGrainings() throws {
    let likely = try Self.summary(Self.net(), seed: 7, samples: 4000, side: 32)
    let (w0, w1) = try TunedFamily().weights(w2: 0)
    let tuned = try Self.summary(ThreeParameterNet(w0: w0, w1: w1, w2: 0), seed: 8, samples: 4000, side: 32)
    func difference(_ dream: DreamSummary) throws -> Double {
      let parent = try #require(dream.parent.last?.lambdaH)
      return parent.value - (try #require(dream.majority.last?.lambdaH)).value
    }
    // The sampled values at L = 32 are 0.109 and 0.001, with errors of about 0.002.
    #expect(abs(try difference(likely) - 0.109) < 0.02)
    #expect(abs(try difference(tuned)) < 0.015)
  }

  @Test("The slope of χ is the exact exponent, not 7/4, and its error is that of correlated sizes")
  func slope() throws {
    let dream = try Self.summary(Self.net(), seed: 9, samples: 4000, side: 64)
    let slope = try #require(dream.slope(8, 64)?.chi)
    #expect(abs(slope.value - 1.803) < 0.004)
    #expect(slope.value - 1.75 > 20 * slope.standardError)
    let naive = dream.levels.filter { $0.side >= 8 }.map { $0.chi.standardError / $0.chi.value }.min() ?? 0
    #expect(slope.standardError < naive)
  }

  @Test("Blocks of dreams do not depend on how configurations are cut into blocks")
  func partition() throws {
    let rule = try FourSpinRule(probabilities: Self.net().probabilities)
    let stream = RandomStream(seed: 3, name: "tests/partition")
    func block(_ first: Int, _ count: Int) throws -> LevelSums {
      try DreamBlock(rule: rule, root: .alternating, to: 16, first: first, count: count, random: stream).levels[2]
    }
    let (whole, left, right) = (try block(0, 30), try block(0, 11), try block(11, 19))
    #expect(whole.histogram == zip(left.histogram, right.histogram).map { $0 + $1 })
    #expect(whole.correlation == zip(left.correlation, right.correlation).map { $0 + $1 })
    #expect(whole.ties == left.ties + right.ties && whole.parents == left.parents + right.parents)
  }
}
