import CSimd
import Elementary
import Random

/// Explicit block-Gibbs chains of components 1 and 2 of the five-coupling block, 512 chains a word.
struct FiveCouplingGibbs {
  typealias Word = SIMD8<UInt64>

  /// Couplings of one model.
  struct Couplings {
    var j0, j1, j2, j3: Double
  }

  /// Bits of two components at four places.
  private struct Spins {
    var first: GibbsBlocks.Corners
    var second: GibbsBlocks.Corners
  }

  /// Counts of each entry of `FiveCouplingLaw.sums` in a batch, fine and coarse.
  struct Counts {
    var fine = [Int](repeating: 0, count: FiveCouplingLaw.sums.count)
    var coarse = [Int](repeating: 0, count: FiveCouplingLaw.sums.count)
  }

  /// Runs `batch` fine chains from fair coins and, from a second draw of the last conditional law, as many coarse ones.
  static func drawn(
    _ fine: Couplings, _ coarse: Couplings, batch: Int, fineSweeps: Int, coarseSweeps: Int,
    random: inout Xoshiro512
  ) -> Counts {
    var counts = Counts()
    let hidden = EdgeThresholds(fine.j0, fine.j1, fine.j2, fine.j3)
    let visible = EdgeThresholds(fine.j0, fine.j2, fine.j1, fine.j3)
    let centre = CentreThresholds(coarse)
    var left = batch
    while left > 0 {
      let mask = Xoshiro512.mask(first: left)
      var v = Spins(first: coins(&random), second: coins(&random))
      var h = v
      for _ in 0..<fineSweeps {
        h = halfSweep(v, hidden, &random)
        v = halfSweep(h, visible, &random)
      }
      count(v, within: mask, into: &counts.fine)
      var w = halfSweep(h, visible, &random)
      for _ in 0..<coarseSweeps { w = centre.sweep(w, &random) }
      count(w, within: mask, into: &counts.coarse)
      left -= 512
    }
    return counts
  }

  private static func coins(_ random: inout Xoshiro512) -> GibbsBlocks.Corners {
    GibbsBlocks.Corners(a: random.next(), b: random.next(), c: random.next(), d: random.next())
  }

  private static func count(_ v: Spins, within mask: Word, into counts: inout [Int]) {
    let sums = SumMasks(v.first, v.second)
    for k in counts.indices { counts[k] += Int(cv_popcount(cv_and(sums.masks[k], mask))) }
  }

  /// Probabilities with which the two components of a spin between two sites follow the sign of the sites' pair sums.
  private struct EdgeThresholds {
    let first: [BernoulliThreshold]
    let second: [BernoulliThreshold]

    /// The fields of the two components are j0·a + j1·b and j2·a + j3·b.
    init(_ j0: Double, _ j1: Double, _ j2: Double, _ j3: Double) {
      // Pair sums (a, b): (2,0), (0,2), (2,2), (2,−2), (0,0); the opposite ones have the opposite probability.
      let pairs: [(Double, Double)] = [(2, 0), (0, 2), (2, 2), (2, -2), (0, 0)]
      first = pairs.map { BernoulliThreshold(Elementary.sigmoid(2 * (j0 * $0.0 + j1 * $0.1))) }
      second = pairs.map { BernoulliThreshold(Elementary.sigmoid(2 * (j2 * $0.0 + j3 * $0.1))) }
    }
  }

  private static func halfSweep(_ v: Spins, _ p: EdgeThresholds, _ random: inout Xoshiro512) -> Spins {
    let ab = PairMasks(v.first.a, v.first.b, v.second.a, v.second.b)
    let bc = PairMasks(v.first.b, v.first.c, v.second.b, v.second.c)
    let cd = PairMasks(v.first.c, v.first.d, v.second.c, v.second.d)
    let da = PairMasks(v.first.d, v.first.a, v.second.d, v.second.a)
    func draw(_ p: [BernoulliThreshold], _ random: inout Xoshiro512) -> GibbsBlocks.Corners {
      GibbsBlocks.Corners(
        a: ab.draw(p, &random), b: bc.draw(p, &random), c: cd.draw(p, &random), d: da.draw(p, &random))
    }
    return Spins(first: draw(p.first, &random), second: draw(p.second, &random))
  }

  /// The classes of the pair sums (a, b) of two sites, up to a common sign, and that sign.
  private struct PairMasks {
    /// A partition of all chains, in the order of `EdgeThresholds`.
    let classes: InlineArray<5, Word>
    let sign: Word

    init(_ x1: Word, _ y1: Word, _ x2: Word, _ y2: Word) {
      let zero1 = cv_xor(x1, y1)
      let zero2 = cv_xor(x2, y2)
      let both = cv_not(cv_or(zero1, zero2))
      let same = cv_not(cv_xor(x1, x2))
      classes = [
        cv_andnot(zero2, zero1), cv_andnot(zero1, zero2), cv_and(both, same), cv_andnot(both, same),
        cv_and(zero1, zero2),
      ]
      // The sign of a where a ≠ 0, else of b.
      sign = cv_or(cv_andnot(x1, zero1), cv_and(x2, cv_andnot(zero1, zero2)))
    }

    func draw(_ p: [BernoulliThreshold], _ random: inout Xoshiro512) -> Word {
      cv_not(cv_xor(sign, bernoulli(p, in: classes, &random)))
    }
  }

  /// A bit for every chain, set with the probability of the class that the chain is in. One uniform number a chain is
  /// compared with the thresholds of all classes at once, digit by digit from the top.
  ///
  /// `classes`: a partition of the 512 chains.
  private static func bernoulli<let count: Int>(
    _ p: [BernoulliThreshold], in classes: InlineArray<count, Word>, _ random: inout Xoshiro512
  ) -> Word {
    var result = Word()
    var undecided = Word(repeating: .max)
    var shift: UInt64 = 63
    while true {
      var digit = Word()
      for k in classes.indices {
        let isSet = 0 &- (p[k].digits &>> shift & 1)
        digit = cv_or(digit, cv_and(classes[k], Word(repeating: isSet)))
      }
      let word = random.next()
      result = cv_or(result, cv_and(undecided, cv_andnot(digit, word)))
      undecided = cv_andnot(undecided, cv_xor(digit, word))
      if shift == 0 || !cv_any(undecided) { return result }
      shift &-= 1
    }
  }

  /// Chains by the entry of `FiveCouplingLaw.sums` their corners belong to, and the common sign.
  private struct SumMasks {
    /// In the order of `FiveCouplingLaw.sums`.
    let masks: InlineArray<13, Word>
    var sign: Word

    init(_ first: GibbsBlocks.Corners, _ second: GibbsBlocks.Corners) {
      let one = SumBits(first)
      let two = SumBits(second)
      let firstPositive = cv_or(one.four.plus, one.two.plus)
      let zero1 = one.zero
      let secondPositive = cv_or(two.four.plus, two.two.plus)
      sign = cv_or(firstPositive, cv_and(zero1, secondPositive))
      masks = InlineArray { k in
        let (s1, s2, _) = FiveCouplingLaw.sums[k]
        return cv_or(cv_and(one.mask(s1), two.mask(s2)), cv_and(one.mask(-s1), two.mask(-s2)))
      }
    }
  }

  /// Sum of four bits as masks.
  private struct SumBits {
    let four: (plus: Word, minus: Word)
    let two: (plus: Word, minus: Word)
    let zero: Word

    init(_ v: GibbsBlocks.Corners) {
      let ab = cv_xor(v.a, v.b)
      let cd = cv_xor(v.c, v.d)
      let odd = cv_xor(ab, cd)
      let allUp = cv_and(cv_and(v.a, v.b), cv_and(v.c, v.d))
      let allDown = cv_not(cv_or(cv_or(v.a, v.b), cv_or(v.c, v.d)))
      let mostUp = cv_or(
        cv_and(cv_and(v.a, v.b), cv_or(v.c, v.d)), cv_and(cv_or(v.a, v.b), cv_and(v.c, v.d)))
      four = (allUp, allDown)
      two = (cv_and(odd, mostUp), cv_andnot(odd, mostUp))
      zero = cv_not(cv_or(odd, cv_or(allUp, allDown)))
    }

    func mask(_ sum: Double) -> Word {
      switch sum {
      case 4: four.plus
      case 2: two.plus
      case -2: two.minus
      case -4: four.minus
      default: zero
      }
    }
  }

  /// Probabilities of the coarse block: the two centre spins by the sums, the corners by the centre spins.
  private struct CentreThresholds {
    var first: [BernoulliThreshold] = []
    var second: [BernoulliThreshold] = []
    /// Corners given equal and different centre spins.
    let firstCorner: [BernoulliThreshold]
    let secondCorner: [BernoulliThreshold]

    init(_ j: Couplings) {
      for (s1, s2, _) in FiveCouplingLaw.sums {
        first.append(BernoulliThreshold(Elementary.sigmoid(2 * (j.j0 * s1 + j.j1 * s2))))
        second.append(BernoulliThreshold(Elementary.sigmoid(2 * (j.j2 * s1 + j.j3 * s2))))
      }
      firstCorner = [j.j0 + j.j2, j.j0 - j.j2].map { BernoulliThreshold(Elementary.sigmoid(2 * $0)) }
      secondCorner = [j.j3 + j.j1, j.j3 - j.j1].map { BernoulliThreshold(Elementary.sigmoid(2 * $0)) }
    }

    func sweep(_ v: Spins, _ random: inout Xoshiro512) -> Spins {
      let sums = SumMasks(v.first, v.second)
      let z1 = centre(sums, first, &random)
      let z2 = centre(sums, second, &random)
      let same = cv_not(cv_xor(z1, z2))
      let classes: InlineArray<2, Word> = [same, cv_not(same)]
      return Spins(
        first: corners(z1, classes, firstCorner, &random), second: corners(z2, classes, secondCorner, &random))
    }

    private func centre(_ sums: SumMasks, _ p: [BernoulliThreshold], _ random: inout Xoshiro512) -> Word {
      // At S₁ = S₂ = 0 the probability is 1/2, and the sign does not matter.
      cv_not(cv_xor(sums.sign, bernoulli(p, in: sums.masks, &random)))
    }

    private func corners(
      _ z: Word, _ classes: InlineArray<2, Word>, _ p: [BernoulliThreshold], _ random: inout Xoshiro512
    ) -> GibbsBlocks.Corners {
      func draw() -> Word { cv_not(cv_xor(z, bernoulli(p, in: classes, &random))) }
      return GibbsBlocks.Corners(a: draw(), b: draw(), c: draw(), d: draw())
    }
  }
}
