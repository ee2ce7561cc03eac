import Foundation
import Random
import Testing

@testable import Learning

@Suite("Inverse transformations")
struct InverseMapTests {
  /// g of the class comment, averaged over transposition and, for odd networks, sign.
  private func reference(_ map: InverseMap, _ patch: [Double]) -> Double {
    let transposed = map.window.transposition.map { patch[$0] }
    switch map.mean {
    case .linear(let linear): return zip(linear.kernel, patch).reduce(0) { $0 + $1.0 * $1.1 }
    case .network(let network):
      let even = (g(network, patch) + g(network, transposed)) / 2
      guard network.odd else { return even }
      return (even - (g(network, patch.map { -$0 }) + g(network, transposed.map { -$0 })) / 2) / 2
    }
  }

  private func g(_ network: InverseNetwork, _ patch: [Double]) -> Double {
    let (n, h, p) = (patch.count, network.hidden, network.parameters)
    var sum = p[(n + 2) * h + n]
    for e in 0..<n { sum += p[(n + 2) * h + e] * patch[e] }
    for u in 0..<h {
      let z = (0..<n).reduce(p[n * h + u]) { $0 + p[u * n + $1] * patch[$1] }
      sum += p[(n + 1) * h + u] * (network.kind == .tanhOdd ? tanh(z) : max(z, 0))
    }
    return sum
  }

  @Test("every site is the function of its oriented patch", arguments: TestFields.windowNames)
  func definition(name: String) throws {
    var random = RandomStream(seed: 1, name: "inverse-map/definition/\(name)")
    let window = try PatchWindow(named: name)
    for map in try TestFields.maps(window, &random) {
      for side in [window.rows, 7, 13, 40] {
        let field = TestFields.normal(side * side, &random)
        let fine = try map.refined(field, side: side, random: &random)
        let expected = (0..<4 * side * side).map { site in
          reference(map, TestFields.patch(field, side, window, site / (2 * side), site % (2 * side)))
        }
        #expect(TestFields.largestDifference(fine, expected) < 1e-12)
      }
    }
  }

  @Test("translation by a coarse site is translation by two fine sites; the square's symmetries commute")
  func equivariance() throws {
    var random = RandomStream(seed: 1, name: "inverse-map/equivariance")
    for name in TestFields.windowNames {
      for map in try TestFields.maps(PatchWindow(named: name), &random) {
        let side = 9
        let field = TestFields.normal(side * side, &random)
        let fine = try map.refined(field, side: side, random: &random)
        for (dy, dx) in [(1, 0), (0, 1), (4, 7)] {
          let moved = try map.expected(TestFields.shifted(field, side, dy, dx), side: side)
          #expect(moved == TestFields.shifted(fine, 2 * side, 2 * dy, 2 * dx))
        }
        for symmetry in 1..<8 {
          let moved = try map.expected(TestFields.moved(field, side, symmetry), side: side)
          #expect(TestFields.largestDifference(moved, TestFields.moved(fine, 2 * side, symmetry)) < 1e-13)
        }
      }
    }
  }

  @Test("homogeneous maps commute with a change of scale, odd ones with a change of sign")
  func scaleAndSign() throws {
    var random = RandomStream(seed: 1, name: "inverse-map/scale")
    for map in try TestFields.maps(PatchWindow(kernel: 6), &random) {
      let field = TestFields.normal(64, &random)
      let fine = try map.expected(field, side: 8)
      let scaled = try map.expected(field.map { 4 * $0 }, side: 8)
      let opposite = try map.expected(field.map { -$0 }, side: 8).map { -$0 }
      let isHomogeneous = map.kind == .linear || map.kind == .reluHomogeneous
      // Multiplication by 4 is exact.
      #expect((scaled == fine.map { 4 * $0 }) == isHomogeneous)
      var isOdd = map.kind == .linear || map.kind == .tanhOdd
      if case .network(let network) = map.mean { isOdd = isOdd || network.odd }
      #expect((TestFields.largestDifference(fine, opposite) < 1e-13) == isOdd)
    }
  }

  @Test("the odd part of a homogeneous ReLU network is linear")
  func oddHomogeneous() throws {
    var random = RandomStream(seed: 1, name: "inverse-map/odd-homogeneous")
    let window = try PatchWindow(kernel: 8)
    let network = try InverseNetwork(
      kind: .reluHomogeneous, window: window, hidden: 6, odd: true, random: &random)
    let map = InverseMap(network)
    let fields = (0..<2).map { _ in TestFields.normal(64, &random) }
    let sum = try map.expected(zip(fields[0], fields[1]).map { $0 + $1 }, side: 8)
    let parts = try fields.map { try map.expected($0, side: 8) }
    let total = zip(parts[0], parts[1]).map { $0 + $1 }
    #expect(TestFields.largestDifference(sum, total) < 1e-13)
  }

  @Test("a linear map multiplies the magnetisation of every configuration by its gain, level by level")
  func gain() throws {
    var random = RandomStream(seed: 1, name: "inverse-map/gain")
    for name in TestFields.windowNames {
      let window = try PatchWindow(named: name)
      let kernel = TestFields.normal(window.count, &random).map { 0.1 * $0 + 0.8 / Double(window.count) }
      let map = try LinearInverse(window: window, kernel: kernel)
      var field = TestFields.normal(64, &random).map { $0 + 0.5 }
      var expected = TestFields.mean(field)
      for side in [8, 16, 32] {
        field = try InverseMap(map).refined(field, side: side, random: &random)
        expected *= map.gain
        #expect(abs(TestFields.mean(field) - expected) < 1e-12 * abs(expected))
      }
    }
  }

  @Test("noise has mean 0, the fitted variance and no correlation; deterministic maps draw nothing")
  func noise() throws {
    var random = RandomStream(seed: 1, name: "inverse-map/noise")
    let pairs = try TestFields.blockedPairs(side: 7, count: 4, &random)
    let window = try PatchWindow(kernel: 6)
    let linear = try RegressionSums(window: window, pairs).fit(window)
    let map = try InverseMap(linear).withNoise(fittedTo: pairs)
    #expect(map.kind == .stochastic)
    let variance = try InverseMap(linear).meanSquaredError(on: pairs)
    #expect(abs(map.noise * map.noise - variance) < 1e-15)
    let field = TestFields.normal(49, &random)
    let mean = try map.expected(field, side: 7)
    let results = try (0..<60).map { _ -> (mean: Double, square: Double, neighbours: Double) in
      let fine = try map.refined(field, side: 7, random: &random)
      let noise = zip(fine, mean).map { ($0 - $1) / map.noise }
      let square = TestFields.mean(noise.map { $0 * $0 })
      let neighbours = TestFields.mean(noise.indices.map { noise[$0] * noise[($0 + 1) % noise.count] })
      return (TestFields.mean(noise), square, neighbours)
    }
    // 196 normal numbers each: variances of their mean, mean square and mean product of neighbours.
    let root = 196.0.squareRoot()
    expectStandardPulls(results.map { $0.mean * root })
    expectStandardPulls(results.map { ($0.square - 1) * root / 2.0.squareRoot() })
    expectStandardPulls(results.map { $0.neighbours * root })
    var (left, right) = (random, random)
    _ = try InverseMap(linear).refined(field, side: 7, random: &left)
    #expect(left.next() == right.next())
  }

  @Test("maps survive storage, and bad ones are refused")
  func coding() throws {
    var random = RandomStream(seed: 1, name: "inverse-map/coding")
    let window = try PatchWindow(kernel: 4)
    for map in try TestFields.maps(window, &random) {
      let stochastic = try InverseMap(mean: map.mean, noise: 0.25)
      for value in [map, stochastic] {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(InverseMap.self, from: data) == value)
      }
      #expect(throws: InverseMapError.self) { _ = try InverseMap(mean: map.mean, noise: -1) }
      #expect(throws: InverseMapError.self) { _ = try map.expected([1, 2, 3], side: 2) }
      #expect(throws: InverseMapError.self) { _ = try map.expected([1], side: 1) }
      #expect(throws: InverseMapError.self) { _ = try map.expected([], side: 0) }
      #expect(throws: InverseMapError.noConfigurations) {
        _ = try map.meanSquaredError(on: FieldPairs(side: 4))
      }
    }
    #expect(throws: InverseMapError.self) {
      _ = try InverseNetwork(kind: .reluBias, window: window, hidden: 0, random: &random)
    }
    #expect(throws: InverseMapError.unusedParameter(index: 4, network: "relu-homogeneous")) {
      let parameters = [Double](repeating: 1, count: 11)
      _ = try InverseNetwork(kind: .reluHomogeneous, window: window, hidden: 1, parameters: parameters)
    }
  }
}
