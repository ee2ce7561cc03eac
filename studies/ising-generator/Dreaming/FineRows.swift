import CSimd

/// The words of a fine lattice of side 2L in the order of the coarse words: where eight coarse words have
/// their two fine rows of two words each.
struct FineRows {
  typealias Word = SIMD8<UInt64>
  /// The fine words above eight coarse ones: two rows, columns 0..<64 and 64..<128 of each word.
  struct Block {
    var topLow: Word
    var topHigh: Word
    var bottomLow: Word
    var bottomHigh: Word
  }

  let coarseWords: Int
  let fineWords: Int

  init(coarseSide: Int) {
    coarseWords = (coarseSide + 63) / 64
    fineWords = (2 * coarseSide + 63) / 64
  }

  /// Whether eight coarse words always belong to one row and have sixteen fine words in each of two rows.
  @inline(__always)
  var areLong: Bool { coarseWords & 7 == 0 && fineWords == 2 &* coarseWords }

  /// Stores the fine words of the coarse words `index`..<`end`, at most eight; `start` is where the first
  /// fine row of the band begins.
  @inline(__always)
  func store(_ block: Block, at index: Int, end: Int, in start: UnsafeMutablePointer<UInt64>) {
    var row = index / coarseWords
    var column = index &- row &* coarseWords
    if areLong {
      let top = start + (2 &* row &* fineWords &+ 2 &* column)
      Self.storeMerged(block.topLow, block.topHigh, top)
      Self.storeMerged(block.bottomLow, block.bottomHigh, top + fineWords)
      return
    }
    for lane in 0..<min(8, end &- index) {
      let top = start + (2 &* row &* fineWords &+ 2 &* column)
      let bottom = top + fineWords
      top[0] = block.topLow[lane]
      bottom[0] = block.bottomLow[lane]
      if 2 &* column &+ 1 < fineWords {
        top[1] = block.topHigh[lane]
        bottom[1] = block.bottomHigh[lane]
      }
      column &+= 1
      if column == coarseWords {
        column = 0
        row &+= 1
      }
    }
  }

  /// The inverse of `store`; lanes beyond `end` are zero.
  @inline(__always)
  func load(at index: Int, end: Int, from start: UnsafePointer<UInt64>) -> Block {
    var block = Block(topLow: Word(), topHigh: Word(), bottomLow: Word(), bottomHigh: Word())
    var row = index / coarseWords
    var column = index &- row &* coarseWords
    for lane in 0..<min(8, end &- index) {
      let top = start + (2 &* row &* fineWords &+ 2 &* column)
      let bottom = top + fineWords
      block.topLow[lane] = top[0]
      block.bottomLow[lane] = bottom[0]
      if 2 &* column &+ 1 < fineWords {
        block.topHigh[lane] = top[1]
        block.bottomHigh[lane] = bottom[1]
      }
      column &+= 1
      if column == coarseWords {
        column = 0
        row &+= 1
      }
    }
    return block
  }

  /// Writes low₀ high₀ low₁ high₁ ...
  @inline(__always)
  private static func storeMerged(_ low: Word, _ high: Word, _ target: UnsafeMutablePointer<UInt64>) {
    var merged = SIMD16<UInt64>()
    merged.evenHalf = low
    merged.oddHalf = high
    UnsafeMutableRawPointer(target).storeBytes(of: merged, as: SIMD16<UInt64>.self)
  }
}
