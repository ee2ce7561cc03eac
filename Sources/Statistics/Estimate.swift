import Foundation

/// A measured number: a value with its standard error and, where it comes from a time series, the
/// autocorrelation time and the number of effectively independent samples behind it.
///
/// A standard error of 0 means the number is exact. `degreesOfFreedom` says how well the standard error
/// itself is known: `nil` for a normal law, otherwise Student's t with that many degrees of freedom.
public struct Estimate: Codable, Sendable, Hashable {
  public var value: Double
  public var standardError: Double
  public var degreesOfFreedom: Double?
  /// Integrated autocorrelation time in units of the spacing of the samples (0.5 for independent ones).
  public var tauInt: Double?
  public var tauIntError: Double?
  /// N / (2 τ_int) for a time series, N for independent samples.
  public var effectiveSamples: Double?

  public init(
    _ value: Double, _ standardError: Double = 0, degreesOfFreedom: Double? = nil, tauInt: Double? = nil,
    tauIntError: Double? = nil, effectiveSamples: Double? = nil
  ) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.tauInt = tauInt
    self.tauIntError = tauIntError
    self.effectiveSamples = effectiveSamples
  }
}

extension Estimate: CustomStringConvertible {
  /// `0.31498(72)`: the error, rounded to two significant digits, in units of the last digit shown, or with a
  /// decimal point where it is 1 or more: `12.3(1.4)`.
  /// Exact numbers are shown with ten significant digits; a value or an error that is not finite, and an
  /// error that is negative, is spelt out.
  public var description: String {
    guard value.isFinite, standardError.isFinite, standardError >= 0 else {
      return "\(value) ± \(standardError)"
    }
    guard standardError > 0 else { return String(format: "%.10g", value) }
    // Two digits of the error decide where the value ends; rounding may carry 9.96 to 10.
    var exponent = Int(floor(log10(standardError))) - 1
    if (standardError / pow(10, Double(exponent))).rounded() >= 100 { exponent += 1 }
    if exponent >= 0 {
      let unit = pow(10, Double(exponent))
      let rounded = (value / unit).rounded() * unit
      return String(format: "%.0f(%.0f)", rounded, (standardError / unit).rounded() * unit)
    }
    let digits = -exponent
    if digits > 15 { return String(format: "%.6e(%.1e)", value, standardError) }
    let scale = pow(10, Double(digits))
    let inLastDigits = (standardError * scale).rounded()
    if inLastDigits >= scale {
      return String(format: "%.\(digits)f(%.\(digits)f)", value, inLastDigits / scale)
    }
    return String(format: "%.\(digits)f(%.0f)", value, inLastDigits)
  }
}
