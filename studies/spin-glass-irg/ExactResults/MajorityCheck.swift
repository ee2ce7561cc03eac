import Lattice
import Random
import Renormalization

/// The majority rule on every pattern of a block.
enum MajorityCheck {
  /// How many of the 256 patterns break it: a majority that is not followed, or a tie that a fair coin does not decide
  /// both ways (or that does not take the first corner).
  ///
  /// - Throws: `OverlapFlowError`.
  static func violations(_ ties: OverlapTieRule) throws -> Int {
    var stream = RandomStream(seed: 1, name: "spin-glass-irg/majority-check")
    var coins = Xoshiro512(&stream)
    let rule = MajorityRule(ties: ties)
    return try (0..<256).count { pattern in
      let words = (0..<8).map { SIMD8<UInt64>(repeating: pattern >> $0 & 1 == 1 ? .max : 0) }
      let blocked = try rule.blocked(SpinPlanes(side: 2, words: words), random: &coins).words[0]
      let minus = (0..<8).reduce(0) { $0 + blocked[$1].nonzeroBitCount }
      let expected =
        pattern.nonzeroBitCount == 4
        ? (ties == .first ? (pattern & 1) * 512 : nil) : (pattern.nonzeroBitCount > 4 ? 512 : 0)
      // A fair coin: 512 draws leave 160…352 once in 10¹⁷.
      return expected.map { minus != $0 } ?? !(160...352 ~= minus)
    }
  }
}
