import Lattice
import Random
import Testing

@Suite("Observables of a spin lattice")
struct ObservableTests {
  private static let sides = [1, 2, 3, 7, 8, 32, 63, 64, 65, 100, 128, 130]

  private func randomLattice(_ side: Int) -> SpinLattice {
    var random = RandomStream(seed: 1, name: "observables", index: side)
    let words = (0..<side * ((side + 63) / 64)).map { _ in random.next() }
    return SpinLattice(side: side, words: words)
  }

  private func naiveCorrelation(_ lattice: SpinLattice, _ r: Int) -> Int {
    let side = lattice.side
    func spin(_ y: Int, _ x: Int) -> Int {
      lattice[(y % side + side) % side, (x % side + side) % side] ? 1 : -1
    }
    var sum = 0
    for y in 0..<side {
      for x in 0..<side { sum += spin(y, x) * (spin(y, x + r) + spin(y + r, x)) }
    }
    return sum
  }

  @Test("agree with loops over the sites", arguments: sides)
  func naive(side: Int) {
    let lattice = randomLattice(side)
    var up = 0
    for y in 0..<side {
      for x in 0..<side where lattice[y, x] { up += 1 }
    }
    #expect(lattice.magnetization == 2 * up - side * side)
    #expect(2 * lattice.satisfiedBonds - 2 * side * side == naiveCorrelation(lattice, 1))
    for r in [0, 1, 2, 3, 5, 31, 62, 63, 64, 65, 97, side / 2, side - 1, side, -1, -70] {
      #expect(lattice.correlation(at: r) == naiveCorrelation(lattice, r), "r = \(r)")
    }
  }

  @Test("aligned spins satisfy every bond", arguments: sides, [true, false])
  func aligned(side: Int, up: Bool) {
    let lattice = SpinLattice(side: side, up: up)
    #expect(lattice.magnetization == (up ? side * side : -side * side))
    #expect(lattice.satisfiedBonds == 2 * side * side)
    #expect(lattice.correlation(at: side / 2) == 2 * side * side)
  }

  @Test("a chessboard satisfies none and alternates in r", arguments: [2, 6, 64, 66])
  func chessboard(side: Int) {
    var lattice = SpinLattice(side: side, up: false)
    for y in 0..<side {
      for x in 0..<side where (x + y) % 2 == 0 { lattice[y, x] = true }
    }
    #expect(lattice.magnetization == 0 && lattice.satisfiedBonds == 0)
    #expect(lattice.correlation(at: 1) == -2 * side * side && lattice.correlation(at: 2) == 2 * side * side)
  }

  @Test("a series holds M and the satisfied bonds of its configurations, and both a site")
  func series() {
    var series = IsingSeries(side: 6)
    series.append(SpinLattice(side: 6))
    var oneDown = SpinLattice(side: 6)
    oneDown[2, 3] = false
    series.append(oneDown)
    #expect(series.count == 2 && series.magnetization == [36, 34] && series.satisfiedBonds == [72, 68])
    #expect(series.m == [1, 34.0 / 36] && series.u == [2, 2 - 8.0 / 36])
  }
}
