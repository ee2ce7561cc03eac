/// The coarse spins around a fine spin, named from where the fine spin sits in its block.
///
/// Along each axis the blocks are own = 0, near = 1 (on the side on which the fine spin sits), far = 2 (on
/// the other side) and far2 = 3 (two blocks towards the near side). In a patch of n × n classes, n = 2, 3 or
/// 4, bit n i + j is the coarse spin of row class i and column class j, set for +1. So the four spins of a 2
/// × 2 patch are own (bit 0), the neighbour in the row (1), the neighbour in the column (2) and the diagonal
/// (3).
///
/// Unoriented patches are the 3 × 3 blocks around a block, bit 3 (dy + 1) + (dx + 1), and the quadrant of a
/// fine spin (y, x) in its block is 2 (y mod 2) + (x mod 2).
public enum OrientedPatch {
  /// Number of patches of n × n spins, 2^(n²).
  public static func count(size: Int) -> Int { 1 << (size * size) }

  /// The inner m × m part of an n × n patch, m ≤ n.
  @inlinable
  public static func reduced(_ patch: Int, from size: Int, to smaller: Int) -> Int {
    var result = 0
    for i in 0..<smaller {
      let row = patch >> (size * i) & (1 << smaller - 1)
      result |= row << (smaller * i)
    }
    return result
  }

  /// The patch with rows and columns exchanged.
  public static func transposed(_ patch: Int, size: Int) -> Int {
    var result = 0
    for i in 0..<size { for j in 0..<size { result |= (patch >> (size * i + j) & 1) << (size * j + i) } }
    return result
  }

  /// The oriented 3 × 3 patch that the fine spin in `quadrant` sees of an unoriented one.
  public static func oriented(_ patch: Int, quadrant: Int) -> Int {
    let (near, across) = (quadrant >> 1 == 0 ? -1 : 1, quadrant & 1 == 0 ? -1 : 1)
    let rows = [0, near, -near]
    let columns = [0, across, -across]
    var result = 0
    for i in 0..<3 {
      for j in 0..<3 {
        let bit = 3 * (rows[i] + 1) + columns[j] + 1
        result |= (patch >> bit & 1) << (3 * i + j)
      }
    }
    return result
  }

  /// The size n of a table with one number for each patch.
  static func size(ofTable table: [Double]) throws(UpsamplingError) -> Int {
    for n in 2...4 where table.count == count(size: n) { return n }
    throw .wrongCount(what: "probabilities of oriented patches", expected: 65536, found: table.count)
  }

  /// A table on larger patches that depends on their inner part only.
  ///
  /// - Parameters:
  ///   - table: 16, 512 or 65536 numbers, one for each patch of 2 × 2, 3 × 3 or 4 × 4 spins.
  ///   - size: rows of the larger patches, at most 4.
  /// - Returns: 2^(n²) numbers, n the rows of the larger patches.
  /// - Throws: `UpsamplingError.wrongCount` or `.patchSize`.
  public static func expanded(_ table: [Double], to size: Int) throws(UpsamplingError) -> [Double] {
    let inner = try Self.size(ofTable: table)
    guard inner <= size, size <= 4 else { throw .patchSize(size, allowed: "\(inner)...4") }
    return (0..<count(size: size)).map { table[reduced($0, from: size, to: inner)] }
  }

  /// A table of oriented patches of at most 3 × 3 spins as one of unoriented patches and quadrants.
  ///
  /// - Parameter table: 16 or 512 numbers.
  /// - Returns: 4 × 512 numbers, quadrant q of unoriented patch t at 4 t + q.
  /// - Throws: `UpsamplingError.wrongCount` or `.patchSize`.
  public static func quadrantTable(_ table: [Double]) throws(UpsamplingError) -> [Double] {
    let full = try expanded(table, to: 3)
    return (0..<2048).map { full[oriented($0 >> 2, quadrant: $0 & 3)] }
  }
}
