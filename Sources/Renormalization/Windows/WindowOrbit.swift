/// The products of spins over subsets of a 3 × 3 window that are alike up to translation inside the window
/// and the eight symmetries of the square (D₄).
///
/// A subset is a mask of nine bits: bit 3 · row + column is the site (row, column).
public struct WindowOrbit: Sendable, Hashable {
  /// Position in `WindowOrbits.all`.
  public let index: Int
  /// The mask of the orbit whose list of sites, row by row, comes first; it touches row 0 and column 0.
  public let representative: Int
  /// All masks of the orbit, ascending. Every orientation has the same number of translates inside the
  /// window, so that the mean over members is the mean over orientations.
  public let members: [Int]
  /// Number of spins |A|, 0...9.
  public var spins: Int { representative.nonzeroBitCount }
  /// Whether the product changes its sign when all spins are flipped.
  public var isOdd: Bool { spins % 2 == 1 }
  /// Sites (row, column) of the representative, in the order of rows.
  public var sites: [(row: Int, column: Int)] {
    (0..<9).filter { representative >> $0 & 1 == 1 }.map { ($0 / 3, $0 % 3) }
  }

  /// The representative as a product, `s(0,0)s(0,1)` for nearest neighbours; `1` for the empty set.
  public var name: String {
    spins == 0 ? "1" : sites.map { "s(\($0.row),\($0.column))" }.joined()
  }

  /// Sum of the squared distances of all pairs of sites.
  public var extent: Int {
    let sites = self.sites
    var sum = 0
    for (i, a) in sites.enumerated() {
      for b in sites[..<i] {
        sum += (a.row - b.row) * (a.row - b.row) + (a.column - b.column) * (a.column - b.column)
      }
    }
    return sum
  }
}
