import Foundation

/// Flows of A₁ that give the coarse block one moment of the fine block, in closed form.
///
/// Fine block: ring of four with t = tanh K, K = ½ ln cosh 2J, so ⟨v₀v₁⟩ = (t + t³)/(1 + t⁴) and
/// ⟨v₀v₂⟩ = 2t²/(1 + t⁴). Coarse block: every pair has ⟨vv'⟩ = s = tanh² J'.
/// Source: derivation, checked by enumeration.
public enum MomentMatching: String, Codable, Sendable, CaseIterable {
  /// Neighbouring corners, ⟨v₀v₁⟩.
  case neighbours
  /// Opposite corners, ⟨v₀v₂⟩.
  case diagonal
  /// The mean square of the magnetisation M of the corners, ⟨M²⟩ = 4 + 12s: the mean of all six pairs.
  case squaredMagnetisation
  /// The mean of its size, ⟨|M|⟩ = 3/2 + 3s − s²/2.
  case absoluteMagnetisation

  /// The image J' of J, odd in J.
  public func coarse(_ j: Double) -> Double {
    let image = atanh(tanhSquared(j).squareRoot())
    return j < 0 ? -image : image
  }

  /// The couplings J > 0 in `range` that are their own image, ascending.
  public func fixedPoints(in range: ClosedRange<Double> = 0.02...3, step: Double = 0.02) throws -> [Double] {
    try ZeroScan.zeros(in: range, step: step) { tanhSquared($0) - tanh($0) * tanh($0) }
  }

  /// tanh² J'.
  private func tanhSquared(_ j: Double) -> Double {
    let t = tanh(LiebLattice.squareCoupling(j))
    let t2 = t * t
    let neighbours = t * (1 + t2) / (1 + t2 * t2)
    let diagonal = 2 * t2 / (1 + t2 * t2)
    switch self {
    case .neighbours: return neighbours
    case .diagonal: return diagonal
    case .squaredMagnetisation: return (2 * neighbours + diagonal) / 3
    case .absoluteMagnetisation:
      let mean = CornerClasses.mean(of: CornerClasses.equilibrium(j)) { $0 }
      // The smaller root of s²/2 − 3s + (⟨|M|⟩ − 3/2) = 0, without cancellation.
      return (2 * mean - 3) / (3 + (12 - 2 * mean).squareRoot())
    }
  }
}
