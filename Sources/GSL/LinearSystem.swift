internal import CGSL

/// The solution x of the linear system A x = b by LU decomposition with partial pivoting (Golub and Van Loan,
/// *Matrix Computations*, section 3.4).
///
/// - Parameters:
///   - matrix: A, n rows of n finite numbers.
///   - rhs: b, n finite numbers.
/// - Returns: x, n numbers.
/// - Throws: `GSLError.singular` when the reciprocal condition number of A, rows scaled to a largest element
///   of about 1, is below the machine precision; `GSLError` for shapes and numbers that are not allowed.
public func solve(_ matrix: [[Double]], _ rhs: [Double]) throws(GSLError) -> [Double] {
  let operation = "solve"
  GSLLibrary.silenceErrorHandler()
  guard rhs.count == matrix.count else {
    throw .invalidArgument(
      operation: operation,
      why: "the right-hand side has \(rhs.count) elements; the matrix has \(matrix.count) rows")
  }
  // Scaling rows by powers of two is exact and lets the condition number ignore the choice of units.
  let scales = matrix.map { row -> Double in
    let largest = row.reduce(0) { max($0, abs($1)) }
    return largest > 0 && largest.isFinite
      ? Double(sign: .plus, exponent: -largest.exponent, significand: 1) : 1
  }
  let a = try MatrixStorage(square: zip(matrix, scales).map { row, s in row.map { $0 * s } }, operation)
  let b = try VectorStorage(zip(rhs, scales).map { $0 * $1 }, operation, name: "rhs")
  let x = try VectorStorage(count: a.rows, operation)
  let permutation = try Permutation(size: a.rows)
  var sign: Int32 = 0
  try GSLLibrary.check(gsl_linalg_LU_decomp(a.pointer, permutation.pointer, &sign), operation)
  guard try reciprocalCondition(ofUpperTriangleOf: a) > Double.ulpOfOne else {
    throw .singular(operation: operation)
  }
  try GSLLibrary.check(gsl_linalg_LU_solve(a.pointer, permutation.pointer, b.pointer, x.pointer), operation)
  let solution = x.values
  guard solution.allSatisfy(\.isFinite) else { throw .singular(operation: operation) }
  return solution
}

private func reciprocalCondition(ofUpperTriangleOf lu: borrowing MatrixStorage) throws(GSLError) -> Double {
  for i in 0..<lu.rows where gsl_matrix_get(lu.pointer, i, i) == 0 { return 0 }
  let work = try VectorStorage(count: 3 * lu.rows, "solve")
  var reciprocal = 0.0
  try GSLLibrary.check(
    gsl_linalg_tri_rcond(CblasUpper, lu.pointer, &reciprocal, work.pointer), "solve")
  return reciprocal
}

/// Owner of a `gsl_permutation`.
private struct Permutation: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_permutation>

  init(size: Int) throws(GSLError) {
    pointer = try GSLLibrary.allocated(gsl_permutation_alloc(size), "solve")
  }

  deinit { gsl_permutation_free(pointer) }
}
