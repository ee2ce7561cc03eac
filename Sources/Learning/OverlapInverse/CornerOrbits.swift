/// The 27 coarse spins around a cell, as each of its eight corners sees them: ten classes of offsets that the
/// symmetries of the cube which fix the corner exchange among themselves.
///
/// With g_k = +1 (-1) for a corner on the + (-) side of the cell along axis k, the label of the offset o is
/// sort(o_x g_x, o_y g_y, o_z g_z), a ≤ b ≤ c in {-1, 0, 1}: 1 points towards the corner, -1 away from it.
public enum CornerOrbits {
  /// The sorted offsets, in the order of the weights of every model of this kind.
  public static let offsets: [SIMD3<Int>] = [
    SIMD3(0, 0, 0), SIMD3(0, 0, 1), SIMD3(0, 1, 1), SIMD3(1, 1, 1), SIMD3(-1, 0, 0),
    SIMD3(-1, 0, 1), SIMD3(-1, -1, 0), SIMD3(-1, 1, 1), SIMD3(-1, -1, 1), SIMD3(-1, -1, -1),
  ]

  /// Such as "(-1,0,1)".
  public static let labels: [String] = offsets.map { "(\($0.x),\($0.y),\($0.z))" }

  /// Numbers of offsets with each label, 27 together.
  public static let multiplicities: [Int] = [1, 3, 3, 1, 3, 6, 3, 3, 3, 1]

  /// The label's index for the offset at place (o_x + 1) + 3 (o_y + 1) + 9 (o_z + 1) and the corner
  /// c_x + 2 c_y + 4 c_z: corners × 27.
  public static let table: [[Int]] = (0..<8).map { corner in (0..<27).map { label(corner, $0) } }

  private static func label(_ corner: Int, _ place: Int) -> Int {
    let offset = [place % 3 - 1, place / 3 % 3 - 1, place / 9 - 1]
    let sorted = (0..<3).map { corner >> $0 & 1 == 1 ? offset[$0] : -offset[$0] }.sorted()
    // Every sorted triple is in the list, so that the default never enters.
    return offsets.firstIndex(of: SIMD3(sorted[0], sorted[1], sorted[2])) ?? 0
  }

  /// The parts of a sum over the 27 offsets that one plane of nine contributes to each corner, for all 512
  /// patterns of its spins.
  ///
  /// - Parameters:
  ///   - plus: what an offset of each label adds for spin +1 (bit 0).
  ///   - minus: what it adds for spin -1 (bit 1).
  /// - Returns: 3 × 512 vectors over the corners, the planes from z - 1 to z + 1.
  static func planeSums<Scalar: SIMDScalar & AdditiveArithmetic>(
    plus: [Scalar], minus: [Scalar]
  ) -> [SIMD8<Scalar>] {
    precondition(plus.count == 10 && minus.count == 10, "one number is needed for each of the ten labels")
    var sums = [SIMD8<Scalar>](repeating: SIMD8(repeating: .zero), count: 3 * 512)
    for plane in 0..<3 {
      for corner in 0..<8 {
        // The three rows of the plane first, eight patterns each.
        let rows = (0..<3).map { row in
          (0..<8).map { pattern in
            (0..<3).reduce(Scalar.zero) { sum, bit in
              let label = table[corner][9 * plane + 3 * row + bit]
              return sum + (pattern >> bit & 1 == 0 ? plus[label] : minus[label])
            }
          }
        }
        for pattern in 0..<512 {
          let sum = rows[0][pattern & 7] + rows[1][pattern >> 3 & 7] + rows[2][pattern >> 6]
          sums[512 * plane + pattern][corner] = sum
        }
      }
    }
    return sums
  }

  /// The logits Σ_o w(label of o) σ_o that one plane contributes, 3 × 512 vectors over the corners.
  static func planeLogits(_ weights: [Double]) -> [SIMD8<Double>] {
    planeSums(plus: weights, minus: weights.map { -$0 })
  }
}
