import Foundation
import Notebook
import Renormalization

/// Exponents from single eigenvalues of a blocking by b = 2 in d = 2.
enum Exponents {
  /// The exact eigenvalues of the Ising model: y_h = 15/8, y_t = 1.
  static let isingLambdaH = ScalingEigenvalues.ising.magnetic
  static let isingLambdaT = ScalingEigenvalues.ising.thermal

  /// y = log₂ |λ|; a negative eigenvalue alternates from doubling to doubling.
  static func y(_ lambda: Double) -> Double { log2(abs(lambda)) }

  /// 2 y − d: γ/ν of the magnetic and α/ν of the thermal eigenvalue. Fluctuations grow like this power only for
  /// |λ| > b^{d/2} = 2; below that the noise of the last steps wins, and χ or c_p stays finite.
  static func gammaNu(_ lambda: Double) -> Double { 2 * y(lambda) - 2 }

  /// γ/ν or α/ν as text; "finite" where the fluctuation does not grow.
  static func growth(_ lambda: Double, digits: Int) -> String {
    abs(lambda) > 2 ? gammaNu(lambda).digits(digits) : "finite"
  }
}
