import Random
import Testing

@testable import Learning

@Suite("Hidden couplings and block spins of the same samples")
struct FieldHiddenCorrelationTests {
  /// Free spins ±1.
  private func free(_ units: Int, _ count: Int, _ name: String) throws -> SpinSamples {
    var random = RandomStream(seed: 7, name: name)
    var samples = try SpinSamples(units: units, count: count)
    for s in 0..<count { for i in 0..<units { samples[s, i] = random.next() >> 63 == 1 } }
    return samples
  }

  @Test("bond sums equal the plain sum over right and lower neighbours", arguments: [2, 3, 8, 10, 16])
  func bondSums(_ side: Int) throws {
    let torus = try FieldTorus(side: side)
    let samples = try free(torus.sites, 20, "fields/bonds")
    let sums = try torus.bondSums(of: samples)
    for s in 0..<20 {
      let spin = { (x: Int, y: Int) in samples[s, torus.site(x, y)] ? 1 : -1 }
      var plain = 0
      for y in 0..<side { for x in 0..<side { plain += spin(x, y) * (spin(x + 1, y) + spin(x, y + 1)) } }
      #expect(sums[s] == plain)
    }
  }

  @Test("units on a square tiling: nearest neighbours are the bonds of the lattice")
  func squareTiling() throws {
    let (fine, coarse) = (try FieldTorus(side: 16), try FieldTorus(side: 8))
    let samples = try free(64, 203, "fields/tiling")
    let c = try FieldHiddenCorrelation(
      samples, centres: FieldCentres(tiling: fine, block: 2), edges: [1, 2.1, 3, 4.1], blocks: 10)
    let energy = try FieldObservables(samples, on: coarse, blocks: 10).bondEnergy
    #expect(c.nearestDistance == 2)
    #expect(zip(c.nearest.sums, energy.sums).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(c.nearest.samples == energy.samples && energy.samples.reduce(0, +) == 203)
    #expect(c.bins.map(\.pairs) == [128, 128, 128])
    #expect(abs(c.bins[0].correlation.mean - c.nearest.mean) < 1e-15)
    #expect(abs(c.bins[1].distance - 8.0.squareRoot()) < 1e-12 && c.bins[2].distance == 4)
  }

  @Test("turning over a unit and its flag together changes nothing; dead units can be left out")
  func flips() throws {
    let torus = try FieldTorus(side: 4)
    let centres = try FieldCentres(tiling: torus, block: 1)
    let samples = try free(16, 90, "fields/flips")
    var turned = samples
    for s in 0..<90 { turned[s, 5].toggle() }
    let flags = (0..<16).map { $0 == 5 }
    let a = try FieldHiddenCorrelation(samples, centres: centres, edges: [0, 1.5, 3], blocks: 7)
    let b = try FieldHiddenCorrelation(turned, centres: centres, isFlipped: flags, edges: [0, 1.5, 3], blocks: 7)
    let c = try FieldHiddenCorrelation(turned, centres: centres, edges: [0, 1.5, 3], blocks: 7)
    #expect(a == b)
    #expect(a != c)
    // Only the four corners of one plaquette and one more: every unit's neighbours are the other four.
    let some = try FieldHiddenCorrelation(samples, centres: centres, units: [0, 1, 4, 5, 2], blocks: 7)
    var sum = 0
    for s in 0..<90 {
      let h = [0, 1, 4, 5, 2].map { samples[s, $0] ? 1 : -1 }
      let total = h.reduce(0, +)
      sum += total * total - 5
    }
    #expect(abs(some.nearest.mean - Double(sum) / 90 / 20) < 1e-14)
  }

  @Test("majority and decimation of 4 × 4 blocks of equal spins give those spins")
  func blockedCopies() throws {
    let (fine, coarse) = (try FieldTorus(side: 12), try FieldTorus(side: 3))
    let spins = try free(9, 30, "fields/copies")
    var samples = try SpinSamples(units: 144, count: 30)
    for s in 0..<30 {
      for site in 0..<144 { samples[s, site] = spins[s, coarse.site(site % 12 / 4, site / 12 / 4)] }
    }
    let random = RandomStream(seed: 8, name: "fields/majority")
    #expect(try fine.majority(samples, levels: 2, random: random) == spins)
    #expect(try fine.decimated(samples, levels: 2) == spins)
  }

  @Test("majority follows three of four spins, and ties fall on either side equally often")
  func majorityAndTies() throws {
    let torus = try FieldTorus(side: 2)
    let random = RandomStream(seed: 9, name: "fields/ties")
    let all = try SpinSamples(units: 4, words: (0..<16).map { UInt64($0) })
    let blocked = try torus.majority(all, levels: 1, random: random)
    for k in 0..<16 where k.nonzeroBitCount != 2 { #expect(blocked[k, 0] == (k.nonzeroBitCount > 2)) }
    let n = 10_000
    let tied = try SpinSamples(units: 4, words: [UInt64](repeating: 0b0110, count: n))
    let heads = try torus.majority(tied, levels: 1, random: random).words.reduce(0) { $0 + $1.nonzeroBitCount }
    #expect(abs(Double(heads) - Double(n) / 2) < 4 * (Double(n) / 4).squareRoot())
    #expect(throws: BoltzmannError.self) { try torus.majority(all, levels: 2, random: random) }
  }

  @Test("block sums: mean and leave-one-out means of unequal blocks")
  func blockSums() throws {
    let sums = try FieldBlockSums(of: [1, 2, 3, 4, 5, 6, 10], blocks: 3)
    #expect(sums.samples == [2, 2, 3])
    #expect(sums.sums == [3, 7, 21])
    #expect(sums.mean == 31.0 / 7)
    let left: [Double] = [5.6, 4.8, 2.5]
    #expect(sums.replicates == left)
    #expect(throws: BoltzmannError.self) { try FieldBlockSums(of: [1, 2], blocks: 3) }
  }
}
