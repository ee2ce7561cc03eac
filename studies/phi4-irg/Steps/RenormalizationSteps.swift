import Lattice
import Notebook
import Renormalization

/// Blocked, enlarged and direct systems compared.
extension PhiFourIRG {
  /// |m| against μ² of a direct system and of the blockings of a larger one.
  func forwardCrossing(_ from: Int, _ to: Int) -> Step<CrossingSummary>? {
    guard let source = baseParameters.first(where: { $0.size == from }) else { return nil }
    let direct = allChains(to)
    guard !direct.isEmpty else { return nil }
    let (grid, base) = (massGrid(to), p.model.massSquared)
    let parameters = [source] + direct.map(\.0)
    return Step("crossing-\(from)-\(to)", parameters: grid, all: [chains(baseName(source), source)] + direct.map(\.1)) {
      all in
      let level = (from / to).trailingZeroBitCount
      let curves = try Self.curves(parameters, all, source: { $0.levels[level].m })
      return CrossingSummary(
        from: from, to: to, base: base, direct: curves.direct, renormalized: curves.renormalized, grid: grid)
    }
  }

  /// |m| of direct systems of size `to` and of configurations of size `from` enlarged by a linear map, which multiplies m by
  /// its gain at every step.
  func inverseCrossing(_ from: Int, _ to: Int, _ kernel: TrainingParameters.Kernel) -> Step<CrossingSummary>? {
    guard let source = baseParameters.first(where: { $0.size == from }) else { return nil }
    let direct = allChains(to)
    guard !direct.isEmpty else { return nil }
    let (grid, base) = (massGrid(to), p.model.massSquared)
    let parameters = [source] + direct.map(\.0)
    let simulations = Step<[[FieldChain]]>(
      "chains-of-\(from)-\(to)", parameters: "list", all: [chains(baseName(source), source)] + direct.map(\.1)
    ) { $0 }
    return Step("crossing-\(from)-\(to)-\(kernel.rawValue)", parameters: grid, needs: simulations, linear(kernel)) {
      all, fit in
      let steps = (to / from).trailingZeroBitCount
      var gain = 1.0
      for _ in 0..<steps { gain *= fit.map.gain }
      let curves = try Self.curves(parameters, all, source: { $0.levels[0].m.map { gain * $0 } })
      return CrossingSummary(
        from: from, to: to, base: base, direct: curves.direct, renormalized: curves.renormalized, grid: grid)
    }
  }

  /// Where curves of |m| at size L are drawn: as wide as reweighting from the base point reaches.
  func massGrid(_ side: Int) -> [Double] {
    let width = 0.32 / Double(side)
    return (-8...8).map { p.model.massSquared + width * Double($0) / 8 }
  }

  /// Reweighted |m| or m² of one level of a simulation.
  static func series(
    _ parameters: EnsembleParameters, _ chains: [FieldChain], _ level: Int, _ value: (Double) -> Double = { abs($0) }
  ) throws -> ReweightedSeries {
    let ensemble = try MassReweighting(
      massSquared: parameters.action.massSquared, volume: parameters.size * parameters.size,
      p2: chains.flatMap { $0.levels[0].p2 }, bins: chains.count)
    return try ReweightedSeries(chains.flatMap { $0.levels[level].m.map(value) }, in: ensemble)
  }

  var magnetizations: Step<MagnetizationTable> {
    let parameters = baseParameters.filter { [8, 16, 32].contains($0.size) }
    let masses = [-0.02, -0.01, 0, 0.01, 0.02].map { p.model.massSquared + $0 }
    return Step("magnetizations", parameters: masses, all: parameters.map { chains(baseName($0), $0) }) { all in
      var columns: [MagnetizationTable.Column] = []
      for (parameters, chains) in zip(parameters, all) {
        for (level, series) in chains[0].levels.enumerated()
        where level == 0 || parameters.size == 32 && series.side >= 8 {
          let curve = try ReweightedCurve([Self.series(parameters, chains, level)])
          columns.append(
            .init(from: parameters.size, to: series.side, values: masses.map { try? curve.estimate(at: $0) }))
        }
      }
      return MagnetizationTable(massSquared: masses, columns: columns)
    }
  }

  var ratioCrossings: Step<[RatioCrossing]> {
    let parameters = baseParameters.filter { (32...256).contains($0.size) }
    return Step("ratio-crossings", parameters: parameters.map(\.size), all: parameters.map { chains(baseName($0), $0) })
    { all in
      try parameters.indices.dropFirst().compactMap { index in
        let (small, large) = (parameters[index - 1], parameters[index])
        guard large.size == 2 * small.size else { return nil }
        let scaled = try ReweightedCurve([Self.series(small, all[index - 1], 0) { $0 * $0 / 1.189207115002721 }])
        let direct = try ReweightedCurve([Self.series(large, all[index], 0) { $0 * $0 }])
        let crossing = try? Crossing(direct: direct, renormalized: scaled)
        return RatioCrossing(small: small.size, large: large.size, massSquared: crossing?.massSquared)
      }
    }
  }

  static func curves(
    _ parameters: [EnsembleParameters], _ all: [[FieldChain]], source: (FieldChain) -> [Double]
  ) throws -> (direct: ReweightedCurve, renormalized: ReweightedCurve) {
    func series(_ index: Int, _ magnetization: (FieldChain) -> [Double]) throws -> ReweightedSeries {
      let (parameters, chains) = (parameters[index], all[index])
      let ensemble = try MassReweighting(
        massSquared: parameters.action.massSquared, volume: parameters.size * parameters.size,
        p2: chains.flatMap { $0.levels[0].p2 }, bins: chains.count)
      return try ReweightedSeries(absoluteOf: chains.flatMap(magnetization), in: ensemble)
    }
    let direct = try parameters.indices.dropFirst().map { try series($0) { $0.levels[0].m } }
      .sorted { $0.ensemble.massSquared < $1.ensemble.massSquared }
    return (try ReweightedCurve(direct), try ReweightedCurve([series(0, source)]))
  }
}
