import Foundation
import Testing

@testable import Random

@Suite("Bernoulli bits and counts")
struct BernoulliTests {
  static func generator(_ name: String, _ index: Int = 0) -> Xoshiro512 {
    var stream = RandomStream(seed: 3, name: name, index: index)
    return Xoshiro512(&stream)
  }

  @Test("thresholds saturate instead of trapping")
  func thresholds() {
    #expect(BernoulliThreshold(0.5).digits == 1 << 63)
    #expect(BernoulliThreshold(1).digits == .max)
    #expect(BernoulliThreshold(1.5).digits == .max)
    #expect(BernoulliThreshold(.infinity).digits == .max)
    #expect(BernoulliThreshold(1.0.nextDown).digits == UInt64.max - 2047)
    #expect(BernoulliThreshold(0).digits == 0)
    #expect(BernoulliThreshold(-0.1).digits == 0)
    #expect(BernoulliThreshold(.nan).digits == 0)
    #expect(BernoulliThreshold(0x1p-64).digits == 1)
  }

  @Test("the digits decide as a comparison of whole numbers does")
  func digits() {
    // The random words are the digits of 512 numbers U from the top; a bit is set where U < threshold.
    for index in 0..<20 {
      var generator = Self.generator("digits", index)
      var replay = generator
      var stream = RandomStream(seed: 4, name: "digits", index: index)
      let threshold = BernoulliThreshold(digits: stream.next())
      let bits = generator.bernoulli(threshold)
      let words = (0..<64).map { _ in replay.next() }
      for bit in 0..<512 {
        let number = words.reduce(UInt64(0)) { $0 << 1 | ($1[bit / 64] >> UInt64(bit % 64)) & 1 }
        #expect((bits[bit / 64] >> UInt64(bit % 64)) & 1 == (number < threshold.digits ? 1 : 0))
      }
    }
  }

  @Test("each bit is set with its probability", arguments: [0.5, 0.3, 0.01, 0.999, 1.0 / 3])
  func bitMeans(p: Double) {
    var generator = Self.generator("bits/\(p)")
    let words = 1000
    var sums = [Int](repeating: 0, count: 512)
    for _ in 0..<words {
      let bits = generator.bernoulli(BernoulliThreshold(p))
      for bit in 0..<512 { sums[bit] += Int((bits[bit / 64] >> UInt64(bit % 64)) & 1) }
    }
    let deviation = (Double(words) * p * (1 - p)).squareRoot()
    expectStandardPulls(sums.map { (Double($0) - Double(words) * p) / deviation })
  }

  @Test("bits of one word are independent")
  func pairs() {
    // The variance of the count over a word equals 512 p (1 - p) only if the bits are uncorrelated.
    let p = 0.3
    let pulls = (0..<100).map { index in
      var generator = Self.generator("pairs", index)
      let n = 1000
      let sum = (0..<n).reduce(0.0) { sum, _ in
        let x = Double(generator.binomial(512, p)) - 512 * p
        return sum + x * x / (512 * p * (1 - p)) - 1
      }
      // The square of a standardised binomial count has variance 2 + (1 - 6 p (1-p)) / (n p (1-p)).
      let excess = (1 - 6 * p * (1 - p)) / (512 * p * (1 - p))
      return sum / (Double(n) * (2 + excess)).squareRoot()
    }
    expectStandardPulls(pulls)
  }

  @Test(
    "binomial counts follow the binomial law",
    arguments: [(1, 0.3), (7, 0.5), (64, 0.1), (100, 0.77), (512, 0.02), (513, 0.5), (1100, 0.25)])
  func binomial(n: Int, p: Double) {
    var generator = Self.generator("binomial/\(n)")
    var counts = [Int](repeating: 0, count: n + 1)
    for _ in 0..<20_000 { counts[generator.binomial(n, p)] += 1 }
    let law = (0...n).map { k -> Double in
      let choose = lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
      return exp(choose + Double(k) * log(p) + Double(n - k) * log(1 - p))
    }
    expectChiSquare(counts, law)
  }

  @Test("certain and impossible events")
  func certainty() {
    var generator = Self.generator("certainty")
    #expect(generator.binomial(700, 1) == 700)
    #expect(generator.binomial(700, 0) == 0)
    #expect(generator.binomial(0, 0.5) == 0)
    #expect(generator.multinomial(900, [0, 1, 0]) == [0, 900, 0])
    #expect(generator.multinomial(900, SIMD4(0, 0, 2, 0)) == SIMD4(0, 0, 900, 0))
    for _ in 0..<100 {
      let counts = generator.multinomial(600, [0.3, 0, 0.7, 0])
      #expect(counts[1] == 0 && counts[3] == 0 && counts[0] + counts[2] == 600)
    }
  }

  @Test("multinomial counts have the right joint law")
  func multinomial() {
    // All 15 outcomes of 4 draws from 3 categories.
    let p = [0.2, 0.5, 0.3]
    let factorial = [1.0, 1, 2, 6, 24]
    var generator = Self.generator("multinomial")
    var counts = [Int](repeating: 0, count: 25)
    var law = [Double](repeating: 0, count: 25)
    for a in 0...4 {
      for b in 0...(4 - a) {
        let ways = 24 / factorial[a] / factorial[b] / factorial[4 - a - b]
        law[5 * a + b] = ways * pow(p[0], Double(a)) * pow(p[1], Double(b)) * pow(p[2], Double(4 - a - b))
      }
    }
    for _ in 0..<100_000 {
      let draw = generator.multinomial(4, p)
      counts[5 * draw[0] + draw[1]] += 1
    }
    expectChiSquare(counts, law)
  }

  @Test("means and covariances of multinomial counts", arguments: [0, 1, 2, 3])
  func multinomialMoments(category: Int) {
    let p = SIMD4(0.125, 0.5, 0.25, 0.125)
    let n = 512
    let draws = 200
    let next = (category + 1) % 4
    var means: [Double] = []
    var covariance = 0.0
    for index in 0..<100 {
      var generator = Self.generator("moments/\(category)", index)
      var sum = 0.0
      for _ in 0..<draws {
        let counts = generator.multinomial(n, p)
        #expect(counts.wrappedSum() == n)
        let a = Double(counts[category]) - Double(n) * p[category]
        sum += a
        covariance += a * (Double(counts[next]) - Double(n) * p[next])
      }
      means.append(sum / (Double(draws * n) * p[category] * (1 - p[category])).squareRoot())
    }
    expectStandardPulls(means)
    // Covariance -n p q; the product of two nearly normal counts has variance σa² σb² + cov².
    let expected = -Double(n) * p[category] * p[next]
    let variances = Double(n * n) * p[category] * (1 - p[category]) * p[next] * (1 - p[next])
    let error = ((variances + expected * expected) / Double(100 * draws)).squareRoot()
    #expect(abs(covariance / Double(100 * draws) - expected) < 4 * error)
  }

  @Test("both forms of the multinomial draw give the same numbers")
  func multinomialForms() {
    var first = Self.generator("forms")
    var second = first
    for n in [1, 24, 512, 1000] {
      let array = first.multinomial(n, [0.1, 0.4, 0.3, 0.2])
      let vector = second.multinomial(n, SIMD4(0.1, 0.4, 0.3, 0.2))
      #expect(array == (0..<4).map { vector[$0] })
    }
  }

  @Test("counts of a named stream are pinned")
  func pins() {
    var generator = Self.generator("pins")
    #expect(generator.binomial(512, 0.3) == 146)
    #expect(generator.binomial(100, 0.9) == 95)
    #expect(generator.multinomial(512, SIMD4(0.1, 0.4, 0.3, 0.2)) == SIMD4(52, 205, 161, 94))
  }
}
