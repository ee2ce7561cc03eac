import CSimd
import Random

/// The couplings J = ±1 of 512 samples of the three-dimensional Edwards–Anderson model on a periodic cubic lattice.
///
/// H = −Σ J_ij s_i s_j. Word 3 i + d holds the bonds of site i = x + L (y + L z) to its + neighbour along d = x, y,
/// z; a set bit is J = −1. For L = 2 the two bonds between the same sites are distinct.
public struct BondPlanes: Sendable, Hashable {
  /// The largest side.
  public static let largestSide = 64

  /// Linear size L, even.
  public let side: Int
  /// 3 L³ words.
  public let words: [SIMD8<UInt64>]

  private init(side: Int, words: [SIMD8<UInt64>]) {
    self.side = side
    self.words = words
  }

  private static func check(_ side: Int) throws(EdwardsAndersonError) {
    guard side >= 2, side <= largestSide, side % 2 == 0 else { throw .side(side) }
  }

  /// 512 samples of independent couplings, each +1 with the probability p.
  ///
  /// - Throws: `EdwardsAndersonError.side` or `.probability`.
  public init(
    side: Int, positiveProbability p: Double = 0.5, random: inout RandomStream
  ) throws(EdwardsAndersonError) {
    try Self.check(side)
    guard p >= 0, p <= 1 else { throw .probability(p) }
    let count = 3 * side * side * side
    var generator = Xoshiro512(&random)
    let threshold = BernoulliThreshold(p)
    let words = (0..<count).map { _ in
      p == 1 ? SIMD8<UInt64>() : cv_not(generator.bernoulli(threshold))
    }
    self.init(side: side, words: words)
  }

  /// The same sample in all lanes, from three groups of hexadecimal digits for x, y and z.
  ///
  /// Digit k of a group holds the sites 4 k ... 4 k + 3, least significant bit first; a set bit is J = −1. Spaces
  /// are ignored.
  ///
  /// - Throws: `EdwardsAndersonError.side` or `.couplings`.
  public init(side: Int, couplings hex: String) throws(EdwardsAndersonError) {
    try Self.check(side)
    let sites = side * side * side
    var digits: [Int] = []
    for character in hex where character != " " {
      guard let digit = character.hexDigitValue else {
        throw .couplings("contain '\(character)', which is not a hexadecimal digit")
      }
      digits.append(digit)
    }
    let wanted = 3 * sites / 4
    guard digits.count == wanted else {
      throw .couplings("have \(digits.count) hexadecimal digits, but side \(side) needs \(wanted)")
    }
    var words = [SIMD8<UInt64>](repeating: SIMD8(), count: 3 * sites)
    for d in 0..<3 {
      for i in 0..<sites where digits[(d * sites + i) / 4] >> (i % 4) & 1 == 1 {
        words[3 * i + d] = SIMD8(repeating: .max)
      }
    }
    self.init(side: side, words: words)
  }

  /// The couplings J_ij g_i g_j, whose law of the spins g_i s_i is that of s_i with these couplings.
  ///
  /// - Precondition: equal sides.
  public func gauged(by gauge: SpinPlanes) -> BondPlanes {
    precondition(gauge.side == side, "a gauge of side \(gauge.side) does not fit side \(side)")
    var changed = words
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          let i = x + side * (y + side * z)
          let neighbours = [
            (x + 1) % side + side * (y + side * z), x + side * ((y + 1) % side + side * z),
            x + side * (y + side * ((z + 1) % side)),
          ]
          for d in 0..<3 {
            changed[3 * i + d] = cv_xor3(words[3 * i + d], gauge.words[i], gauge.words[neighbours[d]])
          }
        }
      }
    }
    return BondPlanes(side: side, words: changed)
  }
}
