/// Counts of what the updates of a chain did.
public struct UpdateTally: Sendable, Hashable, Codable {
  /// Proposed and accepted changes of single sites by Metropolis passes.
  public internal(set) var metropolisProposed = 0
  public internal(set) var metropolisAccepted = 0
  /// The same of over-relaxation passes.
  public internal(set) var overrelaxationProposed = 0
  public internal(set) var overrelaxationAccepted = 0
  /// Flipped single clusters and their sites together.
  public internal(set) var clusters = 0
  public internal(set) var clusterSites = 0

  init() {}

  /// Accepted fraction of the Metropolis proposals; `nil` before the first.
  public var metropolisAcceptance: Double? { Self.ratio(metropolisAccepted, metropolisProposed) }
  /// Accepted fraction of the over-relaxation proposals; `nil` before the first.
  public var overrelaxationAcceptance: Double? { Self.ratio(overrelaxationAccepted, overrelaxationProposed) }
  /// Mean number of sites of the flipped single clusters; `nil` before the first.
  public var clusterSize: Double? { Self.ratio(clusterSites, clusters) }

  private static func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
