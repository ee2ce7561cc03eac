import Elementary
import Random
import Testing

@testable import MLRG

@Suite("Explicit block-Gibbs chains of one coupling")
struct GibbsBlocksTests {
  private static let draws = 1 << 20

  private func generator(_ name: String, _ index: Int = 0) -> Xoshiro512 {
    var stream = RandomStream(seed: 1, name: "mlrg-tests/gibbs/\(name)", index: index)
    return Xoshiro512(&stream)
  }

  private func divergence(batch: Int, fine: Int, coarse: Int = 1) throws -> Divergence {
    try Divergence(
      .standard {
        $0.sampler = .gibbs
        $0.batch = batch
        $0.fineSweeps = fine
        $0.coarseSweeps = coarse
      })
  }

  /// Counts of |M| = 4, 2 and 0.
  private func counts(_ frequencies: Divergence.Frequencies, lane: Int, of batch: Int) -> [Int] {
    let aligned = Int((frequencies.aligned[lane] * Double(batch)).rounded())
    let oneFlipped = Int((frequencies.oneFlipped[lane] * Double(batch)).rounded())
    return [aligned, oneFlipped, batch - aligned - oneFlipped]
  }

  private func magnetisations(_ classes: [Double]) -> [Double] {
    [classes[0], classes[1], classes[2] + classes[3]]
  }

  @Test("Fine classes follow uniform · Tᵏ, and coarse ones the law of the cross", arguments: [1, 5, 16, 32])
  func classes(sweeps: Int) throws {
    var random = generator("classes", sweeps)
    let (j, image) = (SIMD8<Double>(0.7, -1.2, 0, 0, 0, 0, 0, 0), SIMD8<Double>(0.5, -0.9, 0, 0, 0, 0, 0, 0))
    let drawn = GibbsBlocks.drawn(try divergence(batch: Self.draws, fine: sweeps), j, image, used: 2, &random)
    for lane in 0..<2 {
      let law = CornerClasses.law(afterSweeps: sweeps, j[lane])
      expectCounts(counts(drawn.fine, lane: lane, of: Self.draws), follow: magnetisations(law))
      let coarse = CornerClasses.coarse(image[lane])
      expectCounts(counts(drawn.coarse, lane: lane, of: Self.draws), follow: magnetisations(coarse))
    }
    #expect(drawn.fine.aligned[2] == 0 && drawn.coarse.aligned[2] == 0)
  }

  @Test("The coarse chain has the law of |M| after one sweep as after three", arguments: [1, 3])
  func coarseSweeps(sweeps: Int) throws {
    var random = generator("coarse", sweeps)
    let image = SIMD8<Double>(0.3, -0.8, 1.5, 0, 0, 0, 0, 0)
    let divergence = try divergence(batch: Self.draws, fine: 1, coarse: sweeps)
    let drawn = GibbsBlocks.drawn(divergence, SIMD8(repeating: 0.9), image, used: 3, &random)
    for lane in 0..<3 {
      let law = magnetisations(CornerClasses.coarse(image[lane]))
      expectCounts(counts(drawn.coarse, lane: lane, of: Self.draws), follow: law)
    }
  }

  @Test("All 16 corner states follow uniform · Tᵏ", arguments: [1, 5, 16, 32])
  func configurations(sweeps: Int) {
    var random = generator("configurations", sweeps)
    let j = 0.7
    var counts = [Int](repeating: 0, count: 16)
    for _ in 0..<(Self.draws / 512) {
      let start = GibbsBlocks.Corners(a: random.next(), b: random.next(), c: random.next(), d: random.next())
      add(chains(start, sweeps: sweeps, j, &random), to: &counts)
    }
    let chain = SweepEnumeration.square(j)
    expectCounts(counts, follow: chain.law(from: chain.uniform, afterSweeps: sweeps))
  }

  @Test("One sweep from each of the 16 states follows that row of T", arguments: [0.7, -0.4])
  func transitions(j: Double) {
    var random = generator("transitions")
    let chain = SweepEnumeration.square(j)
    var total = (statistic: 0.0, dof: 0.0)
    for state in 0..<16 {
      func word(_ corner: Int) -> GibbsBlocks.Word { .init(repeating: state >> corner & 1 == 1 ? .max : 0) }
      let start = GibbsBlocks.Corners(a: word(0), b: word(1), c: word(2), d: word(3))
      var counts = [Int](repeating: 0, count: 16)
      for _ in 0..<128 { add(chains(start, sweeps: 1, j, &random), to: &counts) }
      let (statistic, dof) = chiSquare(counts, chain.sweep(from: state))
      total = (total.statistic + statistic, total.dof + dof)
    }
    expectChiSquare(total.statistic, total.dof)
  }

  @Test("A mask selects the first chains of a word", arguments: [-3, 0, 1, 63, 64, 65, 200, 511, 512, 900])
  func mask(n: Int) {
    let mask = Xoshiro512.mask(first: n)
    for chain in 0..<512 { #expect((mask[chain / 64] >> UInt64(chain % 64) & 1 == 1) == (chain < n)) }
  }

  @Test("Exactly as many chains are counted as asked for", arguments: [1, 7, 100, 511, 512, 513, 700, 1030])
  func partialWords(batch: Int) throws {
    var random = generator("partial", batch)
    // At |J′| = 20 four aligned corners are certain to 10⁻¹⁷, so each chain adds one.
    let image = SIMD8<Double>(20, -20, 20, -20, 20, -20, 20, -20)
    let divergence = try divergence(batch: batch, fine: 2)
    let drawn = GibbsBlocks.drawn(divergence, SIMD8(repeating: 0.4), image, used: 8, &random)
    for lane in 0..<8 {
      #expect(abs(drawn.coarse.aligned[lane] - 1) < 1e-15 && drawn.coarse.oneFlipped[lane] == 0)
      let fine = counts(drawn.fine, lane: lane, of: batch)
      #expect(fine.allSatisfy { $0 >= 0 })
      #expect(abs(drawn.fine.aligned[lane] * Double(batch) - Double(fine[0])) < 1e-9)
    }
  }

  @Test("Frequencies of small and odd batches have the mean and variance of the law", arguments: [5, 700])
  func oddBatches(batch: Int) throws {
    let (j, sweeps, runs) = (0.8, 2, batch == 5 ? 400 : 10)
    let p = CornerClasses.law(afterSweeps: sweeps, j)[0]
    let error = (p * (1 - p) / Double(8 * runs * batch)).squareRoot()
    let divergence = try divergence(batch: batch, fine: sweeps)
    let pulls = (0..<60).map { index in
      var random = generator("odd-batches-\(batch)", index)
      var sum = 0.0
      for _ in 0..<runs {
        let lanes = SIMD8(repeating: j)
        sum += GibbsBlocks.drawn(divergence, lanes, lanes, used: 8, &random).fine.aligned.sum()
      }
      return (sum / Double(8 * runs) - p) / error
    }
    expectStandardPulls(pulls)
  }

  private func chains(
    _ start: GibbsBlocks.Corners, sweeps: Int, _ j: Double, _ random: inout Xoshiro512
  ) -> GibbsBlocks.Corners {
    let follow = BernoulliThreshold(Elementary.sigmoid(4 * j))
    return (0..<sweeps).reduce(start) { v, _ in
      let edges = GibbsBlocks.halfSweep(v, follow, &random)
      // Edge e lies between the corners e and e + 1, so corner e lies between the edges e − 1 and e.
      let next = GibbsBlocks.halfSweep(edges, follow, &random)
      return GibbsBlocks.Corners(a: next.d, b: next.a, c: next.b, d: next.c)
    }
  }

  private func add(_ v: GibbsBlocks.Corners, to counts: inout [Int]) {
    for state in 0..<16 {
      for lane in 0..<8 {
        var hits = UInt64.max
        for (corner, word) in [v.a, v.b, v.c, v.d].enumerated() {
          hits &= state >> corner & 1 == 1 ? word[lane] : ~word[lane]
        }
        counts[state] += hits.nonzeroBitCount
      }
    }
  }
}
