import CSimd
import Random

/// Decides for 512 lanes which spins flip, given the number n of unsatisfied bonds as digits b0, b1, b2.
///
/// All rules fold n > 3 onto n' = 6 − n and take the complement of its decision: with x = b0 and y the bit "n is 2,
/// 3 or 4", n' = x + 2y; b2 is the bit "n ≥ 4". A decision "uniform number below threshold" thereby is made for the
/// four classes n' only, of which n' = 3 is a fair coin.
protocol FlipRule {
  typealias Word = SIMD8<UInt64>

  /// - Parameter masks: those of `thresholds`, which must outlive the rule.
  init(_ thresholds: FlipThresholds, masks: UnsafePointer<UInt64>)

  /// The flipping lanes.
  func flips(_ b0: Word, _ b1: Word, _ b2: Word, _ random: inout Xoshiro512) -> Word
}

/// One number q for each group of 64 lanes, compared with the nested thresholds p(0) < p(1) < p(2) < 1/2.
struct GroupRule: FlipRule {
  private let threshold0: Word
  private let threshold1: Word
  private let threshold2: Word

  init(_ thresholds: FlipThresholds, masks: UnsafePointer<UInt64>) {
    threshold0 = Word(repeating: thresholds.digits[0])
    threshold1 = Word(repeating: thresholds.digits[1])
    threshold2 = Word(repeating: thresholds.digits[2])
  }

  @inline(__always)
  func flips(_ b0: Word, _ b1: Word, _ b2: Word, _ random: inout Xoshiro512) -> Word {
    let q = random.next()
    let y = cv_differ_unless(b0, b1, b2)
    // The fair coin is the top digit of q.
    var below = cv_and_andnot(b0, y, cv_top(q))
    below = cv_or_where_less(below, y, q, threshold2)
    below = cv_or_where_less(below, b0, q, threshold1)
    below = cv_or_where_less(below, Word(repeating: .max), q, threshold0)
    return cv_xor(below, b2)
  }
}

/// The thresholds of the classes as masks for each digit, and their last digits as numbers.
private struct ThresholdDigits {
  typealias Word = SIMD8<UInt64>

  private let rest0: Word
  private let rest1: Word
  private let rest2: Word
  private let masks: UnsafePointer<UInt64>

  init(_ thresholds: FlipThresholds, masks: UnsafePointer<UInt64>, leading: UInt64) {
    rest0 = Word(repeating: thresholds.digits[0] &<< leading)
    rest1 = Word(repeating: thresholds.digits[1] &<< leading)
    rest2 = Word(repeating: thresholds.digits[2] &<< leading)
    self.masks = masks
  }

  /// Digit k of the threshold of each lane's class n' < 3.
  @inline(__always)
  func digit(_ k: Int, _ x: Word, _ y: Word) -> Word {
    let own = cv_xor_and(Word(repeating: masks[3 &* k]), x, Word(repeating: masks[3 &* k &+ 1]))
    return cv_xor_and(own, y, Word(repeating: masks[3 &* k &+ 2]))
  }

  /// The lanes where a group's number is below the digits of the threshold after the leading ones.
  @inline(__always)
  func below(_ q: Word, _ x: Word, _ y: Word) -> Word {
    cv_select(y, cv_less(q, rest2), cv_select(x, cv_less(q, rest1), cv_less(q, rest0)))
  }
}

/// The leading six digits independent in every lane, the remaining 58 by one number for a group, from the last digit
/// to the first.
struct PlaneRule: FlipRule {
  private let digits: ThresholdDigits

  init(_ thresholds: FlipThresholds, masks: UnsafePointer<UInt64>) {
    digits = ThresholdDigits(thresholds, masks: masks, leading: 6)
  }

  @inline(__always)
  func flips(_ b0: Word, _ b1: Word, _ b2: Word, _ random: inout Xoshiro512) -> Word {
    let y = cv_differ_unless(b0, b1, b2)
    var below = digits.below(random.next(), b0, y)
    below = cv_borrow(below, digits.digit(5, b0, y), random.next())
    below = cv_borrow(below, digits.digit(4, b0, y), random.next())
    below = cv_borrow(below, digits.digit(3, b0, y), random.next())
    below = cv_borrow(below, digits.digit(2, b0, y), random.next())
    below = cv_borrow(below, digits.digit(1, b0, y), random.next())
    // The first digit of the thresholds is 0, that of the fair coin is 1 and its only one.
    return cv_xor_andnot(b2, cv_or_and(below, b0, y), random.next())
  }
}

/// Independent numbers for every lane: eight leading digits, then the remaining 56 digits of the lanes that are still
/// undecided, one lane of each group at a time. That is seldom more than once, so that the branch is predictable.
struct IndependentRule: FlipRule {
  private let digits: ThresholdDigits

  init(_ thresholds: FlipThresholds, masks: UnsafePointer<UInt64>) {
    digits = ThresholdDigits(thresholds, masks: masks, leading: 8)
  }

  @inline(__always)
  func flips(_ b0: Word, _ b1: Word, _ b2: Word, _ random: inout Xoshiro512) -> Word {
    let y = cv_differ_unless(b0, b1, b2)
    // The first digit decides the fair coin; the thresholds of the other classes begin with 0.
    let coin = cv_and(b0, y)
    let first = random.next()
    var undecided = cv_not(cv_or(first, coin))
    var below = Word()
    for k in 1..<8 {
      // Where the numbers first differ, the threshold's digit 1 means "below".
      let digit = digits.digit(k, b0, y)
      below = cv_select(undecided, digit, below)
      undecided = cv_where_equal(undecided, digit, random.next())
    }
    repeat {
      let others = cv_and(undecided, undecided &- Word(repeating: 1))
      below = cv_select(cv_xor(undecided, others), digits.below(random.next(), b0, y), below)
      undecided = others
    } while cv_any(undecided)
    return cv_xor(b2, cv_or(below, cv_andnot(coin, first)))
  }
}
