import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct WindowHistogramTests {
  @Test("patterns are those of plain loops", arguments: [3, 4, 5, 6, 7, 8, 62, 63, 64, 65, 70, 128])
  func countsAgreeWithLoops(side: Int) throws {
    var random = RandomStream(seed: 11, name: "windows/loops", index: side)
    let lattice = PlainLattice(side: side, up: 0.7, &random)
    var counts = [Int](repeating: 0, count: 512)
    for y in 0..<side {
      for x in 0..<side {
        let up = (0..<9).filter { lattice[y + $0 / 3, x + $0 % 3] == 1 }
        counts[up.reduce(0) { $0 | 1 << $1 }] += 1
      }
    }
    #expect(try WindowHistogram(lattice.packed).counts == counts)
  }

  @Test("products of spins are those of plain loops", arguments: [3, 4, 6, 8, 64, 70, 128])
  func productsAgreeWithLoops(side: Int) throws {
    var random = RandomStream(seed: 12, name: "windows/products", index: side)
    let lattice = PlainLattice(side: side, up: 0.3, &random)
    let histogram = try WindowHistogram(lattice.packed)
    #expect(histogram.products == (0..<512).map(lattice.productSum))
    let averages = histogram.averages
    for (value, expected) in zip(averages.values, lattice.averages) { #expect(abs(value - expected) < 1e-14) }
    let bonds = (0..<side).reduce(0) { sum, y in
      sum + (0..<side).reduce(0) { $0 + lattice[y, $1] * (lattice[y, $1 + 1] + lattice[y + 1, $1]) }
    }
    #expect(abs(averages.energy - Double(bonds) / Double(side * side)) < 1e-14)
  }

  @Test("a flip of all spins changes the sign of odd products only")
  func flip() throws {
    var random = RandomStream(seed: 13, name: "windows/flip")
    let lattice = PlainLattice(side: 10, up: 0.8, &random)
    let here = try WindowHistogram(lattice.packed).averages.values
    let there = try WindowHistogram(lattice.flipped.packed).averages.values
    for orbit in WindowOrbits.all { #expect(there[orbit.index] == (orbit.isOdd ? -1 : 1) * here[orbit.index]) }
  }

  @Test("windows do not fit below side 3", arguments: [1, 2])
  func tooSmall(side: Int) {
    #expect(throws: RenormalizationError.windowTooLarge(side: side)) {
      try WindowHistogram(SpinLattice(side: side))
    }
  }
}
