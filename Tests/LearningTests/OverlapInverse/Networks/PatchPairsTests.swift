import Random
import Testing

@testable import Learning

@Suite("Cells as training data")
struct PatchPairsTests {
  private func cubes(_ side: Int) -> (coarse: PlantedCube, fine: PlantedCube) {
    var random = RandomStream(seed: 1, name: "patch-pairs/\(side)")
    return (PlantedCube(side: side, random: &random), PlantedCube(side: 2 * side, random: &random))
  }

  @Test("a cell keeps the spins around it", arguments: [1, 2, 3, 6])
  func cells(side: Int) throws {
    let (coarse, fine) = cubes(side)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: side)
    #expect(pairs.count == side * side * side)
    var cell = 0
    coarse.forEachCell { x, y, z, corners in
      for (bit, spin) in coarse.window(x, y, z).enumerated() {
        #expect(pairs.windows[cell] >> UInt64(bit) & 1 == (spin < 0 ? 1 : 0))
      }
      for bit in 0..<64 {
        let spin = fine[2 * x - 1 + bit % 4, 2 * y - 1 + bit / 4 % 4, 2 * z - 1 + bit / 16]
        #expect(pairs.patches[cell] >> UInt64(bit) & 1 == (spin < 0 ? 1 : 0))
      }
      let opposite = corners.count { fine[$0[0], $0[1], $0[2]] != coarse[x, y, z] }
      #expect(pairs.opposite(cell) == opposite)
      cell += 1
    }
  }

  @Test("the symmetries of bits are the 48 symmetries of configurations")
  func symmetries() throws {
    let (coarse, fine) = cubes(4)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 4)
    #expect(Set(PatchSymmetry.all).count == 48)
    #expect(PatchSymmetry.all[0].window == Array(0..<27) && PatchSymmetry.all[0].patch == Array(0..<64))
    for axes in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      for bits in 0..<8 {
        let signs = (0..<3).map { bits >> $0 & 1 == 1 ? -1 : 1 }
        let symmetry = PatchSymmetry(axes: axes, signs: signs)
        #expect(PatchSymmetry.all.contains(symmetry))
        let turned = try PatchPairs(
          coarse: [coarse.turned(axes, signs).packed], fine: [fine.turned(axes, signs).packed], side: 4)
        func moved(_ word: UInt64, _ places: [Int]) -> UInt64 {
          places.indices.reduce(0) { $0 | (word >> UInt64(places[$1]) & 1) << UInt64($1) }
        }
        let expected = pairs.windows.indices.map {
          [moved(pairs.windows[$0], symmetry.window), moved(pairs.patches[$0], symmetry.patch)]
        }
        let found = turned.windows.indices.map { [turned.windows[$0], turned.patches[$0]] }
        #expect(Set(found) == Set(expected))
      }
    }
  }

  @Test("bad data are refused in one line")
  func refusals() throws {
    let (coarse, fine) = cubes(2)
    #expect(throws: PatchError.wrongCount(what: "fine configurations", expected: 1, found: 0)) {
      _ = try PatchPairs(coarse: [coarse.packed], fine: [], side: 2)
    }
    #expect(throws: PatchError.self) {
      _ = try PatchPairs(coarse: [coarse.packed], fine: [coarse.packed + [0]], side: 2)
    }
    #expect(throws: PatchError.self) {
      _ = try PatchPairs(coarse: [fine.packed + [0]], fine: [fine.packed], side: 2)
    }
    #expect(throws: PatchError.setting(name: "the coarse side", value: 0, allowed: "1 ... 256")) {
      _ = try PatchPairs(coarse: [[]], fine: [[]], side: 0)
    }
    let errors: [PatchError] = [
      .setting(name: "a", value: 1, allowed: "b"), .wrongCount(what: "a", expected: 1, found: 2),
      .notFinite(what: "a", value: .nan), .tooFewCells(needed: 2, found: 1), .contradiction(cell: 3),
      .diverged(epoch: 1, loss: 9, limit: 1),
    ]
    #expect(errors.allSatisfy { !$0.description.contains("\n") && !$0.description.isEmpty })
  }
}
