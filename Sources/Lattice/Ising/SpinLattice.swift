/// Ising spins s = ±1 on an L × L torus, one bit a spin: a set bit is s = +1.
///
/// Rows follow one another, each in `wordsPerRow` words of 64 bits; site (y, x) is bit x mod 64 of word
/// y · wordsPerRow + x / 64. The bits beyond x = L − 1 of a row are zero.
public struct SpinLattice: Sendable, Hashable, Codable {
  /// Linear size L ≥ 1.
  public let side: Int
  /// L · `wordsPerRow` words.
  public private(set) var words: [UInt64]

  /// All spins up or all down.
  public init(side: Int, up: Bool = true) {
    precondition(side >= 1, "a lattice has at least one site, not side \(side)")
    self.side = side
    let perRow = (side + 63) / 64
    words = [UInt64](repeating: 0, count: side * perRow)
    guard up else { return }
    for index in words.indices { words[index] = Self.mask(ofWord: index % perRow, side: side) }
  }

  /// The spins of a word array in the layout above; bits beyond the end of a row are cleared.
  public init(side: Int, words: [UInt64]) {
    precondition(side >= 1, "a lattice has at least one site, not side \(side)")
    let perRow = (side + 63) / 64
    precondition(words.count == side * perRow, "side \(side) needs \(side * perRow) words, not \(words.count)")
    self.side = side
    self.words = words
    guard side % 64 != 0 else { return }
    let mask = Self.mask(ofWord: perRow - 1, side: side)
    for y in 0..<side { self.words[y * perRow + perRow - 1] &= mask }
  }

  public var sites: Int { side * side }

  /// Words in a row, ⌈L/64⌉.
  public var wordsPerRow: Int { (side + 63) / 64 }

  /// Whether the spin at row y and column x, both in 0..<L, is +1.
  public subscript(y: Int, x: Int) -> Bool {
    get { words[y * wordsPerRow + x >> 6] >> UInt64(x & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(x & 63)
      let index = y * wordsPerRow + x >> 6
      if newValue { words[index] |= bit } else { words[index] &= ~bit }
    }
  }

  /// The bits of word k of a row that are sites.
  static func mask(ofWord k: Int, side: Int) -> UInt64 {
    let bits = side - 64 * k
    return bits >= 64 ? .max : 1 << UInt64(bits) - 1
  }
}
