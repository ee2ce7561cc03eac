import Lattice

/// Rows of spins as bytes 0 and 1 with periodic padding, for table look-ups.
enum SpinBytes {
  /// Writes L + 2 `padding` bytes: the row of the lattice with its periodic continuation on both sides.
  @inline(__always)
  static func unpack(
    _ lattice: SpinLattice, row y: Int, padding: Int, into bytes: UnsafeMutablePointer<UInt8>
  ) {
    let side = lattice.side
    let perRow = lattice.wordsPerRow
    lattice.words.withUnsafeBufferPointer { words in
      for x in 0..<side {
        let word = words[y &* perRow &+ x &>> 6]
        bytes[x &+ padding] = UInt8(truncatingIfNeeded: word &>> UInt64(x & 63)) & 1
      }
    }
    for k in 0..<padding {
      bytes[padding &- 1 &- k] = bytes[padding &+ (side &* padding &- 1 &- k) % side]
      bytes[padding &+ side &+ k] = bytes[padding &+ k % side]
    }
  }
}
