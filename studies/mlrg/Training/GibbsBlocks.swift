import CSimd
import Elementary
import Random

/// Explicit block-Gibbs sampling of the fine and the coarse block, 512 chains a word.
///
/// The reference for the class laws of `ClassLaw`, and the sampler of choice where the number of coarse sweeps is
/// the question. A spin is one bit of 512 chains; its conditional probability depends on the sum of its neighbours,
/// whose few values are separated by masks.
struct GibbsBlocks {
  typealias Word = SIMD8<UInt64>
  /// The four corner spins of 512 chains, bit set = +1.
  struct Corners {
    var a, b, c, d: Word
  }

  /// Runs `divergence.batch` chains for every lane in use and counts the classes.
  static func drawn(
    _ divergence: Divergence, _ j: SIMD8<Double>, _ jPrime: SIMD8<Double>, used: Int, _ random: inout Xoshiro512
  ) -> (fine: Divergence.Frequencies, coarse: Divergence.Frequencies) {
    var fine = Divergence.Frequencies()
    var coarse = Divergence.Frequencies()
    let scale = 1 / Double(divergence.batch)
    for lane in 0..<used {
      var counts = SIMD4<Int>()
      var left = divergence.batch
      while left > 0 {
        counts &+= chains(
          divergence, j[lane], jPrime[lane], within: Xoshiro512.mask(first: left), random: &random)
        left -= 512
      }
      fine.aligned[lane] = Double(counts[0]) * scale
      fine.oneFlipped[lane] = Double(counts[1]) * scale
      coarse.aligned[lane] = Double(counts[2]) * scale
      coarse.oneFlipped[lane] = Double(counts[3]) * scale
    }
    return (fine, coarse)
  }

  /// Up to 512 fine chains from fair coins and the coarse chains that start where they end. Both the sample and the
  /// start of the coarse chain are drawn from the last conditional law, given the same hidden spins, as published.
  ///
  /// - Returns: counts of |M| = 4 and |M| = 2, fine then coarse.
  private static func chains(
    _ divergence: Divergence, _ j: Double, _ jPrime: Double, within mask: Word, random: inout Xoshiro512
  ) -> SIMD4<Int> {
    let follow = BernoulliThreshold(Elementary.sigmoid(4 * j))
    var v = Corners(a: random.next(), b: random.next(), c: random.next(), d: random.next())
    var h = v
    for _ in 0..<divergence.fineSweeps {
      h = halfSweep(v, follow, &random)
      v = halfSweep(h, follow, &random)
    }
    let fine = counts(v, within: mask)
    var w = divergence.fineSweeps > 0 ? halfSweep(h, follow, &random) : v
    let four = BernoulliThreshold(Elementary.sigmoid(8 * jPrime))
    let two = BernoulliThreshold(Elementary.sigmoid(4 * jPrime))
    let one = BernoulliThreshold(Elementary.sigmoid(2 * jPrime))
    for _ in 0..<divergence.coarseSweeps {
      w = coarseSweep(w, four: four, two: two, one: one, &random)
    }
    let coarse = counts(w, within: mask)
    return SIMD4(fine.aligned, fine.oneFlipped, coarse.aligned, coarse.oneFlipped)
  }

  /// Each spin of the other sublattice given its two neighbours: with their common sign with probability `follow`, a
  /// fair coin if they differ. Spin e of the result lies between spins e and e + 1.
  @inline(__always)
  static func halfSweep(_ v: Corners, _ follow: BernoulliThreshold, _ random: inout Xoshiro512) -> Corners {
    Corners(
      a: between(v.a, v.b, follow, &random), b: between(v.b, v.c, follow, &random),
      c: between(v.c, v.d, follow, &random), d: between(v.d, v.a, follow, &random))
  }

  @inline(__always)
  private static func between(
    _ x: Word, _ y: Word, _ follow: BernoulliThreshold, _ random: inout Xoshiro512
  ) -> Word {
    let differ = cv_xor(x, y)
    let coin = cv_and(differ, random.next())
    let agree = random.bernoulli(follow, within: cv_not(differ))
    // Equal neighbours: their sign where `agree`, the other sign elsewhere.
    return cv_or(coin, cv_andnot(cv_not(cv_xor(x, agree)), differ))
  }

  /// The centre spin given M, then the four corners given the centre.
  @inline(__always)
  private static func coarseSweep(
    _ v: Corners, four: BernoulliThreshold, two: BernoulliThreshold, one: BernoulliThreshold,
    _ random: inout Xoshiro512
  ) -> Corners {
    let classes = Classes(v)
    let majority = cv_or(cv_and(cv_and(v.a, v.b), cv_or(v.c, v.d)), cv_and(cv_or(v.a, v.b), cv_and(v.c, v.d)))
    let agree = cv_or(
      random.bernoulli(four, within: classes.aligned), random.bernoulli(two, within: classes.oneFlipped))
    let decided = cv_or(classes.aligned, classes.oneFlipped)
    let sign = cv_and(decided, cv_not(cv_xor(majority, agree)))
    let centre = cv_or(sign, cv_andnot(random.next(), decided))
    return Corners(
      a: cv_not(cv_xor(centre, random.bernoulli(one))), b: cv_not(cv_xor(centre, random.bernoulli(one))),
      c: cv_not(cv_xor(centre, random.bernoulli(one))), d: cv_not(cv_xor(centre, random.bernoulli(one))))
  }

  /// Chains with |M| = 4 and with |M| = 2.
  private struct Classes {
    let aligned: Word
    let oneFlipped: Word

    @inline(__always)
    init(_ v: Corners) {
      let ab = cv_xor(v.a, v.b)
      let cd = cv_xor(v.c, v.d)
      oneFlipped = cv_xor(ab, cd)
      aligned = cv_not(cv_or(cv_or(ab, cd), cv_xor(v.b, v.c)))
    }
  }

  private static func counts(_ v: Corners, within mask: Word) -> (aligned: Int, oneFlipped: Int) {
    let classes = Classes(v)
    return (
      Int(cv_popcount(cv_and(classes.aligned, mask))), Int(cv_popcount(cv_and(classes.oneFlipped, mask)))
    )
  }
}
