import Learning
import Testing

@testable import MLRG

@Suite("A learned flow beside the exact ones")
struct LearnedFlowTests {
  /// f of three ReLU units, with slope −0.1 between ±0.4 and 0.1 outside: zeros at 0 and ±0.8.
  private static let threeZeros: [Double] = [1, 1, -1, 10, -0.4, -0.4, -0.1, 0.2, -0.2, 1]
  /// f = 0.
  private static let nothing: [Double] = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0]

  private func flow(_ network: [Double]) -> TrainedFlow {
    TrainedFlow(network: network, roots: [[]], bracketed: nil, acceptance: 1, sampled: [], largestSampled: 0)
  }

  private func parameters(sweeps: Int = 16) throws -> TrainingParameters {
    try .standard {
      $0.width = 3
      $0.hiddenLayers = 1
      $0.fineSweeps = sweeps
    }
  }

  @Test("Zeros, curve and field of a flow with zeros at 0 and ±0.8")
  func zeros() throws {
    let learned = try LearnedFlow(names: ["a"], flows: [flow(Self.threeZeros)], [parameters()])
    try #require(learned.zeros.count == 3)
    for (zero, expected) in zip(learned.zeros, [-0.8, 0, 0.8]) { #expect(abs(zero - expected) < 1e-12) }
    func f(_ j: Double) -> Double { abs(j) < 0.4 ? -0.1 * j : (j < 0 ? -1 : 1) * (0.1 * abs(j) - 0.08) }
    #expect(learned.couplings.count == 100 && learned.couplings.first == -2 && learned.couplings.last == 2)
    for (j, value) in zip(learned.couplings, learned.learned) { #expect(abs(value - f(j)) < 1e-14) }
    #expect(learned.places.count == 32)
    for (j, value) in zip(learned.places, learned.arrows) { #expect(abs(value - f(j)) < 1e-14) }
    #expect(learned.errors.isEmpty)
  }

  @Test("No zeros where f has one sign")
  func noZeros() throws {
    var raised = Self.threeZeros
    raised[9] += 5
    #expect(try LearnedFlow(names: ["a"], flows: [flow(raised)], [parameters()]).zeros.isEmpty)
  }

  @Test("The exact curves are the KL-optimal flow and that of the chains of the first configuration")
  func exactCurves() throws {
    let learned = try LearnedFlow(names: ["a"], flows: [flow(Self.nothing)], [parameters(sweeps: 16)])
    for i in [3, 40, 60, 99] {
      let j = learned.couplings[i]
      #expect(learned.exact[i] == (try KLOptimalFlow.change(j)))
      #expect(abs(learned.finiteChains[i] + learned.finiteChains[99 - i]) < 1e-12)
    }
    // At J = 2 chains of 16 sweeps are visibly short: 0.7033 instead of 0.9631.
    #expect(abs(learned.exact[99] - 0.9631186481151244) < 1e-12)
    #expect(abs(learned.finiteChains[99] - 0.7032845709292546) < 1e-9)
  }

  @Test("The error of f = 0 on |J| ≤ 1 is the largest exact change, f(1)")
  func errors() throws {
    let flows = [Self.threeZeros, Self.nothing].map(flow)
    let learned = try LearnedFlow(names: ["a", "b"], flows: flows, [parameters(), parameters()])
    #expect(learned.errors.keys.sorted() == ["b"])
    #expect(abs((learned.errors["b"] ?? .nan) - 0.08753460960473869) < 1e-12)
  }
}
