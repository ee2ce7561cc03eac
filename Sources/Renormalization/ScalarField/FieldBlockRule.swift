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
    let (memberA, memberB, memberC, memberD) = (
      Member(a * sign), Member(b * sign), Member(c * sign), Member(d * sign)
    )
    let total = (memberA.field + memberB.field) + (memberC.field + memberD.field)
    let count = (memberA.count &+ memberB.count) &+ (memberC.count &+ memberD.count)
    // Only a block of zeros has no member.
    return sign * total / Double(max(count, 1))
  }

  /// A field that counts where it is positive.
  private struct Member {
    let field: Double
    let count: Int64

    @inline(__always)
    init(_ x: Double) {
      // A number is positive where its bits are, as a signed integer; then and only then −bits has the sign
      // bit and bits does not.
      let bits = Int64(bitPattern: x.bitPattern)
      let mask = ((0 &- bits) & ~bits) &>> 63
      field = Double(bitPattern: UInt64(bitPattern: bits & mask))
      count = 0 &- mask
    }
  }
}
