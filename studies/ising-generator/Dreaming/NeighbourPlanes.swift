import Lattice

/// A band of rows of a periodic lattice with the left and the right neighbour of every spin at the bit of the
/// spin, ready for loads of eight words.
///
/// The words of the band follow one another as in the lattice, so that eight of them are part of a row or
/// several short rows; one row more above and below gives the vertical neighbours at a distance of one row.
struct NeighbourPlanes: ~Copyable {
  typealias Word = SIMD8<UInt64>

  let side: Int
  let wordsPerRow: Int
  /// Rows of a band; the last one may have fewer.
  let rowsPerBand: Int
  /// Words of a band after `load`.
  private(set) var count = 0
  private let centre: UnsafeMutablePointer<UInt64>
  private let left: UnsafeMutablePointer<UInt64>
  private let right: UnsafeMutablePointer<UInt64>
  private let live: UnsafeMutablePointer<UInt64>
  private let capacity: Int

  init(side: Int) {
    self.side = side
    wordsPerRow = (side + 63) / 64
    // About 512 words, which stay in the first-level cache, in a multiple of eight rows.
    rowsPerBand = min(side, max(8, 512 / wordsPerRow & ~7))
    capacity = (rowsPerBand + 2) * wordsPerRow + 8
    centre = .allocate(capacity: 4 * capacity)
    centre.initialize(repeating: 0, count: 4 * capacity)
    left = centre + capacity
    right = left + capacity
    live = right + capacity
  }

  deinit { centre.deallocate() }

  /// Fills the band with `rows` ≤ `rowsPerBand` rows of the lattice from row `first` on.
  mutating func load(_ lattice: SpinLattice, from first: Int, rows: Int) {
    precondition(lattice.side == side && rows <= rowsPerBand, "a band of another lattice")
    count = rows * wordsPerRow
    let last = wordsPerRow - 1
    let bitsOfLast = side - 64 * last
    let maskOfLast: UInt64 = bitsOfLast == 64 ? .max : 1 &<< UInt64(bitsOfLast) &- 1
    for index in 0..<capacity { live[index] = index < count ? .max : 0 }
    for row in 0..<rows { live[row * wordsPerRow + last] = maskOfLast }
    lattice.words.withUnsafeBufferPointer { words in
      guard let source = words.baseAddress else { return }
      for row in -1...rows {
        let y = (first + row + side) % side
        fill((row + 1) * wordsPerRow, source + y * wordsPerRow, topBit: UInt64(bitsOfLast - 1))
      }
    }
  }

  /// Copies one row and shifts it to both sides; bits beyond the end of the row are not cleared.
  @inline(__always)
  private func fill(_ offset: Int, _ source: UnsafePointer<UInt64>, topBit: UInt64) {
    let last = wordsPerRow - 1
    let (centre, left, right) = (centre + offset, left + offset, right + offset)
    for k in 0...last { centre[k] = source[k] }
    left[0] = source[0] &<< 1 | (source[last] &>> topBit) & 1
    right[last] = source[last] &>> 1 | (source[0] & 1) &<< topBit
    for k in 0..<last {
      left[k + 1] = source[k + 1] &<< 1 | source[k] &>> 63
      right[k] = source[k] &>> 1 | source[k + 1] &<< 63
    }
  }

  /// Eight words from word `index` of the row `row` ∈ {-1, 0, 1} rows below: the spins themselves.
  @inline(__always)
  func spins(_ index: Int, row: Int = 0) -> Word { Self.word(centre + (index &+ (row &+ 1) &* wordsPerRow)) }

  /// Eight words of the spins one column to the left.
  @inline(__always)
  func leftSpins(_ index: Int, row: Int = 0) -> Word {
    Self.word(left + (index &+ (row &+ 1) &* wordsPerRow))
  }

  /// Eight words of the spins one column to the right.
  @inline(__always)
  func rightSpins(_ index: Int, row: Int = 0) -> Word {
    Self.word(right + (index &+ (row &+ 1) &* wordsPerRow))
  }

  /// The bits of eight words that are sites of the band.
  @inline(__always)
  func sites(_ index: Int) -> Word { Self.word(live + index) }

  @inline(__always)
  private static func word(_ pointer: UnsafeMutablePointer<UInt64>) -> Word {
    UnsafeRawPointer(pointer).loadUnaligned(as: Word.self)
  }
}
