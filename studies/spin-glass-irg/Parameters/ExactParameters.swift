import Lattice
import Notebook

/// The exact references and the simulations that are held against them.
struct ExactParameters: Codable, Sendable, Hashable {
  let betas: [Double]
  let couplings: String
  let cubeBetas: [Double]
  let batches: Int
  let sweeps: Int
  let nishimoriProbability: Double
  let highTemperatureBetas: [Double]

  /// The sample of the 4 × 4 × 4 torus whose ln Z is among the references.
  static let sample = "d45aaa15b9e4a815 9333e6b8ecd64478 4f5317a4348f7633"

  init(_ read: ParameterReader) throws {
    betas = try read.doubles(
      "betas", default: [0.2, 0.5, 0.9, 1.1, 1.5], each: 1e-3...20, "β of the 2 × 2 × 2 torus, ascending")
    couplings = try read.text(
      "couplings", default: Self.sample,
      allowed: "three groups of 16 hexadecimal digits, the bonds of 64 sites along x, y and z",
      "the sample of the 4 × 4 × 4 torus: digit k holds sites 4k to 4k+3, lowest bit first, a set bit is J = −1"
    ) { (try? CubicCouplings(hex: $0, side: 4)) != nil }
    cubeBetas = try read.doubles(
      "cube_betas", default: [0.5, 0.9090909091], each: 1e-3...5,
      "β of the transfer matrix of the 4 × 4 × 4 torus; may be empty")
    batches = try read.int(
      "batches", default: 8, in: 1...100_000, unit: "batches of 512 samples",
      "batches of the simulations held against exact results")
    sweeps = try read.int("sweeps", default: 4096, in: 256...1 << 24, unit: "sweeps", "their sweeps, a power of two")
    nishimoriProbability = try read.double(
      "nishimori_probability", default: 0.75, in: 0.500001...0.999999, "probability of J = +1 on the Nishimori line")
    highTemperatureBetas = try read.doubles(
      "high_temperature_betas", default: [0.1, 0.2, 0.3], each: 1e-3...0.5, "β compared with the series, ascending")
    for (key, list) in [("betas", betas), ("high_temperature_betas", highTemperatureBetas)]
    where list.isEmpty || !zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) {
      throw read.invalid(key, "is \(list); allowed: at least one β, each larger than the one before")
    }
    guard zip(cubeBetas, cubeBetas.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw read.invalid("cube_betas", "is \(cubeBetas); allowed: none, or each larger than the one before")
    }
    guard sweeps.nonzeroBitCount == 1 else {
      throw read.invalid("sweeps", "is \(sweeps); allowed: a power of two")
    }
  }
}
