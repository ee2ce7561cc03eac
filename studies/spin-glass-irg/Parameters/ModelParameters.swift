import Notebook

/// The disorder.
struct ModelParameters: Codable, Sendable, Hashable {
  let positiveProbability: Double
  let gaugeSeed: Int

  init(_ read: ParameterReader) throws {
    positiveProbability = try read.double(
      "positive_probability", default: 0.5, in: 0...1,
      "probability of a coupling J = +1: 1/2 is the spin glass, 1 the ferromagnet")
    gaugeSeed = try read.int(
      "gauge_seed", default: 0, in: 0...1_000_000_000,
      "0 for none; otherwise couplings and first spins are gauge transformed with this seed, which must change nothing")
  }
}
