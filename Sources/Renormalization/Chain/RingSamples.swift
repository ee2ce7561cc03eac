import CSimd
import Random

/// Independent configurations of an Ising ring, drawn exactly: no Markov chain, no correlations between rings.
///
/// s_0 is a fair coin; given s_i and s_0, spin i + 1 is s with weight (1 + t s s_i)(1 + t^{N−i−1} s s_0), the transfer
/// matrix of one bond times that of the rest of the ring. By symmetry only whether s_i = s_0 matters, so that 512 rings
/// are drawn at a time, one bit each, with two probabilities a site.
public struct RingSamples: Sendable, Hashable {
  /// N.
  public let sites: Int
  /// Number of rings.
  public let count: Int
  /// Bit r % 64 of word ⌈count/64⌉ i + r / 64 is spin i of ring r, set for +1. Bits beyond the last ring are 0.
  let words: [UInt64]

  /// Words a site.
  var stride: Int { (count + 63) / 64 }

  /// Draws rings.
  ///
  /// - Parameters:
  ///   - ring: the law they are drawn from.
  ///   - count: how many, 1...2²⁶ with at most 2³⁰ spins in all.
  ///   - random: the generator of the 512-bit words is seeded from this stream.
  /// - Throws: `ChainError.setting`.
  public init(ring: IsingRing, count: Int, random: inout RandomStream) throws(ChainError) {
    guard count >= 1 && count <= 1 << 26 && count * ring.sites <= 1 << 30 else {
      throw .setting(name: "the number of rings", value: Double(count), allowed: "1 or more, with at most 2^30 spins")
    }
    sites = ring.sites
    self.count = count
    let stride = (count + 63) / 64
    let flips = RingFlips(ring: ring)
    var generator = Xoshiro512(&random)
    var words = [UInt64](repeating: 0, count: ring.sites * stride)
    for group in 0..<(stride + 7) / 8 {
      let kept = min(8, stride - 8 * group)
      let inside = Xoshiro512.mask(first: min(512, count - 512 * group))
      let first = generator.next()
      var spins = first
      for site in 0..<ring.sites {
        if site > 0 { spins = flips.next(after: spins, first: first, site: site - 1, &generator) }
        let stored = cv_and(spins, inside)
        for lane in 0..<kept { words[site * stride + 8 * group + lane] = stored[lane] }
      }
    }
    self.words = words
  }

  /// Whether spin `site` of ring `ring` is +1.
  public subscript(ring: Int, site: Int) -> Bool {
    precondition((0..<count).contains(ring) && (0..<sites).contains(site), "ring \(ring), site \(site)")
    return words[site * stride + ring >> 6] >> UInt64(ring & 63) & 1 == 1
  }

  /// The same rings with every b-th site kept, starting with site 0.
  ///
  /// - Throws: `ChainError.indivisible`.
  public func decimated(by factor: Int = 2) throws(ChainError) -> RingSamples {
    guard factor >= 1, sites % factor == 0, sites / factor >= 2 else {
      throw .indivisible(sites: sites, factor: factor)
    }
    let kept = Swift.stride(from: 0, to: sites, by: factor).flatMap { words[$0 * stride..<($0 + 1) * stride] }
    return RingSamples(sites: sites / factor, count: count, words: kept)
  }

  private init(sites: Int, count: Int, words: [UInt64]) {
    self.sites = sites
    self.count = count
    self.words = words
  }
}

/// The probabilities that spin i + 1 differs from spin i, for s_i = s_0 and for s_i ≠ s_0.
private struct RingFlips {
  private let equal: [BernoulliThreshold]
  private let different: [BernoulliThreshold]

  init(ring: IsingRing) {
    let dual = ring.chain.dualCoupling
    /// (1 − tⁿ)/(1 + tⁿ).
    func odds(_ n: Int) -> Double {
      let gap = -StableHyperbolic.expMinusOne(-2 * Double(n) * dual)
      return gap / (2 - gap)
    }
    let bond = odds(1)
    let rests = (0..<ring.sites - 1).map { odds(ring.sites - $0 - 1) }
    equal = rests.map { BernoulliThreshold(bond * $0 / (1 + bond * $0)) }
    different = rests.map { BernoulliThreshold(bond / (bond + $0)) }
  }

  @inline(__always)
  func next(
    after spins: SIMD8<UInt64>, first: SIMD8<UInt64>, site: Int, _ generator: inout Xoshiro512
  ) -> SIMD8<UInt64> {
    let differ = cv_xor(spins, first)
    let flipped = cv_or(
      generator.bernoulli(equal[site], within: cv_not(differ)), generator.bernoulli(different[site], within: differ))
    return cv_xor(spins, flipped)
  }
}
