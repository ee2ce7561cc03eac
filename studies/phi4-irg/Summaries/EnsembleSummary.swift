import Statistics

/// What a direct simulation says.
struct EnsembleSummary: Codable, Sendable {
  let parameters: EnsembleParameters
  let level: FieldSummary
  /// Blocked once, twice, …
  let blocked: [FieldSummary]
  /// Mean acceptance rates of Metropolis and over-relaxation.
  let metropolisAcceptance: Double?
  let overrelaxationAcceptance: Double?
  let identityDefect: Double
  /// log₂(|m′|/|m|) of every blocking step, from the same configurations.
  let stepExponents: [Estimate]
  /// −log₂ of the slope of m regressed on the blocked m′, ⟨m m′⟩/⟨m′²⟩: what a linear inverse of unlimited window gives.
  let regressionExponent: Estimate?

  init(_ parameters: EnsembleParameters, _ chains: [FieldChain]) throws {
    self.parameters = parameters
    let levels = try chains[0].levels.indices.map { k in
      try FieldSummary(chains.map { $0.levels[k] }, parameters.action)
    }
    level = levels[0]
    blocked = Array(levels.dropFirst())
    func mean(_ rates: [Double]) -> Double? { rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count) }
    metropolisAcceptance = mean(chains.compactMap(\.metropolisAcceptance))
    overrelaxationAcceptance = mean(chains.compactMap(\.overrelaxationAcceptance))
    identityDefect = chains.map(\.identityDefect).max() ?? 0
    regressionExponent = chains[0].levels.count < 2 ? nil : try Self.regression(chains)
    stepExponents = try levels.indices.dropFirst().map { k in
      let means = [k - 1, k].map { level in
        chains.map { chain in
          chain.levels[level].m.reduce(0) { $0 + abs($1) } / Double(chain.levels[level].count)
        }
      }
      return try Jackknife(of: means) { [binaryLogarithm($0[1] / $0[0])] }.estimates[0]
    }
  }

  private static func regression(_ chains: [FieldChain]) throws -> Estimate {
    let products = chains.map { chain -> Double in
      zip(chain.levels[0].m, chain.levels[1].m).reduce(0) { $0 + $1.0 * $1.1 } / Double(chain.levels[0].count)
    }
    let squares = chains.map { chain in
      chain.levels[1].m.reduce(0) { $0 + $1 * $1 } / Double(chain.levels[1].count)
    }
    return try Jackknife(of: [products, squares]) { [-binaryLogarithm($0[0] / $0[1])] }.estimates[0]
  }
}
