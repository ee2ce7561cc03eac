import Foundation
import GSL
import Testing

@Suite struct DistributionsTests {
  @Test func normalTailsAreThoseOfTheErrorFunction() {
    for z in [-8.0, -1.96, 0, 0.3, 1, 5, 20, 37] {
      let expected = erfc(z / 2.0.squareRoot()) / 2
      #expect(abs(normalUpperTail(z) - expected) <= 1e-12 * expected)
      #expect(abs(normalCDF(-z) - expected) <= 1e-12 * expected)
    }
  }

  @Test func inverseNormalUndoesTheDistribution() {
    for z in [0, 0.5, 1, 3, 8, 30] {
      #expect(abs(inverseNormalUpperTail(normalUpperTail(z)) - z) < 1e-14 * (1 + z))
      #expect(abs(inverseNormalCDF(normalCDF(-z)) + z) < 1e-14 * (1 + z))
    }
    #expect(abs(inverseNormalCDF(0.975) - 1.959963984540054) < 1e-14)
    #expect(inverseNormalCDF(1) == .infinity && inverseNormalCDF(0) == -.infinity)
    #expect(inverseNormalCDF(1.5).isNaN && inverseNormalCDF(.nan).isNaN)
  }

  /// One degree of freedom is the Cauchy law, two have the closed form 1/2 + t / (2 √(2 + t²)).
  @Test func studentHasItsClosedFormsForOneAndTwoDegreesOfFreedom() {
    for t in [-4.0, -0.5, 0, 1, 12] {
      #expect(abs(studentCDF(t, 1) - (0.5 + atan(t) / .pi)) < 1e-14)
      #expect(abs(studentCDF(t, 2) - (0.5 + t / (2 * (2 + t * t).squareRoot()))) < 1e-14)
      #expect(abs(studentCDF(t, 5) + studentUpperTail(t, 5) - 1) < 1e-15)
    }
    #expect(abs(inverseStudentCDF(0.975, 10) - 2.2281388519862747) < 1e-12)
    #expect(studentCDF(1, 0).isNaN)
  }

  /// Two degrees of freedom: Q = exp(−x/2); one: Q = erfc(√(x/2)); four: Q = (1 + x/2) exp(−x/2).
  @Test func chiSquaredHasItsClosedForms() {
    for x in [0.0, 0.1, 1, 3.84, 30, 300] {
      #expect(abs(chiSquaredUpperTail(x, 2) / exp(-x / 2) - 1) < 1e-12)
      #expect(abs(chiSquaredUpperTail(x, 1) / erfc((x / 2).squareRoot()) - 1) < 1e-11)
      #expect(abs(chiSquaredUpperTail(x, 4) / ((1 + x / 2) * exp(-x / 2)) - 1) < 1e-12)
      #expect(abs(chiSquaredUpperTail(x, 7) + chiSquaredLowerTail(x, 7) - 1) < 1e-14)
    }
    #expect(chiSquaredUpperTail(1, 0).isNaN)
  }
}
