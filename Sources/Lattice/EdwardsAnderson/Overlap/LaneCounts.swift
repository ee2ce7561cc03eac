import CSimd

/// Counting set bits in 512 lanes at once, on borrowed storage.
///
/// A bit-sliced number is a run of words, the plane of weight 1 first: bit l of plane k is digit k of the number of
/// lane l. Numbers are added by full adders of fixed length (carry-save trees of eight and four words, then a
/// ripple), so that the work does not depend on the data.
enum LaneCounts {
  typealias Word = SIMD8<UInt64>

  /// Number of lanes of a word.
  static let lanes = 512

  /// Planes that a number of 0...maximum needs.
  static func width(_ maximum: Int) -> Int { Int.bitWidth - maximum.leadingZeroBitCount }
}

// MARK: - Storage

extension LaneCounts {
  /// Calls `body` with `count` words of zeros on a boundary of 64 bytes, which neither arrays nor typed allocations
  /// promise: words across two cache lines cost twice as much.
  @inline(__always)
  static func withWords(_ count: Int, _ body: (UnsafeMutablePointer<Word>) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: 64 &* count, alignment: 64) { bytes in
      guard let words = bytes.bindMemory(to: Word.self).baseAddress else { return }
      words.initialize(repeating: Word(), count: count)
      body(words)
    }
  }
}

// MARK: - Adders

extension LaneCounts {
  @inline(__always)
  static func half(_ a: Word, _ b: Word) -> (sum: Word, carry: Word) { (cv_xor(a, b), cv_and(a, b)) }

  @inline(__always)
  static func full(_ a: Word, _ b: Word, _ c: Word) -> (sum: Word, carry: Word) {
    (cv_xor3(a, b, c), cv_majority(a, b, c))
  }

  /// Adds a carry into the planes `first..<width` of a number.
  @inline(__always)
  static func ripple(_ carry: Word, _ number: UnsafeMutablePointer<Word>, from first: Int, width: Int) {
    var carry = carry
    var k = first
    while k < width {
      let digit = half(number[k], carry)
      number[k] = digit.sum
      carry = digit.carry
      k &+= 1
    }
  }

  /// Adds a number of `added` planes to one of `width` planes, added ≤ width.
  @inline(__always)
  static func add(
    _ addend: UnsafePointer<Word>, added: Int, to number: UnsafeMutablePointer<Word>, width: Int
  ) {
    var carry = Word()
    for k in 0..<added {
      let digit = full(number[k], addend[k], carry)
      number[k] = digit.sum
      carry = digit.carry
    }
    ripple(carry, number, from: added, width: width)
  }

  /// Replaces two numbers by their difference and their sum, all in two's complement of `width` planes.
  @inline(__always)
  static func butterfly(_ a: UnsafeMutablePointer<Word>, _ b: UnsafeMutablePointer<Word>, width: Int) {
    var borrow = Word(repeating: .max)
    var carry = Word()
    for k in 0..<width {
      let (x, y) = (a[k], b[k])
      let difference = full(x, cv_not(y), borrow)
      let sum = full(x, y, carry)
      (a[k], b[k]) = (difference.sum, sum.sum)
      (borrow, carry) = (difference.carry, sum.carry)
    }
  }

  /// The number of set bits of eight words, `stride` apart.
  @inline(__always)
  static func eight(_ p: UnsafePointer<Word>, stride: Int) -> (Word, Word, Word, Word) {
    let a = full(p[0], p[stride], p[2 &* stride])
    let b = full(p[3 &* stride], p[4 &* stride], p[5 &* stride])
    let c = full(a.sum, b.sum, p[6 &* stride])
    let ones = half(c.sum, p[7 &* stride])
    let d = full(a.carry, b.carry, c.carry)
    let twos = half(d.sum, ones.carry)
    let fours = half(d.carry, twos.carry)
    return (ones.sum, twos.sum, fours.sum, fours.carry)
  }

  /// The number of set bits of four words, `stride` apart.
  @inline(__always)
  static func four(_ p: UnsafePointer<Word>, stride: Int) -> (Word, Word, Word) {
    let a = full(p[0], p[stride], p[2 &* stride])
    let ones = half(a.sum, p[3 &* stride])
    let twos = half(a.carry, ones.carry)
    return (ones.sum, twos.sum, twos.carry)
  }

  /// Adds the number of set bits of `count` words, `stride` apart, to a number that is wide enough for the result.
  @inline(__always)
  static func accumulate(
    _ words: UnsafePointer<Word>, count: Int, stride: Int, to number: UnsafeMutablePointer<Word>, width: Int
  ) {
    var k = 0
    while k &+ 16 <= count {
      let (n, m) = (eight(words + k &* stride, stride: stride), eight(words + (k &+ 8) &* stride, stride: stride))
      // Two numbers of four digits and the carry of each digit at once: no number of five digits in between.
      let ones = full(number[0], n.0, m.0)
      let twos = full(n.1, m.1, ones.carry)
      let low = half(number[1], twos.sum)
      let fours = full(n.2, m.2, twos.carry)
      let middle = full(number[2], fours.sum, low.carry)
      let eights = full(n.3, m.3, fours.carry)
      let high = full(number[3], eights.sum, middle.carry)
      let sixteens = full(number[4], eights.carry, high.carry)
      (number[0], number[1], number[2], number[3], number[4]) = (ones.sum, low.sum, middle.sum, high.sum, sixteens.sum)
      ripple(sixteens.carry, number, from: 5, width: width)
      k &+= 16
    }
    if k &+ 8 <= count {
      let n = eight(words + k &* stride, stride: stride)
      let ones = half(number[0], n.0)
      let twos = full(number[1], n.1, ones.carry)
      let fours = full(number[2], n.2, twos.carry)
      let eights = full(number[3], n.3, fours.carry)
      (number[0], number[1], number[2], number[3]) = (ones.sum, twos.sum, fours.sum, eights.sum)
      ripple(eights.carry, number, from: 4, width: width)
      k &+= 8
    }
    if k &+ 4 <= count {
      let n = four(words + k &* stride, stride: stride)
      let ones = half(number[0], n.0)
      let twos = full(number[1], n.1, ones.carry)
      let fours = full(number[2], n.2, twos.carry)
      (number[0], number[1], number[2]) = (ones.sum, twos.sum, fours.sum)
      ripple(fours.carry, number, from: 3, width: width)
      k &+= 4
    }
    while k < count {
      ripple(words[k &* stride], number, from: 0, width: width)
      k &+= 1
    }
  }

  /// The number of set bits of each lane of `count` words: 512 integers, overwritten.
  static func total(_ words: UnsafePointer<Word>, count: Int, into lanes: UnsafeMutablePointer<Int32>) {
    let width = width(count)
    withWords(width) { number in
      accumulate(words, count: count, stride: 1, to: number, width: width)
      expand(number, count: width, into: lanes)
    }
  }
}

// MARK: - From planes to integers

extension LaneCounts {
  /// The integers of a bit-sliced number without sign of `count` ≤ 31 planes: 512 of them, overwritten.
  static func expand(
    _ planes: UnsafePointer<Word>, count: Int, into lanes: UnsafeMutablePointer<Int32>
  ) {
    withWords(32) { block in
      for first in stride(from: 0, to: count, by: 16) {
        for k in 0..<16 { block[k] = first &+ k < count ? planes[first &+ k] : Word() }
        transpose16(block)
        order(block, block + 16)
        let digits = UnsafeRawPointer(block).assumingMemoryBound(to: UInt16.self)
        if first == 0 {
          for lane in 0..<Self.lanes { lanes[lane] = Int32(digits[lane]) }
        } else {
          for lane in 0..<Self.lanes { lanes[lane] |= Int32(digits[lane]) &<< 16 }
        }
      }
    }
  }

  /// Transposes, in every 64-bit element, the blocks of 16 × 16 bits of 16 words: afterwards bit s + i of word k is
  /// what bit s + k of word i was, for every multiple s of 16.
  ///
  /// Source: H. S. Warren, *Hacker's Delight*, section 7-3 (recursive exchange of off-diagonal blocks).
  @inline(__always)
  static func transpose16(_ words: UnsafeMutablePointer<Word>) {
    exchange(words, count: 16, distance: 8, mask: 0x00FF_00FF_00FF_00FF)
    exchange(words, count: 16, distance: 4, mask: 0x0F0F_0F0F_0F0F_0F0F)
    exchange(words, count: 16, distance: 2, mask: 0x3333_3333_3333_3333)
    exchange(words, count: 16, distance: 1, mask: 0x5555_5555_5555_5555)
  }

  /// Transposes, in every 64-bit element, the block of 64 × 64 bits of 64 words.
  @inline(__always)
  static func transpose64(_ words: UnsafeMutablePointer<Word>) {
    exchange(words, count: 64, distance: 32, mask: 0x0000_0000_FFFF_FFFF)
    exchange(words, count: 64, distance: 16, mask: 0x0000_FFFF_0000_FFFF)
    exchange(words, count: 64, distance: 8, mask: 0x00FF_00FF_00FF_00FF)
    exchange(words, count: 64, distance: 4, mask: 0x0F0F_0F0F_0F0F_0F0F)
    exchange(words, count: 64, distance: 2, mask: 0x3333_3333_3333_3333)
    exchange(words, count: 64, distance: 1, mask: 0x5555_5555_5555_5555)
  }

  @inline(__always)
  private static func exchange(_ words: UnsafeMutablePointer<Word>, count: Int, distance: Int, mask: UInt64) {
    let mask = Word(repeating: mask)
    for start in stride(from: 0, to: count, by: 2 &* distance) {
      for k in start..<start &+ distance {
        let (low, high) = (words[k], words[k &+ distance])
        let exchanged = cv_and(cv_xor(cv_shr(low, UInt64(distance)), high), mask)
        words[k &+ distance] = cv_xor(high, exchanged)
        words[k] = cv_xor(low, cv_shl(exchanged, UInt64(distance)))
      }
    }
  }

  /// Transposes one block of 64 × 64 bits: afterwards bit i of word k is what bit k of word i was.
  @inline(__always)
  static func transpose(_ words: UnsafeMutablePointer<UInt64>) {
    var shift = 32
    while shift > 0 {
      let distance = UInt64(shift)
      let mask = UInt64.max / (1 &<< distance &+ 1)
      for start in stride(from: 0, to: 64, by: 2 &* shift) {
        for k in start..<start &+ shift {
          let exchanged = (words[k] &>> distance ^ words[k &+ shift]) & mask
          words[k &+ shift] ^= exchanged
          words[k] ^= exchanged &<< distance
        }
      }
      shift /= 2
    }
  }

  /// Brings the numbers of 16 bits of a transposed block of 16 words, number 32 k + j being that of lane 16 j + k,
  /// into the order of the lanes: four perfect shuffles.
  @inline(__always)
  private static func order(_ block: UnsafeMutablePointer<Word>, _ spare: UnsafeMutablePointer<Word>) {
    var (from, to) = (block, spare)
    for _ in 0..<4 {
      for k in 0..<8 {
        to[2 &* k] = cv_zip_low16(from[k], from[k &+ 8])
        to[2 &* k &+ 1] = cv_zip_high16(from[k], from[k &+ 8])
      }
      (from, to) = (to, from)
    }
  }
}
