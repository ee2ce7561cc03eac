import Elementary

/// The Nishimori line of the ±J model, where P(J = +1) = 1/(1 + e^{-2β}).
///
/// On it the gauge symmetry fixes the energy on every lattice, and the magnetization of one replica is distributed
/// as the overlap of two: [⟨m²⟩] = [⟨q²⟩] (H. Nishimori, Prog. Theor. Phys. 66, 1169 (1981)).
public enum NishimoriLine {
  /// β = ½ ln(p / (1 − p)) of a probability p of J = +1.
  ///
  /// - Throws: `ExactReferenceError` unless ½ ≤ p < 1.
  public static func beta(positiveProbability: Double) throws(ExactReferenceError) -> Double {
    guard positiveProbability >= 0.5, positiveProbability < 1 else {
      throw .positiveProbability(positiveProbability, allowed: "1/2 to less than 1 on the Nishimori line")
    }
    return 0.5 * Elementary.log(positiveProbability / (1 - positiveProbability))
  }

  /// p = 1/(1 + e^{-2β}), the probability of J = +1.
  public static func positiveProbability(beta: Double) -> Double { Elementary.sigmoid(2 * beta) }

  /// e = −3 tanh β = −3 (2p − 1), the energy per spin of the cubic lattice of any side.
  public static func energy(beta: Double) -> Double { -3 * Elementary.tanh(beta) }
}
