import Notebook

/// The comparison of ways to share random numbers among samples.
struct SharingParameters: Codable, Sendable, Hashable {
  let size: Int
  let batches: Int
  let sweeps: Int
  let picoseconds: [Double]

  init(_ read: ParameterReader) throws {
    size = try read.int("size", default: 8, in: 2...64, unit: "sites", "size L of the comparison, even")
    batches = try read.int(
      "batches", default: 16, in: 1...10_000, unit: "batches of 512 samples", "batches of each scheme")
    sweeps = try read.int("sweeps", default: 8192, in: 64...1 << 24, unit: "sweeps", "a power of two")
    picoseconds = try read.doubles(
      "picoseconds", default: [16.6, 42.4, 64.2], each: 1e-3...1e6, unit: "ps",
      "measured processor time of a spin update, everything included, for groups, planes and independent bits")
    guard picoseconds.count == 3 else {
      throw read.invalid("picoseconds", "has \(picoseconds.count) entries; allowed: 3, one for each scheme")
    }
    guard sweeps.nonzeroBitCount == 1 else {
      throw read.invalid("sweeps", "is \(sweeps); allowed: a power of two")
    }
    guard size % 2 == 0 else { throw read.invalid("size", "is \(size); allowed: an even size") }
  }
}
