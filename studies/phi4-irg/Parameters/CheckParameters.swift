import Notebook

/// Side chapters.
struct CheckParameters: Codable, Sendable, Hashable {
  let warmSize: Int
  let warmConfigurations: Int
  let tauSize: Int
  let tauSweeps: Int
  let sideConfigurations: Int

  init(_ read: ParameterReader) throws {
    warmSize = try read.int(
      "warm_size", default: 128, in: 16...512, unit: "sites",
      "size of the warm-start test, a power of two times generation.start_size")
    warmConfigurations = try read.int(
      "warm_configurations", default: 1000, in: 20...1_000_000, unit: "configurations", "configurations of it")
    tauSize = try read.int(
      "tau_size", default: 32, in: 4...256, unit: "sites", "size at which update mixes are compared")
    sideConfigurations = try read.int(
      "side_configurations", default: 40_000, in: 0...100_000_000, unit: "configurations",
      "configurations at each of six other points of the model; 0 leaves them out")
    tauSweeps = try read.int(
      "tau_sweeps", default: 200_000, in: 1000...100_000_000, unit: "sweeps", "sweeps of each mix")
  }
}
