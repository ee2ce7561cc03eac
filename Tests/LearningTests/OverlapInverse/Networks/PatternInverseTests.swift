import Foundation
import Random
import Testing

@testable import Learning

@Suite("Inverse by patterns of cells")
struct PatternInverseTests {
  private func model(_ isConstrained: Bool, hidden: Int = 24) throws -> PatternInverse {
    var random = RandomStream(seed: 1, name: "pattern-inverse/model")
    return try PatternInverse(hidden: hidden, isConstrained: isConstrained, random: &random)
  }

  /// P of the 256 patterns (bit set for spin -1) as the documentation of the parameters has them.
  private func law(_ model: PatternInverse, _ window: [Double]) -> [Double] {
    let (h, p) = (model.hidden, model.parameters)
    let patterns = (0..<256).filter { !model.isConstrained || $0.nonzeroBitCount <= 4 }
    let inputs = (0..<27).filter { $0 != 13 }.map { window[$0] * window[13] }
    let units = (0..<h).map { u in
      tanh((0..<26).reduce(p[26 * h + u]) { $0 + p[26 * u + $1] * inputs[$1] })
    }
    var law = [Double](repeating: 0, count: 256)
    for (k, pattern) in patterns.enumerated() {
      let bias = p[27 * h + patterns.count * h + k]
      let z = (0..<h).reduce(bias) { $0 + p[27 * h + h * k + $1] * units[$1] }
      law[window[13] > 0 ? pattern : 255 - pattern] = exp(z)
    }
    let total = law.reduce(0, +)
    return law.map { $0 / total }
  }

  @Test("patterns have the frequencies of the softmax", arguments: [false, true])
  func frequencies(isConstrained: Bool) throws {
    var random = RandomStream(seed: 1, name: "pattern-inverse/frequencies")
    let model = try model(isConstrained)
    let coarse = PlantedCube(side: 2, random: &random)
    let draws = 4000
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 8)
    for _ in 0..<draws {
      let fine = PlantedCube(model.refined(coarse.packed, side: 2, random: &random), side: 4)
      coarse.forEachCell { x, y, z, corners in
        let pattern = corners.enumerated().reduce(0) {
          $0 | (fine[$1.element[0], $1.element[1], $1.element[2]] < 0 ? 1 : 0) << $1.offset
        }
        counts[x + 2 * (y + 2 * z)][pattern] += 1
      }
    }
    var (square, degrees) = (0.0, 0.0)
    coarse.forEachCell { x, y, z, _ in
      for (p, n) in zip(law(model, coarse.window(x, y, z)), counts[x + 2 * (y + 2 * z)]) {
        let expected = Double(draws) * p
        #expect(p > 0 || n == 0)
        guard p > 0 else { continue }
        square += (Double(n) - expected) * (Double(n) - expected) / expected
        degrees += 1
      }
      degrees -= 1
    }
    #expect(abs(square - degrees) < 4 * (2 * degrees).squareRoot(), "chi² \(square) of \(degrees)")
  }

  @Test("a constrained model never contradicts the coarse spins", arguments: [2, 3, 8])
  func constraint(side: Int) throws {
    var random = RandomStream(seed: 1, name: "pattern-inverse/constraint", index: side)
    let model = try model(true)
    for _ in 0..<20 {
      let coarse = PlantedCube(side: side, random: &random)
      let fine = PlantedCube(model.refined(coarse.packed, side: side, random: &random), side: 2 * side)
      coarse.forEachCell { x, y, z, corners in
        #expect(coarse[x, y, z] * corners.reduce(0) { $0 + fine[$1[0], $1[1], $1[2]] } >= 0)
      }
    }
  }

  @Test("the mirrored configuration has the mirrored law, bit for bit", arguments: [false, true])
  func mirror(isConstrained: Bool) throws {
    var random = RandomStream(seed: 1, name: "pattern-inverse/mirror")
    let model = try model(isConstrained)
    let cube = PlantedCube(side: 8, random: &random)
    let coarse = cube.blocked(&random)
    let stream = random
    var (first, second) = (stream, stream)
    let fine = PlantedCube(model.refined(coarse.packed, side: 4, random: &first), side: 8)
    #expect(model.refined(coarse.flipped.packed, side: 4, random: &second) == fine.flipped.packed)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [cube.packed], side: 4)
    let mirrored = try PatchPairs(coarse: [coarse.flipped.packed], fine: [cube.flipped.packed], side: 4)
    #expect(try model.crossEntropy(on: pairs) == model.crossEntropy(on: mirrored))
  }

  @Test("training reaches a planted law with correlations inside the cell")
  func planted() throws {
    var random = RandomStream(seed: 1, name: "pattern-inverse/planted")
    let law = PlantedCellLaw(triple: 0, edge: 0.3)
    let coarse = (0..<64).map { _ in PlantedCube(side: 8, random: &random) }
    let fine = coarse.map { law.drawn($0, &random) }
    let pairs = try PatchPairs(coarse: coarse.map(\.packed), fine: fine.map(\.packed), side: 8)
    let model = try model(false).trained(on: pairs, with: PatchTraining(), random: &random).model
    let unseen = PlantedCube(side: 4, random: &random)
    // Divergences in nats a cell: of the model, and of the product of the true marginal laws.
    var divergences = (model: 0.0, independent: 0.0)
    unseen.forEachCell { x, y, z, _ in
      let window = unseen.window(x, y, z)
      let (truth, learned) = (law.patterns(window), self.law(model, window))
      let up: [Double] = (0..<8).map { c in
        (0..<256).reduce(0.0) { sum, k in k >> c & 1 == 0 ? sum + truth[k] : sum }
      }
      for k in 0..<256 {
        var product = 1.0
        for c in 0..<8 { product *= k >> c & 1 == 0 ? up[c] : 1 - up[c] }
        divergences.model += truth[k] * log(truth[k] / learned[k]) / 64
        divergences.independent += truth[k] * log(truth[k] / product) / 64
      }
    }
    let wilks = Double(model.parameters.count) / Double(2 * pairs.count)
    #expect(divergences.model < wilks, "\(divergences.model), Wilks \(wilks)")
    #expect(divergences.model < 0.2 * divergences.independent, "independent \(divergences.independent)")
  }

  @Test("data that contradict the constraint are refused")
  func contradiction() throws {
    var random = RandomStream(seed: 1, name: "pattern-inverse/contradiction")
    var fine = PlantedCube(side: 4)
    let coarse = PlantedCube(side: 2)
    for i in 0..<4 { fine[2 + i % 2, i / 2, 0] = -1 }
    func pairs() throws -> PatchPairs { try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 2) }
    _ = try model(true).crossEntropy(on: pairs())
    fine[2, 0, 1] = -1
    let (model, cells) = (try model(true), try pairs())
    #expect(throws: PatchError.contradiction(cell: 1)) { _ = try model.crossEntropy(on: cells) }
    #expect(throws: PatchError.contradiction(cell: 1)) {
      _ = try model.trained(on: cells, with: PatchTraining(), random: &random)
    }
    _ = try self.model(false).crossEntropy(on: cells)
  }

  @Test("the same seed gives the same bits on every machine; models survive encoding", arguments: [false, true])
  func bits(isConstrained: Bool) throws {
    var random = RandomStream(seed: 1, name: "pattern-inverse/bits")
    let fine = PlantedCube(side: 12, random: &random)
    let coarse = fine.blocked(&random)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 6)
    let model = try model(isConstrained, hidden: 5)
      .trained(on: pairs, with: PatchTraining(batch: 64), random: &random).model
    let weights = PlantedCube.digest(model.parameters.map(\.bitPattern))
    #expect(weights == (isConstrained ? 9_141_729_813_333_601_911 : 8_694_569_712_170_000_577))
    let image = PlantedCube.digest(model.refined(coarse.packed, side: 6, random: &random))
    #expect(image == (isConstrained ? 10_357_729_650_739_747_243 : 13_047_205_254_806_544_260))
    let data = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(PatternInverse.self, from: data) == model)
    #expect(model.parameters.count == (isConstrained ? 27 * 5 + 163 * 6 : 27 * 5 + 256 * 6))
    #expect(throws: PatchError.self) {
      _ = try PatternInverse(hidden: 5, isConstrained: !isConstrained, parameters: model.parameters)
    }
  }
}
