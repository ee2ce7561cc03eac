/// The product C = start + A B of a matrix of numbers with a matrix of SIMD vectors.
///
/// Every element of C is one chain of fused multiply-adds with ascending inner index, so its bits do not
/// depend on how the product is cut into blocks. The blocks are 8 rows by 2 vectors in registers.
struct MatrixProduct {
  let rows: Int
  let inner: Int
  /// Element (i, k) of A is a[i · rowStride + k · innerStride].
  let a: UnsafePointer<Double>
  let rowStride: Int
  let innerStride: Int
  /// Row k of B is b[k · columns ..< (k + 1) · columns].
  let b: UnsafePointer<SIMD8<Double>>
  let columns: Int

  /// Computes C, [rows][columns]; each row starts from its number of `start`, or from C itself where that is
  /// nil.
  func write(_ c: UnsafeMutablePointer<SIMD8<Double>>, start: UnsafePointer<Double>?) {
    var row = 0
    while row &+ 8 <= rows {
      strip(EightRows.self, row, c, start)
      row = row &+ 8
    }
    while row &+ 4 <= rows {
      strip(FourRows.self, row, c, start)
      row = row &+ 4
    }
    while row < rows {
      strip(OneRow.self, row, c, start)
      row = row &+ 1
    }
  }

  @inline(__always)
  private func strip<R: RowBlock>(
    _: R.Type, _ row: Int, _ c: UnsafeMutablePointer<SIMD8<Double>>, _ start: UnsafePointer<Double>?
  ) {
    let first = a + row &* rowStride
    let target = c + row &* columns
    var column = 0
    while column &+ 2 <= columns {
      var left: R
      var right: R
      if let start {
        left = R(start: start + row)
        right = left
      } else {
        left = R(loading: target + column, stride: columns)
        right = R(loading: target + (column &+ 1), stride: columns)
      }
      var factor = first
      var vector = b + column
      for _ in 0..<inner {
        let x = vector[0]
        let y = vector[1]
        left.add(factor, stride: rowStride, x)
        right.add(factor, stride: rowStride, y)
        factor += innerStride
        vector += columns
      }
      left.store(target + column, stride: columns)
      right.store(target + (column &+ 1), stride: columns)
      column = column &+ 2
    }
    if column < columns { lastColumn(R.self, first, target + column, start.map { $0 + row }, b + column) }
  }

  @inline(__always)
  private func lastColumn<R: RowBlock>(
    _: R.Type, _ first: UnsafePointer<Double>, _ target: UnsafeMutablePointer<SIMD8<Double>>,
    _ start: UnsafePointer<Double>?, _ vectors: UnsafePointer<SIMD8<Double>>
  ) {
    var block = start.map { R(start: $0) } ?? R(loading: target, stride: columns)
    var factor = first
    var vector = vectors
    for _ in 0..<inner {
      block.add(factor, stride: rowStride, vector[0])
      factor += innerStride
      vector += columns
    }
    block.store(target, stride: columns)
  }
}
