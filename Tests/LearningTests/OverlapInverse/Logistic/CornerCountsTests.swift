import Foundation
import Random
import Testing

@testable import Learning

@Suite("Counts of corner neighbourhoods")
struct CornerCountsTests {
  static func pair(side: Int, seed: UInt64 = 1) -> (coarse: PlainCube, fine: PlainCube) {
    var random = RandomStream(seed: seed, name: "corner-counts", index: side)
    return (.noise(side: side, &random), .noise(side: 2 * side, &random))
  }

  static func counts(_ pair: (coarse: PlainCube, fine: PlainCube)) -> CornerCounts {
    var counts = CornerCounts()
    counts.add(coarse: pair.coarse.packed, fine: pair.fine.packed, side: pair.coarse.side)
    return counts
  }

  @Test("the kernel counts what the definition says", arguments: [1, 2, 3, 5, 8, 9, 12])
  func definition(side: Int) {
    let pair = Self.pair(side: side)
    var expected: [[Double]: SIMD2<Double>] = [:]
    for z in 0..<(2 * side) {
      for y in 0..<(2 * side) {
        for x in 0..<(2 * side) {
          let sums = pair.coarse.orbitSums(fine: SIMD3(x, y, z))
          let aligned = pair.fine[x, y, z] == sums[0]
          expected[sums.map { Double($0 * sums[0]) }, default: SIMD2()] += aligned ? SIMD2(0, 1) : SIMD2(1, 0)
        }
      }
    }
    let counts = Self.counts(pair)
    #expect(counts.corners == 8 * side * side * side)
    let (features, seen) = counts.patterns
    #expect(features.count == expected.count)
    for (feature, count) in zip(features, seen) { #expect(expected[feature] == count) }
    let aligned = seen.reduce(0) { $0 + $1[1] }
    #expect(counts.alignedFraction == aligned / Double(counts.corners))
  }

  @Test("a flip of all spins and the 48 symmetries of the cube change no count")
  func symmetries() {
    let pair = Self.pair(side: 3)
    let counts = Self.counts(pair)
    #expect(Self.counts((pair.coarse.flipped, pair.fine.flipped)) == counts)
    for symmetry in CubeSymmetry.all {
      #expect(Self.counts((pair.coarse.transformed(symmetry), pair.fine.transformed(symmetry))) == counts)
    }
  }

  @Test("counts add up, and storage keeps them")
  func merging() throws {
    let (a, b) = (Self.pair(side: 4), Self.pair(side: 4, seed: 2))
    var both = Self.counts(a)
    both.add(coarse: b.coarse.packed, fine: b.fine.packed, side: 4)
    #expect(Self.counts(a) + Self.counts(b) == both)
    #expect(both != Self.counts(a) + Self.counts(a))
    let stored = try JSONEncoder().encode(both)
    #expect(try JSONDecoder().decode(CornerCounts.self, from: stored) == both)
    #expect(try JSONDecoder().decode(CornerCounts.self, from: JSONEncoder().encode(CornerCounts())) == CornerCounts())
  }

  @Test(
    "numbers that no counts have are refused",
    arguments: [
      "[1,2]", "[0,1,1]", "[114689,1,1]", "[1,-1,0]", "[1,4294967296,0]", "[1,4294967295,1]", "[1,1,1,-1,1,1]",
    ])
  func corrupted(numbers: String) {
    let text = Data("{\"occurring\":\(numbers)}".utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CornerCounts.self, from: text) }
  }
}
