import Foundation
import Statistics
import Testing

@Suite struct ComparisonTests {
  @Test func normalErrorsAddInSquares() {
    #expect(abs(zScore(of: Estimate(1, 0.3), against: Estimate(0, 0.4)) - 2) < 1e-15)
    #expect(abs(zScore(of: Estimate(-1.3, 0.3), against: 0, systematic: 0.4) + 2.6) < 1e-15)
    #expect(abs(zScore(of: Estimate(3e-200, 1e-200), against: 0) - 3) < 1e-14)
  }

  /// Tail probabilities of t by the incomplete beta function and their normal quantiles, 30 digits (mpmath).
  @Test(arguments: [
    (3.0, 5.0, 2.168781875419219), (2, 10, 1.790409932268829), (4, 19, 3.364727702075919),
    (10, 9, 4.634486985886735), (3, 99, 2.927634959268554), (5, 4, 2.674215331397104),
  ]) func studentBecomesTheNormalOfEqualTail(t: Double, dof: Double, z: Double) {
    #expect(abs(zScore(of: Estimate(t, 1, degreesOfFreedom: dof), against: 0) - z) < 1e-9)
    #expect(abs(zScore(of: Estimate(-t, 1, degreesOfFreedom: dof), against: 0) + z) < 1e-9)
  }

  /// One degree of freedom: P(T > t) = arctan(1/t)/π.
  @Test func cauchyTail() {
    for t in [0.1, 1, 12, 1e6] {
      let z = normalEquivalent(ofStudent: t, degreesOfFreedom: 1)
      #expect(abs(erfc(z / 2.0.squareRoot()) / 2 / (atan(1 / t) / .pi) - 1) < 1e-10)
    }
  }

  @Test func welchSatterthwaite() {
    // Equal errors with ν each have 2ν; a systematic error of the same size is a third, known variance: 9/2
    // ν.
    let a = Estimate(0.7, 0.2, degreesOfFreedom: 6)
    let b = Estimate(0, 0.2, degreesOfFreedom: 6)
    let two = normalEquivalent(ofStudent: 0.7 / (0.2 * 2.0.squareRoot()), degreesOfFreedom: 12)
    #expect(abs(zScore(of: a, against: b) - two) < 1e-12)
    let three = normalEquivalent(ofStudent: 0.7 / (0.2 * 3.0.squareRoot()), degreesOfFreedom: 27)
    #expect(abs(zScore(of: a, against: b, systematic: 0.2) - three) < 1e-12)
  }

  @Test func farTailsStayFiniteAndOrdered() {
    let values = [20.0, 36, 37, 38, 60, 1e3, 1e10, 1e200].map {
      normalEquivalent(ofStudent: $0, degreesOfFreedom: 1e6)
    }
    #expect(values.allSatisfy { $0.isFinite })
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(normalEquivalent(ofStudent: 2, degreesOfFreedom: .infinity) == 2)
  }

  @Test func exactNumbersAndBrokenNumbers() {
    #expect(zScore(of: Estimate(1), against: 1) == 0)
    #expect(zScore(of: Estimate(1), against: 2) == -.infinity)
    #expect(zScore(of: Estimate(.nan, 1), against: 2).isNaN)
    #expect(zScore(of: Estimate(1, .nan), against: 2).isNaN)
    #expect(zScore(of: Estimate(1, -1), against: 2).isNaN)
    #expect(zScore(of: Estimate(1, 1), against: 2, systematic: .infinity).isNaN)
    #expect(!(abs(zScore(of: Estimate(.nan, 1), against: 2)) <= sidakLimit(family: 1)))
  }

  /// Normal quantiles at (1 − (1 − 10⁻³)^(1/n))/2, 30 digits (mpmath).
  @Test(arguments: [
    (1, 3.290526731491895), (10, 3.890482654608134), (100, 4.417066335072649), (1000, 4.891540140899345),
  ]) func sidakLimits(family: Int, limit: Double) {
    #expect(abs(sidakLimit(family: family) - limit) < 1e-13)
  }

  /// For a huge family the limit has the tail −ln(1 − α)/(2n), which 1 − (1 − α)^(1/n) would have rounded to
  /// 0.
  @Test func sidakLimitOfAHugeFamily() {
    let limit = sidakLimit(family: 1_000_000_000_000_000_000)
    let tail = erfc(limit / 2.0.squareRoot()) / 2
    #expect(abs(tail / (-log1p(-1e-3) / 2e18) - 1) < 1e-11)
    #expect(sidakLimit(family: 0).isNaN && sidakLimit(falseFailRate: 1, family: 3).isNaN)
  }
}
