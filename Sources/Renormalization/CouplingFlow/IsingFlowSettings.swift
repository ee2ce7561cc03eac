import Lattice

/// What one task of a study of the renormalization of the Ising model simulates and measures.
public struct IsingFlowSettings: Sendable, Codable, Hashable {
  /// Linear size L, even, at most 64.
  public let side: Int
  /// K.
  public let coupling: Double
  /// Number of 2 × 2 blocking steps, at least 1; the coarsest side L/2ⁿ is at least 4.
  public let levels: Int
  /// How blocks become spins.
  public let tieRule: BlockRule
  /// The cluster algorithm.
  public let sampler: ClusterSampler
  /// Clusters (Wolff) or sweeps (Swendsen–Wang) between samples.
  public let updatesPerSample: Int
  /// Sweeps from aligned spins before the first sample.
  public let thermalisation: Int
  /// Number of samples.
  public let samples: Int
  /// Whether the histograms for the pseudo-likelihood are taken.
  public let measuresLocalFields: Bool

  /// - Parameters: see the properties; K is −20...20, counts are at least 1, `thermalisation` at least 0.
  /// - Throws: `CouplingFlowError.badInput`.
  public init(
    side: Int, coupling: Double, levels: Int, samples: Int, tieRule: BlockRule = .coin,
    sampler: ClusterSampler = .swendsenWang, updatesPerSample: Int = 2, thermalisation: Int = 100,
    measuresLocalFields: Bool = true
  ) throws(CouplingFlowError) {
    self.side = side
    self.coupling = coupling
    self.levels = levels
    self.tieRule = tieRule
    self.sampler = sampler
    self.updatesPerSample = updatesPerSample
    self.thermalisation = thermalisation
    self.samples = samples
    self.measuresLocalFields = measuresLocalFields
    try check()
  }

  /// Decodes settings that are allowed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      side: try container.decode(Int.self, forKey: .side),
      coupling: try container.decode(Double.self, forKey: .coupling),
      levels: try container.decode(Int.self, forKey: .levels),
      samples: try container.decode(Int.self, forKey: .samples),
      tieRule: try container.decode(BlockRule.self, forKey: .tieRule),
      sampler: try container.decode(ClusterSampler.self, forKey: .sampler),
      updatesPerSample: try container.decode(Int.self, forKey: .updatesPerSample),
      thermalisation: try container.decode(Int.self, forKey: .thermalisation),
      measuresLocalFields: try container.decode(Bool.self, forKey: .measuresLocalFields))
  }

  /// The side after `level` blocking steps.
  public func side(level: Int) -> Int { side >> level }

  private func check() throws(CouplingFlowError) {
    func refuse(_ why: String) -> CouplingFlowError { .badInput(operation: "Ising flow settings", why: why) }
    guard 8...64 ~= side else { throw refuse("the side is \(side); it must be 8 to 64") }
    guard coupling.magnitude <= 20 else { throw refuse("the coupling is \(coupling); it must be -20 to 20") }
    guard 1...4 ~= levels, side % (1 << levels) == 0, side >> levels >= 4 else {
      throw refuse(
        "\(levels) blocking steps from side \(side); there must be at least 1, each of an even side, down to a side "
          + ">= 4")
    }
    for (name, value, least) in [
      ("samples", samples, 1), ("updates per sample", updatesPerSample, 1),
      ("sweeps of thermalisation", thermalisation, 0),
    ] where value < least {
      throw refuse("\(value) \(name); at least \(least) are needed")
    }
  }
}
