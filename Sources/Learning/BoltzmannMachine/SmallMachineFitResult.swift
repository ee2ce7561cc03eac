/// The best machine of several starts, and how each of them ended.
public struct SmallMachineFitResult: Sendable, Hashable, Codable {
  /// The machine of the lowest objective; its hidden units have positive sums of weights.
  public let machine: EnumeratedMachine
  /// The number of its start.
  public let best: Int
  /// The end of every start, in order.
  public let ends: [End]

  /// Where the descent from one start ended.
  public struct End: Sendable, Hashable, Codable {
    /// KL(law ‖ machine) in nats.
    public let divergence: Double
    /// The divergence plus λ Σ|W|.
    public let objective: Double
    public let iterations: Int
    /// The largest component of the gradient, with the penalty of the proximal step of length 1.
    public let gradientNorm: Double
    /// Whether that met its tolerance; otherwise the iterations were used up or rounding hid any further decrease.
    public let converged: Bool
  }

  /// KL(law ‖ machine) of the best machine, in nats.
  public var divergence: Double { ends[best].divergence }
}
