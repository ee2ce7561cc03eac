import Foundation

/// The flow of A₁ that minimises the reverse divergence KL(P_coarse(J') ‖ P_fine(J)) over J' ≥ 0.
///
/// Its derivative with respect to J' is Cov_c(S, ln P_c − ln P_f) with S = M tanh J'M. It vanishes at J' = 0
/// for every J; the image is the lowest of all stationary points. Source: derivation.
public enum ReverseKLFlow {
  /// KL(P_coarse(J') ‖ P_fine(J)) of the four corners, in nats.
  public static func divergence(from coarse: Double, to j: Double) -> Double {
    let law = CornerClasses.coarse(coarse)
    let other = CornerClasses.equilibrium(j)
    return zip(law, other).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * log($1.0 / $1.1) : 0) }
  }

  /// dKL/dJ' = Cov_c(S, ln P_c − ln P_f).
  public static func gradient(from coarse: Double, to j: Double) -> Double {
    let law = CornerClasses.coarse(coarse)
    let fine = CornerClasses.logWeights(j)
    let scores = CornerClasses.magnetisations.map { $0 * tanh(coarse * $0) }
    let ratios = zip(CornerClasses.magnetisations, fine).map { logTwoCosh(coarse * $0) - $1 }
    let mean = zip(law, scores).reduce(0) { $0 + $1.0 * $1.1 }
    return law.indices.reduce(0) { $0 + law[$1] * (scores[$1] - mean) * ratios[$1] }
  }

  /// The image J' ≥ 0 of J ≥ 0.
  ///
  /// - Throws: `GSLError` where `j` is not a number.
  public static func coarse(_ j: Double) throws -> Double {
    guard j > 0 else { return 0 }
    let upper = 2 * j + 1
    let stationary = try ZeroScan.zeros(in: (1e-3 * j)...upper, step: upper / 200) {
      gradient(from: $0, to: j)
    }
    let candidates = [0] + stationary
    return candidates.min { divergence(from: $0, to: j) < divergence(from: $1, to: j) } ?? 0
  }

  /// The couplings J > 0 in `range` that are their own image, ascending.
  public static func fixedPoints(
    in range: ClosedRange<Double> = 0.02...3, step: Double = 0.02
  ) throws -> [Double] {
    try ZeroScan.zeros(in: range, step: step) { gradient(from: $0, to: $0) }
      .filter { abs(try coarse($0) - $0) < 1e-9 }
  }
}
