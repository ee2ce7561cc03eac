import Random
import Testing
@testable import Renormalization
@Suite struct ZDebug {
  @Test func dbg() throws {
    for seed in 0..<3 {
      var random = RandomStream(seed: 21, name: "crossing/pulls", index: seed)
      let first = GaussianEnsemble(massSquared: 1, volume: 16, count: 4000, &random)
      let second = GaussianEnsemble(massSquared: 1.1, volume: 16, count: 4000, &random)
      let direct = try first.curve(1, 0, noise: 0.1, bins: 20, &random)
      let ren = try second.curve(2, (-1) / 1.06, noise: 0.1, bins: 20, &random)
      do { _ = try Crossing(direct: direct, renormalized: ren) } catch {
        print("PULL", seed, direct.trustedRanges, ren.trustedRanges)
        let r = CurvePair.commonRanges(direct, ren, within: nil)[0]
        print("PULL", (0...32).map { k in let x = r.lowerBound + Double(k)/32*(r.upperBound-r.lowerBound); return (try! ren.estimate(at: x).value - direct.estimate(at: x).value) })
      }
    }
    let clock = ContinuousClock()
    var random = RandomStream(seed: 21, name: "t", index: 0)
    let p2 = (0..<100_000).map { _ in 0.754 + 0.05 * random.normal() }
    let e = try MassReweighting(massSquared: -0.9515, volume: 1024, p2: p2, bins: 40)
    let c = try ReweightedCurve([ReweightedSeries(p2, in: e)])
    let d = try ReweightedCurve([ReweightedSeries(p2.map { 0.5 * $0 + 0.377 + 0.01 * random.normal() }, in: e)])
    var k = 0.0
    print("BENCH sums 1e5", clock.measure { for _ in 0..<20 { k += try! e.sums(of: [p2], at: -0.95).effectiveFraction } } / 20)
    print("BENCH trust 1e5", clock.measure { k += e.trustedRange.lowerBound })
    print("BENCH crossing 2x1e5, 40 bins", clock.measure { print("PULL", try! Crossing(direct: c, renormalized: d)) })
    let f = ScalarField(side: 512, values: (0..<512*512).map { _ in random.normal() })
    for rule in FieldBlockRule.allCases { print("BENCH block 512", rule, clock.measure { for _ in 0..<20 { k += try! rule.block(f).values[0] } } / 20) }
    print(k)
  }
}
import Lattice
