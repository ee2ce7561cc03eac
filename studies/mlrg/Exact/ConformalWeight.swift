import Foundation

/// Estimates of the scaling dimension of the spin from one square block.
///
/// The block as a transfer matrix between opposite corners, M(x₀, x₂) = Σ P(x₀, x₁, x₂, x₃), with the other
/// two corners held equal, has λ₁/λ₀ = tanh² 2K. As a square torus it gives Δ₁ = −ln(λ₁/λ₀) / 2π. The Ising
/// value is 1/8. Source: the block estimate of W. Hou and Y.-Z. You, arXiv 2306.11054.
public enum ConformalWeight {
  /// Δ₁ of the Ising universality class.
  public static let ising: Double = 0.125

  /// Δ₁ = −ln tanh(2K) / π for the square coupling K > 0.
  public static func squareBlock(_ k: Double) -> Double { -log(tanh(2 * k)) / .pi }

  /// The same from the transfer matrix by enumeration of the corners.
  ///
  /// `isTied`: whether x₁ = x₃ is imposed; without it λ₁/λ₀ = (cosh² 2K − 1)/(cosh² 2K + 1).
  public static func transferMatrix(_ k: Double, isTied: Bool = true) -> Double {
    var equal = 0.0
    var opposite = 0.0
    for x1 in [-1.0, 1] {
      for x3 in [-1.0, 1] where !isTied || x1 == x3 {
        equal += exp(k * 2 * (x1 + x3))
        opposite += 1
      }
    }
    // The matrix is symmetric under the flip: its eigenvectors are (1, ±1).
    return -log((equal - opposite) / (equal + opposite)) / (2 * .pi)
  }
}
