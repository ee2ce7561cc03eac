import Foundation
import Random
import Testing

@testable import Learning

@Suite("Inverse by one corner after another")
struct AutoregressiveInverseTests {
  private func model(_ hidden: Int = 32) throws -> AutoregressiveInverse {
    var random = RandomStream(seed: 1, name: "autoregressive-inverse/model")
    return try AutoregressiveInverse(hidden: hidden, random: &random)
  }

  /// The logit of a fine site from the fine spins that are there, as the documentation has it.
  private func logit(
    _ model: AutoregressiveInverse, _ coarse: PlantedCube, _ fine: PlantedCube, _ site: [Int]
  ) -> Double {
    let corner = site[0] % 2 + 2 * (site[1] % 2) + 4 * (site[2] % 2)
    var inputs = coarse.window(site[0] / 2, site[1] / 2, site[2] / 2)
    for place in 0..<27 {
      let other = [place % 3, place / 3 % 3, place / 9].enumerated().map { site[$0] + $1 - 1 }
      let parity = other.map { ($0 + 2) % 2 }
      guard parity[0] + 2 * parity[1] + 4 * parity[2] < corner else { continue }
      inputs.append(Double(fine[other[0], other[1], other[2]]))
    }
    let (h, p) = (model.hidden, model.parameters[corner])
    return (0..<h).reduce(0) { sum, u in
      let unit = tanh(inputs.indices.reduce(0) { $0 + p[inputs.count * u + $1] * inputs[$1] })
      return sum + p[inputs.count * h + u] * unit
    }
  }

  @Test("corner c sees 27 coarse spins and 0, 2, 6, 8, 18, 20, 24, 26 fine ones")
  func inputs() throws {
    #expect(try model(1).parameters.map { $0.count - 28 } == [0, 2, 6, 8, 18, 20, 24, 26])
  }

  @Test("the likelihood is the product of the conditional laws", arguments: [1, 2, 3, 8])
  func likelihood(side: Int) throws {
    var random = RandomStream(seed: 1, name: "autoregressive-inverse/likelihood", index: side)
    let model = try model()
    let coarse = PlantedCube(side: side, random: &random)
    let fine = PlantedCube(side: 2 * side, random: &random)
    var expected = 0.0
    coarse.forEachCell { _, _, _, corners in
      for site in corners {
        let z = Double(fine[site[0], site[1], site[2]]) * logit(model, coarse, fine, site)
        expected -= log(1 + exp(-z))
      }
    }
    let found = model.logLikelihood(fine: fine.packed, coarse: coarse.packed, side: side)
    #expect(abs(found - expected) < 1e-11 * Double(fine.spins.count))
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: side)
    #expect(abs(model.crossEntropy(on: pairs) * Double(fine.spins.count) + found) < 1e-10)
    let mirrored = model.logLikelihood(fine: fine.flipped.packed, coarse: coarse.flipped.packed, side: side)
    #expect(mirrored == found)
  }

  @Test("the 256 states of one cell have total probability 1 and are drawn with it")
  func normalisation() throws {
    var random = RandomStream(seed: 1, name: "autoregressive-inverse/normalisation")
    let model = try model()
    let law = (0..<256).map {
      exp(model.logLikelihood(fine: [UInt64($0)], coarse: [1], side: 1))
    }
    #expect(abs(law.reduce(0, +) - 1) < 1e-13)
    let draws = 40_000
    var counts = [Int](repeating: 0, count: 256)
    for _ in 0..<draws { counts[Int(model.refined([1], side: 1, random: &random)[0])] += 1 }
    let square = zip(law, counts).reduce(0) {
      let expected = Double(draws) * $1.0
      return $0 + (Double($1.1) - expected) * (Double($1.1) - expected) / expected
    }
    #expect(abs(square - 255) < 4 * 510.0.squareRoot(), "chi² \(square) of 255")
  }

  /// Fine spins drawn corner by corner with the logit a σ + b Σ (nearest fine neighbours drawn before), and the
  /// logarithm of their probability.
  private func planted(_ coarse: PlantedCube, _ random: inout RandomStream) -> (PlantedCube, Double) {
    var fine = PlantedCube(side: 2 * coarse.side)
    var logarithm = 0.0
    for corner in 0..<8 {
      coarse.forEachCell { x, y, z, corners in
        let site = corners[corner]
        var logit = 0.8 * Double(coarse[x, y, z])
        for axis in 0..<3 where corner >> axis & 1 == 1 {
          var (above, below) = (site, site)
          above[axis] += 1
          below[axis] -= 1
          logit += 0.7 * Double(fine[above[0], above[1], above[2]] + fine[below[0], below[1], below[2]])
        }
        let spin = random.uniform() < 1 / (1 + exp(-logit)) ? 1 : -1
        fine[site[0], site[1], site[2]] = spin
        logarithm -= log(1 + exp(-Double(spin) * logit))
      }
    }
    return (fine, logarithm)
  }

  private func mean(_ numbers: [Double]) -> (value: Double, error: Double) {
    let n = Double(numbers.count)
    let mean = numbers.reduce(0, +) / n
    let square = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (square / (n * (n - 1))).squareRoot())
  }

  @Test("training reaches the entropy and the correlations of a planted law")
  func planted() throws {
    var random = RandomStream(seed: 1, name: "autoregressive-inverse/planted")
    let coarse = (0..<128).map { _ in PlantedCube(side: 8, random: &random) }
    let fine = coarse.map { planted($0, &random).0.packed }
    let pairs = try PatchPairs(coarse: coarse.map(\.packed), fine: fine, side: 8)
    let training = try PatchTraining(usesSymmetries: false)
    let result = try model(16).trained(on: pairs, with: training, random: &random)
    var (excesses, differences): ([Double], [Double]) = ([], [])
    for coarse in (0..<64).map({ _ in PlantedCube(side: 8, random: &random) }) {
      let (fine, logarithm) = planted(coarse, &random)
      let learned = result.model.logLikelihood(fine: fine.packed, coarse: coarse.packed, side: 8)
      excesses.append((logarithm - learned) / 512)
      let drawn = PlantedCube(result.model.refined(coarse.packed, side: 8, random: &random), side: 16)
      differences.append(drawn.correlation(1) - fine.correlation(1))
    }
    // Σ p / 2n nats a cell (S. Wilks), and four standard errors of the test set.
    let wilks = Double(result.model.parameters.joined().count) / Double(2 * pairs.count)
    let excess = mean(excesses)
    #expect(excess.value < wilks + 4 * excess.error, "\(excess), Wilks \(wilks)")
    #expect(excess.value > -4 * excess.error)
    let difference = mean(differences)
    #expect(abs(difference.value) < 4 * difference.error, "C(1) off by \(difference)")
  }

  @Test("of Ising configurations it returns the correlation that independent corners lose")
  func correlation() throws {
    var random = RandomStream(seed: 1, name: "autoregressive-inverse/ising")
    let fine = (0..<640).map { _ in PlantedCube.ising(side: 8, coupling: 0.232, sweeps: 40, &random) }
    let coarse = fine.map { $0.blocked(&random) }
    let pairs = try PatchPairs(
      coarse: coarse[..<512].map(\.packed), fine: fine[..<512].map(\.packed), side: 4)
    let training = try PatchTraining(batch: 256)
    let sequential = try model().trained(on: pairs, with: training, random: &random).model
    var independent = try NeuralInverse(random: &random)
    independent = try independent.trained(on: pairs, with: training, random: &random).model
    var losses = (sequential: [Double](), independent: [Double]())
    for (coarse, fine) in zip(coarse[512...], fine[512...]) {
      let first = sequential.refined(coarse.packed, side: 4, random: &random)
      let second = independent.refined(coarse.packed, side: 4, random: &random)
      losses.sequential.append(fine.correlation(1) - PlantedCube(first, side: 8).correlation(1))
      losses.independent.append(fine.correlation(1) - PlantedCube(second, side: 8).correlation(1))
    }
    let (kept, lost) = (mean(losses.sequential), mean(losses.independent))
    #expect(lost.value > 10 * lost.error, "\(lost)")
    #expect(abs(kept.value) + 4 * kept.error < 0.5 * lost.value, "\(kept) of \(lost)")
    let unseen = try PatchPairs(
      coarse: coarse[512...].map(\.packed), fine: fine[512...].map(\.packed), side: 4)
    #expect(sequential.crossEntropy(on: unseen) < independent.crossEntropy(on: unseen))
  }

  @Test("the same seed gives the same bits on every machine; models survive encoding")
  func bits() throws {
    var random = RandomStream(seed: 1, name: "autoregressive-inverse/bits")
    let fine = PlantedCube(side: 12, random: &random)
    let coarse = fine.blocked(&random)
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 6)
    let model = try model(3).trained(on: pairs, with: PatchTraining(batch: 64), random: &random).model
    #expect(PlantedCube.digest(model.parameters.joined().map(\.bitPattern)) == 4_967_968_114_685_434_544)
    let image = model.refined(coarse.packed, side: 6, random: &random)
    #expect(PlantedCube.digest(image) == 14_582_696_296_708_781_540)
    let data = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(AutoregressiveInverse.self, from: data) == model)
    #expect(throws: PatchError.self) { _ = try AutoregressiveInverse(hidden: 3, parameters: []) }
    #expect(throws: PatchError.self) {
      _ = try AutoregressiveInverse(hidden: 4, parameters: model.parameters)
    }
  }
}
