import Lattice
import Notebook

/// The direct simulations.
struct MonteCarloParameters: Codable, Sendable, Hashable {
  let sizes: [Int]
  let configurations: [Int]
  let scanSizes: [Int]
  let scanMassSquared: [Double]
  let scanConfigurations: Int
  let sweepsBetween: Int
  let equilibration: Int
  let chains: Int
  let mix: MixChoice

  /// Which updates make a sweep.
  enum MixChoice: String, Codable, CaseIterable, Sendable {
    /// Metropolis, over-relaxation and clusters.
    case recommended
    /// Metropolis and one cluster: what the paper names.
    case literal
  }

  init(_ read: ParameterReader) throws {
    sizes = try read.ints(
      "sizes", default: [8, 16, 32, 64, 128, 256, 512], each: 2...2048, unit: "sites",
      "sizes L simulated at the base point")
    configurations = try read.ints(
      "configurations", default: [100_000, 100_000, 100_000, 40_000, 20_000, 6000, 2000], each: 1...100_000_000,
      unit: "configurations", "configurations at each size")
    scanSizes = try read.ints(
      "scan_sizes", default: [256, 512], each: 2...2048, unit: "sites", "sizes simulated at other μ² too")
    scanMassSquared = try read.doubles(
      "scan_mass_squared", default: [-0.9525, -0.9505], each: -1e3...1e3, "μ² of these simulations")
    scanConfigurations = try read.int(
      "scan_configurations", default: 2000, in: 20...100_000_000, unit: "configurations",
      "configurations of each of them")
    sweepsBetween = try read.int(
      "sweeps_between", default: 6, in: 1...100_000, unit: "sweeps", "sweeps from one configuration to the next")
    equilibration = try read.int(
      "equilibration", default: 400, in: 0...1_000_000, unit: "sweeps",
      "sweeps before the first configuration of each chain")
    chains = try read.int(
      "chains", default: 20, in: 10...10_000, unit: "chains",
      "independent chains of each simulation; errors come from their scatter")
    mix = try read.choice("mix", default: .recommended, "the updates of a sweep")
    guard !sizes.isEmpty, zip(sizes, sizes.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw read.invalid("sizes", "is \(sizes); allowed: at least one size, in ascending order")
    }
    guard configurations.count == sizes.count else {
      throw read.invalid(
        "configurations", "has \(configurations.count) entries; allowed: one for each of the \(sizes.count) sizes")
    }
    if let few = configurations.first(where: { $0 < chains }) {
      throw read.invalid("configurations", "contains \(few); allowed: at least one for each of the \(chains) chains")
    }
  }
}

/// One simulation: independent chains at one size and action.
struct EnsembleParameters: Codable, Sendable, Hashable {
  let action: PhiFourAction
  let size: Int
  let configurations: Int
  let sweepsBetween: Int
  let equilibration: Int
  let chains: Int
  let mix: UpdateMix

  /// Configurations of chain number `index`; together `configurations`.
  func configurations(ofChain index: Int) -> Int {
    configurations / chains + (index < configurations % chains ? 1 : 0)
  }
}
