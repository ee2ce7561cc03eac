import Foundation
import Renormalization

/// Exponents from single eigenvalues of a blocking by b = 2 in d = 2.
enum Exponents {
  /// The exact eigenvalues of the Ising model: y_h = 15/8, y_t = 1.
  static let isingLambdaH = ScalingEigenvalues.ising.magnetic
  static let isingLambdaT = ScalingEigenvalues.ising.thermal

  /// y = log₂ λ.
  static func y(_ lambda: Double) -> Double { log2(lambda) }

  /// 2 y − d: γ/ν of the magnetic and α/ν of the thermal eigenvalue.
  static func gammaNu(_ lambda: Double) -> Double { 2 * log2(lambda) - 2 }
}
