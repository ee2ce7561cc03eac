import Elementary
import Statistics

/// The flow of β under one renormalization step, from matching an observable on lattices of equal size: β'(β) is where
/// the original system has the value of the renormalized one, O_original(β') = O_renormalized(β). At the fixed point
/// dβ'/dβ = b^{1/ν} for the rescaling factor b.
public struct OverlapMatching: Sendable, Hashable, Codable {
  /// β and the β' matched to it.
  public struct Point: Sendable, Hashable, Codable {
    public let beta: Double
    public let matched: Estimate
  }

  /// Where β' = β.
  public let crossing: OverlapCrossing
  /// The interval of β of the fitted points.
  public let window: ClosedRange<Double>
  /// The matched points in the window.
  public let points: [Point]
  /// dβ'/dβ: slope of the straight line of least squares through the points, of equal weights.
  public let slope: Estimate
  /// ν = ln b/ln slope; nothing where the slope is not above 1 in every jackknife replicate.
  public let nu: Estimate?

  /// Linear interpolation in β throughout; where several β' fit, the largest is taken, as for the crossing.
  ///
  /// - Parameters:
  ///   - original: the observable of the directly simulated system.
  ///   - renormalized: that of the renormalized one, of the same side.
  ///   - halfWidth: the window is crossing ± halfWidth, the same for all replicates; positive.
  ///   - rescaling: b; default 2.
  ///   - range: where to look for the crossing; default wherever both curves have points.
  /// - Throws: `OverlapFlowError`: `noCrossing`, `tooFewMatches`, `badInput`.
  public init(
    original: OverlapCurve, renormalized: OverlapCurve, halfWidth: Double, rescaling: Double = 2,
    in range: ClosedRange<Double>? = nil
  ) throws(OverlapFlowError) {
    guard original.side == renormalized.side, halfWidth > 0, rescaling > 1 else {
      throw .badInput(
        operation: "matching",
        why: "sides \(original.side) and \(renormalized.side), half width \(halfWidth), rescaling \(rescaling); "
          + "the sides must be equal, the half width positive and the rescaling above 1")
    }
    crossing = try OverlapCrossing(original, renormalized, in: range)
    let window = crossing.beta.value - halfWidth...crossing.beta.value + halfWidth
    self.window = window
    let systems = original.averages + renormalized.averages
    let selected = Self.selected(original, renormalized, systems.map { $0.means() }, window)
    func tooFew(_ count: Int) -> OverlapFlowError {
      .tooFewMatches(
        observable: original.observable, lower: window.lowerBound, upper: window.upperBound, count: count)
    }
    guard selected.count >= 2 else { throw tooFew(selected.count) }
    let estimates = try OverlapJackknife.estimates(of: systems) { means in
      let matched = Self.matched(original, renormalized, means, selected)
      let slope = Polygon.slope(selected.map { renormalized.betas[$0] }, matched) ?? .nan
      let nu = slope > 1 ? Elementary.log(rescaling) / Elementary.log(slope) : .nan
      return matched + [slope, nu]
    }
    var points: [Point] = []
    for (k, estimate) in zip(selected, estimates) {
      if let estimate { points.append(Point(beta: renormalized.betas[k], matched: estimate)) }
    }
    guard let slope = estimates[selected.count] else { throw tooFew(points.count) }
    self.points = points
    self.slope = slope
    nu = estimates[selected.count + 1]
  }

  /// The points of the renormalized curve in the window that the original curve can match.
  private static func selected(
    _ original: OverlapCurve, _ renormalized: OverlapCurve, _ means: [OverlapMeans], _ window: ClosedRange<Double>
  ) -> [Int] {
    let inside = renormalized.betas.indices.filter { window ~= renormalized.betas[$0] }
    return zip(inside, matched(original, renormalized, means, inside)).filter { $0.1.isFinite }.map(\.0)
  }

  /// β' of some points of the renormalized curve, NaN where there is none.
  private static func matched(
    _ original: OverlapCurve, _ renormalized: OverlapCurve, _ means: [OverlapMeans], _ points: [Int]
  ) -> [Double] {
    let values = renormalized.polygon(means.dropFirst(original.betas.count)).y
    let curve = original.polygon(means.prefix(original.betas.count))
    return points.map { curve.highestSolution(values[$0]) ?? .nan }
  }
}
