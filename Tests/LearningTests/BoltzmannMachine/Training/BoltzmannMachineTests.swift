import Elementary
import Random
import Testing

@testable import Learning

@Suite struct BoltzmannMachineTests {
  private func machine(_ visible: Int, _ hidden: Int, _ scale: Double, _ name: String) throws -> BoltzmannMachine {
    var random = RandomStream(seed: 1, name: "boltzmann-machine/" + name)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(scale * random.normal()) } }
    return try BoltzmannMachine(
      visible: visible, hidden: hidden, weights: numbers(visible * hidden), visibleBias: numbers(visible),
      hiddenBias: numbers(hidden))
  }

  @Test(arguments: [(1, 1), (33, 70), (100, 31), (64, 64), (5, 130)])
  func meansAreThoseOfPlainLoops(visible: Int, hidden: Int) throws {
    var random = RandomStream(seed: 2, name: "means")
    let machine = try machine(visible, hidden, 0.3, "means")
    let plain = ScalarDivergence(machine, try ContrastiveDivergence(learningRate: 1, epochs: 1))
    let v = try randomSamples(units: visible, count: 131, &random)
    let h = try randomSamples(units: hidden, count: 131, &random)
    let hiddenMeans = try machine.hiddenMeans(of: v)
    let visibleMeans = try machine.visibleMeans(of: h)
    for s in [0, 1, 127, 128, 130] {
      let given = (0..<visible).map { v[s, $0] }
      #expect(Array(hiddenMeans[s * hidden..<(s + 1) * hidden]) == plain.hiddenMeans(given))
      let other = (0..<hidden).map { h[s, $0] }
      #expect(Array(visibleMeans[s * visible..<(s + 1) * visible]) == plain.visibleMeans(other))
    }
  }

  @Test func withoutBiasesTurningAllSpinsOverChangesOnlySigns() throws {
    var random = RandomStream(seed: 3, name: "flip")
    let machine = try BoltzmannMachine(visible: 77, hidden: 50, standardDeviation: 0.4, random: &random)
    let samples = try randomSamples(units: 77, count: 20, &random)
    let flipped = samples.flipped { _ in true }
    #expect(try machine.hiddenMeans(of: flipped) == machine.hiddenMeans(of: samples).map { -$0 })
    #expect(try machine.freeEnergy(of: flipped) == machine.freeEnergy(of: samples))
  }

  @Test func hiddenUnitsAreDrawnWithTheirMeansAndIndependently() throws {
    var random = RandomStream(seed: 4, name: "frequencies")
    let machine = try machine(20, 90, 0.3, "frequencies")
    let one = try randomSamples(units: 20, count: 1, &random)
    let count = 20_000
    let words = (0..<count).flatMap { _ in one.words }
    let samples = try SpinSamples(units: 20, words: words)
    let means = try machine.hiddenMeans(of: one).map(Double.init)
    let drawn = try machine.sampledHidden(of: samples, random: &random)
    #expect(drawn.units == 90 && drawn.count == count)
    func spin(_ s: Int, _ j: Int) -> Double { drawn[s, j] ? 1 : -1 }
    let variance = means.map { 1 - $0 * $0 }
    expectStandardPulls((0..<90).map { j in
      let sum = (0..<count).reduce(0.0) { $0 + spin($1, j) - means[j] }
      return sum / (Double(count) * variance[j]).squareRoot()
    })
    expectStandardPulls((0..<89).map { j in
      let sum = (0..<count).reduce(0.0) { $0 + (spin($1, j) - means[j]) * (spin($1, j + 1) - means[j + 1]) }
      return sum / (Double(count) * variance[j] * variance[j + 1]).squareRoot()
    })
    expectStandardPulls((0..<90).map { j in
      let sum = (1..<count).reduce(0.0) { $0 + (spin($1, j) - means[j]) * (spin($1 - 1, j) - means[j]) }
      return sum / (Double(count - 1).squareRoot() * variance[j])
    })
  }

  @Test func hugeWeightsSaturate() throws {
    var random = RandomStream(seed: 5, name: "huge")
    let machine = try BoltzmannMachine(visible: 2, hidden: 2, weights: [90, 0, 0, -3e30])
    let samples = try SpinSamples(units: 2, words: (0..<4000).map { UInt64($0 % 4) })
    let hidden = try machine.sampledHidden(of: samples, random: &random)
    let back = try machine.sampledVisible(of: hidden, random: &random)
    for s in 0..<4000 {
      #expect(hidden[s, 0] == samples[s, 0] && hidden[s, 1] == !samples[s, 1])
    }
    #expect(back == samples)
    #expect(try machine.freeEnergy(of: samples).allSatisfy { $0.isFinite })
  }

  @Test func freeEnergyIsTheSumOverHiddenUnits() throws {
    let machine = try machine(5, 4, 0.7, "free-energy")
    let samples = try SpinSamples(units: 5, words: Array(0..<32))
    let energies = try machine.freeEnergy(of: samples)
    for v in 0..<32 {
      var sum = 0.0
      for h in 0..<16 {
        var exponent = 0.0
        func sign(_ word: Int, _ bit: Int) -> Double { word >> bit & 1 == 1 ? 1 : -1 }
        for i in 0..<5 {
          exponent += sign(v, i) * Double(machine.visibleBias[i])
          for j in 0..<4 { exponent += sign(v, i) * Double(machine.weights[4 * i + j]) * sign(h, j) }
        }
        for j in 0..<4 { exponent += sign(h, j) * Double(machine.hiddenBias[j]) }
        sum += Elementary.exp(exponent)
      }
      #expect(abs(energies[v] + Elementary.log(sum)) < 2e-6)
    }
  }

  /// The chain's equilibrium is P(v) ∝ e^{-F(v)}.
  @Test func reconstructionsEquilibrate() throws {
    var random = RandomStream(seed: 6, name: "reconstructions")
    let machine = try machine(3, 5, 0.25, "reconstructions")
    let all = try SpinSamples(units: 3, words: Array(0..<8))
    let weights = try machine.freeEnergy(of: all).map { Elementary.exp(-$0) }
    let total = weights.reduce(0, +)
    let count = 40_000
    let start = try SpinSamples(units: 3, count: count)
    let chain = try machine.reconstructions(of: start, steps: 30, random: &random)
    #expect(chain.count == 30)
    var counts = [Double](repeating: 0, count: 8)
    for word in chain[29].words { counts[Int(word)] += 1 }
    let chiSquare = (0..<8).reduce(0.0) { sum, v in
      let expected = Double(count) * weights[v] / total
      return sum + (counts[v] - expected) * (counts[v] - expected) / expected
    }
    #expect(chiSquare < 29.9)  // probability 10⁻⁴ for 7 degrees of freedom
    #expect(try machine.reconstructions(of: start, steps: 0, random: &random).isEmpty)
  }

  @Test func effectiveWeightsAreProducts() throws {
    let first = try BoltzmannMachine(visible: 3, hidden: 2, weights: [1, 2, 3, 4, 5, 6])
    let second = try BoltzmannMachine(visible: 2, hidden: 1, weights: [1, -1])
    #expect(try BoltzmannMachine.effectiveWeights(of: [first, second]) == [-1, -1, -1])
    #expect(try BoltzmannMachine.effectiveWeights(of: [first]) == first.weights)
    #expect(throws: BoltzmannError.wrongCount(what: "the visible units of the next layer", expected: 1, found: 3)) {
      try BoltzmannMachine.effectiveWeights(of: [second, first])
    }
  }

  @Test func badMachinesAndSamplesAreRefused() throws {
    var random = RandomStream(seed: 7, name: "refused")
    #expect(throws: BoltzmannError.wrongCount(what: "the weights", expected: 6, found: 5)) {
      try BoltzmannMachine(visible: 2, hidden: 3, weights: [1, 2, 3, 4, 5])
    }
    #expect(throws: BoltzmannError.self) { try BoltzmannMachine(visible: 1, hidden: 1, weights: [.nan]) }
    #expect(throws: BoltzmannError.wrongCount(what: "the hidden biases", expected: 1, found: 2)) {
      try BoltzmannMachine(visible: 1, hidden: 1, weights: [0], hiddenBias: [0, 0])
    }
    #expect(throws: BoltzmannError.setting(name: "the number of hidden units", value: 0, allowed: "1 or more")) {
      try BoltzmannMachine(visible: 1, hidden: 0, random: &random)
    }
    let machine = try BoltzmannMachine(visible: 2, hidden: 1, weights: [1, 2])
    let samples = try SpinSamples(units: 3, count: 1)
    #expect(throws: BoltzmannError.wrongCount(what: "the visible units of the samples", expected: 2, found: 3)) {
      try machine.sampledHidden(of: samples, random: &random)
    }
  }
}
