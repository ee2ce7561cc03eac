import Lattice

/// The unoriented 3 × 3 patch around a coarse spin: bit 3(dy + 1) + dx + 1 is the spin at distance
/// dy, dx ∈ {-1, 0, 1}, set for +1; the patch is periodic.
struct BlockPatches: ~Copyable {
  let side: Int
  /// Three spins of a row: left, own, right in bits 0, 1, 2.
  private let triples: UnsafeMutablePointer<UInt8>

  init(_ coarse: SpinLattice) {
    side = coarse.side
    triples = .allocate(capacity: side * side)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: side + 2) { row in
      guard let row = row.baseAddress else { return }
      row.initialize(repeating: 0, count: side + 2)
      for y in 0..<side {
        SpinBytes.unpack(coarse, row: y, padding: 1, into: row)
        let target = triples + y * side
        for x in 0..<side {
          (target + x).initialize(to: row[x] | row[x &+ 1] &<< 1 | row[x &+ 2] &<< 2)
        }
      }
    }
  }

  deinit { triples.deallocate() }

  /// Writes the L patches of coarse row y.
  @inline(__always)
  func writeRow(_ y: Int, into patches: UnsafeMutablePointer<UInt16>) {
    let above = triples + (y == 0 ? side - 1 : y - 1) * side
    let own = triples + y * side
    let below = triples + (y == side - 1 ? 0 : y + 1) * side
    for x in 0..<side {
      patches[x] = UInt16(above[x]) | UInt16(own[x]) &<< 3 | UInt16(below[x]) &<< 6
    }
  }
}
