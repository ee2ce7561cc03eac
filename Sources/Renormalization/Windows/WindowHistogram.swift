import Lattice

/// How often each of the 512 spin patterns of a 3 × 3 window occurs in a configuration; one window for every
/// site, with periodic boundaries.
///
/// Bit 3 · row + column of a pattern is the spin at that place of the window (set = +1).
public struct WindowHistogram: Sendable, Codable, Hashable {
  /// 512 counts; they add up to L².
  public let counts: [Int]

  /// - Parameter lattice: a configuration of side L ≥ 3.
  /// - Throws: `RenormalizationError.windowTooLarge` for a smaller side.
  /// - Complexity: about 0.7 ns a site.
  public init(_ lattice: SpinLattice) throws(RenormalizationError) {
    guard lattice.side >= 3 else { throw .windowTooLarge(side: lattice.side) }
    counts = countWindows(SpreadRows(lattice))
  }

  /// Σ over windows of the product of the spins of each of the 512 subsets: exact integers in −L²...L².
  public var products: [Int] {
    var products = transform
    for mask in products.indices where mask.nonzeroBitCount & 1 == 1 { products[mask] = -products[mask] }
    return products
  }

  /// Per-site averages of the 86 orbits, over all sites and all orientations.
  public var averages: WindowAverages {
    let transform = self.transform
    var sums = [Int](repeating: 0, count: WindowOrbits.all.count)
    for (orbit, product) in zip(WindowOrbits.indices, transform) { sums[orbit] &+= product }
    let sites = Double(transform[0])
    return WindowAverages(unchecked: zip(sums, WindowOrbits.signedSizes).map { Double($0) / ($1 * sites) })
  }

  /// The products of the spins of each subset with the sign (−1)^|A|: a set bit is the spin +1, where the
  /// transform has the sign −1.
  private var transform: [Int] {
    var transform = counts
    transform.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { walshHadamard(base, buffer.count) }
    }
    return transform
  }
}

/// The rows of a lattice with their bits three places apart, 8 columns a word, continued by at least two
/// columns beyond the end.
private struct SpreadRows {
  let side: Int
  /// Words a row: one for every 8 columns begun, and one more.
  let perRow: Int
  let words: [UInt32]

  init(_ lattice: SpinLattice) {
    let side = lattice.side
    let perRow = (side + 7) / 8 + 1
    let extendedWords = (8 * perRow + 63) / 64
    var extended = [UInt64](repeating: 0, count: extendedWords)
    var words = [UInt32](repeating: 0, count: side * perRow)
    for y in 0..<side {
      for k in 0..<extendedWords { extended[k] = 0 }
      for k in 0..<lattice.wordsPerRow { extended[k] = lattice.words[y * lattice.wordsPerRow + k] }
      let first = extended[0]
      for x in 0..<2 { extended[(side + x) / 64] |= (first >> UInt64(x) & 1) << UInt64((side + x) % 64) }
      for c in 0..<perRow {
        let byte = extended[c / 8] >> UInt64(8 * (c % 8)) & 0xFF
        words[y * perRow + c] = Self.spread[Int(byte)]
      }
    }
    self.side = side
    self.perRow = perRow
    self.words = words
  }

  /// Bit i of a byte at bit 3i.
  private static let spread: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(0) { $0 | UInt32(byte >> $1 & 1) << UInt32(3 * $1) }
  }
}

/// Counts of the window patterns; three rows are interleaved to words in which a window is nine bits in turn.
///
/// Neighbouring windows count in four different arrays, so that equal patterns do not wait for one another.
private func countWindows(_ rows: SpreadRows) -> [Int] {
  let (side, perRow) = (rows.side, rows.perRow)
  var partial = [UInt32](repeating: 0, count: 4 * 512)
  rows.words.withUnsafeBufferPointer { words in
    partial.withUnsafeMutableBufferPointer { partial in
      guard let words = words.baseAddress, let partial = partial.baseAddress else { return }
      for y in 0..<side {
        let top = words + y &* perRow
        let middle = words + (y &+ 1 == side ? 0 : y &+ 1) &* perRow
        let bottom = words + (y &+ 2 >= side ? y &+ 2 &- side : y &+ 2) &* perRow
        var current = top[0] | middle[0] &<< 1 | bottom[0] &<< 2
        for c in 1..<perRow {
          let next = top[c] | middle[c] &<< 1 | bottom[c] &<< 2
          countEight(UInt64(current) | UInt64(next) &<< 24, min(8, side &- 8 &* (c &- 1)), partial)
          current = next
        }
      }
    }
  }
  // The interleaved patterns run down the columns first: the transposed window.
  return WindowOrbits.transposedMasks.map { mask in
    let (first, second) = (partial[mask] + partial[512 + mask], partial[1024 + mask] + partial[1536 + mask])
    return Int(first) + Int(second)
  }
}

@inline(__always)
private func countEight(_ bits: UInt64, _ windows: Int, _ partial: UnsafeMutablePointer<UInt32>) {
  if windows == 8 {
    for x in 0..<8 { partial[512 &* (x & 3) &+ Int(bits &>> UInt64(3 &* x) & 511)] &+= 1 }
  } else {
    for x in 0..<windows { partial[512 &* (x & 3) &+ Int(bits &>> UInt64(3 &* x) & 511)] &+= 1 }
  }
}
