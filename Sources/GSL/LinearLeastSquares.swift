internal import CGSL

/// Weighted linear least squares by singular value decomposition of the column-balanced design matrix (Golub
/// and Van Loan, *Matrix Computations*, section 5.5; GSL `gsl_multifit_wlinear_tsvd`).
///
/// - Parameters:
///   - design: n rows of p finite numbers: row i holds the values of the p basis functions at point i; n ≥ p.
///   - values: y, n finite numbers.
///   - weights: w, n finite numbers > 0; 1/σ² where the errors σ are known.
/// - Returns: parameters, (XᵀWX)⁻¹ and χ².
/// - Throws: `GSLError.rankDeficient` where singular values are below n times the machine precision of the
///   largest one; `GSLError` for counts and numbers that are not allowed.
public func linearLeastSquares(
  design: [[Double]], values: [Double], weights: [Double]
) throws(GSLError) -> LeastSquaresSolution {
  let operation = "linearLeastSquares"
  GSLLibrary.silenceErrorHandler()
  let x = try MatrixStorage(design, operation)
  try checkData(values: values, weights: weights, points: x.rows, parameters: x.columns, operation)
  let y = try VectorStorage(values, operation, name: "values")
  let w = try VectorStorage(weights, operation, name: "weights")
  let parameters = try VectorStorage(count: x.columns, operation)
  let covariance = try MatrixStorage(rows: x.columns, columns: x.columns, operation)
  let workspace = try LinearWorkspace(points: x.rows, parameters: x.columns)
  let tolerance = Double(x.rows) * Double.ulpOfOne
  var chiSquared = 0.0
  var rank = 0
  try GSLLibrary.check(
    gsl_multifit_wlinear_tsvd(
      x.pointer, w.pointer, y.pointer, tolerance, parameters.pointer, covariance.pointer, &chiSquared, &rank,
      workspace.pointer), operation)
  guard rank == x.columns else {
    throw .rankDeficient(operation: operation, rank: rank, parameters: x.columns)
  }
  let solution = LeastSquaresSolution(
    parameters: parameters.values, covariance: covariance.values, chiSquared: chiSquared, iterations: 0)
  try requireFinite(solution, operation)
  return solution
}

/// GSL accepts any data without complaint; these are the ones a least-squares problem can have.
func checkData(
  values: [Double], weights: [Double], points: Int, parameters: Int, _ operation: String
) throws(GSLError) {
  guard values.count == points, weights.count == points else {
    throw .invalidArgument(
      operation: operation,
      why: "\(points) points, \(values.count) values and \(weights.count) weights; the counts must be equal")
  }
  guard parameters > 0, points >= parameters else {
    throw .invalidArgument(
      operation: operation,
      why:
        "\(points) points for \(parameters) parameters; at least one parameter and as many points are needed")
  }
  for (i, value) in values.enumerated() where !value.isFinite {
    throw .notFinite(operation: operation, what: "values[\(i)] = \(value)")
  }
  for (i, weight) in weights.enumerated() where !(weight > 0 && weight.isFinite) {
    throw .invalidArgument(
      operation: operation, why: "weights[\(i)] = \(weight); weights must be finite and > 0")
  }
}

/// Success of GSL does not mean that its numbers are numbers.
func requireFinite(_ solution: LeastSquaresSolution, _ operation: String) throws(GSLError) {
  guard
    solution.chiSquared.isFinite, solution.parameters.allSatisfy(\.isFinite),
    solution.covariance.allSatisfy({ $0.allSatisfy(\.isFinite) })
  else {
    throw .notFinite(operation: operation, what: "the solution \(solution.parameters)")
  }
}

/// Owner of a `gsl_multifit_linear_workspace`.
private struct LinearWorkspace: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_multifit_linear_workspace>

  init(points: Int, parameters: Int) throws(GSLError) {
    pointer = try GSLLibrary.allocated(gsl_multifit_linear_alloc(points, parameters), "linearLeastSquares")
  }

  deinit { gsl_multifit_linear_free(pointer) }
}
