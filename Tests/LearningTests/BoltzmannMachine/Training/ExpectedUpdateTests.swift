import Elementary
import Random
import Testing

@testable import Learning

/// The mean of the CD-1 update against the sum over all hidden and visible configurations.
@Suite struct ExpectedUpdateTests {
  private static let visible = 4
  private static let hidden = 3

  private static func sign(_ word: Int, _ bit: Int) -> Double { word >> bit & 1 == 1 ? 1 : -1 }

  private static func hiddenMeans(_ w: [Double], _ v: Int) -> [Double] {
    (0..<hidden).map { j in Elementary.tanh((0..<visible).reduce(0.0) { $0 + sign(v, $1) * w[hidden * $1 + j] }) }
  }

  private static func visibleMeans(_ w: [Double], _ h: Int) -> [Double] {
    (0..<visible).map { i in Elementary.tanh((0..<hidden).reduce(0.0) { $0 + sign(h, $1) * w[hidden * i + $1] }) }
  }

  private static func probability(_ means: [Double], _ word: Int) -> Double {
    means.indices.reduce(1.0) { $0 * (1 + sign(word, $1) * means[$1]) / 2 }
  }

  /// v tanh(Wᵀ v) of the data minus its expectation after one step, averaged over the data.
  private static func gradient(_ w: [Double], _ data: [Int]) -> [Double] {
    var gradient = [Double](repeating: 0, count: visible * hidden)
    func add(_ v: Int, _ weight: Double) {
      let means = hiddenMeans(w, v)
      for i in 0..<visible {
        for j in 0..<hidden { gradient[hidden * i + j] += weight * sign(v, i) * means[j] / Double(data.count) }
      }
    }
    for v in data {
      add(v, 1)
      for h in 0..<1 << hidden {
        let weight = probability(hiddenMeans(w, v), h)
        let means = visibleMeans(w, h)
        for next in 0..<1 << visible { add(next, -weight * probability(means, next)) }
      }
    }
    return gradient
  }

  @Test func meanUpdateIsTheExactExpectation() throws {
    var random = RandomStream(seed: 1, name: "expected-update")
    let machine = try BoltzmannMachine(
      visible: Self.visible, hidden: Self.hidden, standardDeviation: 0.6, random: &random)
    let data = (0..<50).map { _ in min(random.below(16), random.below(16)) }
    let samples = try SpinSamples(units: Self.visible, words: data.map { UInt64($0) })
    let rate = 0.5
    let settings = try ContrastiveDivergence(batch: 50, learningRate: rate, momentum: 0, epochs: 1)
    let exact = Self.gradient(machine.weights.map(Double.init), data)
    let blocks = 60
    let seeds = 40
    let count = Self.visible * Self.hidden
    var pulls = [[Double]](repeating: [], count: count)
    for block in 0..<blocks {
      var sum = [Double](repeating: 0, count: count)
      var square = sum
      for seed in 0..<seeds {
        let stream = random.child("seed", block * seeds + seed)
        var training = try BoltzmannTraining(machine, settings, samples: samples, random: stream)
        try training.run()
        for k in 0..<count {
          let deviation = Double(training.machine.weights[k] - machine.weights[k]) / rate - exact[k]
          sum[k] += deviation
          square[k] += deviation * deviation
        }
      }
      for k in 0..<count {
        let mean = sum[k] / Double(seeds)
        let variance = (square[k] / Double(seeds) - mean * mean) / Double(seeds - 1)
        pulls[k].append(mean / variance.squareRoot())
      }
    }
    for pull in pulls { expectStandardPulls(pull) }
  }
}
