import Random
import Testing

@testable import Lattice

@Suite struct SweepTests {
  /// Spins and numbers of unsatisfied bonds after sweeps by the kernel equal those of plain integers to the bit.
  @Test(arguments: RandomSharing.allCases)
  func kernelEqualsPlainSweeps(_ sharing: RandomSharing) throws {
    for (side, sweeps) in [(2, 3), (4, 4), (6, 1), (4, 1)] {
      var stream = RandomStream(seed: 1, name: "ea/kernel", index: side)
      let bonds = try BondPlanes(side: side, random: &stream)
      let schedule = try TemperingSchedule(
        betas: [0.3, 0.9], sweeps: 8, sweepsPerExchange: 8, sweepsPerMeasurement: 8, sharing: sharing)
      var run = try ReplicaExchange(bonds, schedule: schedule, random: stream)
      let plain = (0..<4).map { slot in
        var plain = PlainSweep(
          bonds, beta: schedule.betas[slot / 2], sharing: sharing,
          spins: run.configurations(beta: slot / 2, replica: slot % 2), random: run.generators[slot])
        plain.run(sweeps)
        return plain
      }
      let storage = SlotStorage(bonds, spins: run.spins, slots: 4)
      run.sweep(sweeps, storage)
      storage.store(into: &run.spins)
      for slot in 0..<4 {
        let spins = run.configurations(beta: slot / 2, replica: slot % 2)
        let equal = spins.words.indices.allSatisfy { i in
          (0..<512).allSatisfy { PlainSweep.bit(spins.words[i], $0) == (plain[slot].spins[i][$0] < 0) }
        }
        #expect(equal, "\(sharing), side \(side), slot \(slot)")
        var counts = [Int32](repeating: 0, count: 512)
        LaneCounts.expand(storage.unsatisfied(slot), count: storage.width, into: &counts)
        #expect((0..<512).allSatisfy { Int(counts[$0]) == plain[slot].total($0) }, "\(sharing), side \(side)")
      }
    }
  }

  /// The fraction of flips at n unsatisfied bonds is 1/(1 + e^{β(12 − 4n)}), and its variance is that of 8 or of 512
  /// independent decisions.
  @Test(arguments: [0.0, 0.35, 0.8])
  func flipProbabilities(_ beta: Double) {
    pulls(GroupRule.self, beta, decisions: 8)
    pulls(PlaneRule.self, beta, decisions: nil)
    pulls(IndependentRule.self, beta, decisions: 512)
  }

  private func pulls<Rule: FlipRule>(_ rule: Rule.Type, _ beta: Double, decisions: Int?) {
    let thresholds = FlipThresholds(beta: beta)
    let draws = 20000
    for n in 0...6 {
      var stream = RandomStream(seed: 2, name: "ea/flips", index: n)
      var random = Xoshiro512(&stream)
      let digits = (0..<3).map { SIMD8<UInt64>(repeating: n >> $0 & 1 == 1 ? .max : 0) }
      let fractions: [Double] = thresholds.masks.withUnsafeBufferPointer { masks in
        let rule = Rule(thresholds, masks: masks.baseAddress!)
        return (0..<draws).map { _ in
          let flips = rule.flips(digits[0], digits[1], digits[2], &random)
          return Double((0..<8).reduce(0) { $0 + flips[$1].nonzeroBitCount }) / 512
        }
      }
      let p = 1 / (1 + exactExp(beta * Double(12 - 4 * n)))
      let mean = fractions.reduce(0, +) / Double(draws)
      let variance = fractions.reduce(0) { $0 + ($1 - p) * ($1 - p) } / Double(draws)
      #expect(abs(mean - p) < 4.5 * (variance / Double(draws)).squareRoot(), "\(rule), n = \(n): \(mean), \(p)")
      guard let decisions else { continue }
      let expected = p * (1 - p) / Double(decisions)
      // The variance of a squared deviation of a binomial fraction.
      let kurtosis = 2 + (1 - 6 * p * (1 - p)) / (p * (1 - p) * Double(decisions))
      let error = expected * (kurtosis / Double(draws)).squareRoot()
      #expect(abs(variance - expected) < 4.5 * error, "\(rule), n = \(n): variance \(variance), not \(expected)")
    }
  }

  /// m unsatisfied bonds more at the hotter temperature exchange with the probability e^{−2 m (β' − β)}, and fewer
  /// always.
  @Test func exchangeProbabilities() {
    let (beta, colder, width) = (0.5, 0.53, 8)
    let step = ExchangeStep(beta, colder, width: width)
    var stream = RandomStream(seed: 3, name: "ea/exchange")
    var random = Xoshiro512(&stream)
    for (own, other) in [(100, 100), (101, 100), (107, 100), (192, 80), (130, 63), (99, 100), (0, 192)] {
      let planes = { (n: Int) in (0..<width).map { SIMD8<UInt64>(repeating: n >> $0 & 1 == 1 ? .max : 0) } }
      let draws = 400
      let accepted = (0..<draws).reduce(0) { sum, _ in
        let lanes = step.accepted(planes(own), planes(other), &random)
        return sum + (0..<8).reduce(0) { $0 + lanes[$1].nonzeroBitCount }
      }
      let p = min(1, exactExp(-2 * (colder - beta) * Double(own - other)))
      let trials = Double(512 * draws)
      let error = (p * (1 - p) * trials).squareRoot()
      #expect(abs(Double(accepted) - p * trials) <= 4.5 * error, "\(own), \(other): \(accepted) of \(trials)")
    }
  }
}
