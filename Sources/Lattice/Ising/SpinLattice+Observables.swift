extension SpinLattice {
  /// M = Σ s, from −L² to L².
  public var magnetization: Int {
    words.withUnsafeBufferPointer { SpinWords($0, side: side).magnetization }
  }

  /// How many of the 2L² bonds, one to the right and one down from every site, join equal spins:
  /// Σ ss′ = 2 · `satisfiedBonds` − 2L².
  ///
  /// For L = 2 the two bonds between a pair of neighbours are both counted; for L = 1 the site is its own
  /// neighbour and both of its bonds are satisfied.
  public var satisfiedBonds: Int {
    words.withUnsafeBufferPointer { SpinWords($0, side: side).satisfiedBonds }
  }

  /// Σ over all sites of s(y, x) s(y, x+r) + s(y, x) s(y+r, x), so that G(r) is this over 2L².
  ///
  /// - Parameter r: a distance along the axes; any integer, taken modulo L.
  public func correlation(at r: Int) -> Int {
    let distance = (r % side + side) % side
    return words.withUnsafeBufferPointer { SpinWords($0, side: side).correlation(at: distance) }
  }
}

/// Sums over a spin configuration by population counts, on borrowed words in the layout of `SpinLattice`.
struct SpinWords {
  private let words: UnsafeBufferPointer<UInt64>
  private let side: Int
  private let perRow: Int

  init(_ words: UnsafeBufferPointer<UInt64>, side: Int) {
    self.words = words
    self.side = side
    perRow = (side + 63) / 64
  }

  var magnetization: Int {
    var up = 0
    for word in words { up &+= word.nonzeroBitCount }
    return 2 * up - side * side
  }

  var satisfiedBonds: Int {
    let last = perRow - 1
    let shift = UInt64((side - 1) & 63)
    var broken = 0
    for y in 0..<side {
      let row = y * perRow
      let below = y + 1 == side ? 0 : row + perRow
      for k in 0..<perRow {
        let word = words[row &+ k]
        let carry = k == last ? (words[row] & 1) &<< shift : words[row &+ k &+ 1] &<< 63
        broken &+= (word ^ (word &>> 1 | carry)).nonzeroBitCount
        broken &+= (word ^ words[below &+ k]).nonzeroBitCount
      }
    }
    return 2 * side * side - broken
  }

  /// `distance` lies in 0..<L.
  func correlation(at distance: Int) -> Int {
    var opposite = 0
    for y in 0..<side {
      let row = y * perRow
      let below = (y + distance) % side * perRow
      for k in 0..<perRow {
        opposite &+= (words[row &+ k] ^ rotated(row: row, word: k, by: distance)).nonzeroBitCount
        opposite &+= (words[row &+ k] ^ words[below &+ k]).nonzeroBitCount
      }
    }
    return 2 * side * side - 2 * opposite
  }

  /// Word k of a row whose bit x is site (x + distance) mod L.
  private func rotated(row: Int, word k: Int, by distance: Int) -> UInt64 {
    let ahead = shifted(row: row, bits: 64 * k + distance)
    let wrapped = shifted(row: row, bits: 64 * k + distance - side)
    return (ahead | wrapped) & SpinLattice.mask(ofWord: k, side: side)
  }

  /// The 64 bits of a row from bit `bits` on, zero where that is no site.
  private func shifted(row: Int, bits: Int) -> UInt64 {
    let word = bits >> 6
    let offset = UInt64(bits & 63)
    let low = 0..<perRow ~= word ? words[row + word] : 0
    guard offset > 0 else { return low }
    let high = 0..<perRow ~= word + 1 ? words[row + word + 1] : 0
    return low >> offset | high << (64 - offset)
  }
}
