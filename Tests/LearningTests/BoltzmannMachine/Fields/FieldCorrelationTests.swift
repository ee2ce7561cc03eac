import Elementary
import Random
import Testing

@testable import Learning

@Suite("Correlation of hidden units with block spins")
struct FieldCorrelationTests {
  let torus: FieldTorus
  let random: RandomStream

  init() throws {
    torus = try FieldTorus(side: 4)
    random = RandomStream(seed: 6, name: "fields/block-correlation")
  }

  /// All 2¹⁶ configurations of 4 × 4 spins once: free spins, exactly.
  private func allConfigurations() throws -> SpinSamples {
    try SpinSamples(units: 16, words: (0..<65536).map { UInt64($0) })
  }

  /// A unit that saturates to the sign of the sum over a window of b × b.
  private func window(_ block: Int, at x: Int, _ y: Int, weight: Double = 40) -> [Double] {
    var field = [Double](repeating: 0, count: 16)
    for dy in 0..<block { for dx in 0..<block { field[torus.site(x + dx, y + dy)] = weight } }
    return field
  }

  @Test("a unit that is the majority of a block has correlation 1 with it, at its place")
  func perfectBlocks() throws {
    let fields = try FieldSet(torus: torus, fields: window(1, at: 2, 3) + window(3, at: 3, 1))
    let c = try FieldCorrelation(fields, samples: try allConfigurations(), blocks: [1, 3], random: random)
    #expect(abs(c.values[0][0] - 1) < 1e-12)
    #expect(c.corners[0][0] == torus.site(2, 3))
    #expect(abs(c.values[1][1] - 1) < 1e-12)
    #expect(c.corners[1][1] == torus.site(3, 1))
    // One of nine free spins and their majority: C(8, 4)/2⁸.
    #expect(abs(c.values[1][0] - 70.0 / 256) < 1e-12)
    #expect(abs(c.values[0][1] - 70.0 / 256) < 1e-12)
  }

  @Test("coins on ties leave √(1 - P(tie)) for even blocks", arguments: [(2, 6.0 / 16), (4, 12870.0 / 65536)])
  func ties(_ block: Int, _ tie: Double) throws {
    let fields = try FieldSet(torus: torus, fields: window(block, at: 1, 2))
    let samples = try allConfigurations()
    let c = try FieldCorrelation(fields, samples: samples, blocks: [block], random: random)
    // The unit is 0 on ties, so they add nothing to <f B>; the coins' mean enters the variance of B at second order.
    #expect(abs(c.values[0][0] - (1 - tie).squareRoot()) < 1e-3)
    #expect(c.values[0][0] >= (1 - tie).squareRoot() - 1e-12)
    let again = try FieldCorrelation(fields, samples: samples, blocks: [3, block, 1], random: random)
    #expect(again.values[1] == c.values[0])
  }

  @Test("the kernel equals the plain sums, with 11 units and a ragged last chunk, on side 5")
  func plainReference() throws {
    let torus = try FieldTorus(side: 5)
    let fields = try FieldSet.gaussian(torus: torus, units: 11, standardDeviation: 0.4, random: random)
    var stream = random.child("samples")
    let samples = try SpinSamples(units: 25, words: (0..<150).map { _ in stream.next() & 0x1FF_FFFF })
    let c = try FieldCorrelation(fields, samples: samples, blocks: [1, 3, 5], random: random)
    for (k, block) in [1, 3, 5].enumerated() {
      for unit in 0..<11 {
        let plain = plainCorrelation(fields.field(unit), samples, torus, block)
        #expect(abs(c.values[k][unit] - plain.value) < 1e-12)
        #expect(c.corners[k][unit] == plain.corner || block == 5)
      }
    }
  }

  private func plainCorrelation(
    _ field: ArraySlice<Double>, _ samples: SpinSamples, _ torus: FieldTorus, _ block: Int
  ) -> (value: Double, corner: Int) {
    let n = Double(samples.count)
    let spins = (0..<samples.count).map { s in (0..<torus.sites).map { samples[s, $0] ? 1.0 : -1.0 } }
    let f = spins.map { v in Elementary.tanh(zip(field, v).reduce(0) { $0 + $1.0 * $1.1 }) }
    let mean = f.reduce(0, +) / n
    let variance = f.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    var best = (value: 0.0, corner: 0)
    for corner in 0..<torus.sites {
      let b = spins.map { v -> Double in
        var sum = 0.0
        for dy in 0..<block {
          for dx in 0..<block { sum += v[torus.site(corner % torus.side + dx, corner / torus.side + dy)] }
        }
        return sum > 0 ? 1 : -1
      }
      let average = b.reduce(0, +) / n
      let covariance = zip(f, b).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - average) } / n
      let value = abs(covariance) / (variance * (1 - average * average)).squareRoot()
      if value > best.value { best = (value, corner) }
    }
    return best
  }

  @Test("one permutation of weights and samples alike leaves b = 1 unchanged and lowers b = 3")
  func siteShuffle() throws {
    let fields = try FieldSet(torus: torus, fields: window(3, at: 0, 0, weight: 0.6))
    let permutation = FieldPermutation(torus: torus, random: random)
    let samples = try allConfigurations()
    let a = try FieldCorrelation(fields, samples: samples, blocks: [1, 3], random: random)
    let b = try FieldCorrelation(
      permutation.applied(to: fields), samples: permutation.applied(to: samples), blocks: [1, 3], random: random)
    #expect(abs(a.values[0][0] - b.values[0][0]) < 1e-12)
    #expect(b.values[1][0] < a.values[1][0] - 0.05)
  }

  @Test("a unit without weights, or one that never varies, has correlation 0")
  func constantUnits() throws {
    let fields = try FieldSet(torus: torus, fields: [Double](repeating: 0, count: 16) + window(4, at: 0, 0))
    let ordered = try SpinSamples(units: 16, words: [UInt64](repeating: 0xFFFF, count: 10))
    let c = try FieldCorrelation(fields, samples: ordered, blocks: [1, 3], random: random)
    #expect(c.values == [[0, 0], [0, 0]])
    #expect(c.medians == [0, 0])
  }

  @Test("blocks wider than the lattice are refused")
  func refusals() throws {
    let fields = try FieldSet(torus: torus, fields: window(1, at: 0, 0))
    let samples = try SpinSamples(units: 16, words: [1, 2])
    #expect(throws: BoltzmannError.setting(name: "the side of a block", value: 5, allowed: "1...4")) {
      try FieldCorrelation(fields, samples: samples, blocks: [5], random: random)
    }
    #expect(throws: BoltzmannError.self) {
      try FieldCorrelation(fields, samples: try SpinSamples(units: 9, words: [1, 2]), random: random)
    }
  }
}
