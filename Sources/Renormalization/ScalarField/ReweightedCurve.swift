import Statistics

/// The mean of an observable as a function of μ², from one or more simulated points.
///
/// At each μ² the reweighted means of all points that can be trusted there are averaged with the weights
/// n (f − f₀), n the number of configurations, f the effective sample fraction and f₀ the smallest one
/// accepted: a simulated point fades out before it would be refused, so that the curve is continuous, and
/// near a simulated point that point dominates. Every point is consistent by itself, so the average is too.
/// The points are independent of each other; each is jackknifed in turn, at fixed weights, and the
/// variances are added.
public struct ReweightedCurve: Sendable, Hashable {
  /// The simulated points in ascending order of μ².
  public let points: [ReweightedSeries]
  /// Disjoint ascending ranges of μ² in which at least one point is trusted.
  public let trustedRanges: [ClosedRange<Double>]
  private let rangeOfPoint: [ClosedRange<Double>]

  /// - Parameter points: at least one, independent of each other.
  /// - Throws: `FieldFlowError.badInput`.
  public init(_ points: [ReweightedSeries]) throws(FieldFlowError) {
    guard !points.isEmpty else {
      throw .badInput(operation: "reweighted curve", why: "no simulated point; at least one is needed")
    }
    self.points = points.sorted { $0.ensemble.massSquared < $1.ensemble.massSquared }
    rangeOfPoint = self.points.map(\.ensemble.trustedRange)
    trustedRanges = rangeOfPoint.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { union, range in
      if let last = union.last, range.lowerBound <= last.upperBound {
        union[union.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        union.append(range)
      }
    }
  }

  /// The value at μ² with its jackknife error.
  ///
  /// - Throws: `FieldFlowError.tooFewEffectiveSamples` outside the trusted ranges.
  public func estimate(at massSquared: Double) throws(FieldFlowError) -> Estimate {
    try Self.jackknife([self]) { (curves) throws(FieldFlowError) in
      [try curves[0].value(at: massSquared)]
    }[0]
  }

  /// The derivative with respect to μ², the average of −(V/2) (⟨O p2⟩ − ⟨O⟩⟨p2⟩) over the points with the
  /// weights of the value.
  ///
  /// - Throws: `FieldFlowError.tooFewEffectiveSamples` outside the trusted ranges.
  public func slope(at massSquared: Double) throws(FieldFlowError) -> Estimate {
    try Self.jackknife([self]) { (curves) throws(FieldFlowError) in
      [try curves[0].slope(at: massSquared)]
    }[0]
  }

  /// The values over a grid of μ².
  ///
  /// - Throws: `FieldFlowError.tooFewEffectiveSamples` where the grid leaves the trusted ranges.
  public func estimates(at grid: [Double]) throws(FieldFlowError) -> [Estimate] {
    var estimates: [Estimate] = []
    for massSquared in grid { estimates.append(try estimate(at: massSquared)) }
    return estimates
  }

  /// The largest effective sample fraction of the points at μ².
  ///
  /// - Throws: `FieldFlowError.tooFewEffectiveSamples` outside the trusted ranges.
  public func effectiveFraction(at massSquared: Double) throws(FieldFlowError) -> Double {
    try trustedSums(at: massSquared).map(\.sums.effectiveFraction).reduce(0, max)
  }

  /// Quantities that depend on independent curves, with the errors of leaving out each bin of each simulated
  /// point of each curve.
  static func jackknife(
    _ curves: [ReweightedCurve], _ statistic: ([CurveReplicate]) throws(FieldFlowError) -> [Double]
  ) throws(FieldFlowError) -> [Estimate] {
    let complete = curves.map { CurveReplicate(curve: $0, omitted: nil) }
    let values = try statistic(complete)
    var groups: [[[Double]]] = []
    for (c, curve) in curves.enumerated() {
      for (p, point) in curve.points.enumerated() {
        var replicates: [[Double]] = []
        for bin in 0..<point.ensemble.bins {
          var reduced = complete
          reduced[c] = CurveReplicate(curve: curve, omitted: (p, bin))
          replicates.append(try statistic(reduced))
        }
        groups.append(replicates)
      }
    }
    return try IndependentJackknife(values: values, groups: groups).estimates()
  }

  /// The sums of the trusted points with their normalised weights.
  func trustedSums(
    at massSquared: Double
  ) throws(FieldFlowError) -> [(point: Int, weight: Double, sums: ReweightedSums)] {
    var trusted: [(point: Int, weight: Double, sums: ReweightedSums)] = []
    for (p, point) in points.enumerated() where rangeOfPoint[p].contains(massSquared) {
      let sums = try point.ensemble.sums(of: [point.values], at: massSquared)
      let margin = sums.effectiveFraction - MassReweighting.minimumFraction
      trusted.append((p, Double(point.values.count) * margin, sums))
    }
    let total = trusted.reduce(0) { $0 + $1.weight }
    guard total > 0 else {
      // Throws, because no point is trusted here.
      let nearest = try MassReweighting.nearest(to: massSquared, among: points.map(\.ensemble))
      return [(nearest, 1, try points[nearest].ensemble.sums(of: [points[nearest].values], at: massSquared))]
    }
    return trusted.map { ($0.point, $0.weight / total, $0.sums) }
  }
}

/// A curve, or what remains of it without one bin of one of its points.
struct CurveReplicate {
  let curve: ReweightedCurve
  let omitted: (point: Int, bin: Int)?

  func value(at massSquared: Double) throws(FieldFlowError) -> Double {
    try averages(at: massSquared).value
  }

  func slope(at massSquared: Double) throws(FieldFlowError) -> Double {
    try averages(at: massSquared).slope
  }

  /// Value and slope from one pass over the configurations.
  func averages(at massSquared: Double) throws(FieldFlowError) -> (value: Double, slope: Double) {
    var (value, slope) = (0.0, 0.0)
    for (point, weight, sums) in try curve.trustedSums(at: massSquared) {
      let averages = sums.averages(without: omitted?.point == point ? omitted?.bin : nil)
      value += weight * averages.means[0]
      slope += weight * averages.slopes[0]
    }
    return (value, slope)
  }
}
