import CSimd

extension SpinPlanes {
  /// The votes of the blocks of 2 × 2 × 2 spins of every configuration; blocks start at even coordinates.
  ///
  /// - Precondition: L is even.
  /// - Returns: lattices of side L/2: set bits of `minus` are blocks with more than four spins −1, those of `tied`
  ///   blocks with exactly four, those of `corner` blocks whose spin of smallest coordinates is −1.
  public var blockVotes: (minus: SpinPlanes, tied: SpinPlanes, corner: SpinPlanes) {
    precondition(side % 2 == 0, "a lattice of side \(side) has no 2 x 2 x 2 blocks; the side must be even")
    let coarse = side / 2
    let empty = [SIMD8<UInt64>](repeating: SIMD8(), count: coarse * coarse * coarse)
    var (minus, tied, corner) = (empty, empty, empty)
    words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      var block = 0
      for z in 0..<coarse {
        for y in 0..<coarse {
          for x in 0..<coarse {
            let first = words + 2 &* (x &+ side &* (y &+ side &* z))
            let votes = Self.votes(first, first + side, first + side &* side, first + side &* (side &+ 1))
            (minus[block], tied[block], corner[block]) = (votes.minus, votes.tied, first[0])
            block &+= 1
          }
        }
      }
    }
    return (
      SpinPlanes(side: coarse, words: minus), SpinPlanes(side: coarse, words: tied),
      SpinPlanes(side: coarse, words: corner)
    )
  }

  /// The votes of the first two words of four rows.
  @inline(__always)
  private static func votes(
    _ a: UnsafePointer<SIMD8<UInt64>>, _ b: UnsafePointer<SIMD8<UInt64>>, _ c: UnsafePointer<SIMD8<UInt64>>,
    _ d: UnsafePointer<SIMD8<UInt64>>
  ) -> (minus: SIMD8<UInt64>, tied: SIMD8<UInt64>) {
    let first = LaneCounts.full(a[0], a[1], b[0])
    let second = LaneCounts.full(b[1], c[0], c[1])
    let third = LaneCounts.full(first.sum, second.sum, d[0])
    let ones = LaneCounts.half(third.sum, d[1])
    let fourth = LaneCounts.full(first.carry, second.carry, third.carry)
    let twos = LaneCounts.half(fourth.sum, ones.carry)
    let fours = LaneCounts.half(fourth.carry, twos.carry)
    // Of eight, none of the lower digits is set.
    let some = cv_or(ones.sum, twos.sum)
    return (cv_or(fours.carry, cv_and(fours.sum, some)), cv_andnot(fours.sum, some))
  }
}
