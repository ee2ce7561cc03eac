import Random
import Testing

@testable import Learning

@Suite("Packed cubic configurations")
struct CubicBytesTests {
  @Test("neighbourhoods are the 27 spins around a site, periodically", arguments: [1, 2, 3, 5])
  func neighbourhoods(side: Int) {
    var random = RandomStream(seed: 1, name: "cubic-bytes", index: side)
    let cube = PlainCube.noise(side: side, &random)
    let bytes = CubicBytes(cube.packed, side: side)
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          let expected = (0..<27).map { cube[x + $0 % 3 - 1, y + $0 / 3 % 3 - 1, z + $0 / 9 - 1] }
          #expect(bytes.spins(x, y, z) == expected.map(Double.init))
        }
      }
    }
    #expect(CubicBytes.packed(cube.spins.map { $0 < 0 ? 1 : 0 }, side: side) == cube.packed)
  }

  @Test("plane codes are the nine-spin parts of the neighbourhoods", arguments: [1, 2, 3, 4, 7])
  func planes(side: Int) {
    var random = RandomStream(seed: 1, name: "slab-codes", index: side)
    let words = PlainCube.noise(side: side, &random).packed
    let bytes = CubicBytes(words, side: side)
    words.withUnsafeBufferPointer { words in
      var slabs = SlabCodes(words.baseAddress!, side: side)
      for z in 0..<side {
        if z > 0 { slabs.advance(words.baseAddress!, to: z) }
        for site in 0..<(side * side) {
          let code = Int(slabs.below[site]) | Int(slabs.centre[site]) << 9 | Int(slabs.above[site]) << 18
          #expect(code == bytes.neighbourhood(site % side, site / side, z))
        }
      }
    }
  }

  @Test("spreading the pairs of eight cells undoes joining them")
  func pairs() {
    var random = RandomStream(seed: 1, name: "cell-rows")
    for _ in 0..<100 {
      let bits = random.next() & 0xFFFF
      #expect(CellRows.paired(CellRows.spread(bits)) == bits)
      #expect(CellRows.spread(bits) & ~0x0303_0303_0303_0303 == 0)
    }
  }
}
