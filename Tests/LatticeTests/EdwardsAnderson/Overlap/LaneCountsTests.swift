import Random
import Testing

@testable import Lattice

@Suite struct LaneCountsTests {
  private func words(_ count: Int, _ name: String) -> [SIMD8<UInt64>] {
    var stream = RandomStream(seed: 1, name: "lane-counts/" + name, index: count)
    var random = Xoshiro512(&stream)
    return (0..<count).map { _ in random.next() }
  }

  private func bit(_ word: SIMD8<UInt64>, _ lane: Int) -> Int { Int(word[lane / 64] >> UInt64(lane % 64) & 1) }

  @Test("an expanded number has the digits of its planes", arguments: 1...31)
  func expansion(planes: Int) {
    let number = words(planes, "expansion")
    var lanes = [Int32](repeating: -1, count: 512)
    LaneCounts.expand(number, count: planes, into: &lanes)
    for lane in 0..<512 {
      let expected = number.indices.reduce(0) { $0 + bit(number[$1], lane) << $1 }
      #expect(lanes[lane] == Int32(expected), "lane \(lane)")
    }
  }

  @Test("set bits are counted, whatever remains after blocks of eight and four", arguments: 1...40)
  func totals(count: Int) {
    let counted = words(count, "totals")
    var lanes = [Int32](repeating: -1, count: 512)
    LaneCounts.total(counted, count: count, into: &lanes)
    for lane in 0..<512 { #expect(Int(lanes[lane]) == counted.reduce(0) { $0 + bit($1, lane) }) }
    LaneCounts.total([SIMD8<UInt64>](repeating: SIMD8(repeating: .max), count: count), count: count, into: &lanes)
    #expect(lanes.allSatisfy { $0 == Int32(count) })
  }

  @Test func butterflyGivesDifferenceAndSum() {
    let (a, b) = (words(7, "difference/a"), words(7, "difference/b"))
    var (first, second) = (a + [SIMD8(), SIMD8()], b + [SIMD8(), SIMD8()])
    LaneCounts.butterfly(&first, &second, width: 9)
    for lane in 0..<512 {
      func value(_ planes: [SIMD8<UInt64>]) -> Int { planes.indices.reduce(0) { $0 + bit(planes[$1], lane) << $1 } }
      let difference = value(first) - (bit(first[8], lane) << 9)
      #expect(difference == value(a) - value(b))
      #expect(value(second) == value(a) + value(b))
    }
  }

  @Test func widthHoldsTheMaximum() {
    #expect([1, 2, 3, 4, 7, 8, 64, 255, 256].map(LaneCounts.width) == [1, 2, 2, 3, 3, 4, 7, 8, 9])
  }
}
