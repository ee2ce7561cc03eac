import Foundation
import Testing

@testable import MLRG

/// The 16 corner states with hidden spins summed one by one: no formula of the module is used.
enum CornerEnumeration {
  static let states: [[Double]] = (0..<16).map { s in (0..<4).map { s >> $0 & 1 == 1 ? 1 : -1 } }

  static func fine(_ j: Double) -> [Double] {
    law { v in
      var sum = 0.0
      for h in states {
        var bonds = 0.0
        for e in 0..<4 { bonds += h[e] * (v[e] + v[(e + 1) % 4]) }
        sum += exp(j * bonds)
      }
      return sum
    }
  }

  static func coarse(_ j: Double) -> [Double] {
    law { v in exp(j * v.reduce(0, +)) + exp(-j * v.reduce(0, +)) }
  }

  static func divergence(_ p: [Double], _ q: [Double]) -> Double {
    zip(p, q).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
  }

  static func mean(_ p: [Double], _ f: ([Double]) -> Double) -> Double {
    zip(p, states).reduce(0) { $0 + $1.0 * f($1.1) }
  }

  /// Points that fill an interval evenly, for parameters "at random": fractional parts of n times an irrational.
  static func spread(_ n: Int, _ irrational: Double, in range: ClosedRange<Double>) -> Double {
    let x = Double(n) * irrational
    return range.lowerBound + (x - x.rounded(.down)) * (range.upperBound - range.lowerBound)
  }

  private static func law(_ weight: ([Double]) -> Double) -> [Double] {
    let weights = states.map(weight)
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}

@Suite("KL-optimal flow of one coupling")
struct ExactKLFlowTests {
  @Test("Critical points of the Lieb and of the square lattice")
  func latticeConstants() {
    #expect(abs(LiebLattice.criticalCoupling - 0.76428545974049908) < 1e-12)
    #expect(abs(LiebLattice.criticalSquareCoupling - 0.44068679350977147) < 1e-12)
    let decorated = LiebLattice.squareCoupling(LiebLattice.criticalCoupling)
    #expect(abs(decorated - LiebLattice.criticalSquareCoupling) < 1e-15)
  }

  @Test("Decoration and its inverse", arguments: [1e-6, 0.01, 0.3, 0.7642, 2, 20])
  func decoration(j: Double) {
    #expect(abs(LiebLattice.liebCoupling(square: LiebLattice.squareCoupling(j)) / j - 1) < 1e-13)
    #expect(LiebLattice.squareCoupling(-j) == LiebLattice.squareCoupling(j))
  }

  @Test("Summing the hidden spin of an edge gives the square coupling", arguments: [0.1, 0.8139, 1.7])
  func edgeSum(j: Double) {
    let equal = exp(2 * j) + exp(-2 * j)
    #expect(abs(log(equal / 2) / 2 - LiebLattice.squareCoupling(j)) < 1e-14)
  }

  @Test("The critical point of the flow is that of its quartic to 15 digits")
  func fixedPoint() throws {
    let point = try KLOptimalFlow.fixedPoint()
    #expect(abs(point.coupling - 0.8139196791834294032335469808117883397915) < 4e-16)
    #expect(abs(point.slope - 1.35679655025267653359732849107437713382) < 1e-14)
    #expect(abs(try KLOptimalFlow.coarse(point.coupling) - point.coupling) < 4e-16)
    #expect(abs(point.coupling - LiebLattice.criticalCoupling - 0.0496342194429) < 1e-12)
    #expect(abs((point.correlationLengthExponent ?? 0) - 1.135835971195846316688884111692923788523) < 1e-12)
    #expect(abs((point.thermalExponent ?? 0) - 0.8804088137366933034463994616) < 1e-12)
    #expect(point.isRepelling)
  }

  @Test("At the critical point: divergence, square coupling, conformal weight")
  func atTheFixedPoint() throws {
    let j = try KLOptimalFlow.fixedPoint().coupling
    #expect(abs(KLOptimalFlow.divergence(from: j, to: j) - 0.057394988872055) < 1e-13)
    let k = LiebLattice.squareCoupling(j)
    #expect(abs(k - 0.4862610795256672) < 1e-12)
    #expect(abs(ConformalWeight.squareBlock(k) - 0.09165246807815397) < 1e-12)
    let exact = ConformalWeight.squareBlock(LiebLattice.criticalSquareCoupling)
    #expect(abs(exact - 0.11031780007633) < 1e-14)
    #expect(abs(exact - log(2) / (2 * .pi)) < 1e-15)
  }

  @Test("The conformal weight is that of the transfer matrix", arguments: [0.2, 0.44, 0.9])
  func conformalWeight(k: Double) {
    #expect(abs(ConformalWeight.transferMatrix(k) - ConformalWeight.squareBlock(k)) < 1e-13)
    let square = cosh(2 * k) * cosh(2 * k)
    let free = -log((square - 1) / (square + 1)) / (2 * .pi)
    #expect(abs(ConformalWeight.transferMatrix(k, isTied: false) - free) < 1e-13)
  }

  @Test(
    "f(J)",
    arguments: [
      (0.1, -0.018035276680969783), (0.5, -0.05610680240573618), (0.75, -0.020307604138567803),
      (0.76428545974049908, -0.01619940687370), (1.0, 0.08753460960473869), (1.5, 0.4807117978575455),
      (2.0, 0.9631186481151244),
    ])
  func change(j: Double, f: Double) throws {
    #expect(abs(try KLOptimalFlow.change(j) - f) < 1e-13)
  }

  @Test("f against 22 digits of the multiprecision solution")
  func changeToMachinePrecision() throws {
    #expect(abs(try KLOptimalFlow.change(0.1) + 0.01803527668097080389866) < 3e-17)
    #expect(abs(try KLOptimalFlow.change(1.5) - 0.4807117978575496597985) < 5e-16)
    #expect(abs(try KLOptimalFlow.change(2) - 0.9631186481151416454201) < 1e-15)
    #expect(abs(try KLOptimalFlow.change(3) - 1.960331450916598730072) < 2e-15)
  }

  @Test("Minimum of f, slope at 0, limits")
  func shape() throws {
    let minimum = try KLOptimalFlow.minimum()
    #expect(abs(minimum.change + 0.056468414526743616) < 1e-12)
    #expect(abs(minimum.coupling - 0.4694127) < 5e-8)
    #expect(abs(try KLOptimalFlow.slope(0) - 1 + 0.18350341907227397) < 1e-15)
    #expect(abs(try KLOptimalFlow.coarse(1e-6) / 1e-6 - (2.0 / 3).squareRoot()) < 1e-11)
    #expect(abs(try KLOptimalFlow.coarse(3) - KLOptimalFlow.asymptote(3) - 5.2e-5) < 1e-6)
    // Continuous where the asymptote takes over.
    let (below, above) = (50.0, 50.0.nextUp)
    #expect(abs(try KLOptimalFlow.coarse(below) - KLOptimalFlow.coarse(above)) < 1e-13)
    #expect(abs(KLOptimalFlow.inverse(below) - KLOptimalFlow.inverse(above)) < 1e-13)
  }

  @Test("Ten steps from 0.80")
  func trajectory() throws {
    let expected = [
      0.79515277, 0.78867347, 0.78005756, 0.76867992, 0.75379368, 0.73455318, 0.71007765, 0.67957302,
      0.64251875, 0.59889778,
    ]
    let found = try KLOptimalFlow.trajectory(from: 0.8, steps: 10)
    #expect(found.count == 10)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 5.1e-9) }
  }

  @Test("The image makes the divergence of the enumerated block stationary", arguments: 1...12)
  func enumeration(n: Int) throws {
    let j = CornerEnumeration.spread(n, 2.0.squareRoot(), in: 0.05...1.5)
    let image = try KLOptimalFlow.coarse(j)
    let (p, q) = (CornerEnumeration.fine(j), CornerEnumeration.coarse(image))
    let score = { (v: [Double]) in v.reduce(0, +) * tanh(image * v.reduce(0, +)) }
    #expect(abs(CornerEnumeration.mean(p, score) - CornerEnumeration.mean(q, score)) < 1e-13)
    #expect(abs(CornerEnumeration.mean(q, score) - 4 * tanh(image)) < 1e-14)
    let divergence = CornerEnumeration.divergence(p, q)
    #expect(abs(divergence - KLOptimalFlow.divergence(from: j, to: image)) < 1e-14)
    // The minimum, not only a stationary point.
    for shift in [-0.1, 0.1] {
      #expect(CornerEnumeration.divergence(p, CornerEnumeration.coarse(image + shift)) > divergence)
    }
  }

  @Test("The image solves c² tanh 4J' + 2 tanh 2J' = (c² + 6 + c⁻²) tanh J'", arguments: [0.2, 0.7, 1.1, 2.5])
  func equation(j: Double) throws {
    let x = try KLOptimalFlow.coarse(j)
    let c2 = cosh(2 * j) * cosh(2 * j)
    let left = c2 * tanh(4 * x) + 2 * tanh(2 * x)
    #expect(abs(left / ((c2 + 6 + 1 / c2) * tanh(x)) - 1) < 1e-14)
  }

  @Test("Inverse of the flow, both ways", arguments: [1e-8, 1e-3, 0.2, 0.8139, 1.9, 6, 30, 80])
  func inverse(j: Double) throws {
    #expect(abs(KLOptimalFlow.inverse(try KLOptimalFlow.coarse(j)) / j - 1) < 4e-15)
    #expect(abs(try KLOptimalFlow.coarse(KLOptimalFlow.inverse(j)) / j - 1) < 4e-15)
    // The explicit formula in t_k = tanh kJ', which loses digits at small J'.
    let (t1, t2, t4) = (tanh(j), tanh(2 * j), tanh(4 * j))
    let b = 2 * t2 - 6 * t1
    if j > 0.1, j < 5 {
      let c2 = (-b + (b * b + 4 * t1 * (t4 - t1)).squareRoot()) / (2 * (t4 - t1))
      #expect(abs(acosh(c2.squareRoot()) / 2 - KLOptimalFlow.inverse(j)) < 1e-11)
    }
  }

  @Test("Flipping the hidden spins: the flow is odd, the divergence even in J and in J'")
  func signs() throws {
    let (j, x) = (0.9, 0.6)
    #expect(try KLOptimalFlow.coarse(-j) == -KLOptimalFlow.coarse(j))
    #expect(KLOptimalFlow.inverse(-j) == -KLOptimalFlow.inverse(j))
    #expect(try KLOptimalFlow.coarse(-70) == -KLOptimalFlow.coarse(70))
    let value = KLOptimalFlow.divergence(from: j, to: x)
    #expect(abs(KLOptimalFlow.divergence(from: -j, to: x) - value) < 1e-15)
    #expect(abs(KLOptimalFlow.divergence(from: j, to: -x) - value) < 1e-15)
    let flipped = CornerEnumeration.divergence(CornerEnumeration.fine(-j), CornerEnumeration.coarse(-x))
    #expect(abs(flipped - value) < 1e-14)
    // So −J_c is the antiferromagnetic fixed point.
    let critical = try KLOptimalFlow.fixedPoint().coupling
    #expect(abs(try KLOptimalFlow.coarse(-critical) + critical) < 4e-16)
  }

  @Test("Gradient and slope are derivatives", arguments: [(0.3, 0.5), (0.9, 0.2), (1.4, 1.6), (2.2, 1.1)])
  func derivatives(j: Double, x: Double) throws {
    let h = 1e-5
    let (up, down) = (
      KLOptimalFlow.divergence(from: j, to: x + h), KLOptimalFlow.divergence(from: j, to: x - h)
    )
    #expect(abs((up - down) / (2 * h) - KLOptimalFlow.gradient(from: j, to: x)) < 1e-9)
    let rise = try KLOptimalFlow.coarse(j + h) - KLOptimalFlow.coarse(j - h)
    #expect(abs(rise / (2 * h) - (try KLOptimalFlow.slope(j))) < 1e-9)
  }

  @Test("One sign change of the gradient on J' > 0")
  func uniqueness() {
    for j in [0.1, 0.8, 2.0] {
      let signs = stride(from: 0.01, through: 6, by: 0.01).map { KLOptimalFlow.gradient(from: j, to: $0) > 0 }
      #expect(zip(signs, signs.dropFirst()).count { $0 != $1 } == 1)
    }
  }

  @Test("What is not a number is refused in one line")
  func notANumber() {
    #expect { try KLOptimalFlow.coarse(.nan) } throws: { error in
      !"\(error)".contains("\n") && "\(error)".contains("finite")
    }
  }
}
