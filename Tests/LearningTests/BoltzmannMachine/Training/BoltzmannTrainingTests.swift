import Foundation
import Random
import Testing

@testable import Learning

@Suite struct BoltzmannTrainingTests {
  private static let stream = RandomStream(seed: 1, name: "boltzmann-training")

  private func start(
    _ visible: Int, _ hidden: Int, samples: Int
  ) throws -> (machine: BoltzmannMachine, samples: SpinSamples) {
    var random = Self.stream.child("start")
    let machine = try BoltzmannMachine(visible: visible, hidden: hidden, standardDeviation: 0.2, random: &random)
    return (machine, try randomSamples(units: visible, count: samples, &random))
  }

  @Test(arguments: [
    try ContrastiveDivergence(batch: 7, learningRate: 0.1, epochs: 2),
    try ContrastiveDivergence(
      steps: 3, batch: 20, learningRate: 0.2, schedule: .staircase, momentum: 0.7, l1: 0.03, epochs: 4,
      usesBiases: true),
    try ContrastiveDivergence(
      steps: 2, isPersistent: true, batch: 33, learningRate: 0.1, momentum: 0.3, l1: 0.01, epochs: 3, usesBiases: true),
    try ContrastiveDivergence(isPersistent: true, batch: 16, learningRate: 0.05, epochs: 2),
  ])
  func everyBitIsThatOfPlainLoops(settings: ContrastiveDivergence) throws {
    let (machine, samples) = try start(37, 45, samples: 71)
    var training = try BoltzmannTraining(machine, settings, samples: samples, random: Self.stream)
    var plain = ScalarDivergence(machine, settings)
    while !training.isFinished {
      let progress = try training.runEpoch()
      plain.runEpoch(samples, Self.stream)
      let share = Double(plain.differences) / Double(71 / settings.batch * settings.batch * 37)
      #expect(progress.reconstructionError == (settings.isPersistent ? nil : share))
      let magnitudes = plain.weights.map { abs($0) }
      let parameters = magnitudes + (settings.usesBiases ? plain.visibleBias + plain.hiddenBias : []).map { abs($0) }
      #expect(progress.largestWeight == parameters.max())
      #expect(abs(progress.meanWeight - magnitudes.reduce(0.0) { $0 + Double($1) } / (37 * 45)) < 1e-12)
      #expect(training.machine.weights == plain.weights)
      if settings.usesBiases {
        #expect(training.machine.visibleBias == plain.visibleBias)
        #expect(training.machine.hiddenBias == plain.hiddenBias)
      }
      if let chains = training.chains {
        for (row, chain) in plain.chains.enumerated() { #expect((0..<37).map { chains[row, $0] } == chain) }
      }
      #expect((training.chains != nil) == settings.isPersistent)
    }
    #expect(throws: BoltzmannError.finished(epochs: settings.epochs)) { try training.runEpoch() }
  }

  /// The bits of the weights on any processor.
  @Test func weightsAreThoseOfEveryProcessor() throws {
    let (machine, samples) = try start(70, 40, samples: 200)
    let settings = try ContrastiveDivergence(
      steps: 2, batch: 50, learningRate: 0.05, l1: 1e-3, epochs: 3, usesBiases: true)
    var training = try BoltzmannTraining(machine, settings, samples: samples, random: Self.stream)
    try training.run()
    var digest: UInt32 = 0
    for weight in training.machine.weights + training.machine.visibleBias + training.machine.hiddenBias {
      digest = (digest ^ weight.bitPattern) &* 0x9E37_79B1
    }
    #expect(digest == 2_348_362_910)
  }

  @Test func aResumedTrainingHasTheSameBits() throws {
    for persistent in [false, true] {
      let (machine, samples) = try start(70, 40, samples: 150)
      let settings = try ContrastiveDivergence(
        steps: 2, isPersistent: persistent, batch: 50, learningRate: 0.05, schedule: .staircase, l1: 0.01, epochs: 5,
        usesBiases: persistent)
      var whole = try BoltzmannTraining(machine, settings, samples: samples, random: Self.stream)
      var states = [whole.state()]
      while !whole.isFinished {
        try whole.runEpoch()
        states.append(whole.state())
      }
      for (epoch, state) in states.enumerated() {
        var resumed = try BoltzmannTraining(resuming: state, settings, samples: samples, random: Self.stream)
        #expect(resumed.epochsDone == epoch && resumed.state() == state)
        try resumed.run()
        #expect(resumed.machine == whole.machine && resumed.history == whole.history)
        #expect(resumed.state() == states[5])
      }
    }
  }

  @Test func damagedOrForeignStatesAreRefused() throws {
    let (machine, samples) = try start(10, 8, samples: 30)
    let settings = try ContrastiveDivergence(batch: 10, learningRate: 0.05, epochs: 2)
    var training = try BoltzmannTraining(machine, settings, samples: samples, random: Self.stream)
    try training.runEpoch()
    let state = training.state()
    func reason(
      _ bytes: [UInt8], _ settings: ContrastiveDivergence, _ samples: SpinSamples, _ random: RandomStream
    ) -> String {
      let error = #expect(throws: BoltzmannError.self) {
        try BoltzmannTraining(resuming: bytes, settings, samples: samples, random: random)
      }
      return error?.description ?? "accepted"
    }
    let prefix = "the stored training cannot be resumed: "
    for position in stride(from: 8, to: state.count, by: 13) {
      var bytes = state
      bytes[position] ^= 4
      #expect(reason(bytes, settings, samples, Self.stream) == prefix + "it is damaged, its checksum does not match")
    }
    let other = try ContrastiveDivergence(batch: 10, learningRate: 0.06, epochs: 2)
    #expect(reason(state, other, samples, Self.stream) == prefix + "it belongs to other settings")
    let flipped = samples.flipped { $0 == 3 }
    #expect(reason(state, settings, flipped, Self.stream) == prefix + "it belongs to other samples")
    let foreign = RandomStream(seed: 2, name: "boltzmann-training")
    #expect(reason(state, settings, samples, foreign) == prefix + "it belongs to another random stream")
    #expect(reason(Array(state.dropLast(8)), settings, samples, Self.stream).hasPrefix(prefix))
    #expect(reason([], settings, samples, Self.stream).hasPrefix(prefix))
  }

  @Test func divergenceNamesTheEpochAndKeepsTheLastOne() throws {
    let (machine, samples) = try start(12, 9, samples: 60)
    let wild = try ContrastiveDivergence(batch: 20, learningRate: 3, epochs: 50, weightLimit: 2)
    var training = try BoltzmannTraining(machine, wild, samples: samples, random: Self.stream)
    var kept = training.machine
    let error = #expect(throws: BoltzmannError.self) {
      while !training.isFinished {
        kept = training.machine
        try training.runEpoch()
      }
    }
    if case .diverged(let epoch, let largest, let limit) = error {
      #expect(epoch == training.epochsDone + 1 && largest > 2 && limit == 2)
    } else {
      Issue.record("a learning rate of 3 must diverge, but gave \(String(describing: error))")
    }
    #expect(training.machine == kept)
    let infinite = try ContrastiveDivergence(
      batch: 20, learningRate: 1e300, epochs: 2, weightLimit: .infinity)
    var overflowing = try BoltzmannTraining(machine, infinite, samples: samples, random: Self.stream)
    #expect(throws: BoltzmannError.self) { try overflowing.runEpoch() }
    #expect(overflowing.machine == machine)
  }

  @Test func scheduleOfTheLearningRate() throws {
    let staircase = try ContrastiveDivergence(learningRate: 0.05, schedule: .staircase, epochs: 20)
    let rates = (0..<20).map { staircase.learningRate(epoch: $0) }
    #expect(rates[0..<12].allSatisfy { $0 == 0.05 })
    #expect(rates[12..<17].allSatisfy { abs($0 - 0.01) < 1e-15 })
    #expect(rates[17...].allSatisfy { abs($0 - 0.002) < 1e-15 })
  }

  @Test func badSettingsAreRefused() throws {
    #expect(throws: BoltzmannError.setting(name: "the batch", value: 0, allowed: "1 to 1048576")) {
      try ContrastiveDivergence(batch: 0, learningRate: 1, epochs: 1)
    }
    #expect(throws: BoltzmannError.self) { try ContrastiveDivergence(learningRate: .nan, epochs: 1) }
    #expect(throws: BoltzmannError.self) { try ContrastiveDivergence(learningRate: 1, momentum: 1, epochs: 1) }
    #expect(throws: BoltzmannError.self) { try ContrastiveDivergence(steps: 0, learningRate: 1, epochs: 1) }
    let (machine, samples) = try start(12, 9, samples: 60)
    let settings = try ContrastiveDivergence(learningRate: 0.1, epochs: 1)
    #expect(throws: BoltzmannError.tooFewSamples(needed: 100, found: 60)) {
      try BoltzmannTraining(machine, settings, samples: samples, random: Self.stream)
    }
    let narrow = try SpinSamples(units: 11, count: 100)
    #expect(throws: BoltzmannError.wrongCount(what: "the units of the samples", expected: 12, found: 11)) {
      try BoltzmannTraining(machine, settings, samples: narrow, random: Self.stream)
    }
    let coded = try JSONDecoder().decode(ContrastiveDivergence.self, from: JSONEncoder().encode(settings))
    #expect(coded == settings)
  }
}
