import Testing

@testable import Learning

@Suite("Orbits of a corner")
struct CornerOrbitsTests {
  @Test("every corner sees the 27 offsets in classes of 1, 3, 3, 1, 3, 6, 3, 3, 3, 1")
  func multiplicities() {
    #expect(CornerOrbits.multiplicities.reduce(0, +) == 27)
    for corner in 0..<8 {
      let counts = (0..<10).map { label in CornerOrbits.table[corner].filter { $0 == label }.count }
      #expect(counts == CornerOrbits.multiplicities)
    }
    #expect(SymmetricLogistic.labels[5] == "(-1,0,1)")
    // The spin next to the corner (+,-,-) along y sits at offset (0,-1,0), place 10.
    #expect(CornerOrbits.table[1][10] == 1 && CornerOrbits.table[2][10] == 4)
  }

  @Test("a code of counts stands for its orbit sums, and the largest one for all spins aligned")
  func codes() {
    #expect(CornerCounts.sums(CornerCounts.codeCount - 1) == CornerOrbits.multiplicities.map(Double.init))
    #expect(CornerCounts.sums(0) == [1, -3, -3, -1, -3, -6, -3, -3, -3, -1])
    #expect(Set((0..<CornerCounts.codeCount).map { CornerCounts.sums($0) }).count == CornerCounts.codeCount)
  }
}
