import Lattice
import Random
import Testing

@testable import IsingGenerator

@Suite struct FourSpinRuleTests {
  static let sides = [1, 2, 3, 4, 8, 16, 31, 32, 33, 63, 64, 65, 128, 130, 192, 256, 512, 576, 1024]

  /// With probabilities 0 and 1 the rule is a function of the four coarse spins: every neighbour, the
  /// periodic boundary and the order of the fine spins can be checked bit by bit.
  @Test(arguments: sides, [false, true])
  func certainTablesAreFunctionsOfFourSpins(side: Int, symmetric: Bool) throws {
    var random = RandomStream(seed: 1, name: "four-spin/certain", index: side)
    for repeatIndex in 0..<(side < 200 ? 12 : 3) {
      var table = (0..<16).map { _ in Double(random.below(2)) }
      if symmetric {
        let agrees = (0..<6).map { _ in random.below(2) }
        table = (0..<16).map { context in
          let own = context & 1
          let a = context >> 1 & 1 == own ? 1 : 0
          let b = context >> 2 & 1 == own ? 1 : 0
          let d = context >> 3 & 1 == own ? 1 : 0
          return Double(agrees[2 * (a + b) + d] == 1 ? own : 1 - own)
        }
        #expect(FourSpinRule.isSymmetric(table))
      }
      let coarse = DreamExamples.lattice(side: side, &random)
      let expected = DreamExamples.fine(of: coarse) { y, x in
        table[DreamExamples.context(coarse, y, x)] == 1
      }
      var generator = Xoshiro512(&random)
      let fine = try FourSpinRule(probabilities: table).refined(coarse, random: &generator)
      #expect(fine == expected, "side \(side), table \(repeatIndex)")
    }
  }

  /// Frequencies of +1 in all contexts of the four sub-spins against the table.
  @Test(arguments: [1, 2, 4, 16, 64, 128, 512], [false, true])
  func frequenciesAreTheTable(side: Int, symmetric: Bool) throws {
    let table = symmetric ? DreamExamples.table : DreamExamples.skewTable
    #expect(FourSpinRule.isSymmetric(table) == symmetric)
    let rule = try FourSpinRule(probabilities: table)
    let pulls = (0..<24).map { seed in
      var random = RandomStream(seed: 2, name: "four-spin/frequencies/\(side)", index: seed)
      var generator = Xoshiro512(&random)
      var cells = (0..<64).map { (trials: 0, successes: 0, probability: table[$0 / 4]) }
      for _ in 0..<max(1, 8192 / (side * side)) {
        let coarse = DreamExamples.lattice(side: side, &random)
        let fine = rule.refined(coarse, random: &generator)
        for y in 0..<min(fine.side, 128) {
          for x in 0..<fine.side {
            let cell = 4 * DreamExamples.context(coarse, y, x) + 2 * (y % 2) + x % 2
            cells[cell].trials += 1
            cells[cell].successes += fine[y, x] ? 1 : 0
          }
        }
      }
      if side > 2 { #expect(cells.allSatisfy { $0.trials > 100 }) }
      return DreamPulls.binomial(cells)
    }
    DreamPulls.expectStandard(pulls, "side \(side)")
  }

  /// Given the coarse lattice all fine spins are independent: the covariance of spins of one block, of
  /// neighbouring blocks, words and vectors of words vanishes.
  @Test func fineSpinsAreIndependent() throws {
    let p = DreamExamples.table[15]
    let rule = try FourSpinRule(probabilities: DreamExamples.table)
    let distances = [(0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (0, 64), (0, 128), (1, 128), (16, 0), (16, 128)]
    var pulls: [Double] = []
    for seed in 0..<24 {
      var random = RandomStream(seed: 3, name: "four-spin/independence", index: seed)
      var generator = Xoshiro512(&random)
      let coarse = SpinLattice(side: 128)
      let fine = rule.refined(coarse, random: &generator)
      for (dy, dx) in distances {
        var sum = 0.0
        // A quarter of the sites, so that no pair is used twice.
        for y in stride(from: 0, to: 256, by: 2) {
          for x in stride(from: 0, to: 256, by: 2) {
            let a = (fine[y, x] ? 1 : 0) - p
            let b = (fine[(y + dy) % 256, (x + dx) % 256] ? 1 : 0) - p
            sum += a * b
          }
        }
        pulls.append(sum / (p * (1 - p) * 128))
      }
    }
    DreamPulls.expectStandard(pulls, "covariance")
  }

  /// A rule with the symmetry draws whether a spin agrees with its block, so that a flipped lattice gives the
  /// flipped result from the same random numbers.
  @Test func flipsWithTheCoarseLattice() throws {
    let rule = try FourSpinRule(probabilities: DreamExamples.table)
    for side in [1, 2, 32, 64, 192] {
      var random = RandomStream(seed: 4, name: "four-spin/flip", index: side)
      let coarse = DreamExamples.lattice(side: side, &random)
      var first = Xoshiro512(&random)
      var second = first
      let fine = rule.refined(coarse, random: &first)
      let flipped = rule.refined(flip(coarse), random: &second)
      #expect(flipped == flip(fine))
    }
    func flip(_ lattice: SpinLattice) -> SpinLattice {
      SpinLattice(side: lattice.side, words: lattice.words.map { ~$0 })
    }
  }

  @Test func badTablesAreRefused() {
    #expect(throws: DreamError.tableSize(rule: "FourSpinRule", count: 15, allowed: [16])) {
      try FourSpinRule(probabilities: [Double](repeating: 0.5, count: 15))
    }
    for bad in [-0.1, 1.1, .nan, .infinity] {
      var table = DreamExamples.table
      table[7] = bad
      let error = #expect(throws: DreamError.self) { try FourSpinRule(probabilities: table) }
      let line = error?.description ?? ""
      #expect(line == "FourSpinRule: probability 7 of the table is \(bad), but must lie in 0...1")
    }
  }
}
