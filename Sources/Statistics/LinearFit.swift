import GSL

/// Least-squares fits of models that are linear in their parameters.
///
/// With `errors`, the standard errors of independent normal data, the fit is weighted by 1/σ² and χ² tests
/// the model. Without them all points weigh the same and the errors of the parameters come from the scatter
/// about the model, with n − p degrees of freedom.
///
/// ```swift
/// let slope = try LinearFit.line(x: [0, 1, 2], y: [1.1, 2.9, 5.2], errors: [0.1, 0.1, 0.1]).parameters[1]
/// ```
public enum LinearFit {
  /// The straight line y = p₀ + p₁ x.
  ///
  /// - Parameters:
  ///   - x: n finite numbers, not all equal.
  ///   - y: n finite numbers; n ≥ 2 with errors, n ≥ 3 without.
  ///   - errors: standard errors of `y`, > 0, or `nil`.
  /// - Returns: the fit; parameters p₀, p₁.
  /// - Throws: `StatisticsError`.
  public static func line(
    x: [Double], y: [Double], errors: [Double]? = nil
  ) throws(StatisticsError) -> FitResult {
    try fit(x: x, y: y, errors: errors, parameters: 2, operation: "line fit") { [1, $0] }
  }

  /// The polynomial y = p₀ + p₁ x + … + p_d x^d.
  ///
  /// - Parameters:
  ///   - degree: d ≥ 0.
  ///   - x: n finite numbers, at least d + 1 of them different.
  ///   - y: n finite numbers; n ≥ d + 1 with errors, n ≥ d + 2 without.
  ///   - errors: standard errors of `y`, > 0, or `nil`.
  /// - Returns: the fit; parameters p₀ … p_d.
  /// - Throws: `StatisticsError`.
  public static func polynomial(
    degree: Int, x: [Double], y: [Double], errors: [Double]? = nil
  ) throws(StatisticsError) -> FitResult {
    guard degree >= 0 else {
      throw .invalidArgument(operation: "polynomial fit", why: "the degree is \(degree); it must be >= 0")
    }
    return try fit(x: x, y: y, errors: errors, parameters: degree + 1, operation: "polynomial fit") { x in
      var powers = [1.0]
      for k in 0..<degree { powers.append(powers[k] * x) }
      return powers
    }
  }

  /// Any linear model y = Σ_k p_k f_k(x).
  ///
  /// - Parameters:
  ///   - parameters: p ≥ 1, the number of basis functions.
  ///   - x: n finite numbers.
  ///   - y: n finite numbers; n ≥ p with errors, n > p without.
  ///   - errors: standard errors of `y`, > 0, or `nil`.
  ///   - basis: x to the values of the p basis functions there.
  /// - Returns: the fit; parameters the p parameters.
  /// - Throws: `StatisticsError`.
  public static func model(
    parameters: Int, x: [Double], y: [Double], errors: [Double]? = nil, basis: (Double) -> [Double]
  ) throws(StatisticsError) -> FitResult {
    try fit(x: x, y: y, errors: errors, parameters: parameters, operation: "linear fit", basis)
  }

  /// Any linear model y = X p, given by its design matrix.
  ///
  /// - Parameters:
  ///   - design: X, n rows of p finite numbers.
  ///   - y: n finite numbers; n ≥ p with errors, n > p without.
  ///   - errors: standard errors of `y`, > 0, or `nil`.
  /// - Returns: the fit; parameters the p parameters.
  /// - Throws: `StatisticsError`.
  public static func model(
    design: [[Double]], y: [Double], errors: [Double]? = nil
  ) throws(StatisticsError) -> FitResult {
    let operation = "linear fit"
    let parameters = design.first?.count ?? 0
    let data = try FitData(
      points: design.count, y: y, errors: errors, parameters: parameters, operation)
    return try solve(data, design)
  }

  private static func fit(
    x: [Double], y: [Double], errors: [Double]?, parameters: Int, operation: String,
    _ basis: (Double) -> [Double]
  ) throws(StatisticsError) -> FitResult {
    let data = try FitData(points: x.count, y: y, errors: errors, parameters: parameters, operation)
    try FitData.checkAbscissae(x, parameters: parameters, operation)
    let design = x.map(basis)
    guard design.allSatisfy({ $0.count == parameters }) else {
      throw .invalidArgument(
        operation: operation, why: "the basis must give \(parameters) values at every x")
    }
    return try solve(data, design)
  }

  private static func solve(_ data: FitData, _ design: [[Double]]) throws(StatisticsError) -> FitResult {
    do {
      return data.result(try linearLeastSquares(design: design, values: data.y, weights: data.weights))
    } catch {
      throw StatisticsError(error, in: data.operation)
    }
  }
}
