import Lattice
import Notebook
import Random
import Renormalization

/// The direct simulations.
extension PhiFourIRG {
  func mix(_ side: Int) -> UpdateMix { p.monteCarlo.mix == .literal ? .literal : .recommended(side: side) }

  /// A simulation of `configurations` configurations, independent of the profile's list.
  func ensemble(_ side: Int, _ massSquared: Double, _ configurations: Int, chains: Int? = nil) throws
    -> EnsembleParameters
  {
    EnsembleParameters(
      action: try p.model.action(massSquared), size: side, configurations: configurations,
      sweepsBetween: p.monteCarlo.sweepsBetween, equilibration: p.monteCarlo.equilibration,
      chains: chains ?? p.monteCarlo.chains, mix: mix(side))
  }

  struct ChainKey: Codable { let ensemble: EnsembleParameters, rule: FieldBlockRule, blockings: Int }

  func chains(_ name: String, _ parameters: EnsembleParameters, blockings: Int = 5) -> Step<[FieldChain]> {
    let rule = p.rule.rule
    let key = ChainKey(ensemble: parameters, rule: rule, blockings: blockings)
    return .array("chains-\(name)", parameters: key, count: parameters.chains) {
      (chain: Int, random: inout RandomStream) in
      try FieldChain(parameters, rule: rule, blockings: blockings, chain: chain, random: random)
    }
  }

  func summary(_ name: String, _ parameters: EnsembleParameters, blockings: Int = 5) -> Step<EnsembleSummary> {
    Step("ensemble-\(name)", revision: 3, parameters: "summary", needs: chains(name, parameters, blockings: blockings))
    { chains in
      try EnsembleSummary(parameters, chains)
    }
  }

  /// The simulations at the base point, by size.
  var baseParameters: [EnsembleParameters] {
    zip(p.monteCarlo.sizes, p.monteCarlo.configurations).compactMap { size, count in
      try? ensemble(size, p.model.massSquared, count)
    }
  }

  func baseName(_ parameters: EnsembleParameters) -> String { "\(parameters.size)" }

  var baseSummaries: [Step<EnsembleSummary>] { baseParameters.map { summary(baseName($0), $0) } }

  /// Further simulations at a size: index in the list of μ².
  func scanParameters(_ size: Int) -> [(name: String, parameters: EnsembleParameters)] {
    guard p.monteCarlo.scanSizes.contains(size) else { return [] }
    return p.monteCarlo.scanMassSquared.enumerated().compactMap { index, mass in
      (try? ensemble(size, mass, p.monteCarlo.scanConfigurations)).map { ("\(size)-scan-\(index)", $0) }
    }
  }

  /// All chains at one size.
  func allChains(_ size: Int) -> [(EnsembleParameters, Step<[FieldChain]>)] {
    let base = baseParameters.filter { $0.size == size }.map { ($0, chains(baseName($0), $0)) }
    return base + scanParameters(size).map { ($0.parameters, chains($0.name, $0.parameters, blockings: 0)) }
  }
}
