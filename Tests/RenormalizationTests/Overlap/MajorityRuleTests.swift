import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct MajorityRuleTests {
  typealias Word = SIMD8<UInt64>

  private func words(_ count: Int, _ name: String) -> [Word] {
    var stream = RandomStream(seed: 1, name: "majority-rule/" + name)
    var random = Xoshiro512(&stream)
    return (0..<count).map { _ in random.next() }
  }

  private func bit(_ word: Word, _ lane: Int) -> Bool { word[lane / 64] >> UInt64(lane % 64) & 1 == 1 }

  private func complement(_ planes: SpinPlanes) -> SpinPlanes {
    SpinPlanes(side: planes.side, words: planes.words.map { ~$0 })
  }

  @Test("all 256 patterns of a block", arguments: OverlapTieRule.allCases)
  func everyPattern(ties: OverlapTieRule) {
    // Lane l holds pattern l mod 256, bit k of the pattern in site k.
    let fine = (0..<8).map { site in
      var word = Word()
      for lane in 0..<512 where lane >> site & 1 == 1 { word[lane / 64] |= 1 << UInt64(lane % 64) }
      return word
    }
    let coins = words(1, "patterns")
    let rule = MajorityRule(ties: ties)
    let coarse = rule.blocked(SpinPlanes(side: 2, words: fine), coins: ties == .random ? coins : nil)
    for lane in 0..<512 {
      let count = (lane & 255).nonzeroBitCount
      let tied = ties == .random ? bit(coins[0], lane) : lane & 1 == 1
      #expect(bit(coarse.words[0], lane) == (count == 4 ? tied : count > 4), "pattern \(lane & 255)")
    }
  }

  @Test("blocks of an 8³ lattice are the signs of their sums", arguments: OverlapTieRule.allCases)
  func agreesWithLoops(ties: OverlapTieRule) throws {
    let fine = SpinPlanes(side: 8, words: words(512, "loops"))
    var stream = RandomStream(seed: 2, name: "majority-rule/coins")
    var random = Xoshiro512(&stream)
    var coins = random
    let coarse = try MajorityRule(ties: ties).blocked(fine, random: &random)
    #expect(coarse.side == 4)
    for z in 0..<4 {
      for y in 0..<4 {
        for x in 0..<4 {
          let coin = ties == .random ? coins.next() : Word()
          for lane in stride(from: 0, to: 512, by: 19) {
            let block = (0..<8).map { k -> Int in
              let site = 2 * x + k % 2 + 8 * (2 * y + k / 2 % 2 + 8 * (2 * z + k / 4))
              return bit(fine.words[site], lane) ? -1 : 1
            }
            let sum = block.reduce(0, +)
            let tied = ties == .random ? (bit(coin, lane) ? -1 : 1) : block[0]
            let spin = bit(coarse.words[x + 4 * (y + 4 * z)], lane) ? -1 : 1
            #expect(spin == (sum == 0 ? tied : sum.signum()))
          }
        }
      }
    }
    #expect(random.next() == coins.next(), "the rule draws one word a block with random ties, none otherwise")
  }

  @Test("uniform lattices stay uniform", arguments: OverlapTieRule.allCases)
  func uniform(ties: OverlapTieRule) throws {
    var stream = RandomStream(seed: 3, name: "majority-rule/uniform")
    var random = Xoshiro512(&stream)
    for spin in [1, -1] {
      let coarse = try MajorityRule(ties: ties).blocked(SpinPlanes(side: 6, uniform: spin), random: &random)
      #expect(coarse == SpinPlanes(side: 3, uniform: spin))
    }
  }

  @Test func flippingOverlapsAndCoinsFlipsTheBlocks() {
    let fine = SpinPlanes(side: 8, words: words(512, "flip"))
    let coins = words(64, "flip/coins")
    let rule = MajorityRule(ties: .random)
    let flipped = rule.blocked(complement(fine), coins: coins.map { ~$0 })
    #expect(flipped == complement(rule.blocked(fine, coins: coins)))
    let first = MajorityRule(ties: .first)
    #expect(first.blocked(complement(fine), coins: nil) == complement(first.blocked(fine, coins: nil)))
  }

  @Test("a rotated or reflected lattice gives the rotated or reflected blocks", arguments: 0..<48)
  func cubicSymmetry(index: Int) {
    // Coins are moved along with their blocks: independent ones have the same law.
    let axes = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]][index / 8]
    func moved(_ items: [Word], _ side: Int) -> [Word] {
      items.indices.map { i in
        let to = [i % side, i / side % side, i / side / side]
        let from = (0..<3).map { k in index >> k & 1 == 1 ? side - 1 - to[axes[k]] : to[axes[k]] }
        return items[from[0] + side * (from[1] + side * from[2])]
      }
    }
    let fine = words(512, "cubic")
    let coins = words(64, "cubic/coins")
    let rule = MajorityRule(ties: .random)
    let blocks = rule.blocked(SpinPlanes(side: 8, words: fine), coins: coins)
    let rotated = rule.blocked(SpinPlanes(side: 8, words: moved(fine, 8)), coins: moved(coins, 4))
    #expect(rotated.words == moved(blocks.words, 4))
  }

  @Test("independent overlaps of mean m: P(+) = P(k > 4) + P(k = 4)/2", arguments: [-0.3, 0.0, 0.2, 0.5])
  func independentOverlaps(m: Double) throws {
    let plus = (1 + m) / 2
    let binomials = [1.0, 8, 28, 56, 70, 56, 28, 8, 1]
    let law = (0...8).map { k in
      (0..<8).reduce(binomials[k]) { product, j in product * (j < k ? plus : 1 - plus) }
    }
    let expected = law[5...8].reduce(0, +) + law[4] / 2
    var stream = RandomStream(seed: 4, name: "majority-rule/independent", index: Int(10 * m))
    var random = Xoshiro512(&stream)
    let minus = BernoulliThreshold(1 - plus)
    let pulls = try (0..<40).map { _ -> Double in
      let fine = SpinPlanes(side: 4, words: (0..<64).map { _ in random.bernoulli(minus) })
      let coarse = try MajorityRule(ties: .random).blocked(fine, random: &random)
      let set = coarse.words.reduce(0) { total, word in
        total + (0..<8).reduce(0) { $0 + word[$1].nonzeroBitCount }
      }
      let count = 8.0 * 512
      return (1 - Double(set) / count - expected) / (expected * (1 - expected) / count).squareRoot()
    }
    let all = Pulls(values: pulls)
    #expect(abs(all.mean) < all.meanLimit())
    #expect(abs(all.variance - 1) < all.varianceLimit())
  }

  @Test func oddSidesAreRefused() {
    var stream = RandomStream(seed: 5, name: "majority-rule/odd")
    var random = Xoshiro512(&stream)
    #expect(throws: OverlapFlowError.oddSide(3)) {
      try MajorityRule(ties: .random).blocked(SpinPlanes(side: 3, uniform: 1), random: &random)
    }
    #expect(
      OverlapFlowError.oddSide(3).description
        == "majority rule: a lattice of side 3 has no 2 x 2 x 2 blocks; the side must be even")
  }
}
