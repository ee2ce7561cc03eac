import Renormalization
import Statistics

/// What Monte Carlo says of one size.
struct EnsembleSummary: Codable, Sendable {
  let parameters: EnsembleParameters
  let level: LevelSummary
  /// Majority-blocked once, twice, …
  let blocked: [LevelSummary]
  /// One blocking step after the other, 36 operators.
  let steps: [RenormalizationSummary]
  /// The same with magnetisation and nearest-neighbour energy alone.
  let oneOperator: [RenormalizationSummary]
  /// Integrated autocorrelation times of the first chain, in samples.
  let tauEnergy: Double?
  let tauSquaredMagnetization: Double?
}

extension EnsembleSummary {
  /// - Parameter blocks: independent chains.
  init(_ parameters: EnsembleParameters, _ blocks: [MonteCarloBlock], operators: OperatorSet) throws {
    self.parameters = parameters
    let levels = try blocks[0].levels.indices.map { k in try LevelSummary(blocks.map { $0.levels[k] }) }
    level = levels[0]
    blocked = Array(levels.dropFirst())
    func summaries(_ operators: OperatorSet) throws -> [RenormalizationSummary] {
      try blocks[0].steps.indices.map { k in
        try RenormalizationSummary(
          fine: blocks[0].levels[k].side, bins: blocks.map { $0.steps[k] }, operators: operators)
      }
    }
    steps = try summaries(operators)
    oneOperator = try summaries(.nearest)
    tauEnergy = try Self.tau(blocks[0].energies)
    tauSquaredMagnetization = try Self.tau(blocks[0].squaredMagnetizations)
  }

  private static func tau(_ series: [Double]) throws -> Double? {
    guard series.count >= 100, Set(series.prefix(100)).count > 1 else { return nil }
    return try GammaMethod(series).estimate.tauInt
  }
}
