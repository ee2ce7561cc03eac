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
      rowMajor.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        for panel in 0..<panels {
          let first = Self.width * panel
          let width = min(Self.width, columns - first)
          for row in 0..<rows {
            (numbers + (panel * paddedRows + row) * Self.width).update(from: base + row * columns + first, count: width)
          }
        }
      }
    }
  }

  /// The two vectors of every row of a panel.
  @inline(__always)
  func panel(_ panel: Int) -> UnsafeMutablePointer<SIMD16<Float>> { values.vectors + (2 &* paddedRows) &* panel }

  /// The numbers without padding, row by row.
  func rowMajor() -> [Float] {
    values.withNumbers { numbers in
      [Float](unsafeUninitializedCapacity: rows * columns) { target, count in
        count = rows * columns
        guard let base = target.baseAddress else { return }
        for row in 0..<rows {
          for panel in 0..<panels {
            let first = Self.width * panel
            let source = numbers + (panel * paddedRows + row) * Self.width
            (base + row * columns + first).initialize(from: source, count: min(Self.width, columns - first))
          }
        }
      }
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
}
