import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct FieldBlockRuleTests {
  private func field(side: Int, _ random: inout RandomStream) -> ScalarField {
    ScalarField(side: side, values: (0..<side * side).map { _ in random.normal() })
  }

  /// The rule of the text, block by block.
  private func naive(_ rule: FieldBlockRule, _ fine: ScalarField) -> ScalarField {
    var coarse = ScalarField(side: fine.side / 2, constant: 0)
    for y in 0..<coarse.side {
      for x in 0..<coarse.side {
        let block = [
          fine[2 * y, 2 * x], fine[2 * y, 2 * x + 1], fine[2 * y + 1, 2 * x], fine[2 * y + 1, 2 * x + 1],
        ]
        let sum = block.reduce(0, +)
        let members =
          switch rule {
          case .majorityMean: block.filter { sum >= 0 ? $0 > 0 : $0 < 0 }
          case .average: block
          }
        coarse[y, x] = members.isEmpty ? 0 : members.reduce(0, +) / Double(members.count)
      }
    }
    return coarse
  }

  @Test(
    "a block is the mean of the fields with the sign of their sum",
    arguments: [
      ([1, 2, -0.5, -0.1], 1.5), ([-3, 1, 1, 0.5], -3), ([1, 1, 1, 1], 1), ([2, -2, 3, -3], 2.5),
      ([0, 0, 0, 0], 0), ([0, -1, 0, -2], -1.5), ([-1, -2, -3, -4], -2.5),
    ] as [([Double], Double)])
  func blocks(block: [Double], expected: Double) throws {
    let coarse = try FieldBlockRule.majorityMean.block(ScalarField(side: 2, values: block))
    #expect(coarse == ScalarField(side: 1, values: [expected]))
  }

  @Test("level by level both rules agree with plain loops", arguments: FieldBlockRule.allCases)
  func levels(rule: FieldBlockRule) throws {
    for side in [2, 6, 14, 64] {
      var random = RandomStream(seed: 1, name: "field-block/levels", index: side)
      var field = field(side: side, &random)
      while field.side % 2 == 0 {
        let coarse = try rule.block(field)
        let expected = naive(rule, field)
        #expect(coarse.side == expected.side)
        for (a, b) in zip(coarse.values, expected.values) { #expect(abs(a - b) < 1e-14) }
        field = coarse
      }
      if rule == .average { #expect(field.side == side / (side & -side)) }
    }
  }

  @Test("the block average keeps the magnetization") func averageKeepsMean() throws {
    var random = RandomStream(seed: 1, name: "field-block/mean")
    let fine = field(side: 32, &random)
    #expect(abs(try FieldBlockRule.average.block(fine).moments.m - fine.moments.m) < 1e-15)
  }

  @Test("-phi gives minus the block fields of phi", arguments: FieldBlockRule.allCases)
  func odd(rule: FieldBlockRule) throws {
    var random = RandomStream(seed: 2, name: "field-block/odd")
    let fine = field(side: 32, &random)
    let mirrored = ScalarField(side: 32, values: fine.values.map { -$0 })
    let coarse = try rule.block(fine)
    #expect(try rule.block(mirrored).values == coarse.values.map { -$0 })
    #expect(coarse.values.contains { $0 != 0 })
  }

  @Test("a lattice of odd side has no blocks", arguments: [1, 3, 65])
  func oddSide(side: Int) {
    #expect(throws: RenormalizationError.oddSide(side)) {
      try FieldBlockRule.majorityMean.block(ScalarField(side: side, constant: 1))
    }
  }

  @Test("rules are written by name") func names() {
    #expect(FieldBlockRule.allCases.map(\.rawValue) == ["majority-mean", "average"])
  }
}
