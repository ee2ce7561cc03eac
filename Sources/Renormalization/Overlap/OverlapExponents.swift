import Elementary
import Statistics

/// Critical exponents β/ν = −ln(|q|_j/|q|_i)/ln(L_j/L_i) and γ/ν = ln(χ_j/χ_i)/ln(L_j/L_i), χ = V [⟨q²⟩], from systems
/// of sizes L_i and L_j at one temperature.
///
/// Systems of equally many blocks lose blocks together: a lattice and its (inversely) renormalized image are thus
/// paired sample by sample.
public struct OverlapExponents: Sendable, Hashable, Codable {
  /// L_i.
  public let first: Int
  /// L_j.
  public let second: Int
  public let betaOverNu: Estimate
  public let gammaOverNu: Estimate

  /// - Parameters:
  ///   - first: the system of size L_i.
  ///   - second: the system of size L_j ≠ L_i.
  /// - Throws: `OverlapFlowError`: `badInput`, `notPositive` where a ratio has no logarithm.
  public init(_ first: OverlapAverages, _ second: OverlapAverages) throws(OverlapFlowError) {
    guard first.side != second.side else {
      throw .badInput(
        operation: "exponents", why: "both systems have side \(first.side); two different sides are needed")
    }
    let ratio = Double(second.side) / Double(first.side)
    let scale = Elementary.log(ratio)
    func power(_ ratio: Double) -> Double { ratio > 0 ? Elementary.log(ratio) / scale : .nan }
    let estimates = try OverlapJackknife.estimates(of: [first, second]) { means in
      let levels = means[1].absoluteOverlap / means[0].absoluteOverlap
      let squares = means[1].overlapSquared / means[0].overlapSquared
      return [-power(levels), power(squares * ratio * ratio * ratio)]
    }
    guard let betaOverNu = estimates[0], let gammaOverNu = estimates[1] else {
      let (i, j) = (first.means(), second.means())
      throw .notPositive(what: "the ratio of the overlaps", value: j.absoluteOverlap / i.absoluteOverlap)
    }
    self.first = first.side
    self.second = second.side
    self.betaOverNu = betaOverNu
    self.gammaOverNu = gammaOverNu
  }
}
