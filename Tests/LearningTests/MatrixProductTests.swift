import Random
import Testing

@testable import Learning

@Suite("Matrix product")
struct MatrixProductTests {
  @Test(
    "every element is one chain of fused multiply-adds, whatever the blocks",
    arguments: [(1, 1, 1), (8, 16, 2), (16, 16, 3), (13, 5, 4), (5, 80, 1), (7, 3, 5), (20, 9, 7)],
    [false, true])
  func bits(_ size: (rows: Int, inner: Int, columns: Int), transposed: Bool) {
    let (rows, inner, columns) = size
    var random = RandomStream(seed: 1, name: "product/\(rows)/\(inner)/\(columns)")
    let a = (0..<(rows * inner)).map { _ in random.normal() }
    let b = (0..<(inner * columns)).map { _ in random.normals() }
    let start = (0..<rows).map { _ in random.normal() }
    var c = [SIMD8<Double>](repeating: SIMD8(), count: rows * columns)
    let product = { (c: inout [SIMD8<Double>], start: [Double]?) in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          let product = MatrixProduct(
            rows: rows, inner: inner, a: a.baseAddress!, rowStride: transposed ? 1 : inner,
            innerStride: transposed ? rows : 1, b: b.baseAddress!, columns: columns)
          c.withUnsafeMutableBufferPointer { c in
            if let start {
              start.withUnsafeBufferPointer { product.write(c.baseAddress!, start: $0.baseAddress) }
            } else {
              product.write(c.baseAddress!, start: nil)
            }
          }
        }
      }
    }
    func expected(_ row: Int, _ column: Int, _ lane: Int, from initial: Double) -> Double {
      (0..<inner).reduce(initial) { sum, k in
        let factor = transposed ? a[k * rows + row] : a[row * inner + k]
        return sum.addingProduct(factor, b[k * columns + column][lane])
      }
    }
    product(&c, start)
    let once = c
    product(&c, nil)
    for row in 0..<rows {
      for column in 0..<columns {
        for lane in 0..<8 {
          let first = expected(row, column, lane, from: start[row])
          #expect(once[row * columns + column][lane] == first)
          #expect(c[row * columns + column][lane] == expected(row, column, lane, from: first))
        }
      }
    }
  }
}
