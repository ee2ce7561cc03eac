import Elementary
import Random

@testable import Learning

/// Contrastive divergence with plain loops over scalars, in the documented order of sums and random numbers.
struct ScalarDivergence {
  let settings: ContrastiveDivergence
  let visible: Int
  let hidden: Int
  var weights: [Float]
  var visibleBias: [Float]
  var hiddenBias: [Float]
  var velocity: [Float]
  var visibleVelocity: [Float]
  var hiddenVelocity: [Float]
  var chains: [[Bool]] = []
  var epoch = 0
  /// Units in which the model's samples of the last epoch differed from the data.
  var differences = 0

  init(_ machine: BoltzmannMachine, _ settings: ContrastiveDivergence) {
    self.settings = settings
    visible = machine.visible
    hidden = machine.hidden
    weights = machine.weights
    visibleBias = machine.visibleBias.isEmpty ? Array(repeating: 0, count: visible) : machine.visibleBias
    hiddenBias = machine.hiddenBias.isEmpty ? Array(repeating: 0, count: hidden) : machine.hiddenBias
    velocity = weights.map { _ in 0 }
    visibleVelocity = Array(repeating: 0, count: visible)
    hiddenVelocity = Array(repeating: 0, count: hidden)
  }

  /// start + Σ ±terms, four at a time: (second pair) + (first pair).
  static func signedSum(_ start: Float, _ count: Int, _ term: (Int) -> Float) -> Float {
    var sum = start
    for k in stride(from: 0, to: count, by: 4) {
      func value(_ i: Int) -> Float { i < count ? term(i) : 0 }
      sum += (value(k + 2) + value(k + 3)) + (value(k) + value(k + 1))
    }
    return sum
  }

  static func tanh(_ x: Float) -> Float { Elementary.tanh(SIMD16<Float>(repeating: x))[0] }

  func hiddenMeans(_ v: [Bool]) -> [Float] {
    (0..<hidden).map { j in
      Self.tanh(Self.signedSum(hiddenBias[j], visible) { v[$0] ? weights[$0 * hidden + j] : -weights[$0 * hidden + j] })
    }
  }

  func visibleMeans(_ h: [Bool]) -> [Float] {
    (0..<visible).map { i in
      Self.tanh(Self.signedSum(visibleBias[i], hidden) { h[$0] ? weights[i * hidden + $0] : -weights[i * hidden + $0] })
    }
  }

  /// Draws for all rows: 32 units at a time, in them row by row, 16 units a word of the generator.
  static func draw(_ means: [[Float]], _ generator: inout Xoshiro512) -> [[Bool]] {
    let units = means[0].count
    var drawn = means.map { $0.map { _ in false } }
    for panel in stride(from: 0, to: units, by: 32) {
      for row in means.indices {
        for half in [panel, panel + 16] {
          let word = generator.next()
          for lane in 0..<16 where half + lane < units {
            let bits = UInt32(truncatingIfNeeded: word[lane / 2] >> UInt64(32 * (lane % 2)))
            drawn[row][half + lane] = Int32(bitPattern: bits) < Int32(means[row][half + lane] * 2_147_483_520)
          }
        }
      }
    }
    return drawn
  }

  mutating func runEpoch(_ samples: SpinSamples, _ random: RandomStream) {
    let stream = random.child("epoch", epoch)
    var shuffle = stream.child("order")
    var order = Array(0..<samples.count)
    for last in stride(from: samples.count - 1, to: 0, by: -1) { order.swapAt(last, shuffle.below(last + 1)) }
    func sample(_ s: Int) -> [Bool] { (0..<visible).map { samples[s, $0] } }
    if settings.isPersistent && chains.isEmpty { chains = order.prefix(settings.batch).map(sample) }
    differences = 0
    for batch in 0..<samples.count / settings.batch {
      let data = order[batch * settings.batch..<(batch + 1) * settings.batch].map(sample)
      var words = stream.child("batch", batch)
      var generator = Xoshiro512(&words)
      let positive = data.map(hiddenMeans)
      var model = settings.isPersistent ? chains : data
      for step in 0..<settings.steps {
        let means = step == 0 && !settings.isPersistent ? positive : model.map(hiddenMeans)
        model = Self.draw(Self.draw(means, &generator).map(visibleMeans), &generator)
      }
      if settings.isPersistent { chains = model }
      for (a, b) in zip(data, model) { differences += zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } }
      update(data + model, positive + model.map { hiddenMeans($0).map { -$0 } })
    }
    epoch += 1
  }

  private mutating func update(_ rows: [[Bool]], _ means: [[Float]]) {
    let rate = settings.learningRate(epoch: epoch)
    let scale = Float(rate / Double(settings.batch))
    let decay = Float(rate * settings.l1)
    let momentum = Float(settings.momentum)
    func step(_ value: inout Float, _ velocity: inout Float, _ gradient: Float, _ decay: Float) {
      let pull = value > 0 ? decay : value < 0 ? -decay : 0
      velocity = (-pull).addingProduct(scale, gradient).addingProduct(momentum, velocity)
      value += velocity
    }
    for i in 0..<visible {
      for j in 0..<hidden {
        let gradient = Self.signedSum(0, rows.count) { rows[$0][i] ? means[$0][j] : -means[$0][j] }
        step(&weights[i * hidden + j], &velocity[i * hidden + j], gradient, decay)
      }
    }
    guard settings.usesBiases else { return }
    for j in 0..<hidden {
      step(&hiddenBias[j], &hiddenVelocity[j], means.reduce(Float(0)) { $0 + $1[j] }, 0)
    }
    for i in 0..<visible {
      var excess = 0
      for (row, signs) in rows.enumerated() where signs[i] { excess += row < settings.batch ? 1 : -1 }
      step(&visibleBias[i], &visibleVelocity[i], Float(2 * excess), 0)
    }
  }
}

/// Random samples for a test.
func randomSamples(units: Int, count: Int, _ random: inout RandomStream) throws -> SpinSamples {
  var samples = try SpinSamples(units: units, count: count)
  for sample in 0..<count {
    for unit in 0..<units { samples[sample, unit] = random.uniform() < 0.5 }
  }
  return samples
}
