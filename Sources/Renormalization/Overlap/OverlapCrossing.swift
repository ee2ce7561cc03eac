import Statistics

/// The β at which two curves of one observable intersect: those of two sizes for U₄ and ξ/L (finite-size scaling),
/// or a renormalized and an original one of equal size (the fixed point).
public struct OverlapCrossing: Sendable, Hashable, Codable {
  /// The intersection of the curves interpolated linearly in β, the one at the largest β if there are several; its
  /// error is that of the intersections without each block.
  public let beta: Estimate
  /// The common value of the curves there.
  public let value: Estimate

  /// - Parameters:
  ///   - range: where to look; default wherever both curves have points.
  /// - Throws: `OverlapFlowError`: `noCrossing`, also where only replicates have none; `badInput` for curves of
  ///   different observables.
  public init(
    _ first: OverlapCurve, _ second: OverlapCurve, in range: ClosedRange<Double>? = nil
  ) throws(OverlapFlowError) {
    guard first.observable == second.observable else {
      throw .badInput(
        operation: "crossing",
        why: "the curves are of \(first.observable.rawValue) and \(second.observable.rawValue); one is needed")
    }
    let limits = range ?? -Double.infinity...Double.infinity
    let derived = { (means: [OverlapMeans]) in Self.intersection(first, second, means, limits) }
    let systems = first.averages + second.averages
    func missing(_ replicates: Int) -> OverlapFlowError {
      let lower = max(first.betas[0], second.betas[0], limits.lowerBound)
      let upper = min(first.betas[first.betas.count - 1], second.betas[second.betas.count - 1], limits.upperBound)
      return .noCrossing(observable: first.observable, lower: lower, upper: upper, replicates: replicates)
    }
    guard derived(systems.map { $0.means() })[0].isFinite else { throw missing(0) }
    let estimates = try OverlapJackknife.estimates(of: systems, derived)
    guard let beta = estimates[0], let value = estimates[1] else {
      let replicates = OverlapJackknife.replicates(of: systems, derived).joined()
      throw missing(replicates.count { !$0[0].isFinite })
    }
    self.beta = beta
    self.value = value
  }

  /// The intersection and the value there, NaN where there is none.
  static func intersection(
    _ first: OverlapCurve, _ second: OverlapCurve, _ means: [OverlapMeans], _ range: ClosedRange<Double>
  ) -> [Double] {
    let a = first.polygon(means.prefix(first.betas.count))
    let b = second.polygon(means.dropFirst(first.betas.count))
    guard let root = Polygon.difference(a, b, within: range)?.highestRoot else { return [.nan, .nan] }
    return [root, a.value(at: root)]
  }
}
