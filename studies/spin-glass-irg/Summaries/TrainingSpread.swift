import Statistics

/// How much the exponents scatter among maps that were trained on different parts of 128 samples.
struct TrainingSpread: Codable, Sendable {
  struct Pair: Codable, Sendable {
    let from: Int
    let to: Int
    /// Standard deviations over the parts.
    let betaOverNu: Double
    let gammaOverNu: Double
  }

  /// Parts; the map of the chain was trained on all of them together.
  let parts: Int
  let pairs: [Pair]

  /// - Throws: `StatisticsError`.
  init(_ chains: [ChainSummary]) throws {
    parts = chains.count
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

  /// The error of training of pair k of a chain: the scatter of single parts over √(number of parts).
  func betaOverNuError(_ pair: Int) -> Double { error(pair, \.betaOverNu) }
  func gammaOverNuError(_ pair: Int) -> Double { error(pair, \.gammaOverNu) }

  private func error(_ pair: Int, _ path: KeyPath<Pair, Double>) -> Double {
    // Later steps of a chain scatter like the last one that was measured.
    guard let last = pairs.last else { return 0 }
    return (pair < pairs.count ? pairs[pair] : last)[keyPath: path] / Double(max(parts, 1)).squareRoot()
  }

  /// A chain with the error of training added to the errors of its exponents.
  func added(to chain: ChainSummary) -> ChainSummary {
    chain.widened(betaOverNu: betaOverNuError, gammaOverNu: gammaOverNuError)
  }
}
