import Foundation
import Testing

@testable import Lattice

@Suite("Disorder average on the periodic 2 × 2 × 2 lattice")
struct TwoCubeDisorderAverageTests {
  /// β, then e, ln Z/8, [|q|], [q²], [q⁴], [q_link], by the plain sum over 3¹² samples (derivation; good to 10⁻⁹).
  static let averages: [[Double]] = [
    [0.2, -0.569550830532, 0.751602002943, 0.310795092385, 0.156473450251, 0.064237375072, 0.072748090747],
    [0.5, -1.113794304631, 1.015472837872, 0.467719715565, 0.314878016119, 0.202064081256, 0.308196613188],
    [0.9, -1.337423626908, 1.516811959624, 0.622787185521, 0.497153078013, 0.392561372667, 0.508310266187],
    [1.1, -1.369555228786, 1.787928455526, 0.655731914319, 0.537995183177, 0.437928969437, 0.549670522731],
    [1.5, -1.390674286382, 2.341050055239, 0.679746834395, 0.568119039024, 0.471846346765, 0.579714085521],
  ]

  /// β, then P(q) at q = 0, 1/4, 1/2, 3/4, 1 (derivation).
  static let laws: [[Double]] = [
    [0.2, 0.2397748410, 0.2032718746, 0.1211880076, 0.0466684942, 0.0089842030],
    [0.5, 0.1470387726, 0.1393276119, 0.1263749020, 0.0997503839, 0.0610277159],
    [0.9, 0.0904384480, 0.0860254721, 0.0997102533, 0.1160518103, 0.1529932404],
    [1.1, 0.0804958646, 0.0760335853, 0.0922689828, 0.1149057207, 0.1765437789],
    [1.5, 0.0735347921, 0.0690102798, 0.0866130995, 0.1131797085, 0.1944295161],
  ]

  @Test("Symmetric disorder: the printed digits of all averages", arguments: zip(averages, laws))
  func symmetric(averages: [Double], law: [Double]) throws {
    let average = try TwoCubeDisorderAverage(beta: averages[0])
    let values = [
      average.energy, average.logPartitionFunctionPerSpin, average.absoluteOverlap, average.overlapSquare,
      average.overlapFourth, average.linkOverlap,
    ]
    for (value, printed) in zip(values, averages.dropFirst()) { #expect(abs(value - printed) < 1e-9) }
    for (value, printed) in zip(average.overlapLaw, law.dropFirst()) { #expect(abs(value - printed) < 1e-9) }
    #expect(abs(2 * average.overlapLaw.reduce(0, +) - average.overlapLaw[0] - 1) < 1e-13)
    // The gauge symmetry makes different spins uncorrelated in the average.
    #expect(abs(average.magnetizationSquare - 1.0 / 8) < 1e-14)
  }

  @Test("Symmetric disorder: [atanh(J⟨ss′⟩)] = β", arguments: [0.0, 0.2, 0.9, 1.5, 4])
  func betaEstimate(beta: Double) throws {
    #expect(abs(try TwoCubeDisorderAverage(beta: beta).betaEstimate - beta) < 1e-12)
  }

  @Test("Every sample one after the other")
  func samples() throws {
    let (beta, positiveProbability) = (0.9, 0.7)
    let plain = SampleByEdges(beta: beta, positiveProbability: positiveProbability)
    let average = try TwoCubeDisorderAverage(beta: beta, positiveProbability: positiveProbability)
    // No partial sum exceeds 3 in size.
    let limit = 3 * SampleByEdges.rounding
    #expect(abs(average.logPartitionFunctionPerSpin - plain.logPartitionFunction) < limit)
    #expect(abs(average.energy - plain.energy) < limit)
    #expect(abs(average.overlapSquare - plain.overlapSquare) < limit)
    #expect(abs(average.magnetizationSquare - plain.magnetizationSquare) < limit)
    let planes = try HaakeLewensteinWilkensLaw(beta: beta).probabilities[0b1010_1010]
    #expect(abs(planes - plain.planes) < limit * plain.planes)
  }

  @Test("Nishimori line: e = -3 (2p - 1) and [m²] = [q²]", arguments: [0.5, 0.6, 0.75, 0.9, 0.99])
  func nishimori(positiveProbability: Double) throws {
    let beta = try NishimoriLine.beta(positiveProbability: positiveProbability)
    let average = try TwoCubeDisorderAverage(beta: beta, positiveProbability: positiveProbability)
    #expect(abs(average.energy + 3 * (2 * positiveProbability - 1)) < 1e-13)
    #expect(abs(average.energy - NishimoriLine.energy(beta: beta)) < 1e-13)
    #expect(abs(average.magnetizationSquare - average.overlapSquare) < 1e-13)
    #expect(abs(NishimoriLine.positiveProbability(beta: beta) - positiveProbability) < 1e-15)
  }

  @Test("Without disorder: the ferromagnet")
  func ferromagnet() throws {
    let average = try TwoCubeDisorderAverage(beta: 0.3, positiveProbability: 1)
    let sample = try TwoCubeSample(CubicCouplings(hex: "00 00 00", side: 2), beta: 0.3)
    #expect(average.energy == sample.energy)
    #expect(abs(average.magnetizationSquare - sample.magnetizationSquare) < 1e-15)
  }

  @Test("Haake-Lewenstein-Wilkens: Eq. (4) is the law of two replicas", arguments: [0.5, 0.9, 1.5])
  func effectiveDistribution(beta: Double) throws {
    let effective = try HaakeLewensteinWilkensLaw(beta: beta)
    let average = try TwoCubeDisorderAverage(beta: beta)
    #expect(abs(effective.probabilities.reduce(0, +) - 1) < 1e-13)
    for (one, other) in zip(effective.overlapLaw, average.overlapLaw) { #expect(abs(one - other) < 1e-14) }
  }

  @Test("Bad input gets one line")
  func badInput() {
    #expect(throws: ExactReferenceError.self) { try TwoCubeDisorderAverage(beta: .nan) }
    #expect(throws: ExactReferenceError.positiveProbability(1.2, allowed: "0 to 1")) {
      try TwoCubeDisorderAverage(beta: 1, positiveProbability: 1.2)
    }
    #expect(throws: ExactReferenceError.self) { try NishimoriLine.beta(positiveProbability: 1) }
    #expect(throws: ExactReferenceError.self) { try HaakeLewensteinWilkensLaw(beta: -0.1) }
  }
}
