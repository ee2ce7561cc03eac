import Random
import Testing

@testable import Lattice

/// The kernels against what they are made of.
@Suite("Kernels of scalar fields")
struct KernelTests {
  private func randomField(_ side: Int, _ seed: Int = 0) -> ScalarField {
    var random = RandomStream(seed: 5, name: "field", index: seed)
    return ScalarField(side: side, values: (0..<side * side).map { _ in random.normal() })
  }

  @Test(
    "every site has a place of its own, and packing keeps the field",
    arguments: [2, 3, 8, 16, 48, 64, 80, 128])
  func layout(side: Int) {
    let layout = FieldLayout(side: side)
    let field = randomField(side)
    #expect(layout.unpack(layout.pack(field.values)) == field.values)
    let positions = (0..<side * side).map { layout.position($0 / side, $0 % side) }
    #expect(Set(positions).count == side * side)
  }

  @Test("the averages in place are those of the field", arguments: [2, 3, 8, 16, 48, 80])
  func moments(side: Int) {
    let field = randomField(side)
    var random = RandomStream(seed: 1, name: "moments")
    let storage = ChainStorage(
      side: side, mix: .literal, values: field.values, random: Xoshiro512(&random))
    let (a, b) = (storage.moments, field.moments)
    for (x, y) in [(a.m, b.m), (a.p2, b.p2), (a.p4, b.p4), (a.nn, b.nn)] {
      #expect(abs(x - y) < 1e-14 * Double(side) * max(1, abs(y)))
    }
  }

  @Test("SD = 2 S/V + λ/2 p4 of every configuration")
  func consistency() throws {
    for side in [1, 2, 3, 16] {
      let action = try PhiFourAction(kappa: 0.7, lambda: 1.1, massSquared: -0.4)
      let moments = randomField(side).moments
      let other = 2 * moments.actionPerSite(action) + action.lambda / 2 * moments.p4
      #expect(abs(moments.schwingerDyson(action) - other) < 1e-13)
    }
  }

  /// The sum over bonds, one to the right and one down from every site, written out.
  private func action(_ action: PhiFourAction, _ field: ScalarField) -> Double {
    let side = field.side
    var sum = 0.0
    for y in 0..<side {
      for x in 0..<side {
        let value = field[y, x]
        let hop = value * (field[y, (x + 1) % side] + field[(y + 1) % side, x])
        let quadratic = (action.massSquared + 4 * action.kappa) / 2 * value * value
        sum += quadratic - action.kappa * hop + action.lambda / 4 * value * value * value * value
      }
    }
    return sum
  }

  @Test("the exponent of a move is the difference of the whole actions", arguments: [2, 3, 5, 8, 16])
  func differences(side: Int) throws {
    let model = try PhiFourAction(kappa: 0.9, lambda: 0.7, massSquared: -0.9515)
    let move = LocalMove(model)
    var random = RandomStream(seed: 2, name: "moves")
    let before = randomField(side)
    let start = action(model, before)
    #expect(abs(model.value(before) - start) < 1e-11)
    for _ in 0..<50 {
      let (y, x) = (random.below(side), random.below(side))
      let above = before[(y + side - 1) % side, x] + before[(y + 1) % side, x]
      let sum = above + before[y, (x + side - 1) % side] + before[y, (x + 1) % side]
      for change in [random.normal(), move.reflected(before[y, x], neighbours: sum)] {
        var after = before
        after[y, x] += change
        let exponent = move.exponent(before[y, x], change: change, neighbours: sum)
        #expect(abs(exponent + action(model, after) - start) < 1e-11)
        let lanes = move.exponent(
          SIMD8(repeating: before[y, x]), change: SIMD8(repeating: change), neighbours: SIMD8(repeating: sum))
        #expect(lanes == SIMD8(repeating: exponent))
        // Over-relaxation leads back: φ → φ' → φ.
        if change == move.reflected(before[y, x], neighbours: sum) {
          #expect(abs(move.reflected(after[y, x], neighbours: sum) + change) < 1e-13)
        }
      }
    }
  }

  /// The proposals of Metropolis are k/2²⁴ − ½ + 2⁻²⁵: their extremes are opposite.
  @Test("the bits of a site make a symmetric proposal and a number of [0, 1)")
  func uniforms() {
    let middle = 1.5 - 0x1p-25
    let (low, high) = StripedKernel.uniforms(SIMD8(repeating: 0))
    let (top, one) = StripedKernel.uniforms(SIMD8(repeating: .max))
    #expect(low[0] - middle == -(top[0] - middle) && top[0] - middle < 0.5)
    #expect(high[0] == 1 && one[0] == 2 - 0x1p-40)
    let (independent, zero) = StripedKernel.uniforms(SIMD8(repeating: 0xff_ffff))
    #expect(independent == top && zero == high)
  }

  /// In one sweep of a striped lattice the neighbours that a row sees across the boundary are current: every
  /// stored copy of an end equals its original.
  @Test("the boundary of the striped layout follows every update", arguments: [16, 48, 64])
  func boundary(side: Int) throws {
    let model = try PhiFourAction(lambda: 0.7, massSquared: -0.9515)
    let layout = FieldLayout(side: side)
    var vectors = layout.pack(randomField(side).values)
    var random = RandomStream(seed: 1, name: "boundary")
    var generator = Xoshiro512(&random)
    var planes = [UInt64](repeating: 0, count: BondClusters.planeWords(side))
    var labels = [UInt32](repeating: 0, count: BondClusters.labelCount(side))
    let clusters = BondClusters(side: side, planes: &planes, labels: &labels)
    for update in 0..<3 {
      vectors.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        let kernel = StripedKernel(layout, start)
        switch update {
        case 0: _ = kernel.metropolis(LocalMove(model), step: 1, &generator)
        case 1: _ = kernel.overrelaxation(LocalMove(model), &generator)
        default: EmbeddedBonds(clusters: clusters, kappa: 1).update(kernel, &generator)
        }
      }
      #expect(layout.pack(layout.unpack(vectors)) == vectors)
    }
  }

  /// Site by site from single bits: the clusters of random bonds by repeated spreading of the smallest index.
  @Test("flips are constant on clusters and fair", arguments: [2, 3, 16, 65, 128])
  func clusters(side: Int) {
    var random = RandomStream(seed: 3, name: "clusters/\(side)")
    var generator = Xoshiro512(&random)
    var planes = [UInt64](repeating: 0, count: BondClusters.planeWords(side))
    var labels = [UInt32](repeating: 0, count: BondClusters.labelCount(side))
    let words = BondClusters.wordsPerRow(side)
    var right = [Bool](), down = right
    for _ in 0..<side * side {
      right.append(random.uniform() < 0.45)
      down.append(random.uniform() < 0.45)
    }
    let flips: [Bool] = planes.withUnsafeMutableBufferPointer { planes in
      labels.withUnsafeMutableBufferPointer { labels in
        let clusters = BondClusters(side: side, planes: planes.baseAddress!, labels: labels.baseAddress!)
        for site in 0..<side * side {
          let word = site / side * words + site % side / 64
          if right[site] { clusters.right[word] |= 1 << UInt64(site % side % 64) }
          if down[site] { clusters.down[word] |= 1 << UInt64(site % side % 64) }
        }
        clusters.toss(&generator)
        return (0..<side * side).map { site in
          clusters.flips[site / side * words + site % side / 64] >> UInt64(site % side % 64) & 1 == 1
        }
      }
    }
    var root = Array(0..<side * side)
    var changed = true
    while changed {
      changed = false
      for site in root.indices {
        let (y, x) = (site / side, site % side)
        let bonds = [(right[site], y * side + (x + 1) % side), (down[site], (y + 1) % side * side + x)]
        for (open, other) in bonds where open && root[site] != root[other] {
          let smaller = min(root[site], root[other])
          (root[site], root[other]) = (smaller, smaller)
          changed = true
        }
      }
    }
    for site in root.indices { #expect(flips[site] == flips[root[site]]) }
    let roots = root.indices.filter { root[$0] == $0 }
    let heads = Double(roots.filter { flips[$0] }.count)
    let count = Double(roots.count)
    #expect(abs(heads - count / 2) <= 4 * (count / 4).squareRoot())
  }
}
