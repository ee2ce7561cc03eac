/// How the eight fine spins of a cell follow from the 27 coarse spins around it.
protocol CellRule {
  /// - Parameters: the plane codes of `SlabCodes`.
  /// - Returns: the fine spins, corner c_x + 2 c_y + 4 c_z at that bit, set for spin -1.
  mutating func corners(below: Int, centre: Int, above: Int) -> UInt8
}

extension CellRule {
  /// The fine configuration of `CubicInverse` by this rule, the cells in the order of the coarse sites.
  @inline(__always)
  mutating func refined(_ coarse: [UInt64], side: Int) -> [UInt64] {
    precondition((1...256).contains(side), "a coarse lattice of side \(side) was given; allowed: 1...256")
    CubicBytes.check(coarse, side: side)
    var fine = [UInt64](repeating: 0, count: CubicBytes.wordCount(side: 2 * side))
    fine.withUnsafeMutableBufferPointer { fine in
      coarse.withUnsafeBufferPointer { coarse in
        guard let fine = fine.baseAddress, let coarse = coarse.baseAddress else { return }
        fill(fine, coarse, side)
      }
    }
    return fine
  }

  @inline(__always)
  private mutating func fill(
    _ fine: UnsafeMutablePointer<UInt64>, _ coarse: UnsafePointer<UInt64>, _ side: Int
  ) {
    var slabs = SlabCodes(coarse, side: side)
    var rule = self
    for z in 0..<side {
      if z > 0 { slabs.advance(coarse, to: z) }
      for y in 0..<side {
        let (below, centre, above) = (slabs.below + side &* y, slabs.centre + side &* y, slabs.above + side &* y)
        var rows = SIMD4<Int>()
        for row in 0..<4 { rows[row] = CellRows.firstBit(row: row, y: y, z: z, side: side) }
        var x = 0
        while x < side {
          let count = min(8, side &- x)
          var cells: UInt64 = 0
          for k in 0..<count {
            let bits = rule.corners(
              below: Int(below[x &+ k]), centre: Int(centre[x &+ k]), above: Int(above[x &+ k]))
            cells |= UInt64(bits) &<< UInt64(8 &* k)
          }
          CellRows.write(cells, count: count, x: x, rows: rows, into: fine)
          x &+= 8
        }
      }
    }
    self = rule
  }
}
