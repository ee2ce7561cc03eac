/// Which coarse spins a fine spin sees: its own block, one neighbour in the row, one in the column, the
/// diagonal.
///
/// Lattices are numbers: the spin of row y and column x is bit (side · y + x).
struct FourSpinContext: Sendable {
  /// The side of the block on which the neighbours lie.
  enum Side: Sendable {
    /// The side on which the fine spin sits in its block: blocks −1 for even and +1 for odd coordinates.
    case near
    /// The other side, a mistake that only observables at L ≥ 8 show.
    case far
  }

  /// Linear size of the coarse lattice.
  let coarseSide: Int
  let side: Side

  /// own | row << 1 | column << 2 | diagonal << 3 of the fine spin (y, x), a set bit being a coarse spin +1.
  func index(of coarse: Int, y: Int, x: Int) -> Int {
    let (ownY, ownX) = (y / 2, x / 2)
    let (otherY, otherX) = (neighbour(of: y), neighbour(of: x))
    let row = bit(coarse, ownY, otherX)
    let column = bit(coarse, otherY, ownX)
    let diagonal = bit(coarse, otherY, otherX)
    return bit(coarse, ownY, ownX) | row << 1 | column << 2 | diagonal << 3
  }

  private func neighbour(of coordinate: Int) -> Int {
    let isForward = (coordinate % 2 == 1) == (side == .near)
    return (coordinate / 2 + (isForward ? 1 : coarseSide - 1)) % coarseSide
  }

  private func bit(_ coarse: Int, _ y: Int, _ x: Int) -> Int { coarse >> (coarseSide * y + x) & 1 }
}
