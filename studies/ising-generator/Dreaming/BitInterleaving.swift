import CSimd

/// Interleaves and separates the bits of two words: the even and the odd columns of a fine row.
///
/// Perfect shuffles in five exchange steps (D. E. Knuth, The Art of Computer Programming 4A, section
/// 7.1.3), in eight lanes.
enum BitInterleaving {
  typealias Word = SIMD8<UInt64>

  /// The 128 bits even₀ odd₀ even₁ odd₁ ... of every lane.
  @inline(__always)
  static func merged(even: Word, odd: Word) -> (low: Word, high: Word) {
    let lowHalf = Word(repeating: 0xFFFF_FFFF)
    let low = cv_or(cv_and(even, lowHalf), cv_shl(odd, 32))
    let high = cv_or(cv_shr(even, 32), cv_andnot(odd, lowHalf))
    return (shuffled(low), shuffled(high))
  }

  /// The inverse of `merged`.
  @inline(__always)
  static func separated(low: Word, high: Word) -> (even: Word, odd: Word) {
    let lowHalf = Word(repeating: 0xFFFF_FFFF)
    let first = unshuffled(low)
    let second = unshuffled(high)
    let even = cv_or(cv_and(first, lowHalf), cv_shl(second, 32))
    let odd = cv_or(cv_shr(first, 32), cv_andnot(second, lowHalf))
    return (even, odd)
  }

  /// Interleaves the two halves of every lane.
  @inline(__always)
  private static func shuffled(_ x: Word) -> Word {
    var x = exchanged(x, 16, 0x0000_0000_FFFF_0000)
    x = exchanged(x, 8, 0x0000_FF00_0000_FF00)
    x = exchanged(x, 4, 0x00F0_00F0_00F0_00F0)
    x = exchanged(x, 2, 0x0C0C_0C0C_0C0C_0C0C)
    return exchanged(x, 1, 0x2222_2222_2222_2222)
  }

  @inline(__always)
  private static func unshuffled(_ x: Word) -> Word {
    var x = exchanged(x, 1, 0x2222_2222_2222_2222)
    x = exchanged(x, 2, 0x0C0C_0C0C_0C0C_0C0C)
    x = exchanged(x, 4, 0x00F0_00F0_00F0_00F0)
    x = exchanged(x, 8, 0x0000_FF00_0000_FF00)
    return exchanged(x, 16, 0x0000_0000_FFFF_0000)
  }

  /// x with the bits of the mask exchanged with those `shift` places higher.
  @inline(__always)
  private static func exchanged(_ x: Word, _ shift: UInt64, _ mask: UInt64) -> Word {
    let difference = cv_and(cv_xor(x, cv_shr(x, shift)), Word(repeating: mask))
    return cv_xor(x, cv_xor(difference, cv_shl(difference, shift)))
  }
}
