/// The fine spins of up to eight neighbouring cells of a row, between one byte a cell and the packed
/// configuration.
///
/// Bit c_x + 2 c_y + 4 c_z of byte k is the corner of cell k. The four fine rows (c_y, c_z) that pass through
/// the cells hold two bits of each.
enum CellRows {
  /// First bit of the fine row c_y + 2 c_z through cell (0, y, z) of a coarse lattice.
  @inline(__always)
  static func firstBit(row: Int, y: Int, z: Int, side: Int) -> Int {
    let fineY = 2 &* y &+ (row & 1)
    let fineZ = 2 &* z &+ (row &>> 1)
    return 2 &* side &* (fineY &+ 2 &* side &* fineZ)
  }

  /// Sets the bits of n ≤ 8 cells, whose first spins in each row are at `first` + 2 x. The words start as zero.
  @inline(__always)
  static func write(
    _ cells: UInt64, count n: Int, x: Int, rows: SIMD4<Int>, into words: UnsafeMutablePointer<UInt64>
  ) {
    for row in 0..<4 {
      let bits = paired(cells &>> UInt64(2 &* row))
      let position = rows[row] &+ 2 &* x
      let shift = UInt64(position & 63)
      words[position &>> 6] |= bits &<< shift
      if Int(shift) &+ 2 &* n > 64 { words[position &>> 6 &+ 1] |= bits &>> (64 &- shift) }
    }
  }

  /// The bytes of n ≤ 8 cells.
  @inline(__always)
  static func read(_ words: UnsafePointer<UInt64>, count n: Int, x: Int, rows: SIMD4<Int>) -> UInt64 {
    var cells: UInt64 = 0
    for row in 0..<4 {
      let position = rows[row] &+ 2 &* x
      let shift = UInt64(position & 63)
      var bits = words[position &>> 6] &>> shift
      if Int(shift) &+ 2 &* n > 64 { bits |= words[position &>> 6 &+ 1] &<< (64 &- shift) }
      bits &= (1 &<< UInt64(2 &* n)) &- 1
      cells |= spread(bits) &<< UInt64(2 &* row)
    }
    return cells
  }

  /// The two low bits of each byte, side by side.
  @inline(__always)
  static func paired(_ bytes: UInt64) -> UInt64 {
    var v = bytes & 0x0303_0303_0303_0303
    v = (v | v &>> 6) & 0x000F_000F_000F_000F
    v = (v | v &>> 12) & 0x0000_00FF_0000_00FF
    return (v | v &>> 24) & 0xFFFF
  }

  /// The inverse of `paired`.
  @inline(__always)
  static func spread(_ bits: UInt64) -> UInt64 {
    var v = (bits | bits &<< 24) & 0x0000_00FF_0000_00FF
    v = (v | v &<< 12) & 0x000F_000F_000F_000F
    v = (v | v &<< 6) & 0x0303_0303_0303_0303
    return v
  }
}
