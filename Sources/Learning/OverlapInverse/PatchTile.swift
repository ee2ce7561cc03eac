import CSimd

/// The words of up to 32 cells as inputs and targets of a network, eight cells to a vector.
struct PatchTile {
  static let columns = 4
  static let cells = 8 * columns

  private var windows = [SIMD8<UInt64>](repeating: SIMD8(), count: columns)
  private var patches = [SIMD8<UInt64>](repeating: SIMD8(), count: columns)
  /// 1 for the cells that are there, 0 for the rest of a tile that is not full.
  private(set) var live = [SIMD8<Double>](repeating: SIMD8(repeating: 1), count: columns)

  /// Takes 1 ... 32 cells.
  mutating func load(_ pairs: PatchPairs, _ cells: ArraySlice<UInt32>, folded: Bool) {
    for column in 0..<Self.columns {
      for lane in 0..<8 {
        let place = cells.startIndex + 8 * column + lane
        let cell = place < cells.endIndex ? cells[place] : cells[cells.startIndex]
        windows[column][lane] = pairs.windows[Int(cell)]
        patches[column][lane] = pairs.patches[Int(cell)]
        live[column][lane] = place < cells.endIndex ? 1 : 0
      }
      guard folded else { continue }
      // All ones where the central coarse spin is -1.
      let minus = SIMD8() &- Self.bit(windows[column], PatchTask.centre)
      windows[column] = cv_xor(windows[column], minus)
      patches[column] = cv_xor(patches[column], minus)
    }
  }

  /// Writes the inputs [inputs][columns] as numbers ±1.
  func write(_ task: PatchTask, _ symmetry: PatchSymmetry, to inputs: UnsafeMutablePointer<SIMD8<Double>>) {
    for (i, place) in task.window.enumerated() {
      let bit = symmetry.window[place]
      for column in 0..<Self.columns { inputs[Self.columns * i + column] = Self.spin(windows[column], bit) }
    }
    let others = inputs + Self.columns * task.window.count
    for (i, place) in task.patch.enumerated() {
      let bit = symmetry.patch[place]
      for column in 0..<Self.columns { others[Self.columns * i + column] = Self.spin(patches[column], bit) }
    }
  }

  /// The fine spins ±1 of a corner.
  func spins(_ corner: Int, _ symmetry: PatchSymmetry, column: Int) -> SIMD8<Double> {
    Self.spin(patches[column], symmetry.patch[PatchTask.bit(ofCorner: corner)])
  }

  /// The patterns of the eight corners, corner c at bit c.
  func patterns(_ symmetry: PatchSymmetry, column: Int) -> SIMD8<UInt64> {
    var result = SIMD8<UInt64>()
    for corner in 0..<8 {
      let bit = Self.bit(patches[column], symmetry.patch[PatchTask.bit(ofCorner: corner)])
      result = cv_or(result, cv_shl(bit, UInt64(corner)))
    }
    return result
  }

  @inline(__always)
  private static func bit(_ words: SIMD8<UInt64>, _ bit: Int) -> SIMD8<UInt64> {
    cv_and(cv_shr(words, UInt64(bit)), SIMD8(repeating: 1))
  }

  /// 1 with the bit as its sign.
  @inline(__always)
  private static func spin(_ words: SIMD8<UInt64>, _ bit: Int) -> SIMD8<Double> {
    let sign = cv_and(cv_shl(words, UInt64(63 - bit)), SIMD8(repeating: 1 << 63))
    return unsafeBitCast(cv_or(sign, SIMD8(repeating: (1.0).bitPattern)), to: SIMD8<Double>.self)
  }
}
