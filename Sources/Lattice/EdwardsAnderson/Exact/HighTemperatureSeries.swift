import Elementary

/// The high-temperature series of the symmetric ±J model on the cubic lattice.
///
/// To this order only single closed polygons count: with p_l of them per site, [ln Z]/V = ln 2 + 3 ln cosh β −
/// ½ Σ p_l w^{2l} + O(w¹⁴), w = tanh β, p₄ = 3 and p₆ = 22.
public enum HighTemperatureSeries {
  /// The energy per spin e = −3w + 12 w⁷(1 − w²) + 132 w¹¹(1 − w²); for L ≥ 8 and β ≤ 0.25 (derivation).
  public static func energy(beta: Double) -> Double {
    let w = Elementary.tanh(beta)
    let square = w * w
    let sixth = square * square * square
    let polygons = 12 * sixth * w + 132 * sixth * square * square * w
    return -3 * w + polygons * (1 - square)
  }
}
