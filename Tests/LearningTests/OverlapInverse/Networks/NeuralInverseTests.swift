import Foundation
import Random
import Testing

@testable import Learning

@Suite("Inverse by a network with independent corners")
struct NeuralInverseTests {
  private func model(_ hidden: Int = 48, name: String = "model") throws -> NeuralInverse {
    var random = RandomStream(seed: 1, name: "neural-inverse/\(name)")
    return try NeuralInverse(hidden: hidden, random: &random)
  }

  /// The logits of the eight corners as the documentation of the parameters has them.
  static func logits(_ model: NeuralInverse, _ window: [Double]) -> [Double] {
    let (h, p) = (model.hidden, model.parameters)
    let units = (0..<h).map { u in tanh((0..<27).reduce(0) { $0 + p[27 * u + $1] * window[$1] }) }
    return (0..<8).map { c in (0..<h).reduce(0) { $0 + p[27 * h + h * c + $1] * units[$1] } }
  }

  @Test("fine spins have the mean tanh(z/2), on padded rows too", arguments: [2, 3, 8])
  func law(side: Int) throws {
    var random = RandomStream(seed: 1, name: "neural-inverse/law", index: side)
    let model = try model()
    let coarse = PlantedCube(side: side, random: &random)
    let draws = 4000 / side
    var sums = [Int](repeating: 0, count: 8 * side * side * side)
    for _ in 0..<draws {
      let fine = PlantedCube(model.refined(coarse.packed, side: side, random: &random), side: 2 * side)
      for i in sums.indices { sums[i] += fine.spins[i] }
    }
    var pulls: [Double] = []
    coarse.forEachCell { x, y, z, corners in
      for (z, site) in zip(Self.logits(model, coarse.window(x, y, z)), corners) {
        let mean = tanh(z / 2)
        let index = site[0] + 2 * side * (site[1] + 2 * side * site[2])
        let variance = (1 - mean * mean) / Double(draws)
        pulls.append((Double(sums[index]) / Double(draws) - mean) / variance.squareRoot())
      }
    }
    expectStandardPulls(pulls)
  }

  @Test("the mirrored configuration has the mirrored law, bit for bit")
  func mirror() throws {
    var random = RandomStream(seed: 1, name: "neural-inverse/mirror")
    let model = try model()
    let coarse = PlantedCube(side: 4, random: &random)
    let fine = PlantedCube(side: 8, random: &random)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 4)
    let mirrored = try PatchPairs(coarse: [coarse.flipped.packed], fine: [fine.flipped.packed], side: 4)
    #expect(model.crossEntropy(on: pairs) == model.crossEntropy(on: mirrored))
    let sign = model.binarised(by: .sign)
    let image = PlantedCube(sign.refined(coarse.packed, side: 4, random: &random), side: 8)
    #expect(sign.refined(coarse.flipped.packed, side: 4, random: &random) == image.flipped.packed)
    coarse.forEachCell { x, y, z, corners in
      for (z, site) in zip(Self.logits(model, coarse.window(x, y, z)), corners) where abs(z) > 1e-12 {
        #expect(image[site[0], site[1], site[2]] == (z < 0 ? -1 : 1))
      }
    }
  }

  @Test("training reaches a planted law that no logistic regression has")
  func planted() throws {
    var random = RandomStream(seed: 1, name: "neural-inverse/planted")
    let law = PlantedCellLaw()
    let coarse = (0..<64).map { _ in PlantedCube(side: 8, random: &random) }
    let fine = coarse.map { law.drawn($0, &random) }
    let pairs = try PatchPairs(coarse: coarse.map(\.packed), fine: fine.map(\.packed), side: 8)
    let result = try model().trained(on: pairs, with: PatchTraining(), random: &random)
    let unseen = PlantedCube(side: 8, random: &random)
    // Kullback-Leibler divergence of the model, and of the best law that is linear in the spins: the triple
    // product is orthogonal to every linear function of independent spins.
    var divergences = (model: 0.0, linear: 0.0)
    unseen.forEachCell { x, y, z, _ in
      let window = unseen.window(x, y, z)
      var linear = law
      linear.triple = 0
      let logits = Self.logits(result.model, window)
      for ((h, g), logit) in zip(zip(law.fields(window), linear.fields(window)), logits) {
        divergences.model += Self.divergence(2 * h, logit) / 4096
        divergences.linear += Self.divergence(2 * h, 2 * g) / 4096
      }
    }
    // Maximum likelihood with p parameters and n cells leaves p / 2n nats a cell (S. Wilks); the symmetry of
    // the cube leaves less.
    let wilks = Double(35 * 48) / Double(2 * pairs.count) / 8
    #expect(divergences.model < wilks, "\(divergences.model), Wilks \(wilks)")
    #expect(divergences.model < 0.1 * divergences.linear, "linear \(divergences.linear)")
    #expect(result.losses.count == 8 && result.losses[7] < result.losses[0])
  }

  /// Σ P ln(P / Q) of one spin with the logits p and q.
  static func divergence(_ p: Double, _ q: Double) -> Double {
    0.5 * (p - q) * tanh(p / 2) - log(cosh(p / 2)) + log(cosh(q / 2))
  }

  @Test("the same seed gives the same bits on every machine")
  func bits() throws {
    var random = RandomStream(seed: 1, name: "neural-inverse/bits")
    let coarse = PlantedCube(side: 6, random: &random)
    let fine = PlantedCube(side: 12, random: &random)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 6)
    let result = try model(5).trained(on: pairs, with: PatchTraining(batch: 64), random: &random)
    #expect(PlantedCube.digest(result.model.parameters.map(\.bitPattern)) == 3_810_924_334_174_057_743)
    let image = result.model.refined(coarse.packed, side: 6, random: &random)
    #expect(PlantedCube.digest(image) == 10_225_531_154_107_867_742)
  }

  @Test("models survive encoding; wrong ones are refused")
  func coding() throws {
    let model = try model(4).binarised(by: .sign)
    let data = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(NeuralInverse.self, from: data) == model)
    #expect(model.parameters.count == 35 * 4)
    #expect(throws: PatchError.self) { _ = try NeuralInverse(hidden: 4, parameters: [1]) }
    #expect(throws: PatchError.self) {
      _ = try NeuralInverse(hidden: 1, parameters: [Double](repeating: .infinity, count: 35))
    }
    #expect(throws: PatchError.setting(name: "the number of hidden units", value: 0, allowed: "1 or more")) {
      _ = try NeuralInverse(hidden: 0, parameters: [])
    }
  }
}
