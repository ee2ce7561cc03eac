/// The Ising model on the square lattice: weight exp(K Σ s s′) over nearest neighbours, K = J/(k_B T).
public enum Ising2D {
  /// K_c = ½ ln(1 + √2), where the infinite lattice is critical (H. A. Kramers, G. H. Wannier, Phys. Rev. 60,
  /// 252 (1941); L. Onsager, Phys. Rev. 65, 117 (1944)).
  public static let criticalCoupling: Double = 0.44068679350977151
}
