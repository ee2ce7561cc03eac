import Learning
import Random
import Testing

@testable import MLRG

@Suite("Law and losses of five couplings, eight models at once")
struct FiveCouplingLawTests {
  private static let fine = [0.7, 0.2, -0.1, 0.5, 0.6]
  private static let coarse = [0.6, 0.1, -0.2, 0.55, 0.4]

  /// A point of [−1.5, 1.5]⁵.
  private func point(_ n: Int) -> [Double] {
    [0.5545, 0.3084, 0.1715, 0.0954, 0.5305].map { CornerEnumeration.spread(n, $0, in: -1.5...1.5) }
  }

  private func lanes(_ points: [[Double]]) -> FiveCouplingLaw.Couplings {
    func lane(_ k: Int) -> SIMD8<Double> {
      var result = SIMD8<Double>()
      for m in points.indices { result[m] = points[m][k] }
      return result
    }
    return FiveCouplingLaw.Couplings(j0: lane(0), j1: lane(1), j2: lane(2), j3: lane(3))
  }

  private func batch(_ points: [[Double]]) -> Batch {
    var batch = Batch(count: points.count, components: 5)
    for m in points.indices {
      for k in 0..<5 { batch[m, k] = points[m][k] }
    }
    return batch
  }

  private func generator(_ name: String, _ index: Int = 0) -> Xoshiro512 {
    var stream = RandomStream(seed: 1, name: "mlrg-tests/five/\(name)", index: index)
    return Xoshiro512(&stream)
  }

  @Test("13 pairs of sums up to a common sign hold all 256 states")
  func sums() {
    #expect(FiveCouplingLaw.sums.count == 13)
    #expect(FiveCouplingLaw.sums.reduce(0) { $0 + $1.states } == 256)
    let coins = [Double](repeating: 1.0 / 256, count: 256)
    for (p, sum) in zip(SweepEnumeration.sums(coins), FiveCouplingLaw.sums) { #expect(p == sum.states / 256) }
  }

  @Test("Both laws equal the enumeration of 256 visible and all hidden states")
  func laws() {
    let points = [Self.fine, Self.coarse] + (1...6).map(point)
    let fine = FiveCouplingLaw.fine(lanes(points))
    let coarse = FiveCouplingLaw.Coarse(lanes(points))
    for m in 0..<8 {
      // The stationary law of a chain whose own weights are enumerated: P(v) ∝ P(v | h)/P(h | v) at one h.
      let pairs = [
        (SweepEnumeration.pairSquare(points[m]), fine), (.pairCross(points[m]), coarse.probability),
      ]
      for (chain, law) in pairs {
        let ratios = chain.up[0].indices.map { chain.up[0][$0] / chain.down[$0][0] }
        let total = ratios.reduce(0, +)
        let expected = SweepEnumeration.sums(ratios.map { $0 / total })
        for k in expected.indices { #expect(abs(law[k][m] - expected[k]) < 1e-13) }
      }
    }
  }

  @Test("The Kullback–Leibler gradient at a point without symmetry")
  func check() throws {
    let loss = FiveCouplingDivergence(try Divergence(.standard { $0.loss = .kl }))
    var gradient = Batch(count: 1, components: 5)
    var random = generator("check")
    loss.differentiate(batch([Self.fine]), batch([Self.coarse]), into: &gradient, random: &random)
    // Enumeration of the 4096 states, to eight digits.
    let expected = [-0.11594537, -1.03571346, -0.99733273, 0.20527936, -0.29571726]
    for k in 0..<5 { #expect(abs(gradient[0, k] - expected[k]) < 5.1e-9) }
    #expect(loss.couplings == 5)
  }

  @Test("It equals the enumerated block at any point, padding stays zero")
  func gradient() throws {
    let block = try FiveCouplings.sameOnAllBonds()
    let loss = FiveCouplingDivergence(try Divergence(.standard { $0.loss = .kl }))
    let (fine, coarse) = ((1...11).map(point), (21...31).map(point))
    var gradient = Batch(count: 11, components: 5)
    for i in gradient.lanes.indices { gradient.lanes[i] = SIMD8(repeating: .nan) }
    var random = generator("gradient")
    loss.differentiate(batch(fine), batch(coarse), into: &gradient, random: &random)
    for m in 0..<11 {
      let expected = block.gradient(from: fine[m], to: coarse[m])
      for k in 0..<5 { #expect(abs(gradient[m, k] - expected[k]) < 1e-12) }
    }
    for k in 0..<5 {
      for lane in 3..<8 { #expect(gradient.lanes[2 * k + 1][lane] == 0) }
    }
  }

  @Test("Component 3 is an A₁ model of its own, bit for bit", arguments: Loss.allCases)
  func thirdComponent(loss: Loss) throws {
    let third = try Divergence(
      .standard {
        $0.loss = loss; $0.fineSweeps = 3
      })
    let (fine, coarse) = ((1...5).map(point), (6...10).map(point))
    var gradient = Batch(count: 5, components: 5)
    var random = generator("third")
    var same = random
    FiveCouplingDivergence(third).differentiate(batch(fine), batch(coarse), into: &gradient, random: &random)
    if loss == .cd {
      // The chains of components 1 and 2 come first.
      for m in 0..<5 {
        _ = FiveCouplingGibbs.drawn(
          FiveCouplingGibbs.Couplings(lanes(fine), m), FiveCouplingGibbs.Couplings(lanes(coarse), m),
          batch: third.batch, fineSweeps: 3, coarseSweeps: 1, random: &same)
      }
    }
    let alone = third.difference(batch(fine).lanes[4], batch(coarse).lanes[4], used: 5, &same)
    for m in 0..<5 { #expect(gradient[m, 4] == alone[m]) }
  }

  @Test("Mean contrastive gradient of chains of two sweeps equals the enumerated expectation")
  func contrastive() throws {
    let loss = FiveCouplingDivergence(
      try Divergence(
        .standard {
          $0.batch = 200; $0.fineSweeps = 2
        }))
    let symmetric = [0.8, 0, 0, 0.8, 0.8]
    let points = [(Self.fine, Self.coarse), (point(3), point(4)), (symmetric, symmetric)]
    let (fine, coarse) = (batch(points.map(\.0)), batch(points.map(\.1)))
    var gradient = Batch(count: 3, components: 5)
    var random = generator("contrastive")
    let repetitions = 400
    var sums = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 3)
    var squares = sums
    for _ in 0..<repetitions {
      loss.differentiate(fine, coarse, into: &gradient, random: &random)
      for m in 0..<3 {
        for k in 0..<5 {
          sums[m][k] += gradient[m, k]
          squares[m][k] += gradient[m, k] * gradient[m, k]
        }
      }
    }
    let n = Double(repetitions)
    for m in 0..<3 {
      let expected = expectedGradient(points[m].0, points[m].1, sweeps: 2)
      for k in 0..<5 {
        let mean = sums[m][k] / n
        let error = ((squares[m][k] / n - mean * mean) / (n - 1)).squareRoot()
        #expect(abs(mean - expected[k]) < 4 * error, "model \(m), coupling \(k)")
      }
    }
  }

  /// E[g]_{μT_c} − E[g]_μ with g_{ab} = S_b tanh(field of centre spin a), μ = uniform · Tᵏ.
  private func expectedGradient(_ j: [Double], _ image: [Double], sweeps: Int) -> [Double] {
    let chain = SweepEnumeration.pairSquare(j)
    let start = chain.law(from: chain.uniform, afterSweeps: sweeps)
    let end = SweepEnumeration.pairCross(image).law(from: start, afterSweeps: 1)
    let model = FiveCouplingLaw.Coarse(lanes([image]))
    func moments(_ law: [Double]) -> [Double] {
      let m = model.moments(SweepEnumeration.sums(law).map { SIMD8(repeating: $0) })
      return [m.m0[0], m.m1[0], m.m2[0], m.m3[0]]
    }
    let third = -FiniteChainFlow(fineSweeps: sweeps).gradient(j[4], image[4])
    return zip(moments(end), moments(start)).map { $0 - $1 } + [third]
  }

  @Test("Laws stay laws at large couplings")
  func extremes() {
    let points = [10.0, -10, 400, -400].map { [$0, -$0, 0.5 * $0, $0] } + [[0, 400, -400, 0], [0, 0, 0, 0]]
    for law in [FiveCouplingLaw.fine(lanes(points)), FiveCouplingLaw.Coarse(lanes(points)).probability] {
      for m in points.indices {
        #expect(law.allSatisfy { $0[m] >= 0 && $0[m] <= 1 })
        #expect(abs(law.reduce(0) { $0 + $1[m] } - 1) < 1e-14)
      }
    }
  }
}
