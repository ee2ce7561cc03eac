internal import CGSL

/// Owner of a `gsl_vector` of finite numbers.
struct VectorStorage: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_vector>
  let count: Int

  /// A vector of zeros.
  init(count: Int, _ operation: String) throws(GSLError) {
    guard count > 0 else {
      throw .invalidArgument(operation: operation, why: "a vector has no elements; at least one is needed")
    }
    pointer = try GSLLibrary.allocated(gsl_vector_calloc(count), operation)
    self.count = count
  }

  // Everything is checked before the allocation: a ~Copyable value may not be left half-way through its init.
  init(_ values: [Double], _ operation: String, name: String) throws(GSLError) {
    for (i, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(operation: operation, what: "\(name)[\(i)] = \(value)")
    }
    try self.init(count: values.count, operation)
    for (i, value) in values.enumerated() { gsl_vector_set(pointer, i, value) }
  }

  deinit { gsl_vector_free(pointer) }

  /// The elements as a Swift array.
  var values: [Double] { (0..<count).map { gsl_vector_get(pointer, $0) } }
}

/// Owner of a `gsl_matrix` of finite numbers.
struct MatrixStorage: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_matrix>
  let rows: Int
  let columns: Int

  /// A matrix of zeros.
  init(rows: Int, columns: Int, _ operation: String) throws(GSLError) {
    guard rows > 0, columns > 0 else {
      throw .invalidArgument(
        operation: operation, why: "a matrix has \(rows) × \(columns) elements; at least 1 × 1 is needed")
    }
    pointer = try GSLLibrary.allocated(gsl_matrix_calloc(rows, columns), operation)
    self.rows = rows
    self.columns = columns
  }

  /// A matrix from its rows, all of which must have the same length.
  init(_ values: [[Double]], _ operation: String) throws(GSLError) {
    let columns = values.first?.count ?? 0
    for (i, row) in values.enumerated() {
      guard row.count == columns else {
        throw .invalidArgument(
          operation: operation,
          why: "row \(i) has \(row.count) elements; all rows must have \(columns)")
      }
      for (j, value) in row.enumerated() where !value.isFinite {
        throw .notFinite(operation: operation, what: "matrix element (\(i), \(j)) = \(value)")
      }
    }
    try self.init(rows: values.count, columns: columns, operation)
    for (i, row) in values.enumerated() {
      for (j, value) in row.enumerated() { gsl_matrix_set(pointer, i, j, value) }
    }
  }

  /// A square matrix from its rows.
  init(square values: [[Double]], _ operation: String) throws(GSLError) {
    let columns = values.first?.count ?? 0
    guard columns == values.count else {
      throw .invalidArgument(
        operation: operation, why: "the matrix is \(values.count) × \(columns); it must be square")
    }
    try self.init(values, operation)
  }

  deinit { gsl_matrix_free(pointer) }

  /// The rows as Swift arrays.
  var values: [[Double]] {
    (0..<rows).map { i in (0..<columns).map { j in gsl_matrix_get(pointer, i, j) } }
  }
}
