/// The product C = A B of matrices of single-precision numbers.
///
/// Every element of C is one chain of fused multiply-adds with ascending inner index that begins at 0, so its bits
/// depend neither on the blocking nor on the processor. Strips of 8 rows of A meet panels of 32 columns of B in 16
/// registers of 16 numbers; both are packed once, with zeros in place of missing rows and columns.
public enum SingleMatrixProduct {
  /// A B for row-major matrices.
  ///
  /// - Parameters:
  ///   - a: `rows` · `inner` numbers.
  ///   - b: `inner` · `columns` numbers.
  /// - Returns: `rows` · `columns` numbers, row-major.
  /// - Throws: `BoltzmannError.setting` for a negative size, `.wrongCount` for a list of another length.
  public static func multiply(
    _ a: [Float], _ b: [Float], rows: Int, inner: Int, columns: Int
  ) throws(BoltzmannError) -> [Float] {
    for (name, size) in [("rows", rows), ("inner", inner), ("columns", columns)] where size < 0 {
      throw .setting(name: name, value: Double(size), allowed: "0 or more")
    }
    guard a.count == rows * inner else {
      throw .wrongCount(what: "the left matrix", expected: rows * inner, found: a.count)
    }
    guard b.count == inner * columns else {
      throw .wrongCount(what: "the right matrix", expected: inner * columns, found: b.count)
    }
    let strips = packStrips(a, rows: rows, inner: inner)
    let right = PanelMatrix(rows: inner, columns: columns, rowMajor: b)
    let tile = FloatBuffer(count: 16)
    return [Float](unsafeUninitializedCapacity: rows * columns) { target, count in
      count = rows * columns
      guard let base = target.baseAddress else { return }
      for panel in 0..<right.panels {
        let first = PanelMatrix.width * panel
        let width = min(PanelMatrix.width, columns - first)
        for row in stride(from: 0, to: rows, by: 8) {
          strips.withNumbers { block($0 + row * inner, right.panel(panel), inner, tile.vectors) }
          tile.withNumbers { numbers in
            for i in 0..<min(8, rows - row) {
              (base + (row + i) * columns + first).initialize(from: numbers + PanelMatrix.width * i, count: width)
            }
          }
        }
      }
    }
  }

  /// Strip s holds rows 8 s ..< 8 s + 8, eight numbers for every inner index.
  private static func packStrips(_ a: [Float], rows: Int, inner: Int) -> FloatBuffer {
    let strips = FloatBuffer(count: ((rows + 7) / 8 * inner + 1) / 2)
    strips.withNumbers { packed in
      a.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        for row in 0..<rows {
          let target = packed + ((row / 8 * inner) * 8 + row % 8)
          let numbers = base + row * inner
          for k in 0..<inner { target[8 &* k] = numbers[k] }
        }
      }
    }
    return strips
  }

  /// A strip of 8 rows times a panel of two vectors, to the 16 vectors of `c`.
  private static func block(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<SIMD16<Float>>, _ inner: Int,
    _ c: UnsafeMutablePointer<SIMD16<Float>>
  ) {
    var (row0, row1, row2, row3) = (VectorPair(), VectorPair(), VectorPair(), VectorPair())
    var (row4, row5, row6, row7) = (VectorPair(), VectorPair(), VectorPair(), VectorPair())
    var factors = a
    var vectors = b
    for _ in 0..<inner {
      let pair = VectorPair(vectors)
      row0.add(factors[0], pair)
      row1.add(factors[1], pair)
      row2.add(factors[2], pair)
      row3.add(factors[3], pair)
      row4.add(factors[4], pair)
      row5.add(factors[5], pair)
      row6.add(factors[6], pair)
      row7.add(factors[7], pair)
      factors += 8
      vectors += 2
    }
    row0.store(c)
    row1.store(c + 2)
    row2.store(c + 4)
    row3.store(c + 6)
    row4.store(c + 8)
    row5.store(c + 10)
    row6.store(c + 12)
    row7.store(c + 14)
  }
}
