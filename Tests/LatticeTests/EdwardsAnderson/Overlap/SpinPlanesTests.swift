import Random
import Testing

@testable import Lattice

@Suite struct SpinPlanesTests {
  static func random(side: Int, _ name: String) -> SpinPlanes {
    var stream = RandomStream(seed: 2, name: "spin-planes/" + name, index: side)
    var random = Xoshiro512(&stream)
    return SpinPlanes(side: side, words: (0..<side * side * side).map { _ in random.next() })
  }

  @Test("transposing to configurations and back loses nothing", arguments: [1, 2, 3, 4, 5, 6, 8, 12])
  func transposition(side: Int) {
    let planes = Self.random(side: side, "transposition")
    let configurations = planes.configurations
    #expect(SpinPlanes(configurations) == planes)
    for lane in [0, 1, 63, 64, 200, 511] {
      #expect(planes.configuration(lane) == configurations[lane])
      let site = planes.words.count - 1
      let minus = planes.words[site][lane / 64] >> UInt64(lane % 64) & 1 == 1
      #expect(configurations[lane][side - 1, side - 1, side - 1] == (minus ? -1 : 1))
    }
  }

  @Test func overlapIsTheProductOfSpins() {
    let (s, t) = (Self.random(side: 3, "s"), Self.random(side: 3, "t"))
    let overlap = SpinPlanes.overlap(s, t)
    for lane in stride(from: 0, to: 512, by: 37) {
      let (a, b, product) = (s.configuration(lane), t.configuration(lane), overlap.configuration(lane))
      for site in 0..<27 {
        let (x, y, z) = (site % 3, site / 3 % 3, site / 9)
        #expect(product[x, y, z] == a[x, y, z] * b[x, y, z])
      }
    }
    #expect(SpinPlanes.overlap(s, s) == SpinPlanes(side: 3, uniform: 1))
  }

  @Test func subscriptSetsOneSpin() {
    var spins = SpinPlanes(side: 5, uniform: -1).configuration(7)
    spins[3, 1, 4] = 1
    #expect(spins.moments.q == -1 + 2.0 / 125)
    #expect(spins[3, 1, 4] == 1 && spins[4, 1, 4] == -1)
    spins[3, 1, 4] = -1
    #expect(spins == SpinPlanes(side: 5, uniform: -1).configuration(0))
  }
}
