import GSL

/// Least-squares fits of models that are not linear in their parameters, by Levenberg-Marquardt in a trust
/// region; see `nonlinearLeastSquares` for the method and its test of convergence.
///
/// Errors of the parameters are those of the model linearised at the minimum. `errors` and their absence mean
/// the same as in ``LinearFit``.
///
/// ```swift
/// let decay = try NonlinearFit.fit(x: t, y: y, errors: e, start: [1, 1]) { t, p in p[0] * exp(-t / p[1]) }
/// ```
public enum NonlinearFit {
  /// Fits y = f(x, p).
  ///
  /// - Parameters:
  ///   - x: n finite numbers, not all equal where there is more than one parameter.
  ///   - y: n finite numbers; n ≥ p with errors, n > p without.
  ///   - errors: standard errors of `y`, > 0, or `nil`.
  ///   - start: p finite parameters to start from; the fit goes to the local minimum near them.
  ///   - maximumIterations: at most this many steps.
  ///   - gradient: x and parameters to the p derivatives of f by the parameters; `nil` takes central
  ///     differences.
  ///   - model: f, finite for every parameter that the fit tries; its errors are rethrown.
  /// - Returns: the fit; parameters in the order of `start`.
  /// - Throws: `StatisticsError`, or the error of `model` or `gradient`.
  public static func fit(
    x: [Double], y: [Double], errors: [Double]? = nil, start: [Double], maximumIterations: Int = 200,
    gradient: ((Double, [Double]) throws -> [Double])? = nil, model: (Double, [Double]) throws -> Double
  ) throws -> FitResult {
    let operation = "nonlinear fit"
    let data = try FitData(points: x.count, y: y, errors: errors, parameters: start.count, operation)
    try FitData.checkAbscissae(x, parameters: start.count, operation)
    try StatisticsError.requireFinite(start, "start", operation)
    guard maximumIterations >= 1 else {
      throw StatisticsError.invalidArgument(
        operation: operation, why: "maximumIterations is \(maximumIterations); it must be >= 1")
    }
    var jacobian: (([Double]) throws -> [[Double]])?
    if let gradient { jacobian = { p in try x.map { try gradient($0, p) } } }
    do {
      let solution = try nonlinearLeastSquares(
        values: data.y, weights: data.weights, start: start, maximumIterations: maximumIterations,
        jacobian: jacobian
      ) { p in try x.map { try model($0, p) } }
      return data.result(solution)
    } catch let error as GSLError {
      throw StatisticsError(error, in: operation)
    }
  }
}
