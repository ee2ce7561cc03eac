/// One configuration of Ising spins on a periodic cubic lattice, one bit a spin.
///
/// Site i = x + L (y + L z) is bit i & 63 of word i >> 6; a set bit is a spin −1.
public struct CubicSpins: Sendable, Hashable, Codable {
  /// Linear size L.
  public let side: Int
  /// ⌈L³/64⌉ words; unused bits at the top of the last one are zero.
  public var words: [UInt64]

  /// - Precondition: L ≥ 1, ⌈L³/64⌉ words, unused bits zero.
  public init(side: Int, words: [UInt64]) {
    let sites = side * side * side
    precondition(side >= 1 && words.count == (sites + 63) / 64, "\(words.count) words do not hold side \(side)")
    precondition(sites % 64 == 0 || words[sites / 64] >> UInt64(sites % 64) == 0, "unused bits must be zero")
    self.side = side
    self.words = words
  }

  /// The spin at (x, y, z), each 0..<L: +1 or −1.
  public subscript(x: Int, y: Int, z: Int) -> Int {
    get {
      let i = site(x, y, z)
      return words[i >> 6] >> UInt64(i & 63) & 1 == 0 ? 1 : -1
    }
    set {
      precondition(abs(newValue) == 1, "a spin is +1 or -1, not \(newValue)")
      let i = site(x, y, z)
      let bit: UInt64 = 1 << UInt64(i & 63)
      if newValue < 0 { words[i >> 6] |= bit } else { words[i >> 6] &= ~bit }
    }
  }

  private func site(_ x: Int, _ y: Int, _ z: Int) -> Int {
    let range = 0..<side
    precondition(range ~= x && range ~= y && range ~= z, "no site (\(x), \(y), \(z)) on a lattice of side \(side)")
    return x + side * (y + side * z)
  }
}
