import GSL

/// Roots between two curves, or between replicates of them.
enum CurvePair {
  /// The ranges of μ² in which both curves are trusted, within `limits` if given.
  static func commonRanges(
    _ first: ReweightedCurve, _ second: ReweightedCurve, within limits: ClosedRange<Double>?
  ) -> [ClosedRange<Double>] {
    let everything = [limits ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude]
    return intersections(intersections(first.trustedRanges, second.trustedRanges), everything)
  }

  private static func intersections(
    _ first: [ClosedRange<Double>], _ second: [ClosedRange<Double>]
  ) -> [ClosedRange<Double>] {
    first.flatMap { a in second.filter { $0.overlaps(a) }.map { a.clamped(to: $0) } }
      .filter { $0.lowerBound < $0.upperBound }
  }

  /// The root of `f` that can be trusted most, with the range that holds it: ranges are searched in 32 cells,
  /// because a curve may be so noisy at the ends of its range that their signs mean nothing.
  ///
  /// - Throws: `FieldFlowError.noCrossing` where no cell has a sign change, `noCommonRange` without ranges.
  static func root(
    in ranges: [ClosedRange<Double>], trust: (Double) throws(FieldFlowError) -> Double,
    _ f: (Double) throws(FieldFlowError) -> Double
  ) throws(FieldFlowError) -> (x: Double, range: ClosedRange<Double>) {
    guard let first = ranges.first, let last = ranges.last else { throw .noCommonRange }
    var best: (cell: ClosedRange<Double>, range: ClosedRange<Double>, trust: Double)?
    for range in ranges {
      var lower = (x: range.lowerBound, f: try f(range.lowerBound))
      for k in 1...32 {
        let step = Double(k) / 32 * (range.upperBound - range.lowerBound)
        let x = k == 32 ? range.upperBound : range.lowerBound + step
        let upper = (x: x, f: try f(x))
        if (lower.f < 0) != (upper.f < 0) {
          let trusted = try trust(0.5 * (lower.x + upper.x))
          if trusted > best?.trust ?? 0 { best = (lower.x...upper.x, range, trusted) }
        }
        lower = upper
      }
    }
    guard let best else {
      let (lower, upper) = (first.lowerBound, last.upperBound)
      throw .noCrossing(lower: lower, upper: upper, atLower: try f(lower), atUpper: try f(upper))
    }
    return (try root(in: best.cell, f), best.range)
  }

  /// The root in a range that is expected near `start`: a bracket around it grows until the sign changes.
  static func root(
    near start: Double, in range: ClosedRange<Double>, _ f: (Double) throws(FieldFlowError) -> Double
  ) throws(FieldFlowError) -> Double {
    var width = (range.upperBound - range.lowerBound) / 64
    while true {
      let bracket = (start - width...start + width).clamped(to: range)
      let (atLower, atUpper) = (try f(bracket.lowerBound), try f(bracket.upperBound))
      if (atLower < 0) != (atUpper < 0) { return try root(in: bracket, f) }
      guard bracket != range else {
        throw .noCrossing(
          lower: range.lowerBound, upper: range.upperBound, atLower: atLower, atUpper: atUpper)
      }
      width *= 4
    }
  }

  private static func root(
    in bracket: ClosedRange<Double>, _ f: (Double) throws(FieldFlowError) -> Double
  ) throws(FieldFlowError) -> Double {
    let tolerance = 1e-10 * (bracket.upperBound - bracket.lowerBound)
    do {
      return try findRoot(in: bracket, absoluteTolerance: tolerance, relativeTolerance: 1e-14, f)
    } catch {
      throw FieldFlowError(error)
    }
  }
}
