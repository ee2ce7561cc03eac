import Lattice
import Random
import Testing

@testable import IsingGenerator

@Suite struct TrainingCountsTests {
  /// A coarse lattice and a refinement of it in which all contexts occur.
  static func pair(
    side: Int, _ random: inout RandomStream
  ) throws -> (fine: SpinLattice, coarse: SpinLattice) {
    let coarse = DreamExamples.lattice(side: side, &random)
    var generator = Xoshiro512(&random)
    let rule = try FourSpinRule(probabilities: DreamExamples.skewTable)
    return (rule.refined(coarse, random: &generator), coarse)
  }

  /// 2(A + B) + D from the 15 bits of differing spins.
  static func context(_ differing: Int) -> Int {
    let (row, column, diagonal) = (differing & 1, differing >> 3 & 1, differing >> 4 & 1)
    return 2 * (2 - row - column) + 1 - diagonal
  }

  @Test(arguments: [1, 2, 3, 4, 8, 16, 31, 32, 33, 64, 65, 100, 128, 130, 512, 576])
  func countsAreThoseOfPlainLoops(side: Int) throws {
    var random = RandomStream(seed: 15, name: "training-counts/loops", index: side)
    var contexts = [Int](repeating: 0, count: 12)
    var patches = [Int](repeating: 0, count: TrainingCounts.patchEntries)
    var joint = [Int](repeating: 0, count: TrainingCounts.jointEntries)
    var (countedContexts, countedPatches, countedJoint) = (contexts, patches, joint)
    for _ in 0..<(side < 100 ? 5 : 1) {
      let (fine, coarse) = try Self.pair(side: side, &random)
      for y in 0..<fine.side {
        for x in 0..<fine.side {
          var patch = DreamExamples.orientedPatch(coarse, y, x)
          let up = patch & 1 == 1
          let agree = fine[y, x] == up ? 1 : 0
          // A set bit is a coarse spin that differs from the own one.
          if up { patch ^= 0xFFFF }
          patches[2 * (patch >> 1) + agree] += 1
          contexts[2 * Self.context(patch >> 1) + agree] += 1
        }
      }
      for y in 0..<side {
        for x in 0..<side {
          let outcome = (0..<4).reduce(0) { $0 | (fine[2 * y + $1 / 2, 2 * x + $1 % 2] ? 1 << $1 : 0) }
          joint[16 * DreamExamples.blockPatch(coarse, y, x) + outcome] += 1
        }
      }
      let counts = TrainingCounts.contextCounts(fine: fine, coarse: coarse)
      for k in 0..<12 { countedContexts[k] += counts[k] }
      TrainingCounts.addPatchCounts(fine: fine, coarse: coarse, to: &countedPatches)
      TrainingCounts.addJointCounts(fine: fine, coarse: coarse, to: &countedJoint)
    }
    #expect(countedContexts == contexts)
    // As Bools: a failure need not print tens of thousands of numbers.
    let patchesAgree = countedPatches == patches
    let jointAgree = countedJoint == joint
    #expect(patchesAgree)
    #expect(jointAgree)
  }

  /// The twelve counts are sums of the patch counts, and the counts of all sites.
  @Test func contextsAreSumsOfPatches() throws {
    var random = RandomStream(seed: 16, name: "training-counts/sums")
    let (fine, coarse) = try Self.pair(side: 96, &random)
    var patches = [Int](repeating: 0, count: TrainingCounts.patchEntries)
    TrainingCounts.addPatchCounts(fine: fine, coarse: coarse, to: &patches)
    var contexts = [Int](repeating: 0, count: 12)
    for context in 0..<32768 {
      for g in 0..<2 { contexts[2 * Self.context(context) + g] += patches[2 * context + g] }
    }
    #expect(TrainingCounts.contextCounts(fine: fine, coarse: coarse) == contexts)
    #expect(contexts.reduce(0, +) == fine.sites)
  }

  /// A global flip of both lattices changes no symmetrised count.
  @Test func countsAreInvariantUnderAFlip() throws {
    var random = RandomStream(seed: 17, name: "training-counts/flip")
    let (fine, coarse) = try Self.pair(side: 48, &random)
    let flippedFine = SpinLattice(side: 96, words: fine.words.map { ~$0 })
    let flippedCoarse = SpinLattice(side: 48, words: coarse.words.map { ~$0 })
    let zero = [Int](repeating: 0, count: TrainingCounts.patchEntries)
    var (a, b) = (zero, zero)
    TrainingCounts.addPatchCounts(fine: fine, coarse: coarse, to: &a)
    TrainingCounts.addPatchCounts(fine: flippedFine, coarse: flippedCoarse, to: &b)
    let patchesAgree = a == b
    #expect(patchesAgree)
    #expect(
      TrainingCounts.contextCounts(fine: fine, coarse: coarse)
        == TrainingCounts.contextCounts(fine: flippedFine, coarse: flippedCoarse))
  }

  /// Frequencies of agreement in a dream's refinement are the probabilities of the rule.
  @Test func agreementHasTheProbabilityOfTheRule() throws {
    let table = DreamExamples.table
    let rule = try FourSpinRule(probabilities: table)
    let pulls = try (0..<24).map { seed in
      var random = RandomStream(seed: 18, name: "training-counts/agreement", index: seed)
      let coarse = try Dream(rule: rule, configuration: seed).configuration(side: 256, random: &random)
      var generator = Xoshiro512(&random)
      let fine = rule.refined(coarse, random: &generator)
      let counts = TrainingCounts.contextCounts(fine: fine, coarse: coarse)
      let cells = (0..<6).map { k in
        let context = 1 | (k >= 2 ? 2 : 0) | (k >= 4 ? 4 : 0) | (k & 1) << 3
        return (counts[2 * k] + counts[2 * k + 1], counts[2 * k + 1], table[context])
      }
      return DreamPulls.binomial(cells)
    }
    DreamPulls.expectStandard(pulls, "agreement")
  }
}
