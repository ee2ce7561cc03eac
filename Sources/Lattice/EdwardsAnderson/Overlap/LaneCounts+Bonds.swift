import CSimd

extension LaneCounts {
  /// The number of different spins per lane among the 3 L³ pairs at a distance of 0..<L along an axis of a periodic
  /// lattice of L³ words; for distance 1 these are the bonds. 512 integers, overwritten.
  static func differingBonds(
    _ words: UnsafePointer<Word>, side: Int, distance: Int = 1, into lanes: UnsafeMutablePointer<Int32>
  ) {
    // A constant side lets the compiler unroll the rows and the ripples.
    switch (side, distance) {
    case (4, 1): countBonds(words, side: 4, distance: 1, into: lanes)
    case (6, 1): countBonds(words, side: 6, distance: 1, into: lanes)
    case (8, 1): countBonds(words, side: 8, distance: 1, into: lanes)
    case (12, 1): countBonds(words, side: 12, distance: 1, into: lanes)
    case (16, 1): countBonds(words, side: 16, distance: 1, into: lanes)
    default: countBonds(words, side: side, distance: distance, into: lanes)
    }
  }

  @inline(__always)
  private static func countBonds(
    _ words: UnsafePointer<Word>, side: Int, distance: Int, into lanes: UnsafeMutablePointer<Int32>
  ) {
    @inline(__always)
    func shifted(_ k: Int) -> Int { k &+ distance < side ? k &+ distance : k &+ distance &- side }
    let width = max(width(3 * side * side * side), 5)
    withWords(width) { number in
      var counter = BondCounter(number: number, width: width)
      for z in 0..<side {
        let layer = words + side &* side &* z
        let behind = words + side &* side &* shifted(z)
        for y in 0..<side {
          counter.addRow(
            layer + side &* y, layer + side &* shifted(y), behind + side &* y, side: side, distance: distance)
        }
      }
      counter.finish()
      expand(number, count: width, into: lanes)
    }
  }
}

/// Differing bonds of 512 lanes: the digits of weight 1, 2 and 4 are kept in registers, higher ones in memory
/// (R. Harley, D. Seal: carry-save adders in sequence).
private struct BondCounter {
  typealias Word = LaneCounts.Word

  let number: UnsafeMutablePointer<Word>
  let width: Int
  private var ones = Word()
  private var twos = Word()
  private var fours = Word()

  init(number: UnsafeMutablePointer<Word>, width: Int) {
    self.number = number
    self.width = width
  }

  /// Adds the three pairs of every site of a row: with the same row, the row above and the row behind.
  @inline(__always)
  mutating func addRow(
    _ row: UnsafePointer<Word>, _ above: UnsafePointer<Word>, _ behind: UnsafePointer<Word>, side: Int,
    distance: Int
  ) {
    @inline(__always)
    func bonds(_ x: Int) -> (sum: Word, carry: Word) {
      let spin = row[x]
      let right = row[x &+ distance < side ? x &+ distance : x &+ distance &- side]
      return LaneCounts.full(cv_xor(spin, right), cv_xor(spin, above[x]), cv_xor(spin, behind[x]))
    }
    var x = 0
    while x &+ 8 <= side {
      let first = addFour(bonds(x), bonds(x &+ 1), bonds(x &+ 2), bonds(x &+ 3))
      let second = addFour(bonds(x &+ 4), bonds(x &+ 5), bonds(x &+ 6), bonds(x &+ 7))
      let a = addFours(first.0, first.1)
      let b = addFours(first.2, second.0)
      let c = addFours(second.1, second.2)
      let eights = LaneCounts.full(a, b, c)
      addEights(eights.sum, eights.carry)
      x &+= 8
    }
    if x &+ 4 <= side {
      let last = addFour(bonds(x), bonds(x &+ 1), bonds(x &+ 2), bonds(x &+ 3))
      let a = addFours(last.0, last.1)
      let b = addFours(last.2, Word())
      let eights = LaneCounts.half(a, b)
      addEights(eights.sum, eights.carry)
      x &+= 4
    }
    while x < side {
      let site = bonds(x)
      let first = LaneCounts.half(ones, site.sum)
      let second = LaneCounts.full(twos, site.carry, first.carry)
      (ones, twos) = (first.sum, second.sum)
      addEights(addFours(second.carry, Word()), Word())
      x &+= 1
    }
  }

  /// Adds the bonds of four sites; returns three words of weight 4.
  @inline(__always)
  private mutating func addFour(
    _ a: (sum: Word, carry: Word), _ b: (sum: Word, carry: Word), _ c: (sum: Word, carry: Word),
    _ d: (sum: Word, carry: Word)
  ) -> (Word, Word, Word) {
    let first = LaneCounts.full(ones, a.sum, b.sum)
    let second = LaneCounts.full(first.sum, c.sum, d.sum)
    ones = second.sum
    let third = LaneCounts.full(twos, a.carry, b.carry)
    let fourth = LaneCounts.full(third.sum, c.carry, d.carry)
    let fifth = LaneCounts.full(fourth.sum, first.carry, second.carry)
    twos = fifth.sum
    return (third.carry, fourth.carry, fifth.carry)
  }

  /// Adds two words of weight 4; returns one of weight 8.
  @inline(__always)
  private mutating func addFours(_ a: Word, _ b: Word) -> Word {
    let digit = LaneCounts.full(fours, a, b)
    fours = digit.sum
    return digit.carry
  }

  /// Adds a word of weight 8 and one of weight 16.
  @inline(__always)
  private func addEights(_ eights: Word, _ sixteens: Word) {
    let first = LaneCounts.half(number[3], eights)
    let second = LaneCounts.full(number[4], sixteens, first.carry)
    (number[3], number[4]) = (first.sum, second.sum)
    LaneCounts.ripple(second.carry, number, from: 5, width: width)
  }

  /// Writes the low digits, which the memory does not hold.
  func finish() {
    (number[0], number[1], number[2]) = (ones, twos, fours)
  }
}
