import CSimd
import Lattice

/// Sufficient statistics of upsampling rules: how often which fine spins occur over which coarse ones.
///
/// All counts are sums over the sites of one pair of lattices; those of several configurations add up.
/// `coarse` is the blocked lattice of side L and `fine` the lattice of side 2L it came from.
enum TrainingCounts {
  /// The twelve counts of the three-parameter rule, index 2k + g.
  ///
  /// g = 1 where the fine spin agrees with its block. The context k = 2(A + B) + D says whether the blocks
  /// next to it on its side agree with its own: A in the row, B in the column, D in the diagonal direction.
  ///
  /// - Complexity: word operations on 2048 fine spins at a time.
  static func contextCounts(fine: SpinLattice, coarse: SpinLattice) -> [Int] {
    check(fine, coarse)
    let side = coarse.side
    let rows = FineRows(coarseSide: side)
    var band = NeighbourPlanes(side: side)
    var counts = [Int](repeating: 0, count: 12)
    fine.words.withUnsafeBufferPointer { words in
      guard let start = words.baseAddress else { return }
      for first in stride(from: 0, to: side, by: band.rowsPerBand) {
        band.load(coarse, from: first, rows: min(band.rowsPerBand, side - first))
        counts.withUnsafeMutableBufferPointer { counts in
          count(band, rows, start + 2 * first * rows.fineWords, into: counts)
        }
      }
    }
    return counts
  }

  @inline(__always)
  private static func count(
    _ band: borrowing NeighbourPlanes, _ rows: FineRows, _ fine: UnsafePointer<UInt64>,
    into counts: UnsafeMutableBufferPointer<Int>
  ) {
    var index = 0
    while index < band.count {
      let own = band.spins(index)
      let sites = band.sites(index)
      let block = rows.load(at: index, end: band.count, from: fine)
      let top = BitInterleaving.separated(low: block.topLow, high: block.topHigh)
      let bottom = BitInterleaving.separated(low: block.bottomLow, high: block.bottomHigh)
      let left = cv_xor(own, band.leftSpins(index))
      let right = cv_xor(own, band.rightSpins(index))
      let above = cv_xor(own, band.spins(index, row: -1))
      let below = cv_xor(own, band.spins(index, row: 1))
      let upperLeft = cv_xor(own, band.leftSpins(index, row: -1))
      let upperRight = cv_xor(own, band.rightSpins(index, row: -1))
      let lowerLeft = cv_xor(own, band.leftSpins(index, row: 1))
      let lowerRight = cv_xor(own, band.rightSpins(index, row: 1))
      add(cv_xor(own, top.even), left, above, upperLeft, sites, counts)
      add(cv_xor(own, top.odd), right, above, upperRight, sites, counts)
      add(cv_xor(own, bottom.even), left, below, lowerLeft, sites, counts)
      add(cv_xor(own, bottom.odd), right, below, lowerRight, sites, counts)
      index &+= 8
    }
  }

  /// Adds one quadrant of 512 blocks; all planes are set where a spin differs from its block.
  @inline(__always)
  private static func add(
    _ spin: SIMD8<UInt64>, _ row: SIMD8<UInt64>, _ column: SIMD8<UInt64>, _ diagonal: SIMD8<UInt64>,
    _ sites: SIMD8<UInt64>, _ counts: UnsafeMutableBufferPointer<Int>
  ) {
    let none = cv_and(cv_and(row, column), sites)
    let one = cv_and(cv_xor(row, column), sites)
    let two = cv_andnot(sites, cv_or(row, column))
    add(spin, cv_and(none, diagonal), 0, counts)
    add(spin, cv_andnot(none, diagonal), 1, counts)
    add(spin, cv_and(one, diagonal), 2, counts)
    add(spin, cv_andnot(one, diagonal), 3, counts)
    add(spin, cv_and(two, diagonal), 4, counts)
    add(spin, cv_andnot(two, diagonal), 5, counts)
  }

  @inline(__always)
  private static func add(
    _ spin: SIMD8<UInt64>, _ context: SIMD8<UInt64>, _ k: Int, _ counts: UnsafeMutableBufferPointer<Int>
  ) {
    counts[2 &* k] &+= Int(cv_popcount(cv_and(context, spin)))
    counts[2 &* k &+ 1] &+= Int(cv_popcount(cv_andnot(context, spin)))
  }

  static func check(_ fine: SpinLattice, _ coarse: SpinLattice) {
    precondition(
      fine.side == 2 * coarse.side,
      "the fine lattice has side \(fine.side), but must have twice the coarse side \(coarse.side)")
  }
}
