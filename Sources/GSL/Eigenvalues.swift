internal import CGSL
import Foundation

/// Eigenvalues of a real symmetric matrix, in ascending order, by reduction to tridiagonal form and
/// symmetric QR (Golub and Van Loan, *Matrix Computations*, section 8.3).
///
/// - Parameter matrix: n rows of n finite numbers; elements (i, j) and (j, i) may differ by rounding only,
///   at most 1e-12 of the largest element.
/// - Returns: n eigenvalues, ascending; their absolute error is a few ulps of the largest one.
/// - Throws: `GSLError` for a matrix that is not square, finite and symmetric.
public func symmetricEigenvalues(_ matrix: [[Double]]) throws(GSLError) -> [Double] {
  let operation = "symmetricEigenvalues"
  GSLLibrary.silenceErrorHandler()
  let storage = try MatrixStorage(square: matrix, operation)
  try requireSymmetry(matrix, operation)
  let values = try VectorStorage(count: storage.rows, operation)
  let workspace = try SymmetricWorkspace(size: storage.rows)
  try GSLLibrary.check(gsl_eigen_symm(storage.pointer, values.pointer, workspace.pointer), operation)
  return values.values.sorted()
}

/// Eigenvalues of any real square matrix, largest modulus first, by balancing, reduction to Hessenberg form
/// and the Francis double-shift QR iteration (Golub and Van Loan, *Matrix Computations*, section 7.5).
///
/// - Parameter matrix: n rows of n finite numbers.
/// - Returns: n eigenvalues by descending modulus, ties by descending real part, then by descending
///   imaginary part, so that of a conjugate pair the one in the upper half plane comes first.
/// - Throws: `GSLError` for a matrix that is not square and finite, or where QR does not converge.
public func eigenvalues(_ matrix: [[Double]]) throws(GSLError) -> [(real: Double, imaginary: Double)] {
  let operation = "eigenvalues"
  GSLLibrary.silenceErrorHandler()
  let storage = try MatrixStorage(square: matrix, operation)
  let workspace = try NonsymmetricWorkspace(size: storage.rows)
  try GSLLibrary.check(
    gsl_eigen_nonsymm(storage.pointer, workspace.values, workspace.pointer), operation)
  return workspace.eigenvalues.sorted { a, b in
    let (modulusA, modulusB) = (hypot(a.real, a.imaginary), hypot(b.real, b.imaginary))
    if modulusA != modulusB { return modulusA > modulusB }
    if a.real != b.real { return a.real > b.real }
    return a.imaginary > b.imaginary
  }
}

private func requireSymmetry(_ matrix: [[Double]], _ operation: String) throws(GSLError) {
  let largest = matrix.reduce(0) { max($0, $1.reduce(0) { max($0, abs($1)) }) }
  for i in matrix.indices {
    for j in 0..<i where abs(matrix[i][j] - matrix[j][i]) > 1e-12 * largest {
      throw .invalidArgument(
        operation: operation,
        why: "elements (\(i), \(j)) = \(matrix[i][j]) and (\(j), \(i)) = \(matrix[j][i]) differ; "
          + "the matrix must be symmetric")
    }
  }
}

/// Owner of a `gsl_eigen_symm_workspace`.
private struct SymmetricWorkspace: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_eigen_symm_workspace>

  init(size: Int) throws(GSLError) {
    pointer = try GSLLibrary.allocated(gsl_eigen_symm_alloc(size), "symmetricEigenvalues")
  }

  deinit { gsl_eigen_symm_free(pointer) }
}

/// Owner of a `gsl_eigen_nonsymm_workspace` and of its complex result.
private struct NonsymmetricWorkspace: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_eigen_nonsymm_workspace>
  let values: UnsafeMutablePointer<gsl_vector_complex>
  let size: Int

  init(size: Int) throws(GSLError) {
    let workspace = try GSLLibrary.allocated(gsl_eigen_nonsymm_alloc(size), "eigenvalues")
    guard let values = gsl_vector_complex_calloc(size) else {
      gsl_eigen_nonsymm_free(workspace)
      throw .library(operation: "eigenvalues", code: 8, reason: "out of memory")
    }
    gsl_eigen_nonsymm_params(0, 1, workspace)
    pointer = workspace
    self.values = values
    self.size = size
  }

  deinit {
    gsl_eigen_nonsymm_free(pointer)
    gsl_vector_complex_free(values)
  }

  /// A complex vector stores real and imaginary parts in turn.
  var eigenvalues: [(real: Double, imaginary: Double)] {
    guard let data = values.pointee.data else { return [] }
    let stride = values.pointee.stride
    return (0..<size).map { (data[2 * $0 * stride], data[2 * $0 * stride + 1]) }
  }
}
