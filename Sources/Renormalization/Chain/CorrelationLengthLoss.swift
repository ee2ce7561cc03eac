import Elementary

/// How far a chain is from having a given correlation length.
public enum CorrelationLengthLoss: String, Sendable, Hashable, Codable, CaseIterable {
  /// (ξ(K′) − ξ*)².
  case squared
  /// (ln ξ(K′) − ln ξ*)².
  case logarithmic

  /// The loss and its derivative with respect to K′, at K′ > 0.
  func value(coupling: Double, target: Double) -> (loss: Double, slope: Double) {
    let length = 0.5 / IsingChain.dual(coupling)
    // d ln ξ/dK = 2 ξ/sinh 2K.
    let logSlope = 2 * length / StableHyperbolic.sinh(2 * coupling)
    switch self {
    case .squared:
      let distance = length - target
      return (distance * distance, 2 * distance * length * logSlope)
    case .logarithmic:
      let distance = Elementary.log(length / target)
      return (distance * distance, 2 * distance * logSlope)
    }
  }
}
