import Random
import Testing

@testable import MLRG

@Suite("Explicit block-Gibbs chains of five couplings")
struct FiveCouplingGibbsTests {
  /// Fine and coarse couplings without symmetry; no expected count of the sums is small.
  private static let cases: [([Double], [Double])] = [
    ([0.7, 0.2, -0.1, 0.5], [0.6, 0.1, -0.2, 0.55]), ([-0.3, 0.4, 0.25, 0.1], [0.15, -0.35, 0.3, 0.2]),
  ]

  private func draw(
    _ name: String, _ model: Int, batch: Int, fine: Int, coarse: Int
  ) -> FiveCouplingGibbs.Counts {
    var stream = RandomStream(seed: 1, name: "mlrg-tests/five-gibbs/\(name)", index: model)
    var random = Xoshiro512(&stream)
    func couplings(_ j: [Double]) -> FiveCouplingGibbs.Couplings {
      FiveCouplingGibbs.Couplings(j0: j[0], j1: j[1], j2: j[2], j3: j[3])
    }
    let (j, image) = Self.cases[model]
    return FiveCouplingGibbs.drawn(
      couplings(j), couplings(image), batch: batch, fineSweeps: fine, coarseSweeps: coarse, random: &random)
  }

  @Test("One and two sweeps from fair coins follow the enumerated transition", arguments: 0...1, [1, 2])
  func fine(model: Int, sweeps: Int) {
    let counts = draw("fine-\(sweeps)", model, batch: 1 << 19, fine: sweeps, coarse: 1)
    let chain = SweepEnumeration.pairSquare(Self.cases[model].0)
    let law = chain.law(from: chain.uniform, afterSweeps: sweeps)
    expectCounts(counts.fine, follow: SweepEnumeration.sums(law))
  }

  @Test("Long chains follow the exact law of the fine block", arguments: 0...1)
  func equilibrium(model: Int) {
    let (j, sweeps) = (Self.cases[model].0, 40)
    let lanes = j.map { SIMD8(repeating: $0) }
    let couplings = FiveCouplingLaw.Couplings(j0: lanes[0], j1: lanes[1], j2: lanes[2], j3: lanes[3])
    let exact = FiveCouplingLaw.fine(couplings).map { $0[0] }
    let chain = SweepEnumeration.pairSquare(j)
    let law = SweepEnumeration.sums(chain.law(from: chain.uniform, afterSweeps: sweeps))
    // Long enough: what is left of the start is far below the resolution of the counts, 10⁻³.
    for (p, q) in zip(law, exact) { #expect(abs(p - q) < 1e-6) }
    let counts = draw("long", model, batch: 1 << 16, fine: sweeps, coarse: 1)
    expectCounts(counts.fine, follow: exact)
  }

  @Test("Coarse chains from a known law follow the enumerated transition", arguments: 0...1, [1, 3])
  func coarse(model: Int, sweeps: Int) {
    let counts = draw("coarse-\(sweeps)", model, batch: 1 << 19, fine: 1, coarse: sweeps)
    let chain = SweepEnumeration.pairSquare(Self.cases[model].0)
    let start = chain.law(from: chain.uniform, afterSweeps: 1)
    let law = SweepEnumeration.pairCross(Self.cases[model].1).law(from: start, afterSweeps: sweeps)
    expectCounts(counts.coarse, follow: SweepEnumeration.sums(law))
    // With two centre spins a sweep does not forget its start, as it would with one.
    let model = SweepEnumeration.pairCross(Self.cases[model].1)
    let others = model.law(from: model.uniform, afterSweeps: 1)
    let gap = zip(SweepEnumeration.sums(law), SweepEnumeration.sums(others)).map { abs($0 - $1) }.max() ?? 0
    #expect(gap > 1e-3)
  }

  @Test("Exactly as many chains are counted as asked for", arguments: [1, 5, 511, 512, 513, 1000])
  func partialWords(batch: Int) {
    let counts = draw("partial", 0, batch: batch, fine: 1, coarse: 1)
    #expect(counts.fine.reduce(0, +) == batch && counts.coarse.reduce(0, +) == batch)
  }

  @Test("Small batches have the mean and variance of the law", arguments: [3, 520])
  func oddBatches(batch: Int) throws {
    let chain = SweepEnumeration.pairSquare(Self.cases[0].0)
    let law = SweepEnumeration.sums(chain.law(from: chain.uniform, afterSweeps: 1))
    let last = FiveCouplingLaw.sums.count - 1
    let p = law[last]
    let runs = 3000 / batch + 1
    let n = Double(runs * batch)
    let pulls = (0..<100).map { seed in
      let hits = (0..<runs).reduce(0) { sum, run in
        sum + draw("odd-\(batch)-\(run)-\(seed)", 0, batch: batch, fine: 1, coarse: 1).fine[last]
      }
      return (Double(hits) / n - p) / (p * (1 - p) / n).squareRoot()
    }
    expectStandardPulls(pulls)
  }
}
