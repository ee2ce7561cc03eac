import Foundation
import Random
import Testing

@testable import Learning

@Suite("The two-layer net")
struct TwoLayerNetTests {
  /// Exact expected counts of a 5 × 5 kernel net on patches that occur like those of a ferromagnet.
  static func expectedCounts() throws -> [SIMD2<Double>] {
    let net = try KernelNet(size: 5, kernel: #require(KernelNetTests.kernels[5]))
    let table = try OrientedPatch.quadrantTable(net.probabilities)
    return (0..<2048).map { index in
      let patch = index >> 2
      var satisfied = 0
      for site in 0..<9 {
        let spin = patch >> site & 1
        if site % 3 < 2 && patch >> (site + 1) & 1 == spin { satisfied += 1 }
        if site < 6 && patch >> (site + 3) & 1 == spin { satisfied += 1 }
      }
      let weight = exp(0.88 * Double(satisfied))
      return SIMD2(weight * (1 - table[index]), weight * table[index])
    }
  }

  @Test("the table is two convolutions on the upsampled lattice", arguments: [1, 5, 32])
  func convolutions(channels: Int) throws {
    var random = RandomStream(seed: 1, name: "two-layer/convolutions", index: channels)
    let net = try TwoLayerNet(channels: channels, random: &random)
    #expect(net.parameters.count == 19 * channels + 1)
    let w = net.parameters
    func kernel(_ offset: Int) -> [[Double]] { (0..<3).map { i in (0..<3).map { w[offset + 3 * i + $0] } } }
    let coarse = CoarseLattice(side: 6, random: &random)
    let image = coarse.upsampled
    var logits = [[Double]](repeating: [Double](repeating: w[19 * channels], count: 12), count: 12)
    for channel in 0..<channels {
      let bias = w[9 * channels + channel]
      let hidden = CoarseLattice.convolved(image, kernel(9 * channel)).map { $0.map { max($0 + bias, 0) } }
      let part = CoarseLattice.convolved(hidden, kernel(10 * channels + 9 * channel))
      for y in 0..<12 { for x in 0..<12 { logits[y][x] += part[y][x] } }
    }
    for y in 0..<12 {
      for x in 0..<12 {
        let index = 4 * coarse.unoriented(y / 2, x / 2) + 2 * (y % 2) + x % 2
        #expect(abs(net.logits[index] - logits[y][x]) < 1e-13)
      }
    }
  }

  @Test("the gradient is the derivative of the loss")
  func gradient() throws {
    var random = RandomStream(seed: 1, name: "two-layer/gradient")
    let net = try TwoLayerNet(channels: 11, random: &random)
    let counts = (0..<2048).map { _ in SIMD2(Double(random.below(20)), Double(random.below(20))) }
    let (loss, gradient) = try net.lossGradient(on: counts)
    #expect(try abs(loss - net.loss(on: counts)) < 1e-15)
    for j in net.parameters.indices {
      let losses = try [-1e-6, 1e-6].map { h in
        var moved = net.parameters
        moved[j] += h
        return try TwoLayerNet(channels: 11, parameters: moved).loss(on: counts)
      }
      #expect(abs((losses[1] - losses[0]) / 2e-6 - gradient[j]) < 1e-8, "parameter \(j)")
    }
  }

  @Test("training reaches a net that it can represent, and repeats itself bit for bit")
  func training() throws {
    let counts = try Self.expectedCounts()
    var random = RandomStream(seed: 1, name: "two-layer/training")
    let start = try TwoLayerNet(random: &random)
    #expect(start.parameters.count == 609)
    let optimizer = try LBFGS(maximumIterations: 400, gradientTolerance: 1e-7)
    let (net, minimum) = try start.trained(on: counts, with: optimizer)
    // ReLU units that are never off make any linear 5 × 5 kernel: the entropy of the data is the limit.
    let entropy = try LogisticProblem.saturatedLoss(counts)
    #expect(minimum.value > entropy && minimum.value < entropy + 2e-6)
    #expect(try minimum.value == net.loss(on: counts))
    let before = try start.flipViolation(on: counts)
    let after = try net.flipViolation(on: counts)
    #expect(after.mean < 0.1 * before.mean && after.mean <= after.largest)
    let symmetrized = net.symmetrizedProbabilities
    for index in 0..<2048 {
      #expect(abs(symmetrized[index] + symmetrized[4 * (511 - index / 4) + index % 4] - 1) < 1e-14)
    }
    #expect(try start.trained(on: counts, with: optimizer).net == net)
  }

  @Test("what cannot be trained is refused")
  func refusals() throws {
    var random = RandomStream(seed: 1, name: "two-layer/refusals")
    #expect(throws: UpsamplingError.self) { _ = try TwoLayerNet(channels: 0, random: &random) }
    #expect(throws: UpsamplingError.self) { _ = try TwoLayerNet(parameters: [1]) }
    #expect(throws: UpsamplingError.self) {
      _ = try TwoLayerNet(channels: 1, parameters: [Double](repeating: .nan, count: 20))
    }
    let net = try TwoLayerNet(channels: 1, random: &random)
    #expect(throws: UpsamplingError.self) { _ = try net.loss(on: [SIMD2(1, 2)]) }
    let empty = [SIMD2<Double>](repeating: SIMD2(), count: 2048)
    #expect(throws: UpsamplingError.emptyTrainingSet) { _ = try net.loss(on: empty) }
    var bad = empty
    bad[7] = SIMD2(1, .nan)
    #expect(throws: UpsamplingError.self) { _ = try net.loss(on: bad) }
  }
}
