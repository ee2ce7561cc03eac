import Lattice

/// The exact disorder average of the 2 × 2 × 2 torus at one temperature, and two identities it must fulfil.
struct TwoCubeResult: Codable, Sendable {
  let average: TwoCubeDisorderAverage
  /// Largest difference of P(q) from the effective distribution of overlaps.
  let effectiveLawDefect: Double

  /// - Throws: `ExactReferenceError`.
  init(beta: Double) throws {
    average = try TwoCubeDisorderAverage(beta: beta)
    let law = try HaakeLewensteinWilkensLaw(beta: beta).overlapLaw
    effectiveLawDefect = zip(law, average.overlapLaw).map { abs($0 - $1) }.max() ?? .nan
  }
}
