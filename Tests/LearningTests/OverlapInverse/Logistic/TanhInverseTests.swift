import Foundation
import Random
import Testing

@testable import Learning

@Suite("The inverse with squared error and continuous output")
struct TanhInverseTests {
  @Test("expected counts of a logistic law give half of its weights")
  func half() throws {
    var random = RandomStream(seed: 1, name: "half")
    let features = try SymmetricLogisticTests.counts(glassWeights, pairs: 2, &random).patterns.features
    let shares = features.map { f -> SIMD2<Double> in
      let m = tanh(zip(f, glassWeights).reduce(0) { $0 + $1.0 * $1.1 } / 2)
      return SIMD2(1 - m, 1 + m)
    }
    let weights = try TanhRegression(features, shares).minimum()
    for label in 0..<10 { #expect(abs(weights[label] - glassWeights[label] / 2) < 1e-12) }
  }

  @Test("the fit is a minimum of the squared error of the data")
  func minimum() throws {
    var random = RandomStream(seed: 1, name: "minimum")
    let counts = try SymmetricLogisticTests.counts(glassWeights, pairs: 4, &random)
    let (features, seen) = counts.patterns
    func error(_ weights: [Double]) -> Double {
      zip(features, seen).reduce(0) { sum, pattern in
        let m = tanh(zip(pattern.0, weights).reduce(0) { $0 + $1.0 * $1.1 })
        return sum + pattern.1[0] * (1 + m) * (1 + m) + pattern.1[1] * (1 - m) * (1 - m)
      }
    }
    let best = try TanhInverse(fitting: counts).weights
    for label in 0..<10 {
      let errors = [-1e-4, 1e-4].map { shift in
        var weights = best
        weights[label] += shift
        return error(weights) - error(best)
      }
      // Quadratic around the minimum: both sides rise alike.
      #expect(errors[0] > 0 && errors[1] > 0 && abs(errors[0] - errors[1]) < 0.01 * (errors[0] + errors[1]))
    }
  }

  @Test("on spins the output is the mean of the logistic law of twice the weights", arguments: [1, 2, 3])
  func spins(side: Int) throws {
    var random = RandomStream(seed: 1, name: "tanh-spins", index: side)
    let coarse = PlainCube.noise(side: side, &random)
    let inverse = try TanhInverse(weights: glassWeights.map { $0 / 2 })
    let fine = inverse.refined(coarse.spins.map(Double.init), side: side)
    for (value, logit) in zip(fine, coarse.logits(glassWeights)) { #expect(abs(value - tanh(logit / 2)) < 1e-14) }
  }

  @Test("continuous input: linear where it is small, odd, and rotated with its input")
  func fields() throws {
    var random = RandomStream(seed: 1, name: "tanh-fields")
    let inverse = try TanhInverse(weights: glassWeights)
    let small = 1e-6
    let uniform = inverse.refined([Double](repeating: small, count: 64), side: 4)
    let slope = inverse.weights.indices.reduce(0) {
      $0 + Double(CornerOrbits.multiplicities[$1]) * inverse.weights[$1]
    }
    // tanh x - x is of order x³ = 10⁻¹⁷.
    for value in uniform { #expect(abs(value - slope * small) < 1e-16) }
    #expect(abs(inverse.uniformMean - tanh(slope)) < 1e-15)
    let field = (0..<27).map { _ in 2 * random.uniform() - 1 }
    let fine = inverse.refined(field, side: 3)
    #expect(inverse.refined(field.map { -$0 }, side: 3) == fine.map { -$0 })
    for symmetry in CubeSymmetry.all {
      let rotated = inverse.refined(symmetry.applied(field, side: 3), side: 3)
      for (a, b) in zip(rotated, symmetry.applied(fine, side: 6)) { #expect(abs(a - b) < 1e-14) }
    }
    let stored = try JSONEncoder().encode(inverse)
    #expect(try JSONDecoder().decode(TanhInverse.self, from: stored) == inverse)
  }
}
