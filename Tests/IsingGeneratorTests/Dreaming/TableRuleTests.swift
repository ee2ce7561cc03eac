import Lattice
import Random
import Testing

@testable import IsingGenerator

@Suite struct TableRuleTests {
  static let sides = [1, 2, 3, 4, 5, 8, 16, 31, 32, 33, 64, 65, 128]

  /// With probabilities 0 and 1 every rule is a function of its patch.
  @Test(arguments: sides)
  func certainTablesAreFunctionsOfThePatch(side: Int) throws {
    var random = RandomStream(seed: 5, name: "table-rules/certain", index: side)
    func coins(_ count: Int) -> [Double] { (0..<count).map { _ in Double(random.below(2)) } }
    let (four, three, two) = (coins(65536), coins(512), coins(16))
    let quadrants = coins(2048)
    let outcomes = (0..<512).map { _ in random.below(16) }
    let joint = (0..<8192).map { $0 % 16 == outcomes[$0 / 16] ? 1.0 : 0 }
    for _ in 0..<4 {
      let coarse = DreamExamples.lattice(side: side, &random)
      func expectFine(_ rule: any UpsamplingRule, _ what: String, _ spin: (Int, Int) -> Bool) {
        var generator = Xoshiro512(&random)
        let fine = rule.refined(coarse, random: &generator)
        #expect(fine == DreamExamples.fine(of: coarse, spin), "\(what), side \(side)")
      }
      expectFine(try PatchRule(probabilities: four), "4 x 4") { y, x in
        four[DreamExamples.orientedPatch(coarse, y, x)] == 1
      }
      expectFine(try PatchRule(probabilities: three), "3 x 3") { y, x in
        let patch = DreamExamples.orientedPatch(coarse, y, x)
        return three[patch & 7 | (patch >> 4 & 7) << 3 | (patch >> 8 & 7) << 6] == 1
      }
      expectFine(try PatchRule(probabilities: two), "2 x 2") { y, x in
        two[DreamExamples.context(coarse, y, x)] == 1
      }
      expectFine(try QuadrantRule(probabilities: quadrants), "quadrants") { y, x in
        let quadrant = 2 * (y % 2) + x % 2
        return quadrants[512 * quadrant + DreamExamples.blockPatch(coarse, y / 2, x / 2)] == 1
      }
      expectFine(try JointRule(probabilities: joint), "joint") { y, x in
        let outcome = outcomes[DreamExamples.blockPatch(coarse, y / 2, x / 2)]
        return outcome >> (2 * (y % 2) + x % 2) & 1 == 1
      }
    }
  }

  /// Frequencies of +1 of the conditionally independent rules over a fixed lattice with all contexts.
  @Test(arguments: [1, 2, 4, 64, 128])
  func frequenciesAreTheTable(side: Int) throws {
    let table = DreamExamples.skewTable
    let patch = try PatchRule(probabilities: table)
    try expectFrequencies(patch, "patch", side, { table[$0 / 4] }) { coarse, y, x in
      DreamExamples.context(coarse, y, x)
    }
    // Sixteen groups of patches, each with its own probability in every quadrant.
    func probability(_ group: Int, _ quadrant: Int) -> Double { Double(group + 4 * quadrant + 1) / 30 }
    let quadrants = try QuadrantRule(
      probabilities: (0..<2048).map { probability($0 % 512 * 11 % 16, $0 / 512) })
    try expectFrequencies(quadrants, "quadrant", side, { probability($0 / 4, $0 % 4) }) { coarse, y, x in
      DreamExamples.blockPatch(coarse, y / 2, x / 2) * 11 % 16
    }
  }

  /// Counts +1 in 16 contexts and 4 quadrants, index 4 context + quadrant, and compares with `probability`.
  private func expectFrequencies(
    _ rule: any UpsamplingRule, _ name: String, _ side: Int, _ probability: (Int) -> Double,
    _ context: (SpinLattice, Int, Int) -> Int
  ) throws {
    let pulls = (0..<24).map { seed in
      var random = RandomStream(seed: 6, name: "table-rules/frequencies/\(name)/\(side)", index: seed)
      var generator = Xoshiro512(&random)
      var cells = (0..<64).map { (trials: 0, successes: 0, probability: probability($0)) }
      for _ in 0..<max(1, 8192 / (side * side)) {
        let coarse = DreamExamples.lattice(side: side, &random)
        let fine = rule.refined(coarse, random: &generator)
        for y in 0..<min(fine.side, 64) {
          for x in 0..<fine.side {
            let cell = 4 * context(coarse, y, x) + 2 * (y % 2) + x % 2
            cells[cell].trials += 1
            cells[cell].successes += fine[y, x] ? 1 : 0
          }
        }
      }
      return DreamPulls.binomial(cells)
    }
    DreamPulls.expectStandard(pulls, "\(name), side \(side)")
  }

  /// Outcomes of blocks over an ordered lattice: frequencies against the table, impossible outcomes never.
  @Test func blockOutcomesHaveTheirFrequencies() throws {
    let weights: [Double] = [5, 0, 3, 1, 1, 2, 0, 4, 1, 1, 0, 2, 3, 1, 6, 0]
    let law = weights.map { $0 / 30 }
    let elsewhere: [Double] = [1] + [Double](repeating: 0, count: 15)
    let rule = try JointRule(probabilities: (0..<512).flatMap { $0 == 511 ? law : elsewhere })
    let pulls = (0..<24).map { seed in
      var random = RandomStream(seed: 7, name: "table-rules/joint", index: seed)
      var generator = Xoshiro512(&random)
      let fine = rule.refined(SpinLattice(side: 64), random: &generator)
      var counts = [Int](repeating: 0, count: 16)
      for y in 0..<64 {
        for x in 0..<64 {
          let outcome = (0..<4).reduce(0) { $0 | (fine[2 * y + $1 / 2, 2 * x + $1 % 2] ? 1 << $1 : 0) }
          counts[outcome] += 1
        }
      }
      var chiSquare = 0.0
      for (count, probability) in zip(counts, law) {
        if probability == 0 {
          #expect(count == 0)
        } else {
          let difference = Double(count) - 4096 * probability
          chiSquare += difference * difference / (4096 * probability)
        }
      }
      return DreamPulls.normal(chiSquare: chiSquare, degrees: 11)
    }
    DreamPulls.expectStandard(pulls, "outcomes")
  }

  @Test func badTablesAreRefused() {
    let half = [Double](repeating: 0.5, count: 100)
    let patch = #expect(throws: DreamError.self) { try PatchRule(probabilities: half) }
    #expect(
      patch?.description == "PatchRule: the table has 100 probabilities, but must have 65536 or 512 or 16")
    let quadrant = #expect(throws: DreamError.self) { try QuadrantRule(probabilities: half) }
    #expect(quadrant?.description == "QuadrantRule: the table has 100 probabilities, but must have 2048")
    var outcomes = [Double](repeating: 1 / 16.0, count: 8192)
    outcomes[16 * 9] = 0.25
    let joint = #expect(throws: DreamError.self) { try JointRule(probabilities: outcomes) }
    #expect(
      joint?.description
        == "JointRule: the 16 outcomes of context 9 have probability 1.1875, but must have 1")
  }
}
