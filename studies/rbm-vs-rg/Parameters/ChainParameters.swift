import Notebook

/// The one-dimensional chain.
struct ChainParameters: Codable, Sendable, Hashable {
  let couplings: [Double]
  let learningRates: [Double]
  let mapSteps: Int
  let ringSides: [Int]
  let sampledSide: Int
  let rings: Int
  let sampledCouplings: [Double]

  init(_ read: ParameterReader) throws {
    couplings = try read.doubles(
      "couplings", default: [0.25, 0.5, 1, 1.5, 2], each: 1e-3...5, "K at which the group flow is learned by Adam")
    learningRates = try read.doubles(
      "learning_rates", default: [0.1, 0.01, 0.001], each: 1e-6...1, "learning rates of Adam that are tried")
    mapSteps = try read.int(
      "map_steps", default: 20_000, in: 10...10_000_000, unit: "Adam steps", "training of the learned flow map")
    ringSides = try read.ints(
      "ring_sides", default: [8, 16, 32, 64, 128, 256, 512], each: 4...65_536, unit: "sites",
      "sizes N of finite rings, even")
    sampledSide = try read.int(
      "sampled_side", default: 128, in: 4...65_536, unit: "sites", "size of the sampled rings, even")
    rings = try read.int("rings", default: 20_000, in: 64...100_000_000, unit: "rings", "sampled rings at each K")
    sampledCouplings = try read.doubles(
      "sampled_couplings", default: [0.5, 1, 1.5, 2], each: 0.05...5, "K of the sampled rings")
    for (key, sides) in [("ring_sides", ringSides), ("sampled_side", [sampledSide])] {
      if let odd = sides.first(where: { $0 % 2 != 0 }) {
        throw read.invalid(key, "contains \(odd); allowed: even sizes, of which every second site is kept")
      }
    }
    guard !learningRates.isEmpty else { throw read.invalid("learning_rates", "is empty; allowed: at least one") }
    try read.requireAscending("couplings", couplings)
    try read.requireAscending("ring_sides", ringSides)
    try read.requireAscending("sampled_couplings", sampledCouplings)
  }
}
