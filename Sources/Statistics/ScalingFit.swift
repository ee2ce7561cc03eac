import Foundation

/// The power law y = a x^p fitted to positive data, such as a finite-size scaling law L^(γ/ν).
///
/// A straight line through ln y against ln x (weights y²/σ²) starts a nonlinear fit in y itself, whose χ² is
/// that of the data: fitting logarithms alone is biased where relative errors are large.
public struct ScalingFit: Sendable {
  /// a, in units of y.
  public let amplitude: Estimate
  /// p.
  public let exponent: Estimate
  /// The whole fit; parameters in the order a, p.
  public let fit: FitResult

  /// - Parameters:
  ///   - x: n finite numbers > 0, not all equal.
  ///   - y: n finite numbers > 0; n ≥ 2 with errors, n ≥ 3 without.
  ///   - errors: standard errors of `y`, > 0, or `nil`.
  /// - Throws: `StatisticsError`.
  public init(x: [Double], y: [Double], errors: [Double]? = nil) throws {
    let operation = "scaling fit"
    _ = try FitData(points: x.count, y: y, errors: errors, parameters: 2, operation)
    try FitData.checkAbscissae(x, parameters: 2, operation)
    for (name, values) in [("x", x), ("y", y)] {
      for (i, value) in values.enumerated() where value <= 0 {
        throw StatisticsError.invalidArgument(
          operation: operation, why: "\(name)[\(i)] = \(value); a power law needs numbers > 0")
      }
    }
    let logarithms = try LinearFit.line(
      x: x.map { log($0) }, y: y.map { log($0) }, errors: errors.map { zip($0, y).map { $0 / $1 } })
    let start = logarithms.parameters.map(\.value)
    let fit = try NonlinearFit.fit(
      x: x, y: y, errors: errors, start: [exp(start[0]), start[1]],
      gradient: { x, p in [pow(x, p[1]), p[0] * pow(x, p[1]) * log(x)] },
      model: { x, p in p[0] * pow(x, p[1]) })
    self.fit = fit
    amplitude = fit.parameters[0]
    exponent = fit.parameters[1]
  }
}
