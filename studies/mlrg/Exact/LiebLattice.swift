import Foundation

/// The Ising model on the Lieb lattice: a square lattice of visible spins with one hidden spin on every edge,
/// all bonds of strength J, weight exp(+J Σ x z).
///
/// Summing the hidden spin of an edge leaves a square lattice with coupling K(J), so its critical point is
/// known (L. Onsager, Phys. Rev. 65, 117 (1944); decoration: M. E. Fisher, Phys. Rev. 113, 969 (1959)).
public enum LiebLattice {
  /// Change of the lattice constant in one step of the renormalization group, b = √2.
  public static let scaleFactor: Double = 2.0.squareRoot()

  /// Critical coupling of the square lattice, K_c = ln(1 + √2) / 2.
  public static let criticalSquareCoupling: Double = log(1 + 2.0.squareRoot()) / 2

  /// Critical coupling of the Lieb lattice, J_c = arccosh(1 + √2) / 2, from cosh 2J_c = exp(2K_c).
  public static let criticalCoupling: Double = acosh(1 + 2.0.squareRoot()) / 2

  /// Coupling of the square lattice that is left when the hidden spin of an edge is summed, K = ½ ln cosh 2J.
  public static func squareCoupling(_ j: Double) -> Double { logCosh(2 * j) / 2 }

  /// The inverse of `squareCoupling` for K ≥ 0: J = ½ arccosh e^{2K}.
  public static func liebCoupling(square k: Double) -> Double {
    // sinh 2J = √(e^{4K} − 1) keeps the digits of a small K, arccosh would not.
    asinh(expm1(4 * k).squareRoot()) / 2
  }
}
