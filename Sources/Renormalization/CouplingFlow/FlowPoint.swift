import Statistics

/// One point K′(K) of a flow with its jackknife replicates.
public struct FlowPoint: Sendable, Codable, Hashable {
  /// K.
  public let coupling: Double
  /// K′ from all bins.
  public let blocked: Double
  /// K′ without each bin.
  public let replicates: [Double]

  /// - Parameters: see the properties.
  public init(coupling: Double, blocked: Double, replicates: [Double]) {
    self.coupling = coupling
    self.blocked = blocked
    self.replicates = replicates
  }

  /// K′ with its jackknife error.
  ///
  /// - Throws: `CouplingFlowError.statistics` with fewer than two replicates.
  public func estimate() throws(CouplingFlowError) -> Estimate {
    do throws(StatisticsError) {
      return try Jackknife(values: [blocked], replicates: replicates.map { [$0] }).estimates[0]
    } catch {
      throw .statistics(error)
    }
  }
}
