/// Counting the corners of one pair of configurations.
enum CornerCountKernel {
  /// What a plane of folded spins adds to the codes of the eight corners; bit 1 is a spin opposed to the
  /// central one.
  private static let planeCodes: [SIMD8<Int32>] = CornerOrbits.planeSums(
    plus: CornerCounts.steps, minus: [Int32](repeating: 0, count: 10))

  static func add(coarse: [UInt64], fine: [UInt64], side: Int, to counts: UnsafeMutablePointer<UInt32>) {
    planeCodes.withUnsafeBufferPointer { codes in
      coarse.withUnsafeBufferPointer { coarse in
        fine.withUnsafeBufferPointer { fine in
          guard let codes = codes.baseAddress, let coarse = coarse.baseAddress, let fine = fine.baseAddress
          else { return }
          add(coarse, fine, side, codes, counts)
        }
      }
    }
  }

  private static func add(
    _ coarse: UnsafePointer<UInt64>, _ fine: UnsafePointer<UInt64>, _ side: Int,
    _ codes: UnsafePointer<SIMD8<Int32>>, _ counts: UnsafeMutablePointer<UInt32>
  ) {
    var slabs = SlabCodes(coarse, side: side)
    for z in 0..<side {
      if z > 0 { slabs.advance(coarse, to: z) }
      for y in 0..<side {
        let (below, centre, above) = (slabs.below + side &* y, slabs.centre + side &* y, slabs.above + side &* y)
        var rows = SIMD4<Int>()
        for row in 0..<4 { rows[row] = CellRows.firstBit(row: row, y: y, z: z, side: side) }
        var x = 0
        while x < side {
          let count = min(8, side &- x)
          var cells = CellRows.read(fine, count: count, x: x, rows: rows)
          for k in x..<(x &+ count) {
            // The central spin's sign, spread over the nine bits of a plane and the eight of the fine spins.
            let fold = 0 &- (Int(centre[k]) &>> 4 & 1)
            let bits = (Int(truncatingIfNeeded: cells) ^ fold) & 255
            var code = codes[(Int(below[k]) ^ fold) & 511]
            code = code &+ codes[512 &+ ((Int(centre[k]) ^ fold) & 511)]
            code = code &+ codes[1024 &+ ((Int(above[k]) ^ fold) & 511)]
            tally(code, opposed: bits, counts)
            cells = cells &>> 8
          }
          x &+= 8
        }
      }
    }
  }

  @inline(__always)
  private static func tally(_ codes: SIMD8<Int32>, opposed: Int, _ counts: UnsafeMutablePointer<UInt32>) {
    for corner in 0..<8 {
      let place = 2 &* Int(codes[corner]) &+ (opposed &>> corner & 1)
      counts[place] &+= 1
    }
  }
}
