import Lattice
import Random

/// How a block of 2 × 2 spins becomes one spin: the sign of their sum, and what is done where it is zero.
///
/// L. P. Kadanoff, Physics 2 (1966) 263; the majority rule in Monte Carlo renormalization is that of
/// R. H. Swendsen, Phys. Rev. Lett. 42 (1979) 859.
public enum BlockRule: String, Codable, CaseIterable, Sendable {
  /// Majority; every tie is decided by a fair coin of its own.
  case coin
  /// Majority; one fair coin decides all ties of a configuration.
  case sharedCoin = "shared-coin"
  /// Majority; a tie gives +1, which breaks the symmetry under a global flip.
  case up
  /// Majority; a tie gives −1, which breaks the symmetry under a global flip.
  case down
  /// Majority; a tie gives the top-left spin of the block.
  case corner
  /// The top-left spin of the block, whatever the others are.
  case decimation

  /// The block spins of a configuration.
  ///
  /// - Parameters:
  ///   - fine: a lattice of even side L; blocks start at even rows and columns.
  ///   - random: `coin` takes 64 bits for every word of 64 blocks that has a tie, `sharedCoin` 64 bits a
  ///     configuration, the other rules none.
  /// - Returns: the lattice of side L/2 and the number of blocks whose spins add up to zero (for
  ///   `decimation` too).
  /// - Throws: `RenormalizationError.oddSide`.
  public func block(
    _ fine: SpinLattice, random: inout RandomStream
  ) throws(RenormalizationError) -> (coarse: SpinLattice, ties: Int) {
    guard fine.side % 2 == 0 else { throw .oddSide(fine.side) }
    let side = fine.side / 2
    let perRow = (side + 63) / 64
    let finePerRow = fine.wordsPerRow
    let shared: UInt64 = self == .sharedCoin && random.next() >> 63 == 1 ? .max : 0
    var coarse = [UInt64](repeating: 0, count: side * perRow)
    var ties = 0
    fine.words.withUnsafeBufferPointer { words in
      coarse.withUnsafeMutableBufferPointer { coarse in
        for y in 0..<side {
          let top = 2 * y * finePerRow
          let bottom = top + finePerRow
          for k in 0..<perRow {
            var blocks = BlockWord(top: words[top + 2 * k], bottom: words[bottom + 2 * k])
            if 2 * k + 1 < finePerRow {
              blocks.append(BlockWord(top: words[top + 2 * k + 1], bottom: words[bottom + 2 * k + 1]))
            }
            ties &+= blocks.tie.nonzeroBitCount
            coarse[y * perRow + k] = decided(blocks, shared, &random)
          }
        }
      }
    }
    return (SpinLattice(side: side, words: coarse), ties)
  }

  /// The block spins of a word of blocks.
  @inline(__always)
  private func decided(_ blocks: BlockWord, _ shared: UInt64, _ random: inout RandomStream) -> UInt64 {
    let tie = BlockWord.gathered(blocks.tie)
    switch self {
    case .coin:
      let up = BlockWord.gathered(blocks.up)
      return tie == 0 ? up : up | tie & random.next()
    case .sharedCoin: return BlockWord.gathered(blocks.up) | tie & shared
    case .up: return BlockWord.gathered(blocks.up) | tie
    case .down: return BlockWord.gathered(blocks.up)
    case .corner: return BlockWord.gathered(blocks.up) | tie & BlockWord.gathered(blocks.corner)
    case .decimation: return BlockWord.gathered(blocks.corner)
    }
  }
}

/// The blocks of two words of spins, one above the other: bit 2j belongs to block j, and after `append` bit
/// 2j + 1 to block 32 + j.
private struct BlockWord {
  /// At least three spins are up.
  var up: UInt64
  /// Two spins are up.
  var tie: UInt64
  /// The top-left spin is up.
  var corner: UInt64

  @inline(__always)
  init(top: UInt64, bottom: UInt64) {
    let even: UInt64 = 0x5555_5555_5555_5555
    let (oneOfTop, bothOfTop) = ((top ^ top >> 1) & even, top & top >> 1 & even)
    let (oneOfBottom, bothOfBottom) = ((bottom ^ bottom >> 1) & even, bottom & bottom >> 1 & even)
    up = bothOfTop & (oneOfBottom | bothOfBottom) | bothOfBottom & oneOfTop
    tie = oneOfTop & oneOfBottom | (bothOfTop ^ bothOfBottom) & ~(oneOfTop | oneOfBottom)
    corner = top & even
  }

  @inline(__always)
  mutating func append(_ next: BlockWord) {
    up |= next.up << 1
    tie |= next.tie << 1
    corner |= next.corner << 1
  }

  /// Even bits to the lower half and odd bits to the upper half, in order: the inverse of a perfect shuffle
  /// (H. S. Warren, *Hacker's Delight*, section 7-2).
  @inline(__always)
  static func gathered(_ word: UInt64) -> UInt64 {
    var x = word
    x = exchanged(x, by: 1, 0x2222_2222_2222_2222)
    x = exchanged(x, by: 2, 0x0C0C_0C0C_0C0C_0C0C)
    x = exchanged(x, by: 4, 0x00F0_00F0_00F0_00F0)
    x = exchanged(x, by: 8, 0x0000_FF00_0000_FF00)
    return exchanged(x, by: 16, 0x0000_0000_FFFF_0000)
  }

  /// Exchanges the bits of `mask` with those `shift` places higher.
  @inline(__always)
  private static func exchanged(_ x: UInt64, by shift: UInt64, _ mask: UInt64) -> UInt64 {
    let difference = (x ^ x >> shift) & mask
    return x ^ difference ^ difference << shift
  }
}
