import Notebook

/// The Monte Carlo ensembles: reference data and training data at once.
struct MonteCarloParameters: Codable, Sendable, Hashable {
  let coupling: Double
  let sizes: [Int]
  let configurations: [Int]
  let sweepsBetween: [Int]
  let thermalisation: Int
  let chains: Int

  init(_ read: ParameterReader) throws {
    coupling = try read.double(
      "coupling", default: 0.44068679350977147, in: -2...2,
      "coupling K of the training and reference configurations; default ½ ln(1 + √2)")
    sizes = try read.powersOfTwo("sizes", default: [4, 8, 16, 32, 64, 128], each: 4...1024, "linear sizes L")
    configurations = try read.ints(
      "configurations", default: [1_000_000, 1_000_000, 1_000_000, 1_000_000, 400_000, 200_000], each: 1...100_000_000,
      unit: "configurations", "configurations at each size")
    sweepsBetween = try read.ints(
      "sweeps_between", default: [2, 3, 3, 3, 4, 5], each: 1...100_000, unit: "sweeps",
      "Swendsen–Wang sweeps from one configuration to the next, at each size")
    thermalisation = try read.int(
      "thermalisation", default: 200, in: 0...1_000_000, unit: "sweeps", "sweeps from the ordered start of each chain")
    chains = try read.int(
      "chains", default: 40, in: 20...10_000, unit: "chains",
      "independent chains a size; errors come from their scatter")
    for (key, values) in [("configurations", configurations), ("sweeps_between", sweepsBetween)]
    where values.count != sizes.count {
      throw read.invalid(key, "has \(values.count) entries; allowed: one for each of the \(sizes.count) sizes")
    }
    if let few = configurations.first(where: { $0 < chains }) {
      throw read.invalid("configurations", "contains \(few); allowed: at least one for each of the \(chains) chains")
    }
  }

  /// What one size needs.
  func ensemble(_ size: Int) -> EnsembleParameters? {
    guard let index = sizes.firstIndex(of: size) else { return nil }
    return EnsembleParameters(
      coupling: coupling, size: size, configurations: configurations[index], sweepsBetween: sweepsBetween[index],
      thermalisation: thermalisation, chains: chains)
  }

  var ensembles: [EnsembleParameters] { sizes.compactMap(ensemble) }
}

/// One ensemble of Monte Carlo configurations from independent chains.
struct EnsembleParameters: Codable, Sendable, Hashable {
  let coupling: Double
  let size: Int
  let configurations: Int
  let sweepsBetween: Int
  let thermalisation: Int
  let chains: Int

  /// Configurations of chain number `index`; together `configurations`.
  func configurations(ofChain index: Int) -> Int {
    configurations / chains + (index < configurations % chains ? 1 : 0)
  }
}
