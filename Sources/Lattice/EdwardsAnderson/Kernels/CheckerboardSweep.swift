import CSimd
import Random

/// Heat-bath sweeps of the two real replicas at one temperature, which read their common couplings once.
///
/// A sweep updates the even sites, then the odd ones; sites of a colour do not interact. Half sweeps follow each
/// other through the lattice as a wave, the next one two layers behind, so that layers are updated again while they
/// are in the cache. Random words are taken in the order of this wave, replica by replica from streams of their own.
struct CheckerboardSweep<Rule: FlipRule> {
  typealias Word = SIMD8<UInt64>

  /// Sweeps that go through the lattice together.
  static var depth: Int { 2 }

  let side: Int
  /// 3 L³ words of `BondPlanes`.
  let bonds: UnsafePointer<Word>
  /// L³ words of each replica.
  let first: UnsafeMutablePointer<Word>
  let second: UnsafeMutablePointer<Word>
  /// L² words of workspace: carries of weight 8 of the numbers of unsatisfied bonds, one half for each replica.
  let eights: UnsafeMutablePointer<Word>
  let rule: Rule

  /// - Parameters:
  ///   - first, second: the generators of the two replicas.
  ///   - unsatisfied: the numbers of unsatisfied bonds after the last sweep, of `width` planes for each replica,
  ///     overwritten.
  @inline(never)
  func run(
    sweeps: Int, first: inout Xoshiro512, second: inout Xoshiro512, unsatisfied: UnsafeMutablePointer<Word>,
    width: Int
  ) {
    var one = first
    var two = second
    unsatisfied.update(repeating: Word(), count: 2 &* width)
    var left = sweeps
    while left > 0 {
      let halves = 2 &* min(left, Self.depth)
      left &-= halves / 2
      for time in 0..<side &+ 2 &* (halves &- 1) {
        for half in max(0, (time &- side &+ 2) / 2)...min(halves &- 1, time / 2) {
          let z = (time &- half) % side
          if left == 0, half == halves &- 1 {
            layer(z, colour: half & 1, &one, &two, unsatisfied, unsatisfied + width)
            count(into: unsatisfied, width)
          } else {
            layer(z, colour: half & 1, &one, &two, nil, nil)
          }
        }
      }
    }
    first = one
    second = two
  }

  /// Adds the words of weight 8 that `layer` left.
  @inline(never)
  private func count(into unsatisfied: UnsafeMutablePointer<Word>, _ width: Int) {
    let sites = side &* side / 2
    for replica in 0..<2 {
      let number = unsatisfied + width &* replica
      LaneCounts.accumulate(
        eights + sites &* replica, count: sites, stride: 1, to: number + 3, width: width &- 3)
    }
  }
}

// MARK: - One colour of one layer

extension CheckerboardSweep {
  /// Updates one colour of a layer. If wanted, adds the numbers of unsatisfied bonds of its sites after the update to
  /// `countA` and `countB`, but leaves the carries of weight 8 in the workspace.
  @inline(__always)
  private func layer(
    _ z: Int, colour: Int, _ one: inout Xoshiro512, _ two: inout Xoshiro512,
    _ countA: UnsafeMutablePointer<Word>?, _ countB: UnsafeMutablePointer<Word>?
  ) {
    let area = side &* side
    let behind = ((z &+ 1 == side ? 0 : z &+ 1) &- z) &* area
    let ahead = ((z == 0 ? side &- 1 : z &- 1) &- z) &* area
    var (sumA, sumB) = (DigitSum(countA), DigitSum(countB))
    var carries = eights
    for y in 0..<side {
      let row = (z &* side &+ y) &* side
      let above = ((y &+ 1 == side ? 0 : y &+ 1) &- y) &* side
      let below = ((y == 0 ? side &- 1 : y &- 1) &- y) &* side
      let a = first + row
      let b = second + row
      let j = bonds + 3 &* row
      let jBelow = j + 3 &* below
      let jAhead = j + 3 &* ahead
      var x = (z &+ y &+ colour) & 1
      let previous = x == 0 ? side &- 1 : 0
      var leftA = a[previous]
      var leftB = b[previous]
      var jLeft = j[3 &* previous]
      while x < side {
        let next = x &+ 1 == side ? 0 : x &+ 1
        let (jx, jy, jz) = (j[3 &* x], j[3 &* x &+ 1], j[3 &* x &+ 2])
        let (jy1, jz1) = (jBelow[3 &* x &+ 1], jAhead[3 &* x &+ 2])
        let (rightA, rightB) = (a[next], b[next])
        let spinA = a[x]
        let nA = Unsatisfied(
          cv_xor3(spinA, leftA, jLeft), cv_xor3(spinA, rightA, jx), cv_xor3(spinA, a[x &+ above], jy),
          cv_xor3(spinA, a[x &+ below], jy1), cv_xor3(spinA, a[x &+ behind], jz),
          cv_xor3(spinA, a[x &+ ahead], jz1))
        let spinB = b[x]
        let nB = Unsatisfied(
          cv_xor3(spinB, leftB, jLeft), cv_xor3(spinB, rightB, jx), cv_xor3(spinB, b[x &+ above], jy),
          cv_xor3(spinB, b[x &+ below], jy1), cv_xor3(spinB, b[x &+ behind], jz),
          cv_xor3(spinB, b[x &+ ahead], jz1))
        let flipA = rule.flips(nA.ones, nA.twos, nA.fours, &one)
        a[x] = cv_xor(spinA, flipA)
        let flipB = rule.flips(nB.ones, nB.twos, nB.fours, &two)
        b[x] = cv_xor(spinB, flipB)
        if countA != nil {
          carries[0] = sumA.add(nA, after: flipA)
          carries[area / 2] = sumB.add(nB, after: flipB)
          carries += 1
        }
        (leftA, leftB, jLeft) = (rightA, rightB, j[3 &* next])
        x &+= 2
      }
    }
    sumA.store(countA)
    sumB.store(countB)
  }
}

// MARK: - Numbers of unsatisfied bonds

extension CheckerboardSweep {
  /// The number of unsatisfied bonds of a spin, bit-sliced.
  private struct Unsatisfied {
    let ones: Word
    let twos: Word
    let fours: Word

    @inline(__always)
    init(_ u0: Word, _ u1: Word, _ u2: Word, _ u3: Word, _ u4: Word, _ u5: Word) {
      let low = LaneCounts.full(u0, u1, u2)
      let high = LaneCounts.full(u3, u4, u5)
      let sum = LaneCounts.half(low.sum, high.sum)
      let carry = LaneCounts.full(low.carry, high.carry, sum.carry)
      (ones, twos, fours) = (sum.sum, carry.sum, carry.carry)
    }
  }

  /// The digits of weight 1, 2 and 4 of a sum.
  private struct DigitSum {
    private var ones = Word()
    private var twos = Word()
    private var fours = Word()

    @inline(__always)
    init(_ number: UnsafeMutablePointer<Word>?) {
      if let number { (ones, twos, fours) = (number[0], number[1], number[2]) }
    }

    @inline(__always)
    func store(_ number: UnsafeMutablePointer<Word>?) {
      if let number { (number[0], number[1], number[2]) = (ones, twos, fours) }
    }

    /// Adds n, or 6 − n where the spin flips; returns the carry.
    @inline(__always)
    mutating func add(_ n: Unsatisfied, after flips: Word) -> Word {
      let first = LaneCounts.half(ones, n.ones)
      let second = LaneCounts.full(twos, cv_xor_andnot(n.twos, flips, n.ones), first.carry)
      let third = LaneCounts.full(
        fours, cv_xor_andnot(n.fours, flips, cv_and(n.ones, n.twos)), second.carry)
      (ones, twos, fours) = (first.sum, second.sum, third.sum)
      return third.carry
    }
  }
}
