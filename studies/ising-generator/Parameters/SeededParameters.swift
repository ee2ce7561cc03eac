import Notebook

/// Dreams that start from blocked Monte Carlo configurations.
struct SeededParameters: Codable, Sendable, Hashable {
  let size: Int
  let seed: Int
  let configurations: Int
  let sweepsBetween: Int

  init(_ read: ParameterReader) throws {
    size = try read.powerOfTwo("size", default: 64, in: 8...1024, "size of the Monte Carlo configurations")
    seed = try read.powerOfTwo("seed", default: 8, in: 4...64, "size that they are blocked to")
    configurations = try read.int(
      "configurations", default: 20_000, in: 40...10_000_000, unit: "configurations", "how many of them")
    sweepsBetween = try read.int(
      "sweeps_between", default: 5, in: 1...100_000, unit: "sweeps", "Swendsen–Wang sweeps between them")
    guard seed < size else { throw read.invalid("seed", "is \(seed); allowed: less than seeded.size, \(size)") }
  }
}
