/// Three ways to read a correlation length off an Ising ring. Only the first two commute with decimation at finite N.
public enum CorrelationLengthEstimator: String, Sendable, Hashable, Codable, CaseIterable {
  /// E1: ξ = −1/ln tanh K from the two eigenvalues of the transfer matrix.
  case transferMatrix = "transfer-matrix"
  /// E2: ξ = 1/(2 arsinh(1/(2 ξ₂))) with the second-moment length ξ₂ = √(χ₀/χ₁ − 1)/(2 sin(π/N)), where χ₀ and χ₁
  /// are the structure factors at the wave numbers 0 and 2π/N. On a ring ξ₂ = √t/(1 − t) for every N, so that ξ is
  /// exact.
  case structureFactor = "structure-factor"
  /// E3: ξ = −1/ln⟨s_0 s_1⟩ of the ring, wrong by a term of order t^N.
  case neighbourCorrelation = "neighbour-correlation"
}
