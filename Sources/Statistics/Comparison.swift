import Foundation
import GSL

/// The deviation of a measured number from a reference in units of its error, as a normal z:
/// t = (x − r)/√(σ_x² + σ_r² + σ_sys²), turned by ``normalEquivalent(ofStudent:degreesOfFreedom:)`` into the
/// z with the same tail probability where the errors have finite degrees of freedom.
///
/// Degrees of freedom of the sum of variances follow Welch and Satterthwaite, ν = (Σ σᵢ²)² / Σ σᵢ⁴/νᵢ (B. L.
/// Welch, Biometrika 34, 28 (1947)); a systematic error counts as known.
///
/// - Parameters:
///   - estimate: x with its error.
///   - reference: r with its error.
///   - systematic: σ_sys ≥ 0, the size of a known effect that may move x.
/// - Returns: z; for exact numbers without any error 0 if they are equal, else ±∞; NaN if any number involved
///   is NaN or any error negative, so that a comparison |z| ≤ limit fails.
public func zScore(of estimate: Estimate, against reference: Estimate, systematic: Double = 0) -> Double {
  let errors = [estimate.standardError, reference.standardError, systematic]
  let difference = estimate.value - reference.value
  guard !difference.isNaN, errors.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return .nan }
  // Divided by the largest error first: squares and fourth powers must not underflow.
  guard let scale = errors.max(), scale > 0 else {
    return difference == 0 ? 0 : difference > 0 ? .infinity : -.infinity
  }
  let variances = errors.map { ($0 / scale) * ($0 / scale) }
  let total = variances.reduce(0, +)
  let spread = zip(variances, [estimate.degreesOfFreedom, reference.degreesOfFreedom, nil])
    .reduce(0) { sum, part in part.1.map { sum + part.0 * part.0 / $0 } ?? sum }
  let t = difference / scale / total.squareRoot()
  return spread > 0 ? normalEquivalent(ofStudent: t, degreesOfFreedom: total * total / spread) : t
}

/// The deviation of a measured number from an exactly known reference.
///
/// - Parameters:
///   - estimate: x with its error.
///   - reference: the exact value.
///   - systematic: σ_sys ≥ 0, the size of a known effect that may move x.
/// - Returns: z, under the same conventions.
public func zScore(of estimate: Estimate, against reference: Double, systematic: Double = 0) -> Double {
  zScore(of: estimate, against: Estimate(reference), systematic: systematic)
}

/// The normal z with the same tail probability as a Student `t`: 1 − Φ(z) = P(T > t).
///
/// Tails below 1e-300, which only |t| > 37 can have, go through D. L. Wallace's approximation
/// z = (8ν + 1)/(8ν + 3) √(ν ln(1 + t²/ν)) (Ann. Math. Stat. 30, 1124 (1959)).
///
/// - Parameters:
///   - t: any number.
///   - degreesOfFreedom: ν > 0, not necessarily an integer; infinite gives `t` itself.
/// - Returns: z with the sign of `t`; NaN for a NaN or for ν ≤ 0.
public func normalEquivalent(ofStudent t: Double, degreesOfFreedom: Double) -> Double {
  guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
  guard degreesOfFreedom.isFinite, t.isFinite, t != 0 else { return t }
  let tail = studentUpperTail(abs(t), degreesOfFreedom)
  let z: Double
  if tail > 1e-300 {
    z = max(0, inverseNormalUpperTail(tail))
  } else {
    let factor = (8 * degreesOfFreedom + 1) / (8 * degreesOfFreedom + 3)
    let ratio = abs(t) / degreesOfFreedom.squareRoot()
    let logarithm = ratio > 1e8 ? 2 * log(ratio) : log1p(ratio * ratio)
    z = factor * (degreesOfFreedom * logarithm).squareRoot()
  }
  return t < 0 ? -z : z
}

/// The limit on |z| that a family of independent true statements exceeds anywhere with probability
/// `falseFailRate`: each has 1 − (1 − α)^(1/n) (Z. Šidák, J. Am. Stat. Assoc. 62, 626 (1967)), split over
/// both tails.
///
/// - Parameters:
///   - falseFailRate: α, between 0 and 1.
///   - family: n ≥ 1, the number of statistical checks judged together.
/// - Returns: the limit; 3.2905 for one check at α = 10⁻³. NaN, which nothing passes, for arguments outside
///   their domain.
public func sidakLimit(falseFailRate: Double = 1e-3, family: Int) -> Double {
  guard falseFailRate > 0, falseFailRate < 1, family >= 1 else { return .nan }
  // (1 − α)^(1/n) is 1 to all digits for large n; log1p and expm1 keep its distance from 1.
  let each = -expm1(log1p(-falseFailRate) / Double(family))
  return inverseNormalUpperTail(each / 2)
}
