internal import CGSL

/// The Swift model behind a nonlinear least-squares problem, and the first error it threw.
///
/// GSL minimises |r|² with r = √W (f − y); it sees weighted residuals and derivatives only.
final class ModelCallback {
  typealias Model = ([Double]) throws -> [Double]
  typealias Jacobian = ([Double]) throws -> [[Double]]

  static let operation = "nonlinearLeastSquares"

  private let model: Model
  let jacobian: Jacobian?
  private let values: [Double]
  private let rootWeights: [Double]
  private(set) var failure: (any Error)?

  init(values: [Double], weights: [Double], model: @escaping Model, jacobian: Jacobian?) {
    self.values = values
    rootWeights = weights.map { $0.squareRoot() }
    self.model = model
    self.jacobian = jacobian
  }

  /// Throws the error of the Swift model if there was one.
  func rethrow() throws {
    if let failure { throw failure }
  }

  func residuals(_ parameters: UnsafePointer<gsl_vector>, _ out: UnsafeMutablePointer<gsl_vector>) -> Int32 {
    attempt {
      let point = Self.array(parameters)
      let f = try model(point)
      try require(f.count == values.count, "the model gives \(f.count) values for \(values.count) points")
      for i in f.indices {
        guard f[i].isFinite else {
          throw GSLError.notFinite(
            operation: Self.operation, what: "model value \(i) = \(f[i]) at parameters \(point)")
        }
        gsl_vector_set(out, i, rootWeights[i] * (f[i] - values[i]))
      }
    }
  }

  func derivatives(_ parameters: UnsafePointer<gsl_vector>, _ out: UnsafeMutablePointer<gsl_matrix>) -> Int32 {
    attempt {
      guard let jacobian else { return }
      let point = Self.array(parameters)
      let rows = try jacobian(point)
      try require(
        rows.count == values.count, "the Jacobian has \(rows.count) rows for \(values.count) points")
      for (i, row) in rows.enumerated() {
        try require(
          row.count == point.count, "row \(i) of the Jacobian has \(row.count) of \(point.count) derivatives")
        for (j, derivative) in row.enumerated() {
          guard derivative.isFinite else {
            throw GSLError.notFinite(
              operation: Self.operation,
              what: "derivative (\(i), \(j)) = \(derivative) at parameters \(point)")
          }
          gsl_matrix_set(out, i, j, rootWeights[i] * derivative)
        }
      }
    }
  }

  private func attempt(_ body: () throws -> Void) -> Int32 {
    guard failure == nil else { return Int32(GSL_EBADFUNC) }
    do {
      try body()
      return 0
    } catch {
      failure = error
      return Int32(GSL_EBADFUNC)
    }
  }

  private func require(_ condition: Bool, _ why: String) throws(GSLError) {
    guard condition else { throw .invalidArgument(operation: Self.operation, why: why) }
  }

  private static func array(_ vector: UnsafePointer<gsl_vector>) -> [Double] {
    (0..<vector.pointee.size).map { gsl_vector_get(vector, $0) }
  }
}
