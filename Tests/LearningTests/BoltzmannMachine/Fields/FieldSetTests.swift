import Random
import Testing

@testable import Learning

@Suite("Effective fields of layers")
struct FieldSetTests {
  @Test("the effective fields of two layers are the product of their weights")
  func product() throws {
    let torus = try FieldTorus(side: 2)
    // W₁ is 4 × 3, W₂ is 3 × 2.
    let first: [Float] = [1, 0, -2, 0, 3, 0, 1, 1, 1, 0, 0, 4]
    let second: [Float] = [1, -1, 2, 0, 0, -3]
    let set = try FieldSet(torus: torus, widths: [3, 2], weights: [first, second])
    // The second column, (5, 0, -4, -12), sums to less than zero.
    #expect(Array(set.field(0)) == [1, 6, 3, 0])
    #expect(Array(set.field(1)) == [-5, 0, 4, 12])
    #expect(set.isFlipped == [false, true])
  }

  @Test("turning over units of a layer in between changes no effective field")
  func signsBetweenLayers() throws {
    let torus = try FieldTorus(side: 4)
    var random = RandomStream(seed: 4, name: "fields/signs")
    let first = (0..<16 * 5).map { _ in Float(random.normal()) }
    let second = (0..<5 * 3).map { _ in Float(random.normal()) }
    let signs: [Float] = [1, -1, -1, 1, -1]
    let set = try FieldSet(torus: torus, widths: [5, 3], weights: [first, second])
    let turned = try FieldSet(
      torus: torus, widths: [5, 3],
      weights: [
        first.enumerated().map { $1 * signs[$0 % 5] }, second.enumerated().map { $1 * signs[$0 / 3] },
      ])
    #expect(set == turned)
    #expect((0..<3).allSatisfy { set.field($0).reduce(0, +) > 0 })
  }

  @Test("a perfect tiling by blocks has 4 nearest neighbours at distance b", arguments: [2, 4])
  func perfectTiling(_ block: Int) throws {
    let torus = try FieldTorus(side: 16)
    let width = 16 / block
    let fields = (0..<width * width).flatMap { unit in
      (0..<256).map { site -> Double in
        let inside = site % 16 / block == unit % width && site / 16 / block == unit / width
        return inside ? 0.5 : 0
      }
    }
    let set = try FieldSet(torus: torus, fields: fields)
    let statistics = try FieldStatistics(set, deadBelow: 0.01)
    #expect(statistics.neighbourDistances.count == width * width)
    #expect(statistics.neighbourDistances.allSatisfy { abs($0 - Double(block)) < 1e-12 })
    #expect(statistics.median(of: \.participation) == Double(block * block))
    #expect(statistics.localisedFraction == 1)
    let tiling = try FieldCentres(tiling: torus, block: block)
    for (a, b) in zip(tiling.points, statistics.centres.points) { #expect(torus.distance(a, b) < 1e-12) }
  }

  @Test("dead units are counted and left out; half the units localised reads 1/2, whatever the median says")
  func deadAndLocalised() throws {
    let torus = try FieldTorus(side: 16)
    let dead = [Double](repeating: 1e-4, count: 256)
    let wide = [Double](repeating: 0.1, count: 256)
    let sites = (0..<3).map { k in (0..<256).map { $0 == 37 * k ? 2.0 : 0 } }
    let set = try FieldSet(torus: torus, fields: dead + wide + sites[0] + wide + sites[1] + wide + sites[2] + dead)
    let statistics = try FieldStatistics(set, deadBelow: 0.01)
    #expect(statistics.deadFraction == 0.25)
    #expect(statistics.living == [1, 2, 3, 4, 5, 6])
    #expect(statistics.localisedFraction == 0.5)
    let median = try #require(statistics.median(of: \.participation))
    #expect(abs(median - 128.5) < 1e-9)
    let histogram = try statistics.histogram(of: \.participation, edges: [2, 100, 256.5])
    #expect(histogram.below == 3 && histogram.counts == [0, 3] && histogram.above == 0)
    let none = try FieldStatistics(set.selecting([0, 7]), deadBelow: 0.01)
    #expect(none.median(of: \.radius) == nil && none.localisedFraction == nil && none.neighbourDistance == nil)
  }

  @Test("the Gaussian control keeps the norm of every unit")
  func gaussianControl() throws {
    let torus = try FieldTorus(side: 8)
    let set = try FieldSet(torus: torus, fields: (0..<192).map { Double($0 % 7) })
    let control = try set.gaussianControl(random: RandomStream(seed: 5, name: "fields/control"))
    for unit in 0..<3 {
      let (a, b) = (try FieldMeasures(set.field(unit), on: torus), try FieldMeasures(control.field(unit), on: torus))
      #expect(abs(a.norm - b.norm) < 1e-13 * a.norm)
    }
    #expect(control.values != set.values)
  }

  @Test("weights of a wrong shape or not finite are refused")
  func refusals() throws {
    let torus = try FieldTorus(side: 2)
    #expect(throws: BoltzmannError.wrongCount(what: "the weights of layer 2", expected: 6, found: 5)) {
      try FieldSet(
        torus: torus, widths: [3, 2],
        weights: [[Float](repeating: 1, count: 12), [Float](repeating: 1, count: 5)])
    }
    #expect(throws: BoltzmannError.self) {
      try FieldSet(torus: torus, widths: [1], weights: [[1, 2, .infinity, 0]])
    }
    #expect(throws: BoltzmannError.self) { try FieldSet(torus: torus, fields: []) }
  }
}
