import CSimd
import Elementary
import Random

/// The exchange of configurations between two neighbouring temperatures, per lane with the probability
/// min(1, e^{(β' − β)(E' − E)}), on bit-sliced energies.
///
/// With m = U − U' ≥ 0 unsatisfied bonds more at β than at β' > β, the probability is rᵐ with r = e^{−2(β' − β)}: that
/// of G ≥ m for a geometric number G, P(G = g) = (1 − r) r^g. The binary digits of G are independent, digit k being
/// set with the odds r^{2^k}, so that G is drawn and compared with m digit by digit from the top, until every lane
/// is decided. Each lane has its own number, and every probability is exact to 2⁻⁶⁴.
struct ExchangeStep: Sendable {
  typealias Word = SIMD8<UInt64>

  /// Planes of the numbers of unsatisfied bonds.
  private let width: Int
  /// The thresholds of the digits of G, and that of any higher digit.
  private let digits: [BernoulliThreshold]
  private let beyond: BernoulliThreshold

  init(_ beta: Double, _ colder: Double, width: Int) {
    let scale = 2 * (colder - beta)
    self.width = width
    digits = (0..<width).map { k in
      let odds = Elementary.exp(-scale * Double(1 << k))
      return BernoulliThreshold(odds / (1 + odds))
    }
    beyond = BernoulliThreshold(Elementary.exp(-scale * Double(1 << width)))
  }

  /// The lanes that exchange, given the numbers of unsatisfied bonds at β and at the next temperature.
  func accepted(
    _ own: UnsafePointer<Word>, _ colder: UnsafePointer<Word>, _ random: inout Xoshiro512
  ) -> Word {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: width) { difference in
      var notLess = Word(repeating: .max)
      for k in 0..<width {
        let digit = LaneCounts.full(own[k], cv_not(colder[k]), notLess)
        difference[k] = digit.sum
        notLess = digit.carry
      }
      let above = random.bernoulli(beyond, within: notLess)
      var accepted = cv_or(cv_not(notLess), above)
      var undecided = cv_andnot(notLess, above)
      for k in (0..<width).reversed() where cv_any(undecided) {
        let own = random.bernoulli(digits[k], within: undecided)
        accepted = cv_or(accepted, cv_andnot(own, difference[k]))
        undecided = cv_where_equal(undecided, own, difference[k])
      }
      return cv_or(accepted, undecided)
    }
  }

  /// Exchanges the set lanes of two runs of words.
  static func exchange(
    _ lanes: Word, _ a: UnsafeMutablePointer<Word>, _ b: UnsafeMutablePointer<Word>, count: Int
  ) {
    for i in 0..<count {
      let (x, y) = (a[i], b[i])
      a[i] = cv_select(lanes, y, x)
      b[i] = cv_select(lanes, x, y)
    }
  }
}
