import Statistics

/// The μ² at which the magnetizations of a directly simulated and of a renormalized system of the same size
/// intersect: an estimate of the critical μ_c², because both describe the same system only at a fixed point
/// (D. Bachtis, G. Aarts, F. Di Renzo and B. Lucini, Phys. Rev. Lett. 128 (2022) 081603).
public struct Crossing: Sendable, Hashable, Codable {
  /// The root, by Brent's method; its error is that of the roots without each bin of each ensemble.
  public let massSquared: Estimate
  /// The common value of the curves there.
  public let value: Estimate
  /// d(renormalized − direct)/dμ² at the root: positive where the renormalized curve lies above the direct
  /// one for larger μ², as after an inverse transformation.
  public let slopeDifference: Estimate

  /// - Parameters:
  ///   - direct: the observable of the directly simulated system.
  ///   - renormalized: that of the transformed system of the same size, from independent simulations.
  ///   - range: where to look; default wherever both curves are trusted.
  /// - Throws: `FieldFlowError`: `noCrossing`, `noCommonRange`.
  public init(
    direct: ReweightedCurve, renormalized: ReweightedCurve, in range: ClosedRange<Double>? = nil
  ) throws(FieldFlowError) {
    let ranges = CurvePair.commonRanges(direct, renormalized, within: range)
    let (start, bracket) = try Self.root(direct, renormalized, ranges)
    let estimates = try ReweightedCurve.jackknife([direct, renormalized]) { (curves) throws(FieldFlowError) in
      let root = try CurvePair.root(near: start, in: bracket) { (x) throws(FieldFlowError) in
        try curves[1].value(at: x) - curves[0].value(at: x)
      }
      let (direct, renormalized) = (try curves[0].averages(at: root), try curves[1].averages(at: root))
      return [root, direct.value, renormalized.slope - direct.slope]
    }
    massSquared = estimates[0]
    value = estimates[1]
    slopeDifference = estimates[2]
  }

  /// The root of the complete curves and the range that holds it.
  static func root(
    _ direct: ReweightedCurve, _ renormalized: ReweightedCurve, _ ranges: [ClosedRange<Double>]
  ) throws(FieldFlowError) -> (x: Double, range: ClosedRange<Double>) {
    let first = CurveReplicate(curve: direct, omitted: nil)
    let second = CurveReplicate(curve: renormalized, omitted: nil)
    return try CurvePair.root(
      in: ranges,
      trust: { (x) throws(FieldFlowError) in
        min(try direct.effectiveFraction(at: x), try renormalized.effectiveFraction(at: x))
      },
      { (x) throws(FieldFlowError) in try second.value(at: x) - first.value(at: x) })
  }
}
