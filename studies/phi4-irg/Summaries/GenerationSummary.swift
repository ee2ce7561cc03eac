import Lattice
import Renormalization
import Statistics

/// What repeated enlargement makes of an ensemble.
struct GenerationSummary: Codable, Sendable {
  let name: String
  /// The sampled lattice and its enlargements.
  let levels: [FieldSummary]
  /// β/ν and γ/ν of all pairs, errors of the same configurations.
  let pairs: [PairExponents]
  /// The same with the errors of independent ensembles.
  let independent: [PairExponents]
  /// Densities of the field at every level, in `GeneratedChain.bins` bins.
  let densities: [[Double]]

  /// - Parameter chains: independent chains.
  init(name: String, _ chains: [GeneratedChain], _ action: PhiFourAction) throws {
    self.name = name
    let sides = chains[0].levels.map(\.side)
    levels = try sides.indices.map { k in try FieldSummary(chains.map { $0.levels[k] }, action) }
    let p2 = chains.flatMap { $0.levels[0].p2 }
    let ensemble = try MassReweighting(
      massSquared: action.massSquared, volume: sides[0] * sides[0], p2: p2, bins: chains.count)
    let systems = try sides.indices.map { k in
      try SystemAverages(side: sides[k], magnetization: chains.flatMap { $0.levels[k].m }, in: ensemble)
    }
    pairs = try PairExponents.all(systems, resampling: .joint)
    independent = try PairExponents.all(systems, resampling: .independent)
    let width = 6 / Double(GeneratedChain.bins)
    densities = sides.indices.map { k in
      let counts = (0..<GeneratedChain.bins).map { bin in chains.reduce(0) { $0 + $1.histograms[k][bin] } }
      let total = Double(chains.reduce(0) { $0 + $1.levels[k].count } * sides[k] * sides[k])
      return counts.map { Double($0) / (2 * total) / width }
    }
  }

  /// The exponents between two sizes.
  func pair(_ first: Int, _ second: Int) -> PairExponents? {
    pairs.first { $0.first == first && $0.second == second }
  }
}
