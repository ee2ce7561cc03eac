/// Where the sites of a field lie in the storage of a chain, an array of vectors of eight numbers.
///
/// If 16 divides L, the two colours of the checkerboard are separate: row r = c L + y holds the sites of
/// colour c = (x + y) mod 2 in line y, in n = L/16 vectors. Site j = x/2 of a row lies in lane j / n of
/// vector j mod n, so that the neighbours of a vector are vectors, and not shifted ones. The two vectors
/// beyond the ends of a row repeat the other end with the lanes rotated by one: the periodic boundary.
///
/// For other sides the sites are in row-major order.
struct FieldLayout: Sendable, Hashable {
  static let largestSide = 32768

  let side: Int

  var isStriped: Bool { side % 16 == 0 }
  /// n, data vectors of a row.
  var vectorsPerRow: Int { side / 16 }
  /// Vectors from one row to the next.
  var rowStride: Int { side / 16 + 2 }
  /// Vectors in all.
  var vectors: Int { isStriped ? 2 * side * rowStride : (side * side + 7) / 8 }

  /// Index of the number of site (y, x).
  func position(_ y: Int, _ x: Int) -> Int {
    guard isStriped else { return y * side + x }
    let j = x / 2
    let row = ((x + y) & 1) * side + y
    return (row * rowStride + 1 + j % vectorsPerRow) * 8 + j / vectorsPerRow
  }

  /// The field in this layout, boundaries included.
  func pack(_ values: [Double]) -> [SIMD8<Double>] {
    var vectors = [SIMD8<Double>](repeating: .zero, count: vectors)
    for y in 0..<side {
      for x in 0..<side {
        let position = position(y, x)
        vectors[position / 8][position % 8] = values[y * side + x]
      }
    }
    guard isStriped else { return vectors }
    for row in 0..<2 * side {
      let first = row * rowStride
      let last = first + vectorsPerRow
      vectors[first] = Self.rotatedUp(vectors[last])
      vectors[last + 1] = Self.rotatedDown(vectors[first + 1])
    }
    return vectors
  }

  /// The values in row-major order.
  func unpack(_ vectors: [SIMD8<Double>]) -> [Double] {
    var values = [Double](repeating: 0, count: side * side)
    for y in 0..<side {
      for x in 0..<side {
        let position = position(y, x)
        values[y * side + x] = vectors[position / 8][position % 8]
      }
    }
    return values
  }

  /// Lane l holds what lane l − 1 held.
  @inline(__always)
  static func rotatedUp(_ v: SIMD8<Double>) -> SIMD8<Double> {
    SIMD8(v[7], v[0], v[1], v[2], v[3], v[4], v[5], v[6])
  }

  /// Lane l holds what lane l + 1 held.
  @inline(__always)
  static func rotatedDown(_ v: SIMD8<Double>) -> SIMD8<Double> {
    SIMD8(v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[0])
  }
}
