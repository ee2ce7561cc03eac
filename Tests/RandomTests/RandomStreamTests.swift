import Elementary
import Foundation
import Testing

@testable import Random

@Suite("RandomStream")
struct RandomStreamTests {
  @Test("streams of a name are pinned")
  func pins() {
    var stream = RandomStream(seed: 1, name: "mlrg/instances", index: 7)
    #expect(stream.next() == 0xf662_edb5_1207_1202)
    #expect(stream.next() == 0x1f26_874a_1fce_7619)
    #expect(stream.next() == 0x0b7d_4d43_81c1_22d6)
    var child = stream.child("sampler", 2)
    #expect(child.next() == 0x1feb_fdf8_f068_9a7b)
    var normals = RandomStream(seed: 1, name: "normal")
    #expect(normals.normal().bitPattern == 0x3fa8_e631_1d5f_3670)
  }

  @Test("key and counter come from the SHA-256 of the named identity")
  func derivation() {
    // First 16 bytes of SHA-256("kadanoff/1\\01\\0mlrg/instances\\07"), little-endian words, by sha256sum.
    let stream = RandomStream(seed: 1, name: "mlrg/instances", index: 7)
    #expect(stream.key == 0x808b_750a_a9df_388b)
    #expect(stream.family == 0x348b_39a7_dbbc_fb5d)
  }

  @Test("every part of the name matters, the position does not")
  func independence() {
    let streams = [
      RandomStream(seed: 1, name: "a", index: 0), RandomStream(seed: 2, name: "a", index: 0),
      RandomStream(seed: 1, name: "b", index: 0), RandomStream(seed: 1, name: "a", index: 1),
      RandomStream(seed: 1, name: "a").child("a"), RandomStream(seed: 1, name: "a").child("a", 1),
      RandomStream(seed: 1, name: "a").child("b"), RandomStream(seed: 1, name: "b").child("a"),
    ]
    var words: Set<UInt64> = []
    for var stream in streams { for _ in 0..<1000 { words.insert(stream.next()) } }
    #expect(words.count == 1000 * streams.count)

    var used = RandomStream(seed: 1, name: "a")
    var early = used.child("a")
    _ = used.next()
    var late = used.child("a")
    #expect(early.next() == late.next())
  }

  @Test("two streams of neighbouring indices are uncorrelated")
  func correlation() {
    // The correlation coefficient of n independent pairs has mean 0 and variance 1/n.
    let n = 4096
    let pulls = (0..<100).map { index in
      var a = RandomStream(seed: 3, name: "correlation", index: index)
      var b = RandomStream(seed: 3, name: "correlation", index: index + 1)
      let sum = (0..<n).reduce(0.0) { sum, _ in sum + (a.uniform() - 0.5) * (b.uniform() - 0.5) }
      return sum * 12 / Double(n).squareRoot()
    }
    expectStandardPulls(pulls)
  }

  @Test("uniform numbers have the moments of the unit interval")
  func uniform() {
    let n = 4096
    let means = (0..<100).map { index in
      var stream = RandomStream(seed: 4, name: "uniform", index: index)
      let sum = (0..<n).reduce(0.0) { sum, _ in sum + stream.uniform() - 0.5 }
      return sum * (12 / Double(n)).squareRoot()
    }
    expectStandardPulls(means)
    let squares = (0..<100).map { index in
      var stream = RandomStream(seed: 5, name: "uniform", index: index)
      let sum = (0..<n).reduce(0.0) { sum, _ in
        let x = stream.uniform() - 0.5
        return sum + x * x - 1.0 / 12
      }
      // The variance of (x - 1/2)² is 1/80 - 1/144 = 1/180.
      return sum * (180 / Double(n)).squareRoot()
    }
    expectStandardPulls(squares)
  }

  @Test("normal numbers have mean 0, variance 1, skewness 0 and kurtosis 3", arguments: 1...4)
  func normalMoments(power: Int) {
    // E x^2k = (2k - 1)!!, so the variance of x^k is (2k - 1)!! - (E x^k)².
    let expected = [0.0, 1, 0, 3][power - 1]
    let variance = [1.0, 2, 15, 96][power - 1]
    let n = 4096
    let pulls = (0..<100).map { index in
      var stream = RandomStream(seed: 6, name: "normal/\(power)", index: index)
      let sum = (0..<n).reduce(0.0) { sum, _ in sum + pow(stream.normal(), Double(power)) - expected }
      return sum / (variance * Double(n)).squareRoot()
    }
    expectStandardPulls(pulls)
  }

  @Test("normal numbers fill the bins and tails as the error function says")
  func normalLaw() {
    let edges = stride(from: -3.5, through: 3.5, by: 0.25)
    let cumulative = [0.0] + edges.map { 0.5 * erfc(-$0 / 2.0.squareRoot()) } + [1.0]
    let probabilities = zip(cumulative.dropFirst(), cumulative).map { $0 - $1 }
    var stream = RandomStream(seed: 7, name: "normal/law")
    var counts = [Int](repeating: 0, count: probabilities.count)
    for _ in 0..<1_000_000 {
      let bin = Int(((stream.normal() + 3.5) * 4).rounded(.down)) + 1
      counts[min(max(bin, 0), counts.count - 1)] += 1
    }
    expectChiSquare(counts, probabilities)
  }

  @Test("eight normal numbers are those of eight calls")
  func normals() {
    var one = RandomStream(seed: 8, name: "normals")
    var eight = one
    for _ in 0..<100 {
      let vector = eight.normals()
      for lane in 0..<8 { #expect(vector[lane].bitPattern == one.normal().bitPattern) }
    }
  }

  @Test("integers below n are unbiased", arguments: [1, 2, 3, 10, 24, 1000])
  func below(n: Int) {
    var stream = RandomStream(seed: 9, name: "below", index: n)
    var counts = [Int](repeating: 0, count: n)
    for _ in 0..<200_000 { counts[stream.below(n)] += 1 }
    expectChiSquare(counts, [Double](repeating: 1 / Double(n), count: n))
  }

  @Test("integers below a number near 2⁶² are unbiased, where a remainder would not be")
  func belowLarge() {
    // n = 3 · 2⁶¹: x mod n would fall into the lowest third 3/8 of the time instead of 1/3.
    let third = 1 << 61
    var stream = RandomStream(seed: 10, name: "below/large")
    var counts = [0, 0, 0]
    for _ in 0..<200_000 { counts[stream.below(3 * third) / third] += 1 }
    expectChiSquare(counts, [1.0 / 3, 1.0 / 3, 1.0 / 3])
  }
}
