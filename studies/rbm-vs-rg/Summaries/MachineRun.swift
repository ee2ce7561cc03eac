import Statistics

/// One trained machine with everything that is measured of it on its own data.
struct MachineRun: Codable, Sendable {
  let coupling: Double
  let measures: UnitMeasures
  /// Median over units of the largest correlation with majority blocks of side 1, 2, 3, 4.
  let blockCorrelation: [Double]
  /// ⟨hh'⟩ of neighbouring hidden units, ⟨ss'⟩ of majority blocks and of decimated spins of the same configurations.
  let hiddenNeighbour: Double
  let majorityNeighbour: Double
  let decimatedNeighbour: Double
  /// The couplings these are on the torus of half the size; nil where no coupling gives the value.
  let hiddenCoupling: Double?
  let majorityCoupling: Double?
  let decimatedCoupling: Double?
  /// Correlation of hidden units by distance, and of majority blocks.
  let hiddenCorrelation: [Double]
  let blockCorrelationFunction: [Double]
  let hiddenDistances: [Double]
  let blockDistances: [Double]
  /// Visible couplings implied by the weights: nearest, next-nearest, distance two.
  let impliedCouplings: [Double]
  /// Weights of a few units, each as rows of the lattice, to look at.
  let fields: [[[Double]]]
  /// m² of the data and of the machine after 300 Gibbs steps, and the bond energies.
  let dataSquare: Double
  let modelSquare: Double
  let dataEnergy: Double
  let modelEnergy: Double
}

/// The machines of one K.
struct MachineSummary: Codable, Sendable {
  let coupling: Double
  let runs: [MachineRun]
  let participation: Estimate
  let radius: Estimate
  let centreDistance: Estimate
  let purity: Estimate
  let localised: Estimate
  let blockCorrelation: [Estimate]
  let hiddenCoupling: Estimate?
  let majorityCoupling: Estimate?
  let decimatedCoupling: Estimate?
  /// K'_h − K'_maj and K'_h − K'_dec, machine by machine.
  let overMajority: Estimate?
  let overDecimation: Estimate?

  /// - Throws: `StatisticsError`.
  init(_ runs: [MachineRun]) throws {
    self.runs = runs
    coupling = runs.first?.coupling ?? 0
    func mean(_ value: (MachineRun) -> Double) throws -> Estimate { try Self.mean(runs.map(value)) }
    func optional(_ value: (MachineRun) -> Double?) throws -> Estimate? {
      let known = runs.compactMap(value)
      return known.count == runs.count ? try Self.mean(known) : nil
    }
    participation = try mean(\.measures.medianParticipation)
    radius = try mean(\.measures.radius)
    centreDistance = try mean(\.measures.centreDistance)
    purity = try mean(\.measures.purity)
    localised = try mean(\.measures.localisedFraction)
    blockCorrelation = try (runs.first?.blockCorrelation ?? []).indices.map { side in
      try mean { $0.blockCorrelation[side] }
    }
    hiddenCoupling = try optional(\.hiddenCoupling)
    majorityCoupling = try optional(\.majorityCoupling)
    decimatedCoupling = try optional(\.decimatedCoupling)
    overMajority = try optional { run in
      run.hiddenCoupling.flatMap { hidden in run.majorityCoupling.map { hidden - $0 } }
    }
    overDecimation = try optional { run in
      run.hiddenCoupling.flatMap { hidden in run.decimatedCoupling.map { hidden - $0 } }
    }
  }

  /// Mean over machines on independent data with the error of that mean; one machine has no error.
  static func mean(_ values: [Double]) throws -> Estimate {
    guard values.count > 1 else { return Estimate(values.first ?? .nan, 0) }
    return try Jackknife(of: [values]) { $0 }.estimates[0]
  }
}
