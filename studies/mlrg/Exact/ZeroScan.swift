import GSL

/// All zeros of a function of one variable that a grid can see.
enum ZeroScan {
  /// Zeros of `f` in `range`, ascending.
  ///
  /// Signs are compared on a grid of spacing at most `step` and refined by Brent's method. Where |f| has a
  /// minimum on the grid without a change of sign, that minimum is refined as well, so that two close zeros
  /// are not missed. An empty answer says that there is none.
  static func zeros(
    in range: ClosedRange<Double>, step: Double, _ f: (Double) throws -> Double
  ) throws -> [Double] {
    let intervals = max(2, Int(((range.upperBound - range.lowerBound) / step).rounded(.up)))
    let width = (range.upperBound - range.lowerBound) / Double(intervals)
    var points = (0...intervals).map { range.lowerBound + width * Double($0) }
    points[intervals] = range.upperBound
    var nodes: [(x: Double, y: Double)] = []
    let values = try points.map(f)
    for i in points.indices {
      nodes.append((points[i], values[i]))
      guard i > 0, i < intervals else { continue }
      let sign: Double = values[i] < 0 ? -1 : 1
      let (before, here, after) = (sign * values[i - 1], sign * values[i], sign * values[i + 1])
      guard here < before, here < after else { continue }
      let turn = try minimize(in: points[i - 1]...points[i + 1], start: points[i]) { x in try sign * f(x) }
      if turn.value <= 0, turn.x != points[i] {
        nodes.append((turn.x, sign * turn.value))
      }
    }
    nodes.sort { $0.x < $1.x }
    return try refine(nodes, f)
  }

  private static func refine(
    _ nodes: [(x: Double, y: Double)], _ f: (Double) throws -> Double
  ) throws -> [Double] {
    var zeros: [Double] = []
    for (a, b) in zip(nodes, nodes.dropFirst()) {
      if a.y == 0 {
        zeros.append(a.x)
      } else if b.y != 0, (a.y < 0) != (b.y < 0) {
        zeros.append(try findRoot(in: a.x...b.x, f))
      }
    }
    if let last = nodes.last, last.y == 0 { zeros.append(last.x) }
    return zeros
  }
}
