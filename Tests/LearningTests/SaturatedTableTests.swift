import Foundation
import Random
import Testing

@testable import Learning

@Suite("Tables of free probabilities")
struct SaturatedTableTests {
  /// Fine spins that a 5 × 5 kernel draws on random coarse lattices.
  static func sample(_ lattices: Int, name: String) throws -> (oriented: PatchCounts, joint: JointCounts) {
    let net = try KernelNet(size: 5, kernel: #require(KernelNetTests.kernels[5]))
    let table = net.probabilities
    var (oriented, joint) = (PatchCounts(), JointCounts())
    var random = RandomStream(seed: 1, name: name)
    for _ in 0..<lattices {
      let coarse = CoarseLattice(side: 8, up: 0.7, random: &random)
      for block in 0..<64 {
        var outcome = 0
        for q in 0..<4 {
          let (y, x) = (2 * (block / 8) + q / 2, 2 * (block % 8) + q % 2)
          let up = random.uniform() < table[coarse.oriented(y, x, size: 3)]
          if up { outcome |= 1 << q }
          oriented.record(patch: coarse.oriented(y, x, size: 4), up: up)
        }
        joint.record(patch: coarse.unoriented(block / 8, block % 8), outcome: outcome)
      }
    }
    return (oriented, joint)
  }

  @Test("free probabilities up to the two symmetries of a fine spin")
  func parameters() throws {
    // Burnside: patches fixed by nothing, transposition, flip, both: (2^(n²) + 2^(n(n+1)/2)) / 4.
    #expect(try (2...4).map { try SaturatedTable.parameterCount(size: $0) } == [6, 144, 16640])
    #expect(JointTable.parameterCount(latticeSymmetric: false) == 512 * 15 / 2)
  }

  @Test("six probabilities are those of the contexts")
  func twoByTwo() throws {
    let counts = try Self.sample(20, name: "tables/two").oriented
    let table = try SaturatedTable(counts.reduced(to: 2))
    for patch in 0..<16 {
      let n = counts.contextCounts.outcomes[ContextCounts.context(ofPatch: patch)]
      let p = patch & 1 == 1 ? n[1] / n.sum() : n[0] / n.sum()
      #expect(abs(table.probabilities[patch] - p) < 1e-15)
    }
    #expect(try abs(table.trainingLoss - counts.contextCounts.fit().saturatedLoss) < 1e-14)
    #expect(try abs(table.loss(on: counts) - table.trainingLoss) < 1e-14)
  }

  @Test("a larger table fits its data better, beats every kernel of its size, and pays on other data")
  func losses() throws {
    let counts = try Self.sample(400, name: "tables/training").oriented
    let other = try Self.sample(400, name: "tables/validation").oriented
    let tables = try (2...4).map { try SaturatedTable(counts.reduced(to: $0)) }
    #expect(tables[2].trainingLoss < tables[1].trainingLoss)
    #expect(tables[1].trainingLoss < tables[0].trainingLoss)
    for (index, size) in [3, 5, 7].enumerated() {
      #expect(try tables[index].trainingLoss < KernelNet.fit(counts, size: size).fit.loss)
    }
    // 102400 spins in 16640 cells: the maximum of the likelihood excludes what other data show.
    #expect(try tables[2].loss(on: other) == .infinity)
    let smoothed = try SaturatedTable(counts, pseudoCount: 1)
    #expect(smoothed.trainingLoss > tables[2].trainingLoss)
    let validation = try smoothed.loss(on: other)
    #expect(validation.isFinite && validation > smoothed.trainingLoss)
  }

  @Test("patches that never occurred take the probability of the next smaller patch")
  func fallBack() throws {
    var counts = PatchCounts()
    // All spins up but one in the far corner of the 3 × 3 part.
    let seen = 65535 & ~(1 << 10)
    counts.record(patch: seen, up: true, times: 3)
    counts.record(patch: seen, up: false)
    let table = try SaturatedTable(counts)
    #expect(table.probabilities[seen] == 0.75)
    #expect(table.probabilities[65535 - seen] == 0.25)
    // The 2 × 2 part has been seen, the rest has not.
    #expect(table.probabilities[65535] == 0.75)
    // Not even the 2 × 2 part.
    #expect(table.probabilities[1] == 0.5)
    #expect(throws: UpsamplingError.emptyTrainingSet) { _ = try SaturatedTable(PatchCounts()) }
    #expect(throws: UpsamplingError.self) { _ = try SaturatedTable(counts, pseudoCount: -1) }
    #expect(throws: UpsamplingError.self) { _ = try table.loss(on: counts.reduced(to: 3)) }
  }

  @Test("a joint table is a law of blocks with the symmetries that are asked for", arguments: [false, true])
  func joint(symmetric: Bool) throws {
    let counts = try Self.sample(60, name: "tables/joint").joint
    let table = try JointTable(counts, latticeSymmetric: symmetric)
    let p = table.probabilities
    for patch in 0..<512 {
      let sum = p[16 * patch..<16 * patch + 16].reduce(0, +)
      #expect(abs(sum - 1) < 1e-14)
    }
    for index in p.indices where abs(p[index] - p[8191 - index]) > 1e-15 { Issue.record("flip of \(index)") }
    guard symmetric else { return }
    for map in SquareSymmetry.all {
      for index in p.indices {
        let image = 16 * map.patch(index >> 4) + map.outcome(index & 15)
        if abs(p[index] - p[image]) > 1e-14 { Issue.record("symmetry of \(index)") }
      }
    }
  }

  @Test("knowing the whole block cannot be worse than its four spins one by one")
  func jointLoss() throws {
    let (_, counts) = try Self.sample(300, name: "tables/joint-loss")
    let table = try JointTable(counts)
    let independent = try SaturatedTable(counts.patchCounts)
    #expect(table.trainingLoss < independent.trainingLoss)
    #expect(try abs(table.loss(on: counts) - table.trainingLoss) < 1e-14)
    // The data are independent given the patch, so an ever larger pseudo-count leads back to the product.
    let product = try JointTable(counts, pseudoCount: 1e15)
    let flat = try SaturatedTable(counts.patchCounts, pseudoCount: 1e15)
    #expect(abs(product.trainingLoss - log(2)) < 1e-9)
    #expect(abs(flat.trainingLoss - log(2)) < 1e-9)
    #expect(throws: UpsamplingError.emptyTrainingSet) { _ = try JointTable(JointCounts()) }
  }
}
