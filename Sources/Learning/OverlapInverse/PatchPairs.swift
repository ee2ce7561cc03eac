/// A training set for local inverse transformations: what surrounds each coarse site, cell by cell.
///
/// A cell is a coarse site with its 2 × 2 × 2 fine spins. Kept are the 27 coarse spins around it and the
/// 4 × 4 × 4 fine spins that contain every neighbour of its eight, as bits, set for spin -1; 16 bytes a cell.
public struct PatchPairs: Sendable, Hashable {
  /// Coarse offset (a, b, c), each in -1 ... 1, at bit (a + 1) + 3 (b + 1) + 9 (c + 1).
  private(set) var windows: [UInt64] = []
  /// Fine site (2X - 1 + i, 2Y - 1 + j, 2Z - 1 + k) of cell (X, Y, Z), at bit i + 4 j + 16 k.
  private(set) var patches: [UInt64] = []

  /// An empty set.
  public init() {}

  /// The cells of pairs of configurations.
  ///
  /// - Parameters:
  ///   - coarse: packed configurations of `side`³ spins.
  ///   - fine: for each of them the packed configuration of (2 `side`)³ spins.
  ///   - side: coarse sites along an edge, 1 ... 256.
  /// - Throws: `PatchError.wrongCount` or `.setting`.
  public init(coarse: [[UInt64]], fine: [[UInt64]], side: Int) throws(PatchError) {
    guard coarse.count == fine.count else {
      throw .wrongCount(what: "fine configurations", expected: coarse.count, found: fine.count)
    }
    for (coarse, fine) in zip(coarse, fine) { try append(coarse: coarse, fine: fine, side: side) }
  }

  /// Number of cells.
  public var count: Int { windows.count }

  /// Adds the cells of one pair of configurations, x running fastest.
  ///
  /// - Parameters:
  ///   - coarse: the packed configuration of `side`³ spins.
  ///   - fine: the packed configuration of (2 `side`)³ spins.
  ///   - side: coarse sites along an edge, 1 ... 256.
  /// - Throws: `PatchError.wrongCount` or `.setting`.
  public mutating func append(coarse: [UInt64], fine: [UInt64], side: Int) throws(PatchError) {
    guard (1...256).contains(side) else {
      throw .setting(name: "the coarse side", value: Double(side), allowed: "1 ... 256")
    }
    try Self.check(coarse, side: side, "words of a coarse configuration of side \(side)")
    try Self.check(fine, side: 2 * side, "words of a fine configuration of side \(2 * side)")
    let coarse = CubicBytes(coarse, side: side)
    let fine = CubicBytes(fine, side: 2 * side)
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          windows.append(UInt64(coarse.neighbourhood(x, y, z)))
          patches.append(Self.patch(fine, x, y, z))
        }
      }
    }
  }

  /// Fine spins of a cell that differ from its coarse spin.
  func opposite(_ cell: Int) -> Int {
    let minus = (patches[cell] & Self.corners).nonzeroBitCount
    return windows[cell] >> PatchTask.centre & 1 == 0 ? minus : 8 - minus
  }

  private static let corners: UInt64 = (0..<8).reduce(0) { $0 | 1 << UInt64(PatchTask.bit(ofCorner: $1)) }

  private static func check(_ words: [UInt64], side: Int, _ what: String) throws(PatchError) {
    let expected = CubicBytes.wordCount(side: side)
    guard words.count == expected else {
      throw .wrongCount(what: what, expected: expected, found: words.count)
    }
  }

  private static func patch(_ fine: CubicBytes, _ x: Int, _ y: Int, _ z: Int) -> UInt64 {
    var bits: UInt64 = 0
    for k in 0..<4 {
      for j in 0..<4 {
        let row = 2 * x + fine.stride * (2 * y + j + fine.stride * (2 * z + k))
        for i in 0..<4 { bits |= UInt64(fine.bytes[row + i]) &<< UInt64(i + 4 * j + 16 * k) }
      }
    }
    return bits
  }
}
