import Foundation
import Random
import Testing

@testable import Learning

@Suite("Kernel nets")
struct KernelNetTests {
  /// Unweighted nets trained on L = 32 (k = 5) and L = 128 (k = 7), rounded.
  static let kernels: [Int: [Double]] = [
    3: [1.405, 0.625, 0.55],
    5: [1.3768, 0.6956, 0.5533, -0.1494, 0.1055, -0.1412],
    7: [1.17, 0.84, 0.48, -0.17, 0.10, -0.07, -0.04, 0.014, -0.014, -0.01],
  ]

  @Test("the table is the convolution of the upsampled lattice", arguments: [3, 5, 7])
  func convolution(size: Int) throws {
    let net = try KernelNet(size: size, kernel: #require(Self.kernels[size]))
    let half = size / 2
    let full = (-half...half).map { dy in (-half...half).map { dx in net[dy, dx] } }
    let bias = -0.5 * full.joined().reduce(0, +)
    let table = try OrientedPatch.expanded(net.probabilities, to: 4)
    var random = RandomStream(seed: 1, name: "kernels/convolution", index: size)
    for _ in 0..<5 {
      let coarse = CoarseLattice(side: 8, random: &random)
      let logits = CoarseLattice.convolved(coarse.upsampled, full)
      for y in 0..<16 {
        for x in 0..<16 {
          let p = 1 / (1 + exp(-(logits[y][x] + bias)))
          #expect(abs(table[coarse.oriented(y, x, size: 4)] - p) < 1e-14)
        }
      }
    }
  }

  @Test("kernel and weights determine one another", arguments: [3, 5, 7])
  func roundTrip(size: Int) throws {
    var random = RandomStream(seed: 1, name: "kernels/round-trip", index: size)
    let kernel = (0..<(size + 1) * (size + 3) / 8).map { _ in random.normal() }
    let net = try KernelNet(size: size, kernel: kernel)
    let back = try KernelNet(size: size, weights: net.weights)
    for (x, y) in zip(back.kernel, kernel) { #expect(abs(x - y) < 1e-13) }
    // The sum of the kernel is the field of a uniform lattice: every class pair once or twice.
    let half = size / 2
    let sum = (-half...half).reduce(0.0) { s, dy in s + (-half...half).reduce(0.0) { $0 + net[dy, $1] } }
    let field = zip(net.weights, KernelPatterns.all[half - 1].pairs).reduce(0) {
      $0 + ($1.1.0 == $1.1.1 ? 1 : 2) * $1.0
    }
    #expect(abs(sum - field) < 1e-12)
  }

  @Test("three parameters: (a, b, c) and (W0, W1, W2), as a kernel net and as written")
  func threeParameters() throws {
    let net = try ThreeParameterNet(a: 0.55, b: 0.625, c: 1.405)
    #expect(abs(net.w0 - 3.205) < 1e-15 && abs(net.w1 - 1.175) < 1e-15 && net.w2 == 0.55)
    #expect(abs(net.b - 0.625) < 1e-15 && abs(net.c - 1.405) < 1e-15)
    let same = try KernelNet(size: 3, kernel: [net.c, net.b, net.a])
    for (x, y) in zip(same.weights, net.weights) { #expect(abs(x - y) < 1e-15) }
    for (patch, p) in same.probabilities.enumerated() {
      #expect(abs(net.probabilities[patch] - p) < 1e-15)
      #expect(abs(net.conditionalMagnetization[patch] - (2 * p - 1)) < 1e-15)
      #expect(abs(p + same.probabilities[15 - patch] - 1) < 1e-15)
    }
    // Own up, neighbour in the row up, others down: z = (W0 - W2) / 2.
    #expect(abs(net.logits[0b0011] - 0.5 * (3.205 - 0.55)) < 1e-15)
    #expect(throws: UpsamplingError.self) { _ = try ThreeParameterNet(w0: 1, w1: .nan, w2: 0) }
    #expect(throws: UpsamplingError.self) { _ = try ThreeParameterNet(a: .infinity, b: 0, c: 0) }
    #expect(throws: UpsamplingError.self) { _ = try KernelNet(size: 4, kernel: [1]) }
    #expect(throws: UpsamplingError.self) { _ = try KernelNet(size: 5, kernel: [1, 2, 3]) }
    #expect(throws: UpsamplingError.self) { _ = try KernelNet(size: 3, weights: [1, 2, .nan]) }
  }

  @Test("patterns: 216 and 11664 for both signs of the own spin, and the six contexts")
  func patterns() {
    #expect(KernelPatterns.all.map { 2 * $0.count } == [12, 216, 11664])
    for patterns in KernelPatterns.all {
      var seen = [Bool](repeating: false, count: patterns.count)
      let classes = patterns.classes
      for context in 0..<OrientedPatch.count(size: classes) / 2 {
        let pattern = patterns.pattern(ofContext: context)
        seen[pattern] = true
        let sums = patterns.pairs.map { i, j -> Double in
          func spin(_ i: Int, _ j: Int) -> Double { (context << 1) >> (classes * i + j) & 1 == 1 ? -1 : 1 }
          return i == j ? spin(i, i) : spin(i, j) + spin(j, i)
        }
        if patterns.features(ofPattern: pattern) != sums { Issue.record("features of context \(context)") }
      }
      #expect(seen.allSatisfy { $0 })
    }
    for patch in 0..<16 {
      let context = PatchCounts.context(ofPatch: patch, size: 2)
      #expect(KernelPatterns.all[0].pattern(ofContext: context) == ContextCounts.context(ofPatch: patch))
    }
    for k in 0..<6 { #expect(KernelPatterns.all[0].features(ofPattern: k) == ContextCounts.features[k]) }
  }

  @Test("a fit to what a net generates gives the net back within its errors", arguments: [3, 5, 7])
  func fit(size: Int) throws {
    let truth = try KernelNet(size: size, kernel: #require(Self.kernels[size]))
    let table = try OrientedPatch.expanded(truth.probabilities, to: 4)
    var random = RandomStream(seed: 1, name: "kernels/fit", index: size)
    var counts = PatchCounts()
    for _ in 0..<400_000 {
      let patch = random.below(65536)
      counts.record(patch: patch, up: random.uniform() < table[patch])
    }
    let (net, fit) = try KernelNet.fit(counts, size: size)
    for (index, weight) in net.weights.enumerated() {
      #expect(abs(weight - truth.weights[index]) < 5 * fit.errors[index], "weight \(index)")
    }
    #expect(fit.gradientNorm < 1e-15)
    #expect(try abs(net.loss(on: counts) - fit.loss) < 1e-15)
    #expect(try fit.loss < truth.loss(on: counts))
    #expect(try abs(KernelNet.fit(counts, size: 3).fit.loss - counts.contextCounts.fit().loss) < 1e-15)
  }
}
