import Elementary
import Lattice
import Renormalization

/// The expected context counts of training on every configuration of the 4 × 4 torus, each with its Boltzmann
/// weight.
///
/// A fine spin s with own block o and neighbours in the row, in the column and on the diagonal has the
/// context k = 2(A + B) + D, where A, B and D say whether these three equal o, and agrees if s = o.
struct ExactContextTable: Sendable, Hashable, Codable {
  /// n[k][g]/n at index 2k + g, k = 0…5; g = 1 for agreement. Sum 1.
  let frequencies: [Double]
  /// Fraction of blocks whose four spins sum to zero, in the ensemble that is trained on.
  let tieFraction: Double
  /// (Σ w)²/Σ w² per configuration of the weights w; 1 without weights.
  let effectiveSampleFraction: Double

  /// - Parameters:
  ///   - coupling: K of the configurations, |K| ≤ 20.
  ///   - rule: how blocks become spins; coins are averaged over exactly.
  ///   - isTieWeighted: whether a configuration with n blocks of sum zero has the weight 2⁻ⁿ.
  /// - Throws: `IsingError` for another coupling.
  init(coupling: Double, rule: BlockRule, isTieWeighted: Bool = false) throws(IsingError) {
    guard coupling.magnitude <= 20 else { throw .coupling(coupling, allowed: "-20 to 20") }
    var counts = [Double](repeating: 0, count: 12)
    var (norm, weightSum, squareSum, ties) = (0.0, 0.0, 0.0, 0.0)
    for group in ContextSpectrum(rule: rule).groups {
      let broken = coupling < 0 ? group.satisfiedBonds : 32 - group.satisfiedBonds
      let weight = isTieWeighted ? 1 / Double(1 << group.ties) : 1
      let factor = Elementary.exp(-2 * coupling.magnitude * Double(broken))
      let share = weight * factor * Double(group.states)
      weightSum += share
      squareSum += share * weight
      ties += share * Double(group.ties)
      norm += factor * Double(group.states)
      for index in 0..<12 { counts[index] += weight * factor * Double(group.sixteenths[index]) / 16 }
    }
    frequencies = counts.map { $0 / (16 * weightSum) }
    tieFraction = ties / (4 * weightSum)
    effectiveSampleFraction = weightSum * weightSum / (norm * squareSum)
  }

  /// n[k][g]/n: share of the fine spins with context k = 0…5 that agree with their block, or do not.
  func frequency(context: Int, agrees: Bool) -> Double { frequencies[2 * context + (agrees ? 1 : 0)] }

  /// Cross-entropy a spin, in nats, of the best rule that knows only the context: p_k = n_k1/n_k.
  var saturatedLoss: Double {
    var loss = 0.0
    for context in 0..<6 {
      let pair = [frequencies[2 * context], frequencies[2 * context + 1]]
      let sum = pair[0] + pair[1]
      for share in pair where share > 0 { loss -= share * Elementary.log(share / sum) }
    }
    return loss
  }
}
