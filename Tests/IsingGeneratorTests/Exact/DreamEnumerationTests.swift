import Foundation
import Lattice
import Testing

@testable import IsingGenerator

@Suite("Exact dreams from one spin")
struct DreamEnumerationTests {
  /// ⟨s|t⟩ = tanh((W₀ t₀ + W₁ (t_h + t_v) + W₂ t_d)/4), the argument times `factor`.
  static func rule(_ w0: Double, _ w1: Double, _ w2: Double, factor: Double = 1) -> [Double] {
    (0..<16).map { index in
      let t = (0..<4).map { bit in index >> bit & 1 == 1 ? 1.0 : -1.0 }
      return tanh(factor * (w0 * t[0] + w1 * (t[1] + t[2]) + w2 * t[3]) / 4)
    }
  }
  /// (a, b, c) = (0.55, 0.625, 1.405).
  static let reference = rule(3.205, 1.175, 0.55)
  /// The published net trained on 10⁶ configurations of L = 32.
  static let published: [Double] = {
    let (a, b, c) = (0.57314575, 0.58786610, 1.45248150)
    return rule(a + 2 * b + c, a + b, a)
  }()

  private func close(_ value: Double?, _ expected: Double, _ tolerance: Double = 5.1e-9) -> Bool {
    guard let value else { return false }
    return abs(value - expected) < tolerance
  }

  @Test("The reference net")
  func referenceNet() throws {
    let dream = try DreamEnumeration(conditionalMagnetization: Self.reference)
    #expect(dream.levels.map(\.side) == [2, 4, 8])
    let expected = [
      [3.48310261, 1.10946582, 1.65540174, 0.90978067], [12.03974772, 1.12409788, 1.49457251, 0.84424884],
      [41.84478021, 1.11990602, 1.40657025, 0.78736322],
    ]
    for (level, values) in zip(dream.levels, expected) {
      #expect(close(level.susceptibility, values[0]), "L = \(level.side): \(level.susceptibility)")
      #expect(close(level.momentRatio, values[1]), "L = \(level.side): \(level.momentRatio)")
      #expect(close(level.energy, values[2]), "L = \(level.side): \(level.energy)")
      #expect(close(level.magnetizationFromUp, values[3]), "L = \(level.side): \(level.magnetizationFromUp)")
      #expect(abs(level.magnetization.mean) < 1e-14)
    }
    #expect(close(dream.level(4)?.satisfiedBondVariance, 1.12988617))
    #expect(close(dream.level(8)?.satisfiedBondVariance, 1.76553170))
    #expect(close(dream.level(4)?.absoluteMagnetization, 0.84654028))
  }

  @Test("The published net")
  func publishedNet() throws {
    let dream = try DreamEnumeration(conditionalMagnetization: Self.published)
    let expected = [
      (4, [1.49269547, 12.02627594, 1.12457397, 1.13314361]),
      (8, [1.40437787, 41.77783578, 1.12031542, 1.77093431]),
    ]
    for (side, values) in expected {
      let level = try #require(dream.level(side))
      #expect(close(level.energy, values[0]))
      #expect(close(level.susceptibility, values[1]))
      #expect(close(level.momentRatio, values[2]))
      #expect(close(level.satisfiedBondVariance, values[3]))
    }
    #expect(close(dream.level(4)?.magnetizationFromUp, 0.84368156))
    #expect(close(dream.level(8)?.magnetizationFromUp, 0.78665041))
  }

  @Test("The net with W2 = 0 that has the exponents of the Ising model")
  func tunedNet() throws {
    let dream = try DreamEnumeration(
      conditionalMagnetization: Self.rule(4.06704892, 1.00154642, 0), largestSide: 4)
    let level = try #require(dream.level(4))
    // The eighth decimal of the weights moves χ by 10⁻⁸.
    #expect(close(level.susceptibility, 11.78139127, 2e-8))
    #expect(close(level.momentRatio, 1.14639178))
    #expect(close(level.energy, 1.48765522))
    #expect(close(level.satisfiedBondVariance, 1.08445888))
  }

  @Test("Typical mistakes have their signatures")
  func mistakes() throws {
    let doubled = try #require(
      try DreamEnumeration(conditionalMagnetization: Self.rule(3.205, 1.175, 0.55, factor: 2)).level(4))
    #expect(close(doubled.susceptibility, 15.795, 5e-4))
    #expect(close(doubled.momentRatio, 1.00459, 5e-6))
    #expect(close(doubled.energy, 1.974, 5e-4))
    // The kernel entries (a, b, c) in place of (W₀, W₁, W₂).
    let kernel = try #require(
      try DreamEnumeration(conditionalMagnetization: Self.rule(0.55, 0.625, 1.405)).level(4))
    #expect(close(kernel.susceptibility, 5.007, 5e-4))
    #expect(close(kernel.momentRatio, 1.681, 5e-4))
    #expect(close(kernel.energy, 0.547, 5e-4))
    let correct = try DreamEnumeration(conditionalMagnetization: Self.reference)
    let far = try DreamEnumeration(conditionalMagnetization: Self.reference, neighbours: .far)
    #expect(far.level(4) == correct.level(4))
    #expect(close(far.level(8)?.susceptibility, 41.84478021))
    #expect(close(far.level(8)?.momentRatio, 1.11990602))
    #expect(close(far.level(8)?.energy, 1.36416, 5e-6))
    #expect(close(far.level(8)?.satisfiedBondVariance, 2.376, 5e-4))
  }

  /// A rule without any symmetry.
  static let crooked = (0..<16).map { sin(1.7 * Double($0) + 0.3) }

  @Test("Independent spins given the coarse lattice and the sum over all states are the same")
  func twoWays() throws {
    for rule in [Self.reference, Self.crooked] {
      for neighbours in [FourSpinContext.Side.near, .far] {
        let step = EnumeratedRule(conditionalMagnetization: rule, neighbours: neighbours)
        let two = step.refined(.root)
        let (sum, independent) = (step.refined(two).level, step.refinedLevel(two))
        for (a, b) in zip(sum.magnetization.probabilities, independent.magnetization.probabilities) {
          #expect(abs(a - b) < 1e-14)
        }
        #expect(abs(sum.energy - independent.energy) < 1e-14)
        #expect(abs(sum.satisfiedBondVariance - independent.satisfiedBondVariance) < 1e-13)
        #expect(abs(sum.magnetizationFromUp - independent.magnetizationFromUp) < 1e-14)
      }
    }
  }

  @Test("8 × 8 averages of a rule without symmetry, site by site")
  func crookedRule() throws {
    let level = try #require(try DreamEnumeration(conditionalMagnetization: Self.crooked).level(8))
    let step = EnumeratedRule(conditionalMagnetization: Self.crooked, neighbours: .near)
    let four = step.refined(step.refined(.root))
    #expect(abs(four.fromUp.reduce(0, +) - 1) < 1e-13)
    var (mean, square, bonds, up) = (0.0, 0.0, 0.0, 0.0)
    for coarse in four.fromBoth.indices {
      var f = [[Double]](repeating: [Double](repeating: 0, count: 8), count: 8)
      for y in 0..<8 {
        for x in 0..<8 {
          func spin(_ row: Int, _ column: Int) -> Int { coarse >> (4 * (row & 3) + column & 3) & 1 }
          let (otherRow, otherColumn) = (
            y % 2 == 0 ? y / 2 + 3 : y / 2 + 1, x % 2 == 0 ? x / 2 + 3 : x / 2 + 1
          )
          let own = spin(y / 2, x / 2)
          let index =
            own + 2 * spin(y / 2, otherColumn) + 4 * spin(otherRow, x / 2) + 8 * spin(otherRow, otherColumn)
          f[y][x] = Self.crooked[index]
        }
      }
      let sum = f.joined().reduce(0, +)
      let variance = f.joined().reduce(0) { $0 + 1 - $1 * $1 }
      mean += four.fromBoth[coarse] * sum
      up += four.fromUp[coarse] * sum
      square += four.fromBoth[coarse] * (sum * sum + variance)
      for y in 0..<8 {
        for x in 0..<8 { bonds += four.fromBoth[coarse] * f[y][x] * (f[y][(x + 1) % 8] + f[(y + 1) % 8][x]) }
      }
    }
    #expect(abs(level.magnetization.mean - mean / 64) < 1e-12)
    #expect(abs(level.magnetizationFromUp - up / 64) < 1e-12)
    #expect(abs(level.susceptibility - square / 64) < 1e-11)
    #expect(abs(level.energy - bonds / 64) < 1e-12)
  }

  @Test("A rule that ignores the coarse spins gives free spins")
  func freeSpins() throws {
    let dream = try DreamEnumeration(probabilities: [Double](repeating: 0.5, count: 16))
    for level in dream.levels {
      #expect(abs(level.susceptibility - 1) < 1e-13)
      #expect(abs(level.energy) < 1e-14)
      #expect(abs(level.satisfiedBondVariance - (level.side == 2 ? 1 : 0.5)) < 1e-13)
    }
  }

  @Test("Probabilities and conditional magnetisations are the same rule")
  func probabilities() throws {
    let a = try DreamEnumeration(conditionalMagnetization: Self.reference)
    let b = try DreamEnumeration(probabilities: Self.reference.map { (1 + $0) / 2 })
    for (one, other) in zip(a.levels, b.levels) {
      #expect(abs(one.susceptibility - other.susceptibility) < 1e-12)
      #expect(abs(one.energy - other.energy) < 1e-13)
    }
  }

  @Test("Wrong tables give one clear line")
  func badInput() {
    #expect(throws: DreamEnumerationError.tableSize(15)) {
      try DreamEnumeration(conditionalMagnetization: [Double](repeating: 0, count: 15))
    }
    #expect(throws: DreamEnumerationError.side(16)) {
      try DreamEnumeration(conditionalMagnetization: Self.reference, largestSide: 16)
    }
    var table = [Double](repeating: 0.5, count: 16)
    table[3] = .nan
    #expect(throws: DreamEnumerationError.self) { try DreamEnumeration(probabilities: table) }
    table[3] = -0.1
    #expect(throws: DreamEnumerationError.self) { try DreamEnumeration(probabilities: table) }
  }
}
