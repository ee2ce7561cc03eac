import Statistics

/// The bins of one coupling and size, with jackknife errors from leaving out one bin at a time.
public struct IsingFlowEnsemble: Sendable, Hashable {
  /// Bins of equal settings, each from its own chain.
  public let bins: [IsingFlowBin]
  /// All bins together.
  public let total: IsingFlowBin
  /// All bins but one, for each.
  private let reduced: [IsingFlowBin]

  /// - Parameter bins: at least two bins of equal settings and random streams of their own.
  /// - Throws: `CouplingFlowError.badInput`.
  public init(_ bins: [IsingFlowBin]) throws(CouplingFlowError) {
    guard bins.count >= 2 else {
      throw .badInput(operation: "Ising flow ensemble", why: "\(bins.count) bins; at least 2 are needed")
    }
    let total = try IsingFlowBin.merged(bins)
    self.bins = bins
    self.total = total
    reduced = try bins.map { (bin) throws(CouplingFlowError) in try total.removing(bin) }
  }

  /// The common settings of the bins.
  public var settings: IsingFlowSettings { total.settings }

  /// Functions of the sums and their values without each bin.
  ///
  /// - Parameter derived: merged bins to the quantities, always equally many.
  /// - Throws: `CouplingFlowError`, that of `derived` included.
  public func jackknife(
    _ derived: (IsingFlowBin) throws(CouplingFlowError) -> [Double]
  ) throws(CouplingFlowError) -> Jackknife {
    let values = try derived(total)
    let replicates = try reduced.map { (bin) throws(CouplingFlowError) in try derived(bin) }
    do throws(StatisticsError) {
      return try Jackknife(values: values, replicates: replicates)
    } catch {
      throw .statistics(error)
    }
  }

  /// ⟨ss′⟩ of nearest neighbours after `level` blocking steps.
  ///
  /// - Throws: `CouplingFlowError.badInput`.
  public func bondEnergy(level: Int) throws(CouplingFlowError) -> Estimate {
    try jackknife { (bin) throws(CouplingFlowError) in [try bin.bondEnergy(level: level)] }.estimates[0]
  }

  /// K′ after `level` blocking steps; after none the simulated coupling must come back.
  ///
  /// - Throws: `CouplingFlowError`.
  public func point(_ method: FlowMethod, level: Int) throws(CouplingFlowError) -> FlowPoint {
    let jackknife = try jackknife { (bin) throws(CouplingFlowError) in
      [try method.coupling(of: bin, level: level)]
    }
    return FlowPoint(
      coupling: settings.coupling, blocked: jackknife.values[0], replicates: jackknife.replicates.map { $0[0] })
  }

  /// K₁, K₂, K₃ of the pseudo-likelihood after `level` blocking steps.
  ///
  /// - Throws: `CouplingFlowError`.
  public func pseudoLikelihood(
    level: Int, terms: PseudoLikelihood.Terms = .plaquette
  ) throws(CouplingFlowError) -> [Estimate] {
    guard total.localFields.indices.contains(level) else {
      throw .badInput(
        operation: "pseudo-likelihood", why: "the local fields of level \(level) were not measured in these bins")
    }
    return try jackknife { (bin) throws(CouplingFlowError) in
      try PseudoLikelihood(bin.localFields[level], terms: terms).couplings
    }.estimates
  }

  /// Eigenvalues and exponents of the renormalization-group matrix of a step.
  ///
  /// - Parameters:
  ///   - step: n for the step from level n to n + 1.
  ///   - even: number of even operators; at a coarse side of 4, where products coincide, at most 3.
  ///   - odd: number of odd operators.
  /// - Throws: `CouplingFlowError`: `badInput` for a step that was not measured or too many operators,
  ///   `renormalization`.
  public func eigenvalues(
    step: Int, even: Int, odd: Int
  ) throws(CouplingFlowError) -> MCRGEigenvalues {
    let operation = "renormalization-group matrix"
    guard 0..<settings.levels ~= step else {
      throw .badInput(
        operation: operation, why: "step \(step) is not measured; steps 0 to \(settings.levels - 1) are")
    }
    let coarse = settings.side(level: step + 1)
    guard coarse > 4 || even <= 3 else {
      throw .badInput(
        operation: operation, why: "\(even) even operators at a coarse side of \(coarse); at most 3 are allowed")
    }
    do throws(RenormalizationError) {
      let selected = try bins.map { (bin) throws(RenormalizationError) in
        try bin.steps[step].selecting(even: even, odd: odd)
      }
      return try MCRGEigenvalues(bins: selected)
    } catch {
      throw .renormalization(error)
    }
  }
}
