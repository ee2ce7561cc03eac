internal import CGSL

/// Weighted nonlinear least squares by the Levenberg-Marquardt method in a trust region (J. J. Moré, Lecture
/// Notes in Mathematics 630, 105 (1978); GSL `gsl_multifit_nlinear`).
///
/// The end of GSL's iteration is not taken as a minimum: the solution is accepted only if the part of the
/// weighted residual vector r that lies in the tangent space of the model is small, |P r|² ≤ 1e-8 |r|² (the
/// parameters are then within 1e-4 √χ² standard errors of the minimum), or is rounding, |P r| ≤ 1e-12 |√W y|.
///
/// - Parameters:
///   - values: y, n finite numbers.
///   - weights: w, n finite numbers > 0; 1/σ² where the errors σ are known.
///   - start: p finite parameters to start from; n ≥ p.
///   - maximumIterations: at most this many steps.
///   - jacobian: parameters to n rows of p derivatives; `nil` takes central differences.
///   - model: parameters to the n values of the model; its errors are rethrown.
/// - Returns: parameters, (JᵀWJ)⁻¹, χ² and the number of steps.
/// - Throws: `GSLError.noConvergence`; `GSLError.rankDeficient` where parameters are not determined at the
///   solution; `GSLError.notFinite` for a model or derivative that is not; `GSLError` for bad counts; the
///   errors of the model.
public func nonlinearLeastSquares(
  values: [Double], weights: [Double], start: [Double], maximumIterations: Int = 200,
  jacobian: (([Double]) throws -> [[Double]])? = nil, model: ([Double]) throws -> [Double]
) throws -> LeastSquaresSolution {
  let operation = ModelCallback.operation
  GSLLibrary.silenceErrorHandler()
  try checkData(
    values: values, weights: weights, points: values.count, parameters: start.count, operation)
  let first = try VectorStorage(start, operation, name: "start")
  return try withoutActuallyEscaping(model) { model in
    let callback = ModelCallback(values: values, weights: weights, model: model, jacobian: jacobian)
    return try withExtendedLifetime(callback) {
      var system = fdfSystem(callback, points: values.count, parameters: start.count)
      return try withUnsafeMutablePointer(to: &system) { system in
        let workspace = try NonlinearWorkspace(points: values.count, parameters: start.count)
        let status = gsl_multifit_nlinear_init(first.pointer, system, workspace.pointer)
        try callback.rethrow()
        try GSLLibrary.check(status, operation)
        try iterate(workspace, callback, maximumIterations)
        let signal = zip(values, weights).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
        return try solution(workspace, callback, maximumIterations, signal: signal)
      }
    }
  }
}

private func fdfSystem(
  _ callback: ModelCallback, points: Int, parameters: Int
) -> gsl_multifit_nlinear_fdf {
  var system = gsl_multifit_nlinear_fdf()
  system.f = { parameters, context, out in
    guard let parameters, let context, let out else { return Int32(GSL_EFAULT) }
    return Unmanaged<ModelCallback>.fromOpaque(context).takeUnretainedValue().residuals(parameters, out)
  }
  if callback.jacobian != nil {
    system.df = { parameters, context, out in
      guard let parameters, let context, let out else { return Int32(GSL_EFAULT) }
      return Unmanaged<ModelCallback>.fromOpaque(context).takeUnretainedValue().derivatives(parameters, out)
    }
  }
  system.n = points
  system.p = parameters
  system.params = Unmanaged.passUnretained(callback).toOpaque()
  return system
}

/// Runs GSL until its steps are small, or until it makes no progress; `solution` judges what was reached.
private func iterate(
  _ workspace: borrowing NonlinearWorkspace, _ callback: ModelCallback, _ maximumIterations: Int
) throws {
  var reason: Int32 = 0
  // The gradient test of GSL is absolute, hence blind to the units of the data: switched off by 0.
  let status = gsl_multifit_nlinear_driver(
    maximumIterations, 1e-10, 0, 0, nil, nil, &reason, workspace.pointer)
  try callback.rethrow()
  let expected = [GSL_SUCCESS, GSL_EMAXITER, GSL_ENOPROG]
  if !expected.contains(Int(status)) { try GSLLibrary.check(status, ModelCallback.operation) }
}

/// Covariance, χ² and the test of the solution that the documentation promises.
private func solution(
  _ workspace: borrowing NonlinearWorkspace, _ callback: ModelCallback, _ maximumIterations: Int,
  signal: Double
) throws(GSLError) -> LeastSquaresSolution {
  let operation = ModelCallback.operation
  let tangent = try Tangent(workspace, differences: callback.jacobian == nil)
  let residuals = workspace.residuals
  let chiSquared = residuals.reduce(0) { $0 + $1 * $1 }
  let remaining = tangent.squaredProjection(of: residuals)
  guard remaining <= max(1e-8 * chiSquared, 1e-24 * signal) else {
    throw .noConvergence(operation: operation, iterations: maximumIterations)
  }
  let found = LeastSquaresSolution(
    parameters: workspace.parameters, covariance: tangent.covariance, chiSquared: chiSquared,
    iterations: Int(gsl_multifit_nlinear_niter(workspace.pointer)))
  try requireFinite(found, operation)
  return found
}

/// The tangent space of the model at a point: weighted derivatives J and (JᵀJ)⁻¹.
private struct Tangent {
  let jacobian: [[Double]]
  let covariance: [[Double]]

  /// Columns are scaled to length 1 first, so that the rank does not depend on the units of the parameters.
  /// Central differences are good to about 1e-10: below that a column says nothing of its own.
  init(_ workspace: borrowing NonlinearWorkspace, differences: Bool) throws(GSLError) {
    let jacobian = workspace.jacobian
    let p = workspace.parameters.count
    let norms = (0..<p).map { j in
      jacobian.reduce(0) { $0 + $1[j] * $1[j] }.squareRoot()
    }
    guard norms.allSatisfy({ $0 > 0 }) else {
      throw .rankDeficient(
        operation: ModelCallback.operation, rank: norms.filter { $0 > 0 }.count, parameters: p)
    }
    let scaled = try MatrixStorage(
      jacobian.map { row in zip(row, norms).map { $0 / $1 } }, ModelCallback.operation)
    let inverse = try MatrixStorage(rows: p, columns: p, ModelCallback.operation)
    let tolerance = differences ? 1e-9 : Double(jacobian.count) * Double.ulpOfOne
    try GSLLibrary.check(
      gsl_multifit_nlinear_covar(scaled.pointer, tolerance, inverse.pointer), ModelCallback.operation)
    let unscaled = inverse.values
    let rank = (0..<p).filter { unscaled[$0][$0] > 0 }.count
    guard rank == p else {
      throw .rankDeficient(operation: ModelCallback.operation, rank: rank, parameters: p)
    }
    self.jacobian = jacobian
    covariance = (0..<p).map { i in (0..<p).map { j in unscaled[i][j] / (norms[i] * norms[j]) } }
  }

  /// |P r|² = gᵀ (JᵀJ)⁻¹ g with g = Jᵀ r.
  func squaredProjection(of residuals: [Double]) -> Double {
    let gradient = covariance.indices.map { j in
      zip(jacobian, residuals).reduce(0) { $0 + $1.0[j] * $1.1 }
    }
    var sum = 0.0
    for (i, row) in covariance.enumerated() {
      for (j, c) in row.enumerated() { sum += gradient[i] * c * gradient[j] }
    }
    return sum
  }
}

/// Owner of a `gsl_multifit_nlinear_workspace`.
private struct NonlinearWorkspace: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_multifit_nlinear_workspace>
  private let points: Int
  private let count: Int

  init(points: Int, parameters: Int) throws(GSLError) {
    // ε^(1/3) balances the truncation and the rounding of a central difference.
    var settings = cgsl_nlinear_levenberg_marquardt(6.0554544523933429e-6)
    pointer = try GSLLibrary.allocated(
      gsl_multifit_nlinear_alloc(cgsl_nlinear_trust(), &settings, points, parameters), ModelCallback.operation
    )
    self.points = points
    count = parameters
  }

  deinit { gsl_multifit_nlinear_free(pointer) }

  var parameters: [Double] {
    (0..<count).map { gsl_vector_get(gsl_multifit_nlinear_position(pointer), $0) }
  }

  var residuals: [Double] {
    (0..<points).map { gsl_vector_get(gsl_multifit_nlinear_residual(pointer), $0) }
  }

  var jacobian: [[Double]] {
    (0..<points).map { i in
      (0..<count).map { j in gsl_matrix_get(gsl_multifit_nlinear_jac(pointer), i, j) }
    }
  }
}
