import Foundation
import Learning
import Random
import Testing

@testable import MLRG

@Suite("Losses of one coupling")
struct DivergenceTests {
  /// Eight models: couplings of both signs, small and large, at and off the fixed point.
  private static let fine = SIMD8<Double>(0.7, 0.3, -0.5, 1.1, 0.8139, 0.1, 2, 0)
  private static let coarse = SIMD8<Double>(0.6, 0.9, 0.4, -0.8, 0.8139, 0.2, 1.2, 0.7)
  private static let batch = 512

  private func divergence(_ loss: Loss, _ sampler: Sampler = .law, sweeps: Int = 32) throws -> Divergence {
    try Divergence(
      .standard {
        $0.loss = loss
        $0.sampler = sampler
        $0.batch = Self.batch
        $0.fineSweeps = sweeps
      })
  }

  private func generator(_ name: String, _ index: Int = 0) -> Xoshiro512 {
    var stream = RandomStream(seed: 1, name: "mlrg-tests/divergence/\(name)", index: index)
    return Xoshiro512(&stream)
  }

  /// The variance of one sample's score M tanh(J′M), fine plus coarse: the two batches are independent.
  private func scoreVariance(_ lane: Int, sweeps: Int) -> Double {
    let image = Self.coarse[lane]
    let laws = [CornerClasses.law(afterSweeps: sweeps, Self.fine[lane]), CornerClasses.coarse(image)]
    return laws.reduce(0) { sum, law in
      let mean = CornerClasses.mean(of: law) { $0 * tanh(image * $0) }
      return sum + CornerClasses.mean(of: law) { pow($0 * tanh(image * $0) - mean, 2) }
    }
  }

  @Test(
    "Contrastive gradients scatter about the exact expectation as 512 independent samples do",
    arguments: Sampler.allCases, [1, 5, 16])
  func contrastive(sampler: Sampler, sweeps: Int) throws {
    let divergence = try divergence(.cd, sampler, sweeps: sweeps)
    let (seeds, repetitions) = (25, 8)
    let flow = FiniteChainFlow(fineSweeps: sweeps)
    // The gradient of the loss points uphill.
    let exact = (0..<8).map { -flow.gradient(Self.fine[$0], Self.coarse[$0]) }
    let errors = (0..<8).map { lane in
      (scoreVariance(lane, sweeps: sweeps) / Double(Self.batch * repetitions)).squareRoot()
    }
    var pulls: [Double] = []
    var sum = SIMD8<Double>()
    for seed in 0..<seeds {
      var random = generator("\(sampler.rawValue)-\(sweeps)", seed)
      var mean = SIMD8<Double>()
      for _ in 0..<repetitions {
        mean += divergence.difference(Self.fine, Self.coarse, used: 8, &random) / Double(repetitions)
      }
      sum += mean
      for lane in 0..<8 { pulls.append((mean[lane] - exact[lane]) / errors[lane]) }
    }
    expectStandardPulls(pulls)
    for lane in 0..<8 {
      let limit = 4 * errors[lane] / Double(seeds).squareRoot()
      #expect(abs(sum[lane] / Double(seeds) - exact[lane]) < limit, "lane \(lane)")
    }
  }

  @Test("The Kullback–Leibler gradient is the derivative of the divergence")
  func kullbackLeibler() throws {
    let divergence = try divergence(.kl)
    var random = generator("kl")
    let gradient = divergence.difference(Self.fine, Self.coarse, used: 8, &random)
    let h = 1e-5
    for lane in 0..<8 {
      let (j, image) = (Self.fine[lane], Self.coarse[lane])
      let above = KLOptimalFlow.divergence(from: j, to: image + h)
      let below = KLOptimalFlow.divergence(from: j, to: image - h)
      #expect(abs((above - below) / (2 * h) - gradient[lane]) < 1e-8)
      #expect(abs(KLOptimalFlow.gradient(from: j, to: image) - gradient[lane]) < 1e-14)
    }
  }

  @Test("The exact loss uses no random numbers")
  func deterministic() throws {
    let divergence = try divergence(.kl)
    var random = generator("kl")
    var untouched = random
    _ = divergence.difference(Self.fine, Self.coarse, used: 8, &random)
    #expect(random.next() == untouched.next())
  }

  @Test("With long chains both losses have the same mean gradient")
  func identity() throws {
    let divergence = try divergence(.kl)
    var random = generator("identity")
    let gradient = divergence.difference(Self.fine, Self.coarse, used: 8, &random)
    for lane in 0..<8 {
      let chain = -FiniteChainFlow(fineSweeps: 400).gradient(Self.fine[lane], Self.coarse[lane])
      #expect(abs(chain - gradient[lane]) < 1e-12)
    }
  }

  @Test("A batch is differentiated model by model, and its padding stays zero", arguments: Loss.allCases)
  func batches(loss: Loss) throws {
    let divergence = try divergence(loss)
    let couplings = (0..<11).map { -1 + 0.2 * Double($0) }
    let (fine, coarse) = (Batch(couplings), Batch(couplings.map { $0 + 0.1 }))
    var gradient = Batch(count: 11, components: 1)
    for i in gradient.lanes.indices { gradient.lanes[i] = SIMD8(repeating: .nan) }
    var random = generator("batch")
    var same = random
    divergence.differentiate(fine, coarse, into: &gradient, random: &random)
    #expect(gradient.lanes[0] == divergence.difference(fine.lanes[0], coarse.lanes[0], used: 8, &same))
    let last = divergence.difference(fine.lanes[1], coarse.lanes[1], used: 3, &same)
    for lane in 0..<3 { #expect(gradient.lanes[1][lane] == last[lane]) }
    for lane in 3..<8 { #expect(gradient.lanes[1][lane] == 0) }
    #expect(divergence.couplings == 1)
  }

  @Test("No coupling is too large: the score is at most 4", arguments: Sampler.allCases)
  func extremes(sampler: Sampler) throws {
    let j = SIMD8<Double>(10, -10, 10, -10, 400, -400, 0, 400)
    let image = SIMD8<Double>(10, 10, -10, -10, 400, 0, -400, 0.5)
    var random = generator("extremes")
    for divergence in [try divergence(.kl), try divergence(.cd, sampler, sweeps: 3)] {
      let gradient = divergence.difference(j, image, used: 8, &random)
      for lane in 0..<8 { #expect(abs(gradient[lane]) <= 4) }
    }
  }
}
