import Foundation
import Random
import Testing

@testable import Learning

@Suite("Counts of patches")
struct PatchCountsTests {
  @Test("the context counts the agreeing neighbours, whatever the own spin")
  func contexts() {
    #expect(ContextCounts.context(ofPatch: 0b1111) == 5 && ContextCounts.context(ofPatch: 0b0000) == 5)
    #expect(ContextCounts.context(ofPatch: 0b0001) == 0 && ContextCounts.context(ofPatch: 0b1110) == 0)
    #expect(ContextCounts.context(ofPatch: 0b0011) == 2 && ContextCounts.context(ofPatch: 0b0101) == 2)
    #expect(ContextCounts.context(ofPatch: 0b1001) == 1)
    for patch in 0..<16 {
      #expect(ContextCounts.context(ofPatch: patch) == ContextCounts.context(ofPatch: 15 - patch))
      let context = PatchCounts.context(ofPatch: patch, size: 2)
      #expect(context == PatchCounts.context(ofPatch: 15 - patch, size: 2))
      #expect(ContextCounts.context(ofPatch: context << 1) == ContextCounts.context(ofPatch: patch))
    }
    // How many of the eight contexts of four spins fall into each of the six.
    let members = (0..<6).map { k in (0..<8).count { ContextCounts.context(ofPatch: $0 << 1) == k } }
    #expect(members == [1, 1, 2, 2, 1, 1])
  }

  @Test("smaller patches, joint patches and quadrants count the same spins")
  func derived() throws {
    var random = RandomStream(seed: 1, name: "patches/derived")
    var direct = try (2...4).map { try PatchCounts(size: $0) }
    var joint = JointCounts()
    for _ in 0..<20 {
      let coarse = CoarseLattice(side: 8, up: 0.6, random: &random)
      for block in 0..<64 {
        let (y, x) = (block / 8, block % 8)
        let outcome = random.below(16)
        joint.record(patch: coarse.unoriented(y, x), outcome: outcome)
        for q in 0..<4 {
          for size in 2...4 {
            let patch = coarse.oriented(2 * y + q / 2, 2 * x + q % 2, size: size)
            direct[size - 2].record(patch: patch, up: outcome >> q & 1 == 1)
          }
        }
      }
    }
    #expect(try direct[2].reduced(to: 3) == direct[1])
    #expect(try direct[2].reduced(to: 2) == direct[0])
    #expect(try direct[1].reduced(to: 2) == direct[0])
    #expect(joint.patchCounts == direct[1])
    #expect(direct[2].contextCounts == direct[0].contextCounts)
    #expect(direct[2].total == 20 * 256 && joint.total == 20 * 64)
    #expect(direct[2].contextCounts.total == 20 * 256)
    #expect(joint.quadrantCounts.reduce(0) { $0 + $1.sum() } == 20 * 256)
    #expect(try direct[2].symmetrized.reduced(to: 3) == direct[1].symmetrized)
    #expect(direct[0].symmetrized.contextCounts.values == direct[0].contextCounts.values.map { 2 * $0 })
  }

  @Test("counts of parts add up to the counts of the whole, through files too")
  func mergingAndCoding() throws {
    var random = RandomStream(seed: 1, name: "patches/coding")
    var (whole, sum, joint) = (PatchCounts(), PatchCounts(), JointCounts())
    for _ in 0..<3 {
      var part = PatchCounts()
      for _ in 0..<200 {
        let (patch, up) = (random.below(65536), random.uniform() < 0.5)
        part.record(patch: patch, up: up)
        whole.record(patch: patch, up: up)
        joint.record(patch: patch & 511, outcome: patch >> 9 & 15, times: 3)
      }
      let data = try JSONEncoder().encode(part)
      #expect(data.count < 10_000)
      try sum.merge(JSONDecoder().decode(PatchCounts.self, from: data))
    }
    #expect(sum == whole)
    #expect(try JSONDecoder().decode(JointCounts.self, from: JSONEncoder().encode(joint)) == joint)
    let contexts = whole.contextCounts
    #expect(try JSONDecoder().decode(ContextCounts.self, from: JSONEncoder().encode(contexts)) == contexts)
    var twice = contexts
    twice.merge(contexts)
    #expect(twice.values == contexts.values.map { 2 * $0 })
  }

  @Test("damaged or mismatched counts are refused")
  func refusals() throws {
    #expect(throws: UpsamplingError.self) { _ = try PatchCounts(size: 5) }
    #expect(throws: UpsamplingError.self) { _ = try PatchCounts(size: 2, values: [1, 2]) }
    #expect(throws: UpsamplingError.self) { _ = try PatchCounts(size: 2).reduced(to: 3) }
    #expect(throws: UpsamplingError.self) { _ = try ContextCounts([1]) }
    #expect(throws: UpsamplingError.self) { _ = try ContextCounts([Int](repeating: -1, count: 12)) }
    var large = PatchCounts()
    #expect(throws: UpsamplingError.self) { try large.merge(PatchCounts(size: 3)) }
    for (size, list) in [(2, "-17"), (2, "-9223372036854775808"), (9, "")] {
      let data = Data("{\"size\":\(size),\"values\":[\(list)]}".utf8)
      #expect(throws: UpsamplingError.self) { _ = try JSONDecoder().decode(PatchCounts.self, from: data) }
    }
  }

  @Test("a table of oriented patches becomes one of quadrants by the definition of both")
  func quadrants() throws {
    var random = RandomStream(seed: 1, name: "patches/quadrants")
    let table = (0..<512).map { _ in random.uniform() }
    let quadrants = try OrientedPatch.quadrantTable(table)
    let larger = try OrientedPatch.expanded(table, to: 4)
    let coarse = CoarseLattice(side: 8, random: &random)
    for y in 0..<16 {
      for x in 0..<16 {
        let value = table[coarse.oriented(y, x, size: 3)]
        #expect(quadrants[4 * coarse.unoriented(y / 2, x / 2) + 2 * (y % 2) + x % 2] == value)
        #expect(larger[coarse.oriented(y, x, size: 4)] == value)
      }
    }
    #expect(throws: UpsamplingError.self) { _ = try OrientedPatch.expanded([1, 2], to: 4) }
    #expect(throws: UpsamplingError.self) { _ = try OrientedPatch.expanded(table, to: 2) }
  }
}
