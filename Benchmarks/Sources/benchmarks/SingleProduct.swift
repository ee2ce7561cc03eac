import Foundation
import Learning

/// The product of two matrices in single precision, from and to row-major arrays: CPU time of a product with packing
/// and all allocations. Cases are named after rows, inner dimension and columns, `product-100x256x64`.
struct SingleProduct: BenchmarkCase {
  let rows: Int
  let inner: Int
  let columns: Int

  /// Every case that `C/product.c` and `peers/product.py` have, too.
  static let allCases = [(100, 256, 64), (100, 1024, 256), (100, 1024, 1024), (512, 512, 512), (1024, 1024, 1024)]
    .map { SingleProduct(rows: $0.0, inner: $0.1, columns: $0.2) }

  var name: String { "product-\(rows)x\(inner)x\(columns)" }

  /// Times the product and sums its elements, which are exact, with weights that tell their places.
  ///
  /// - Throws: `BenchmarkError` if an element is wrong.
  func measure(repeats: Int) throws -> String {
    let a = MixedNumbers.coarse(rows * inner, seed: 8)
    let b = MixedNumbers.coarse(inner * columns, seed: 9)
    let count = max(1, 2_000_000_000 / (rows * inner * columns))
    let (product, seconds) = try Measurement.best(of: repeats) {
      var product: [Float] = []
      for _ in 0..<count {
        product = try SingleMatrixProduct.multiply(a, b, rows: rows, inner: inner, columns: columns)
      }
      return product
    }
    for index in stride(from: 0, to: product.count, by: 997) {
      let (row, column) = (index / columns, index % columns)
      let exact = (0..<inner).reduce(Float()) { $0 + a[row * inner + $1] * b[$1 * columns + column] }
      guard product[index] == exact else {
        throw BenchmarkError("\(name): element \(index) is \(product[index]), but must be \(exact)")
      }
    }
    let sum = product.enumerated().reduce(0) { $0 + ($1.offset % 251 + 1) * Int(4096 * $1.element) }
    let time = String(format: "%.3f", 1e6 * seconds / Double(count))
    return "swift \(name) product_us=\(time) products=\(count) sum=\(sum)"
  }
}
