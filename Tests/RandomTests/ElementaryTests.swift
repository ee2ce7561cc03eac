import Elementary
import Foundation
import Random
import Testing

#if arch(x86_64)
  typealias Wide = Float80
#else
  typealias Wide = Double
#endif

/// One elementary function with its exact counterpart and the errors that its documentation states.
struct ElementaryCase: Sendable, CustomTestStringConvertible {
  let name: String
  let scalar: @Sendable (Double) -> Double
  let vector: @Sendable (SIMD8<Double>) -> SIMD8<Double>
  let exact: @Sendable (Wide) -> Wide
  let range: ClosedRange<Double>
  let ulps: Double
  let pins: [(Double, UInt64)]

  var testDescription: String { name }

  /// Arguments: uniform in the range, of every magnitude down to 2⁻⁶⁰, and the ends.
  var arguments: [Double] {
    var stream = RandomStream(seed: 1, name: "elementary/\(name)")
    var list = [range.lowerBound, range.upperBound]
    for _ in 0..<200_000 {
      list.append(range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform())
      let small = scalbn(stream.uniform(), -stream.below(60))
      list.append(range.contains(-small) && stream.next() & 1 == 0 ? -small : small)
    }
    return list.filter { range.contains($0) }
  }

  static let all: [ElementaryCase] = [
    ElementaryCase(
      name: "exp", scalar: { Elementary.exp($0) }, vector: { Elementary.exp($0) }, exact: { exp($0) },
      range: -708...709.7, ulps: 1, pins: ElementaryPins.exp),
    ElementaryCase(
      name: "log", scalar: { Elementary.log($0) }, vector: { Elementary.log($0) }, exact: { log($0) },
      range: 0x1p-1074...1e6, ulps: 1, pins: ElementaryPins.log),
    ElementaryCase(
      name: "tanh", scalar: { Elementary.tanh($0) }, vector: { Elementary.tanh($0) }, exact: { tanh($0) },
      range: -25...25, ulps: 3, pins: ElementaryPins.tanh),
    ElementaryCase(
      name: "sigmoid", scalar: { Elementary.sigmoid($0) }, vector: { Elementary.sigmoid($0) },
      exact: { 1 / (1 + exp(-$0)) }, range: -707...800, ulps: 3, pins: ElementaryPins.sigmoid),
    ElementaryCase(
      name: "log2cosh", scalar: { Elementary.log2cosh($0) }, vector: { Elementary.log2cosh($0) },
      exact: { abs($0) + log1p(exp(-2 * abs($0))) }, range: -1000...1000, ulps: 3,
      pins: ElementaryPins.log2cosh),
  ]
}

@Suite("Elementary functions")
struct ElementaryTests {
  @Test("are as accurate as documented", arguments: ElementaryCase.all)
  func accuracy(_ test: ElementaryCase) {
    var worst = 0.0
    for x in test.arguments {
      let exact = test.exact(Wide(x))
      let error = Double(abs(Wide(test.scalar(x)) - exact) / Wide(Double(exact).ulp))
      worst = max(worst, error)
    }
    #expect(worst <= test.ulps, "largest error of \(test.name): \(worst) ulp")
    // A bound that is far above the error would not notice a lost coefficient.
    #expect(worst > 0.4, "an error of \(worst) ulp is better than rounding allows")
  }

  @Test("give the same bits in lanes as one by one", arguments: ElementaryCase.all)
  func lanes(_ test: ElementaryCase) {
    let special = [0, -0.0, .infinity, -.infinity, 1, -1, 710, -746]
    let list = special + test.arguments.prefix(8000)
    for start in stride(from: 0, to: list.count - 7, by: 8) {
      let x = SIMD8(list[start..<start + 8])
      let y = test.vector(x)
      for lane in 0..<8 {
        let alone = test.scalar(x[lane])
        #expect(alone.bitPattern == y[lane].bitPattern || (alone.isNaN && y[lane].isNaN))
      }
    }
  }

  @Test("keep their bits from release to release", arguments: ElementaryCase.all)
  func pins(_ test: ElementaryCase) {
    #expect(!test.pins.isEmpty)
    for (x, bits) in test.pins {
      #expect(test.scalar(x).bitPattern == bits, "\(test.name)(\(x)) is \(test.scalar(x).bitPattern)")
    }
  }

  @Test("treat the ends of the number line as limits")
  func specialValues() {
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(709.782712893384).isFinite)
    #expect(Elementary.exp(709.7827128933841) == .infinity)
    #expect(Elementary.exp(-708.3964185322641) >= .leastNormalMagnitude)
    #expect(Elementary.exp(-708.3964185322642) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-0.0) == -.infinity)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1.0).isNaN)
    #expect(Elementary.log(-Double.infinity).isNaN)
    #expect(Elementary.tanh(.infinity) == 1)
    #expect(Elementary.tanh(-.infinity) == -1)
    #expect(Elementary.tanh(-0.0).sign == .minus && Elementary.tanh(-0.0) == 0)
    #expect(Elementary.tanh(0x1p-1074) == 0x1p-1074)
    #expect(Elementary.sigmoid(.infinity) == 1)
    #expect(Elementary.sigmoid(-.infinity) == 0)
    #expect(Elementary.sigmoid(0) == 0.5)
    #expect(Elementary.log2cosh(.infinity) == .infinity)
    #expect(Elementary.log2cosh(-.infinity) == .infinity)
    #expect(Elementary.log2cosh(0) == 0.6931471805599453)
    for test in ElementaryCase.all { #expect(test.scalar(.nan).isNaN) }
  }

  @Test("sine and cosine of turns agree with the C library")
  func turns() {
    var stream = RandomStream(seed: 1, name: "elementary/turns")
    for _ in 0..<100_000 {
      let u = 4 * stream.uniform() - 2
      let (sine, cosine) = Elementary.sinCosTurns(u)
      let angle = 2 * Wide.pi * Wide(u)
      #expect(abs(Double(Wide(sine) - sin(angle))) < 2.3e-16)
      #expect(abs(Double(Wide(cosine) - cos(angle))) < 2.3e-16)
    }
    let quarter = Elementary.sinCosTurns(SIMD8(0, 0.25, 0.5, 0.75, 1, -0.25, 1.5, 0.125))
    #expect(quarter.sin.indices.map { quarter.sin[$0] }.prefix(7) == [0, 1, 0, -1, 0, -1, 0])
    #expect(quarter.cos.indices.map { quarter.cos[$0] }.prefix(7) == [1, 0, -1, 0, 1, 0, -1])
    for lane in 0..<8 {
      let alone = Elementary.sinCosTurns([0, 0.25, 0.5, 0.75, 1, -0.25, 1.5, 0.125][lane])
      #expect(alone.sin == quarter.sin[lane] && alone.cos == quarter.cos[lane])
    }
  }
}
