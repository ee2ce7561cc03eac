/// Exact results of machines small enough to enumerate.
struct SmallMachines: Codable, Sendable {
  struct Row: Codable, Sendable {
    let id: String
    let symbol: String
    let value: Double
  }

  /// A minimum of the divergence from an Ising law.
  struct Minimum: Codable, Sendable {
    let system: String
    let coupling: Double
    let hidden: Int
    let penalty: Double
    let divergence: Double
    let starts: Int
    /// Coupling of neighbouring hidden units; exact decimation for comparison, where there is one.
    let hiddenCoupling: Double?
    let decimated: Double?
    /// |⟨hh'⟩| of all pairs of hidden units.
    let hiddenCorrelations: [Double]
    /// Weights of the hidden units on the visible sites.
    let fields: [[Double]]
  }

  /// CD-k against the exact gradient.
  struct Divergence: Codable, Sendable {
    let steps: Int
    let relativeError: Double
  }

  let rows: [Row]
  let minima: [Minimum]
  let divergences: [Divergence]
  /// M of the checkerboard copy and its divergence.
  let copies: [[Double]]
}
