import Foundation
import Testing

@testable import Lattice

@Suite("One sample on the periodic 2 × 2 × 2 lattice")
struct TwoCubeSampleTests {
  @Test("Averages by 2⁸ states and 2¹⁶ pairs of states", arguments: ["a3 5c 91", "00 00 00", "17 e8 4b", "ff 0f 33"])
  func pairsOfStates(hex: String) throws {
    let couplings = try CubicCouplings(hex: hex, side: 2)
    let beta = 0.8
    let sample = try TwoCubeSample(couplings, beta: beta)
    let weights = (0..<256).map { exp(-beta * Double(Self.energy(state: $0, couplings))) }
    let sum = weights.reduce(0, +)
    #expect(abs(sample.logPartitionFunctionPerSpin - log(sum) / 8) < 1e-14)
    let energy = weights.indices.reduce(0.0) { $0 + weights[$1] * Double(Self.energy(state: $1, couplings)) }
    #expect(abs(sample.energy - energy / sum / 8) < 1e-13)
    let magnetization = weights.indices.reduce(0.0) { $0 + weights[$1] * pow(Self.mean(state: $1), 2) }
    #expect(abs(sample.magnetizationSquare - magnetization / sum) < 1e-14)

    var law = [Double](repeating: 0, count: 5)
    var links = 0.0
    for first in 0..<256 {
      for second in 0..<256 {
        let probability = weights[first] * weights[second] / (sum * sum)
        let overlap = Self.mean(state: first ^ second)
        if overlap >= 0 { law[Int(4 * overlap)] += probability }
        links += probability * Self.links(state: first ^ second)
      }
    }
    // Rounding errors of the 2¹⁶ additions here.
    let limit = 0x1p-37
    for (exact, counted) in zip(sample.overlapLaw, law) { #expect(abs(exact - counted) < limit) }
    #expect(abs(sample.linkOverlap - links) < limit)
    #expect(abs(sample.absoluteOverlap - Self.moment(law, 1)) < limit)
    #expect(abs(sample.overlapSquare - Self.moment(law, 2)) < limit)
    #expect(abs(sample.overlapFourth - Self.moment(law, 4)) < limit)
  }

  @Test("Infinite temperature: independent spins")
  func infiniteTemperature() throws {
    let sample = try TwoCubeSample(CubicCouplings(hex: "a3 5c 91", side: 2), beta: 0)
    #expect(abs(sample.logPartitionFunctionPerSpin - log(2)) < 1e-15)
    #expect(abs(sample.energy) < 1e-15)
    let binomial = [70.0, 56, 28, 8, 1].map { $0 / 256 }
    for (exact, expected) in zip(sample.overlapLaw, binomial) { #expect(abs(exact - expected) < 1e-15) }
  }

  @Test("Bad input gets one line")
  func badInput() throws {
    let couplings = try CubicCouplings(hex: "00 00 00", side: 2)
    #expect(throws: ExactReferenceError.beta(11, largest: 10)) { try TwoCubeSample(couplings, beta: 11) }
    let large = CubicCouplings(side: 4) { _, _ in false }
    #expect(throws: ExactReferenceError.side(4, required: 2)) { try TwoCubeSample(large, beta: 1) }
    #expect("\(ExactReferenceError.beta(-1, largest: 10))" == "beta is -1.0, but must be 0 to 10.0")
  }

  private static func spin(_ state: Int, _ site: Int) -> Int { state >> site & 1 == 1 ? -1 : 1 }

  private static func mean(state: Int) -> Double { Double(8 - 2 * state.nonzeroBitCount) / 8 }

  /// H over the 24 bonds, each from a site to its + neighbour.
  private static func energy(state: Int, _ couplings: CubicCouplings) -> Int {
    var energy = 0
    for site in 0..<8 {
      for direction in 0..<3 {
        energy -= couplings[site, direction] * spin(state, site) * spin(state, site ^ 1 << direction)
      }
    }
    return energy
  }

  private static func links(state: Int) -> Double {
    var sum = 0
    for site in 0..<8 {
      for direction in 0..<3 { sum += spin(state, site) * spin(state, site ^ 1 << direction) }
    }
    return Double(sum) / 24
  }

  private static func moment(_ law: [Double], _ power: Double) -> Double {
    law.enumerated().reduce(0.0) { $0 + 2 * pow(Double($1.offset) / 4, power) * $1.element }
  }
}
