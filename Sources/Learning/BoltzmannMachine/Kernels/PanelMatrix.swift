import CSimd

/// A matrix whose columns are cut into panels of 32, each stored row by row: [panel][row][32].
///
/// Rows and columns are padded with zeros to multiples of 32.
struct PanelMatrix: ~Copyable {
  /// Columns of a panel: two vectors.
  static let width = 32

  let rows: Int
  let columns: Int
  let paddedRows: Int
  let panels: Int
  private let values: FloatBuffer

  /// The zero matrix.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    paddedRows = (rows + Self.width - 1) / Self.width * Self.width
    panels = (columns + Self.width - 1) / Self.width
    values = FloatBuffer(count: 2 * paddedRows * panels)
  }

  init(rows: Int, columns: Int, rowMajor: [Float]) {
    self.init(rows: rows, columns: columns)
    values.withNumbers { numbers in
      for row in 0..<rows {
        for column in 0..<columns { numbers[offset(row, column)] = rowMajor[row * columns + column] }
      }
    }
  }

  /// The two vectors of every row of a panel.
  @inline(__always)
  func panel(_ panel: Int) -> UnsafeMutablePointer<SIMD16<Float>> { values.vectors + (2 &* paddedRows) &* panel }

  /// The numbers without padding, row by row.
  func rowMajor() -> [Float] {
    values.withNumbers { numbers in
      var result = [Float](repeating: 0, count: rows * columns)
      for row in 0..<rows {
        for column in 0..<columns { result[row * columns + column] = numbers[offset(row, column)] }
      }
      return result
    }
  }

  /// Writes the transpose of a panel of this matrix into `target`, which has its rows and columns exchanged.
  func transpose(panel p: Int, into target: borrowing PanelMatrix) {
    let source = panel(p)
    for row in stride(from: 0, to: paddedRows, by: 16) {
      let half = row / 16 % 2
      let destination = target.panel(row / Self.width) + (2 * Self.width * p + half)
      cv_transpose16f(source + 2 * row, 2, destination, 2)
      cv_transpose16f(source + 2 * row + 1, 2, destination + 2 * 16, 2)
    }
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    (column / Self.width * paddedRows + row) * Self.width + column % Self.width
  }
}
