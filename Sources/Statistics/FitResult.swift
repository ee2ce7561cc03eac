/// Parameters of a least-squares fit with their errors, and how well the model describes the data.
public struct FitResult: Codable, Sendable, Hashable {
  /// The parameters. Where the errors of the data were given, their standard errors follow from them
  /// (`degreesOfFreedom` is `nil`); else from the scatter of the data, with n − p degrees of freedom.
  public let parameters: [Estimate]
  /// Covariance of the parameters, p rows of p numbers.
  public let covariance: [[Double]]
  /// Σ (y − f)²/σ² with the given errors; the sum of squared residuals Σ (y − f)² where there were none.
  public let chiSquared: Double
  /// Number of points − number of parameters.
  public let degreesOfFreedom: Int
  /// Probability of a χ² at least this large if model and errors are right; `nil` without given errors or
  /// without degrees of freedom.
  public let pValue: Double?

  /// χ²/dof; for a fit without given errors the variance of the data about the model; `nil` without degrees
  /// of freedom.
  public var chiSquaredPerDegree: Double? {
    degreesOfFreedom > 0 ? chiSquared / Double(degreesOfFreedom) : nil
  }

  /// The linear combination Σ cᵢ pᵢ of the parameters with its error from the full covariance, such as the
  /// value of a linear model at a new point, where the cᵢ are its basis functions.
  ///
  /// - Parameter coefficients: one number per parameter.
  /// - Returns: the combination with the degrees of freedom of the fit.
  /// - Throws: `StatisticsError.mismatchedCounts`.
  public func combination(_ coefficients: [Double]) throws(StatisticsError) -> Estimate {
    guard coefficients.count == parameters.count else {
      throw .mismatchedCounts(
        operation: "fit", first: "coefficients", firstCount: coefficients.count, second: "parameters",
        secondCount: parameters.count)
    }
    let value = zip(coefficients, parameters).reduce(0) { $0 + $1.0 * $1.1.value }
    var variance = 0.0
    for (i, row) in covariance.enumerated() {
      for (j, c) in row.enumerated() { variance += coefficients[i] * c * coefficients[j] }
    }
    return Estimate(
      value, max(0, variance).squareRoot(), degreesOfFreedom: parameters.first?.degreesOfFreedom)
  }
}
