import Lattice

/// The oriented 4 × 4 patch of coarse spins that a fine spin sees.
///
/// Along each axis the block of the spin has class 0 (own), the next one on the side of the spin class 1
/// (near), the next one on the other side class 2 (far), and the second one on the side of the spin class
/// 3. Bit 4i + j of the patch is the coarse spin of row class i and column class j, set for +1; the patch
/// is periodic.
struct OrientedPatches: ~Copyable {
  let side: Int
  /// For every coarse site the four spins of its row: bits 0...3 by column class for the even, 4...7 for
  /// the odd fine column.
  private let nibbles: UnsafeMutablePointer<UInt8>

  init(_ coarse: SpinLattice) {
    side = coarse.side
    nibbles = .allocate(capacity: side * side)
    let padding = 2
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: side + 2 * padding) { row in
      guard let row = row.baseAddress else { return }
      row.initialize(repeating: 0, count: side + 2 * padding)
      for y in 0..<side {
        SpinBytes.unpack(coarse, row: y, padding: padding, into: row)
        let target = nibbles + y * side
        for x in 0..<side {
          let centre = row + (x &+ padding)
          let (left, right) = (centre[-1], centre[1])
          let even = centre[0] | left &<< 1 | right &<< 2 | centre[-2] &<< 3
          let odd = centre[0] | right &<< 1 | left &<< 2 | centre[2] &<< 3
          (target + x).initialize(to: even | odd &<< 4)
        }
      }
    }
  }

  deinit { nibbles.deallocate() }

  /// Writes the 2L patches of fine row 2y + i.
  @inline(__always)
  func writeRow(_ y: Int, _ i: Int, into patches: UnsafeMutablePointer<UInt16>) {
    let near = i == 0 ? -1 : 1
    let own = nibbles + y * side
    let first = nibbles + wrapped(y &+ near) * side
    let second = nibbles + wrapped(y &- near) * side
    let third = nibbles + wrapped(y &+ 2 &* near) * side
    for x in 0..<side {
      let (a, b) = (UInt16(own[x]), UInt16(first[x]))
      let (c, d) = (UInt16(second[x]), UInt16(third[x]))
      patches[2 &* x] = a & 15 | (b & 15) &<< 4 | (c & 15) &<< 8 | d &<< 12
      patches[2 &* x &+ 1] = a &>> 4 | (b &>> 4) &<< 4 | (c &>> 4) &<< 8 | (d &>> 4) &<< 12
    }
  }

  @inline(__always)
  private func wrapped(_ y: Int) -> Int { (y &+ 2 &* side) % side }
}
