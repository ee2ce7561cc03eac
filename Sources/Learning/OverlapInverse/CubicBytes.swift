/// A packed cubic configuration with one byte a site and a margin of one site on every side, filled
/// periodically: 1 is spin -1, 0 is spin +1.
struct CubicBytes {
  /// Sites along an edge, without the margin.
  let side: Int
  /// Bytes of a row, `side` + 2.
  let stride: Int
  /// Site (x, y, z), each in -1 ... side, at x + 1 + stride (y + 1 + stride (z + 1)).
  let bytes: [UInt8]

  /// Words that `side`³ packed spins take.
  static func wordCount(side: Int) -> Int { (side * side * side + 63) / 64 }

  /// Stops for a side outside 1 ... 512 or a wrong number of words.
  static func check(_ words: [UInt64], side: Int) {
    precondition((1...512).contains(side), "a cubic lattice of side \(side) was given; allowed: 1...512")
    precondition(
      words.count == wordCount(side: side),
      "\(words.count) words were given for a cubic lattice of side \(side), which has \(wordCount(side: side))")
  }

  init(_ words: [UInt64], side: Int) {
    Self.check(words, side: side)
    let stride = side + 2
    // wrapped[k] is the site at place k of a row with its margins.
    let wrapped = (0..<stride).map { ($0 + side - 1) % side }
    var bytes = [UInt8](repeating: 0, count: stride * stride * stride)
    var place = 0
    for z in wrapped {
      for y in wrapped {
        let row = side * (y + side * z)
        for x in wrapped {
          let site = row + x
          bytes[place] = UInt8(truncatingIfNeeded: words[site >> 6] &>> UInt64(site & 63) & 1)
          place += 1
        }
      }
    }
    self.side = side
    self.stride = stride
    self.bytes = bytes
  }

  /// The spins of the 3 × 3 × 3 sites around (x, y, z) as bits, set for spin -1: offset (a, b, c), each in
  /// -1 ... 1, at bit (a + 1) + 3 (b + 1) + 9 (c + 1).
  func neighbourhood(_ x: Int, _ y: Int, _ z: Int) -> Int {
    var code = 0
    for c in 0..<3 {
      for b in 0..<3 {
        let row = x + stride * (y + b + stride * (z + c))
        let bits = Int(bytes[row]) | Int(bytes[row + 1]) << 1 | Int(bytes[row + 2]) << 2
        code |= bits << (3 * b + 9 * c)
      }
    }
    return code
  }

  /// The same 27 spins as numbers ±1, in the order of the bits.
  func spins(_ x: Int, _ y: Int, _ z: Int) -> [Double] {
    let code = neighbourhood(x, y, z)
    return (0..<27).map { code >> $0 & 1 == 0 ? 1 : -1 }
  }

  /// Bytes 0 or 1 of `side`³ sites without margin, packed.
  static func packed(_ bytes: [UInt8], side: Int) -> [UInt64] {
    precondition(bytes.count == side * side * side, "\(bytes.count) spins were given for a side of \(side)")
    var words = [UInt64](repeating: 0, count: wordCount(side: side))
    for (site, byte) in bytes.enumerated() { words[site >> 6] |= UInt64(byte & 1) &<< UInt64(site & 63) }
    return words
  }
}
