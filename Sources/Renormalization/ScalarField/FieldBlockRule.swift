import Lattice

/// How a block of 2 × 2 fields becomes one field.
public enum FieldBlockRule: String, Codable, CaseIterable, Sendable {
  /// The mean of those fields of the block whose sign is the sign of their sum, so that one large field can
  /// outvote three small ones: {−3, 1, 1, ½} gives −3 (D. Bachtis, arXiv 2405.16288). A sum of exactly zero
  /// counts as positive; a block of zeros gives zero.
  case majorityMean = "majority-mean"
  /// The mean of the four fields.
  case average

  /// The block fields of a configuration; for `majorityMean` the fields −φ give minus those of φ, unless a
  /// sum vanishes.
  ///
  /// - Parameter fine: a lattice of even side L; blocks start at even rows and columns.
  /// - Returns: the lattice of side L/2.
  /// - Throws: `RenormalizationError.oddSide`.
  public func block(_ fine: ScalarField) throws(RenormalizationError) -> ScalarField {
    guard fine.side % 2 == 0 else { throw .oddSide(fine.side) }
    let values =
      switch self {
      case .majorityMean: Self.blocks(fine, Self.majorityMean)
      case .average: Self.blocks(fine, Self.mean)
      }
    return ScalarField(side: fine.side / 2, values: values)
  }

  /// The function of every block, row after row.
  @inline(__always)
  private static func blocks(
    _ fine: ScalarField, _ coarse: (Double, Double, Double, Double) -> Double
  ) -> [Double] {
    let (side, fineSide) = (fine.side / 2, fine.side)
    return [Double](unsafeUninitializedCapacity: side * side) { blocks, count in
      fine.values.withUnsafeBufferPointer { fine in
        for y in 0..<side {
          let top = 2 * y * fineSide
          let bottom = top + fineSide
          for x in 0..<side {
            let (left, right) = (2 * x, 2 * x + 1)
            blocks[y * side + x] = coarse(
              fine[top + left], fine[top + right], fine[bottom + left], fine[bottom + right])
          }
        }
      }
      count = side * side
    }
  }

  @inline(__always)
  private static func mean(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    0.25 * ((a + b) + (c + d))
  }

  /// Without branches, which would follow the random signs.
  @inline(__always)
  private static func majorityMean(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    let sum = (a + b) + (c + d)
    let sign = Double(signOf: sum, magnitudeOf: 1)
    let (alongA, alongB, alongC, alongD) = (a * sign, b * sign, c * sign, d * sign)
    let total = (max(alongA, 0) + max(alongB, 0)) + (max(alongC, 0) + max(alongD, 0))
    let first = (alongA > 0 ? 1 : 0) &+ (alongB > 0 ? 1 : 0)
    let second = (alongC > 0 ? 1 : 0) &+ (alongD > 0 ? 1 : 0)
    // Only a block of zeros has no member.
    return sign * total / Double(max(first &+ second, 1))
  }
}
