/// A function that is linear between given points.
struct Polygon {
  /// Ascending, at least two.
  let x: [Double]
  let y: [Double]

  /// The value at x within the range of the points.
  func value(at position: Double) -> Double {
    let k = min(max(x.firstIndex { $0 > position } ?? x.count - 1, 1), x.count - 1)
    let fraction = (position - x[k - 1]) / (x[k] - x[k - 1])
    return y[k - 1] + fraction * (y[k] - y[k - 1])
  }

  /// The largest x where the function changes its sign; nothing where it does not.
  var highestRoot: Double? {
    for k in x.indices.dropFirst().reversed() where (y[k - 1] < 0) != (y[k] < 0) {
      return x[k - 1] + (x[k] - x[k - 1]) * (y[k - 1] / (y[k - 1] - y[k]))
    }
    return nil
  }

  /// The largest x where the function takes a value.
  func highestSolution(_ value: Double) -> Double? { Polygon(x: x, y: y.map { $0 - value }).highestRoot }

  /// The difference of two polygons on their common range: linear between the points of both. Nothing where the
  /// common range is not an interval.
  static func difference(_ a: Polygon, _ b: Polygon, within range: ClosedRange<Double>) -> Polygon? {
    guard let first = a.x.first, let second = b.x.first, let third = a.x.last, let fourth = b.x.last else { return nil }
    let lower = max(first, second, range.lowerBound)
    let upper = min(third, fourth, range.upperBound)
    guard lower < upper else { return nil }
    let inner = Set(a.x + b.x).filter { lower < $0 && $0 < upper }.sorted()
    let points = [lower] + inner + [upper]
    return Polygon(x: points, y: points.map { a.value(at: $0) - b.value(at: $0) })
  }

  /// The slope of the straight line of least squares through points of equal weight; nothing unless two x differ.
  static func slope(_ x: [Double], _ y: [Double]) -> Double? {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (covariance, variance) = (0.0, 0.0)
    for (a, b) in zip(x, y) {
      covariance += (a - meanX) * (b - meanY)
      variance += (a - meanX) * (a - meanX)
    }
    return variance > 0 ? covariance / variance : nil
  }
}
