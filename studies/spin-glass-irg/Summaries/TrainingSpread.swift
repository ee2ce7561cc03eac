import Statistics

/// How much the exponents scatter among maps that were trained on different batches of 512 samples.
struct TrainingSpread: Codable, Sendable {
  struct Pair: Codable, Sendable {
    let from: Int
    let to: Int
    /// Standard deviations over the batches; 0 with one batch.
    let betaOverNu: Double
    let gammaOverNu: Double
  }

  let batches: Int
  let pairs: [Pair]

  /// - Throws: `StatisticsError`.
  init(_ chains: [ChainSummary]) throws {
    batches = chains.count
    pairs = (chains.first?.pairs ?? []).indices.map { index in
      func deviation(_ path: KeyPath<ChainSummary.Pair, Estimate>) -> Double {
        let values = chains.map { $0.pairs[index][keyPath: path].value }
        guard values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
      }
      let pair = chains[0].pairs[index]
      return Pair(
        from: pair.from, to: pair.to, betaOverNu: deviation(\.betaOverNu), gammaOverNu: deviation(\.gammaOverNu))
    }
  }
}
