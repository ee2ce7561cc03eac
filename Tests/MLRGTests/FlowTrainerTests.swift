import Foundation
import Learning
import Random
import Testing

@testable import MLRG

@Suite("Training a flow")
struct FlowTrainerTests {
  private func train(
    _ stream: RandomStream, _ change: (inout TrainingParameters) -> Void = { _ in }
  ) throws -> TrainedFlow {
    let parameters = try TrainingParameters.standard {
      $0.epochs = 3
      $0.recordFrom = 0
      change(&$0)
    }
    var random = stream
    return try FlowTrainer(parameters: parameters, loss: Divergence(parameters), start: [0.8]).train(&random)
  }

  private func stream(_ index: Int = 0) -> RandomStream {
    RandomStream(seed: 1, name: "mlrg-tests/training", index: index)
  }

  private func bits(_ flow: TrainedFlow) -> [UInt64] {
    let rest = [flow.bracketed ?? .nan, flow.largestSampled]
    return (flow.network + flow.roots.flatMap { $0 } + rest).map(\.bitPattern)
  }

  @Test("The inverse temperature starts at B/(1 + e⁴), passes B/2 at anneal_at and ends below B")
  func annealing() throws {
    let parameters = try TrainingParameters.standard()
    let trainer = FlowTrainer(parameters: parameters, loss: Divergence(parameters), start: [0.8])
    #expect(abs(trainer.beta(0) - 16 / (1 + exp(4.0))) < 1e-14)
    #expect(trainer.beta(1024) == 8)
    #expect(abs(trainer.beta(4095) - 16 / (1 + exp(-16 * 3071.0 / 4096))) < 1e-12)
    for epoch in 1..<4096 { #expect(trainer.beta(epoch) > trainer.beta(epoch - 1)) }
  }

  @Test("Half the epochs double the rate of annealing but not its place")
  func shorterAnnealing() throws {
    let parameters = try TrainingParameters.standard { $0.epochs = 2048 }
    let trainer = FlowTrainer(parameters: parameters, loss: Divergence(parameters), start: [0.8])
    #expect(abs(trainer.beta(0) - 16 / (1 + exp(8.0))) < 1e-15)
    #expect(trainer.beta(1024) == 8)
  }

  @Test("Gradients of the mean divergence equal central differences, for every kind of network")
  func gradients() throws {
    var random = stream()
    let check = try GradientCheck(.standard(), &random)
    #expect(check.flow < 1e-7)
    #expect(check.layerNorm < 1e-7)
    #expect(check.monotone < 1e-7)
    #expect(check.largest == max(check.flow, check.layerNorm, check.monotone))
  }

  /// Three epochs of each loss from stream 30, whose roots are near 0.73: parameters of the network, roots.
  private static let pins: [(Loss, Sampler, network: UInt64, roots: UInt64)] = [
    (.kl, .law, 0x687c_b097_1fbd_8037, 0x635e_8941_7fc8_4681),
    (.cd, .law, 0xf06f_04c5_e7c9_4411, 0x6673_e242_3dc4_e826),
    (.cd, .gibbs, 0xa48a_dc54_241a_fbc5, 0xdc00_9abf_ce36_5c02),
  ]

  @Test("Three epochs from a named stream are pinned to the last bit", arguments: 0..<3)
  func pinned(index: Int) throws {
    let (loss, sampler, network, roots) = Self.pins[index]
    let flow = try train(stream(30)) {
      $0.loss = loss
      $0.sampler = sampler
    }
    #expect(flow.roots[0].count == 3 && flow.roots[0].allSatisfy { abs($0 - 0.735) < 0.01 })
    #expect(fingerprint(flow.network) == network, "\(String(fingerprint(flow.network), radix: 16))")
    #expect(fingerprint(flow.roots[0]) == roots, "\(String(fingerprint(flow.roots[0]), radix: 16))")
  }

  @Test("Two epochs of five couplings are pinned to the last bit", arguments: Loss.allCases)
  func pinnedFive(loss: Loss) throws {
    let parameters = try TrainingParameters.standard {
      $0.loss = loss
      $0.epochs = 2
      $0.recordFrom = 1
      $0.width = 8
      $0.trajectories = 20
      $0.fineSweeps = 2
    }
    let loss = FiveCouplingDivergence(Divergence(parameters))
    let trainer = FlowTrainer(parameters: parameters, loss: loss, start: [0.8, 0, 0, 0.8, 0.8])
    var random = stream()
    let flow = try trainer.train(&random)
    #expect(flow.roots.count == 5 && flow.roots.allSatisfy { $0.count == 1 })
    #expect(flow.bracketed == nil)
    let pin: UInt64 = parameters.loss == .kl ? 0x356d_5da6_864f_6336 : 0x203a_6a82_3892_7f18
    #expect(fingerprint(flow.network) == pin, "\(String(fingerprint(flow.network), radix: 16))")
  }

  @Test("The same stream gives the same bits, wherever it stands; another index gives other ones")
  func streams() throws {
    let flow = try train(stream())
    var advanced = stream()
    for _ in 0..<7 { _ = advanced.next() }
    #expect(bits(try train(advanced)) == bits(flow))
    #expect(bits(try train(stream(1))) != bits(flow))
  }

  @Test("Samples do not enter the exact loss, and the loss does not enter the first couplings")
  func independence() throws {
    let exact = try train(stream()) { $0.loss = .kl }
    let larger = try train(stream()) {
      $0.loss = .kl
      $0.batch = 1024
      $0.fineSweeps = 2
    }
    #expect(bits(exact) == bits(larger))
    // One epoch samples J before the first Adam step.
    let first = try Loss.allCases.map { loss in
      try train(stream()) {
        $0.loss = loss
        $0.epochs = 1
      }
    }
    #expect(first[0].sampled == first[1].sampled && first[0].largestSampled == first[1].largestSampled)
    #expect(first[0].network != first[1].network)
  }

  @Test("What is recorded: one root an epoch from record_from on, every coupling of these epochs")
  func record() throws {
    let flow = try train(stream()) {
      $0.epochs = 5
      $0.recordFrom = 2
      $0.samplingSteps = 2
    }
    #expect(flow.network.count == 321)
    #expect(flow.roots.map(\.count) == [3] && flow.criticalCouplings.count == 3)
    #expect(flow.sampled.count == TrainedFlow.edges.count - 1)
    // Couplings start as normal numbers: few lie beyond the bins at ±3, none beyond the largest.
    let counted = flow.sampled.reduce(0, +)
    #expect(flow.largestSampled < 3 ? counted == 3 * 24 : counted < 3 * 24)
    #expect(flow.acceptance > 0.99 && flow.acceptance <= 1)
  }

  @Test("The first Adam step moves every parameter that has a gradient by the learning rate")
  func firstStep() throws {
    let parameters = try TrainingParameters.standard {
      $0.loss = .kl
      $0.activation = .silu
      $0.epochs = 1
      $0.recordFrom = 0
    }
    let trainer = FlowTrainer(parameters: parameters, loss: Divergence(parameters), start: [0.8])
    var random = stream()
    var initial = random.child("network")
    let before = try trainer.initialModel(&initial).network.parameters
    let after = try trainer.train(&random).network
    // Adam's first step is lr · g/(|g| + ε), ε = 10⁻⁸.
    let steps = zip(before, after).map { abs($0 - $1) }
    #expect(steps.allSatisfy { $0 <= 1e-3 * (1 + 1e-12) })
    #expect(steps.count { $0 > 0.99e-3 } > 300)
  }

  @Test("A monotone needs a network that can be differentiated twice")
  func monotone() throws {
    let flow = try train(stream()) {
      $0.representation = .monotone
      $0.activation = .silu
    }
    #expect(flow.network.count == 321 && flow.roots.count == 1)
    #expect(throws: LearningError.monotoneActivation(.relu)) {
      try train(stream()) { $0.representation = .monotone }
    }
  }
}
