import CSimd

/// 512 configurations of Ising spins on a periodic cubic lattice, one in each bit of 512-bit words.
///
/// Site (x, y, z) is word x + L (y + L z). Lane l is bit l & 63 of element l >> 6; the 64 lanes of an element form
/// a group. A set bit is a spin −1. For overlaps ρ = s t of two replicas a set bit is a site where they differ.
public struct SpinPlanes: Sendable, Hashable {
  /// Number of configurations.
  public static let lanes = LaneCounts.lanes

  /// Linear size L.
  public let side: Int
  /// L³ words.
  public var words: [SIMD8<UInt64>]

  /// - Precondition: L ≥ 1 and L³ words.
  public init(side: Int, words: [SIMD8<UInt64>]) {
    precondition(side >= 1 && words.count == side * side * side, "\(words.count) words; side \(side) needs side^3")
    self.side = side
    self.words = words
  }

  /// All spins of all configurations equal to `spin`, which is +1 or −1.
  public init(side: Int, uniform spin: Int) {
    precondition(abs(spin) == 1, "a spin is +1 or -1, not \(spin)")
    let word = SIMD8<UInt64>(repeating: spin < 0 ? .max : 0)
    self.init(side: side, words: Array(repeating: word, count: side * side * side))
  }

  /// The overlap fields ρ_i = s_i t_i of two replicas of each configuration.
  ///
  /// - Precondition: equal sides.
  public static func overlap(_ a: SpinPlanes, _ b: SpinPlanes) -> SpinPlanes {
    precondition(a.side == b.side, "replicas of sides \(a.side) and \(b.side) have no overlap")
    return SpinPlanes(side: a.side, words: zip(a.words, b.words).map { cv_xor($0, $1) })
  }
}

// MARK: - One configuration at a time

extension SpinPlanes {
  /// 512 configurations of the same side, configuration l in lane l.
  ///
  /// - Precondition: 512 configurations of equal sides.
  public init(_ configurations: [CubicSpins]) {
    precondition(configurations.count == Self.lanes, "\(configurations.count) configurations; 512 are needed")
    let side = configurations[0].side
    precondition(configurations.allSatisfy { $0.side == side }, "the configurations have different sides")
    let sites = side * side * side
    var words = [SIMD8<UInt64>](repeating: SIMD8(), count: sites)
    LaneCounts.withWords(64) { rows in
      for first in stride(from: 0, to: sites, by: 64) {
        for l in 0..<64 {
          var row = SIMD8<UInt64>()
          for group in 0..<8 { row[group] = configurations[64 &* group &+ l].words[first / 64] }
          rows[l] = row
        }
        LaneCounts.transpose64(rows)
        for k in 0..<min(64, sites - first) { words[first + k] = rows[k] }
      }
    }
    self.init(side: side, words: words)
  }

  /// All 512 configurations.
  public var configurations: [CubicSpins] {
    let sites = words.count
    var packed = [[UInt64]](repeating: [UInt64](repeating: 0, count: (sites + 63) / 64), count: Self.lanes)
    LaneCounts.withWords(64) { rows in
      for first in stride(from: 0, to: sites, by: 64) {
        for k in 0..<64 { rows[k] = first + k < sites ? words[first + k] : SIMD8() }
        LaneCounts.transpose64(rows)
        for l in 0..<64 {
          let row = rows[l]
          for group in 0..<8 { packed[64 &* group &+ l][first / 64] = row[group] }
        }
      }
    }
    return packed.map { CubicSpins(side: side, words: $0) }
  }

  /// The configuration of one lane, 0..<512.
  public func configuration(_ lane: Int) -> CubicSpins {
    precondition(0..<Self.lanes ~= lane, "lane \(lane) does not exist; lanes 0...511 do")
    let (group, shift) = (lane >> 6, UInt64(lane & 63))
    var packed = [UInt64](repeating: 0, count: (words.count + 63) / 64)
    for (i, word) in words.enumerated() { packed[i >> 6] |= (word[group] &>> shift & 1) &<< UInt64(i & 63) }
    return CubicSpins(side: side, words: packed)
  }
}
