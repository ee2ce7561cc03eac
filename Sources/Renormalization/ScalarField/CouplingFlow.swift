import Elementary
import Statistics

/// The coupling K′(K) of a renormalized system: the μ² at which a direct simulation of the same size has the
/// magnetization of the renormalized one, |m|(K′) = |m′|(K), and the exponent ν from the slope of K′ at the
/// fixed point K′(K) = K.
public struct CouplingFlow: Sendable, Hashable {
  /// The magnetization of the directly simulated system.
  public let direct: ReweightedCurve
  /// The magnetization of the renormalized system of the same size, from independent simulations, against the
  /// μ² of the sampled configurations.
  public let renormalized: ReweightedCurve
  /// Side of the sampled over side of the renormalized lattice: b for one step, b⁻ⁿ for n inverse steps.
  public let scale: Double
  /// The fixed point, where the curves intersect.
  public let fixedPoint: Estimate
  /// dK′/dK at the fixed point, (d|m′|/dK) / (d|m|/dK′), with the derivatives by reweighting.
  public let slope: Estimate
  /// ν = ln scale / ln slope, for both directions of the transformation; nothing where the slope is not
  /// positive, or is 1, in some replicate.
  public let nu: Estimate?

  /// - Parameters:
  ///   - direct: see the property.
  ///   - renormalized: see the property.
  ///   - scale: positive and not 1.
  ///   - range: where to look for the fixed point; default wherever both curves are trusted.
  /// - Throws: `FieldFlowError`.
  public init(
    direct: ReweightedCurve, renormalized: ReweightedCurve, scale: Double,
    in range: ClosedRange<Double>? = nil
  ) throws(FieldFlowError) {
    guard scale > 0, scale.isFinite, scale != 1 else {
      throw .badInput(operation: "coupling flow", why: "the scale is \(scale); it must be positive and not 1")
    }
    let ranges = CurvePair.commonRanges(direct, renormalized, within: range)
    let (start, bracket) = try Crossing.root(direct, renormalized, ranges)
    // Replicates of the slope are kept for ν; one whose ν does not exist leaves ν out.
    var hasExponent = true
    let estimates = try ReweightedCurve.jackknife([direct, renormalized]) { (curves) throws(FieldFlowError) in
      let root = try CurvePair.root(near: start, in: bracket) { (x) throws(FieldFlowError) in
        try curves[1].value(at: x) - curves[0].value(at: x)
      }
      let slope = try curves[1].slope(at: root) / curves[0].slope(at: root)
      let exists = slope > 0 && slope != 1
      hasExponent = hasExponent && exists
      return [root, slope, exists ? Elementary.log(scale) / Elementary.log(slope) : 0]
    }
    self.direct = direct
    self.renormalized = renormalized
    self.scale = scale
    fixedPoint = estimates[0]
    slope = estimates[1]
    nu = hasExponent ? estimates[2] : nil
  }

  /// K′(K).
  ///
  /// - Parameter massSquared: K, within the trusted ranges of the renormalized curve.
  /// - Throws: `FieldFlowError`: `noCrossing` where the direct curve does not reach |m′|(K) within its
  ///   trusted ranges.
  public func coupling(at massSquared: Double) throws(FieldFlowError) -> Estimate {
    let first = CurveReplicate(curve: direct, omitted: nil)
    let second = CurveReplicate(curve: renormalized, omitted: nil)
    let level = try second.value(at: massSquared)
    let (start, bracket) = try CurvePair.root(
      in: direct.trustedRanges,
      trust: { (x) throws(FieldFlowError) in try direct.effectiveFraction(at: x) },
      { (x) throws(FieldFlowError) in level - (try first.value(at: x)) })
    return try ReweightedCurve.jackknife([direct, renormalized]) { (curves) throws(FieldFlowError) in
      let level = try curves[1].value(at: massSquared)
      let root = try CurvePair.root(near: start, in: bracket) { (x) throws(FieldFlowError) in
        level - (try curves[0].value(at: x))
      }
      return [root]
    }[0]
  }
}
