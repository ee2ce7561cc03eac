/// Three neighbouring planes of a packed cubic configuration, each site with the 3 × 3 spins around it in its
/// plane as a number below 512: offset (a, b) at bit (a + 1) + 3 (b + 1), set for spin -1.
///
/// The 27 spins around a site are its codes in the planes below, at and above it. Only these three planes are
/// kept, so that large configurations pass through the cache plane by plane.
struct SlabCodes: ~Copyable {
  let side: Int
  /// The planes z - 1, z and z + 1, each `side`² codes, x first.
  private(set) var below: UnsafeMutablePointer<UInt16>
  private(set) var centre: UnsafeMutablePointer<UInt16>
  private(set) var above: UnsafeMutablePointer<UInt16>
  /// The codes of three sites along x, of one plane at a time.
  private let rows: UnsafeMutablePointer<UInt16>
  private let memory: UnsafeMutablePointer<UInt16>

  /// The planes around z = 0.
  init(_ words: UnsafePointer<UInt64>, side: Int) {
    let area = side * side
    memory = .allocate(capacity: 4 * area)
    memory.initialize(repeating: 0, count: 4 * area)
    self.side = side
    below = memory
    centre = memory + area
    above = memory + 2 * area
    rows = memory + 3 * area
    fill(words, plane: side - 1, into: below)
    fill(words, plane: 0, into: centre)
    fill(words, plane: 1 % side, into: above)
  }

  deinit { memory.deallocate() }

  /// Moves from the planes around z - 1 to those around z.
  mutating func advance(_ words: UnsafePointer<UInt64>, to z: Int) {
    (below, centre, above) = (centre, above, below)
    fill(words, plane: (z + 1) % side, into: above)
  }

  private func fill(_ words: UnsafePointer<UInt64>, plane z: Int, into codes: UnsafeMutablePointer<UInt16>) {
    for y in 0..<side { fillRow(words, first: side &* (y &+ side &* z), into: rows + side &* y) }
    for y in 0..<side {
      let previous = rows + side &* (y == 0 ? side &- 1 : y &- 1)
      let current = rows + side &* y
      let next = rows + side &* (y == side &- 1 ? 0 : y &+ 1)
      let target = codes + side &* y
      for x in 0..<side { target[x] = previous[x] | current[x] &<< 3 | next[x] &<< 6 }
    }
  }

  @inline(__always)
  private func fillRow(_ words: UnsafePointer<UInt64>, first: Int, into row: UnsafeMutablePointer<UInt16>) {
    @inline(__always) func bit(_ x: Int) -> UInt16 {
      let site = first &+ x
      return UInt16(truncatingIfNeeded: words[site &>> 6] &>> UInt64(site & 63)) & 1
    }
    var window = bit(side &- 1) | bit(0) &<< 1
    for x in 0..<(side &- 1) {
      window |= bit(x &+ 1) &<< 2
      row[x] = window
      window = window &>> 1
    }
    row[side &- 1] = window | bit(0) &<< 2
  }
}
