import Lattice
import Notebook

/// The direct simulations by replica exchange.
struct SimulationParameters: Codable, Sendable, Hashable {
  let sizes: [Int]
  let batches: [Int]
  let sweeps: [Int]
  let sweepsPerExchange: Int
  let sweepsPerMeasurement: Int
  let snapshots: Int
  let randomSharing: RandomSharing
  let betas: [Double]
  let largeFrom: Int
  let largeBetas: [Double]

  init(_ read: ParameterReader) throws {
    sizes = try read.ints(
      "sizes", default: [4, 6, 8, 12, 16], each: 2...64, unit: "sites", "linear sizes L, even, ascending")
    batches = try read.ints(
      "batches", default: [16, 16, 16, 8, 2], each: 1...100_000, unit: "batches of 512 samples",
      "disorder batches at each size")
    sweeps = try read.ints(
      "sweeps", default: [8192, 16_384, 32_768, 65_536, 262_144], each: 64...1 << 30, unit: "sweeps",
      "sweeps at each size, powers of two; the second half is measured")
    sweepsPerExchange = try read.int(
      "sweeps_per_exchange", default: 2, in: 1...1024, unit: "sweeps", "sweeps between replica exchanges")
    sweepsPerMeasurement = try read.int(
      "sweeps_per_measurement", default: 8, in: 1...1024, unit: "sweeps", "sweeps between measurements")
    snapshots = try read.int(
      "snapshots", default: 2, in: 1...64, unit: "overlap configurations",
      "overlap configurations kept of every sample and β, evenly spaced over the second half")
    randomSharing = try read.choice(
      "random_sharing", default: .groups, "which samples share random numbers (chapter on random numbers)")
    betas = try read.doubles(
      "betas",
      default: [
        0.5, 0.54, 0.58, 0.625, 0.66, 0.6945, 0.7285, 0.7692307692307693, 0.8, 0.8333333333333334, 0.86, 0.885,
        0.9090909090909091, 0.935, 0.955, 0.976, 1, 1.04, 1.08,
      ], each: 1e-3...20, "inverse temperatures of the ladder, ascending")
    largeFrom = try read.int(
      "large_from", default: 10, in: 2...1000, unit: "sites", "sizes from here on use large_betas")
    largeBetas = try read.doubles(
      "large_betas",
      default: [
        0.58, 0.6, 0.625, 0.645, 0.665, 0.685, 0.705, 0.7285, 0.75, 0.7692307692307693, 0.785, 0.8, 0.817,
        0.8333333333333334, 0.847, 0.86, 0.8725, 0.885, 0.897, 0.9090909090909091, 0.922, 0.935, 0.9485, 0.962, 0.976,
      ], each: 1e-3...20, "inverse temperatures of the ladder of large sizes, ascending")
    try requireConsistency(read)
  }

  private func requireConsistency(_ read: ParameterReader) throws {
    if let odd = sizes.first(where: { $0 % 2 != 0 }) {
      throw read.invalid("sizes", "contains \(odd); allowed: even sizes, which the checkerboard update needs")
    }
    guard !sizes.isEmpty, zip(sizes, sizes.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw read.invalid("sizes", "is \(sizes); allowed: at least one size, in ascending order")
    }
    for (key, list) in [("batches", batches), ("sweeps", sweeps)] where list.count != sizes.count {
      throw read.invalid(key, "has \(list.count) entries; allowed: one for each of the \(sizes.count) sizes")
    }
    for (key, list) in [("betas", betas), ("large_betas", largeBetas)] {
      guard list.count >= 2, zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw read.invalid(key, "is \(list); allowed: at least two β, each larger than the one before")
      }
    }
    for (key, value) in [("sweeps_per_exchange", sweepsPerExchange), ("sweeps_per_measurement", sweepsPerMeasurement)]
    where value.nonzeroBitCount != 1 {
      throw read.invalid(key, "is \(value); allowed: a power of two")
    }
    for value in sweeps where value.nonzeroBitCount != 1 || value < leastSweeps {
      let reason = "powers of two of at least \(leastSweeps), a measurement for every snapshot"
      throw read.invalid("sweeps", "contains \(value); allowed: \(reason)")
    }
  }

  /// A run in whose second half every snapshot finds a measurement.
  var leastSweeps: Int { 2 * max(sweepsPerExchange, sweepsPerMeasurement) * snapshots }

  /// The ladder of a size.
  func betas(_ side: Int) -> [Double] { side >= largeFrom ? largeBetas : betas }

  /// Where β is in a list, to seven digits: 0.909091 finds 1/1.1.
  func index(of beta: Double, in betas: [Double]) -> Int? { betas.firstIndex { abs($0 - beta) < 1e-6 } }
}

/// One simulation: batches of 512 samples at one size.
struct BatchParameters: Codable, Sendable, Hashable {
  let side: Int
  let betas: [Double]
  let sweeps: Int
  let sweepsPerExchange: Int
  let sweepsPerMeasurement: Int
  let snapshots: Int
  let randomSharing: RandomSharing
  let positiveProbability: Double
  let gaugeSeed: Int
  /// The same couplings for all 512, as hexadecimal digits; nil draws them.
  let couplings: String?
  /// Whether m² is measured.
  let measuresMagnetization: Bool
}
