/// A step along a direction that meets the strong Wolfe conditions (Nocedal and Wright, *Numerical
/// Optimization*, 2nd edition, algorithms 3.5 and 3.6, with c₁ = 10⁻⁴ and c₂ = 0.9).
struct LineSearch {
  typealias Function = ([Double], inout [Double]) -> Double

  /// A place with what is known of the function there.
  struct Point {
    let parameters: [Double]
    let value: Double
    let gradient: [Double]

    init(_ parameters: [Double], _ function: Function) {
      var gradient = [Double](repeating: 0, count: parameters.count)
      value = function(parameters, &gradient)
      self.parameters = parameters
      self.gradient = gradient
    }

    var gradientNorm: Double { gradient.reduce(0) { max($0, abs($1)) } }
  }

  /// A point of the line at distance `step`.
  private struct Trial {
    let step: Double
    let slope: Double
    let point: Point

    var value: Double { point.value.isFinite && slope.isFinite ? point.value : .infinity }
  }

  let origin: Point
  let direction: [Double]

  /// Sum of products, in order.
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  /// The point found, nil where no step lowers the function, and the number of evaluations.
  func run(first: Double, _ function: Function) -> (Point?, Int) {
    let start = Trial(step: 0, slope: Self.dot(origin.gradient, direction), point: origin)
    var (low, step, evaluations) = (start, first, 0)
    for _ in 0..<30 {
      let trial = at(step, function)
      evaluations += 1
      if !isLower(trial, start) || trial.value >= low.value && low.step > 0 {
        return zoom(low, trial, start, evaluations, function)
      }
      if abs(trial.slope) <= -0.9 * start.slope { return (trial.point, evaluations) }
      if trial.slope >= 0 { return zoom(trial, low, start, evaluations, function) }
      low = trial
      step *= 2.5
    }
    return (low.step > 0 ? low.point : nil, evaluations)
  }

  private func at(_ step: Double, _ function: Function) -> Trial {
    let place = origin.parameters.indices.map { origin.parameters[$0] + step * direction[$0] }
    let point = Point(place, function)
    return Trial(step: step, slope: Self.dot(point.gradient, direction), point: point)
  }

  /// The condition of sufficient decrease.
  private func isLower(_ trial: Trial, _ start: Trial) -> Bool {
    trial.value <= start.value + 1e-4 * trial.step * start.slope
  }

  private func zoom(
    _ a: Trial, _ b: Trial, _ start: Trial, _ used: Int, _ function: Function
  ) -> (Point?, Int) {
    var (low, high, evaluations) = (a, b, used)
    for _ in 0..<30 {
      let trial = at(Self.between(low, high), function)
      evaluations += 1
      if !isLower(trial, start) || trial.value >= low.value {
        high = trial
      } else {
        if abs(trial.slope) <= -0.9 * start.slope { return (trial.point, evaluations) }
        if trial.slope * (high.step - low.step) >= 0 { high = low }
        low = trial
      }
      if abs(high.step - low.step) <= 1e-12 * max(high.step, low.step) { break }
    }
    // At a kink the second condition cannot be met; a lower place is still progress.
    return (low.step > 0 ? low.point : nil, evaluations)
  }

  /// The minimum of the cubic through both ends, kept away from them; the middle where there is none.
  private static func between(_ a: Trial, _ b: Trial) -> Double {
    let width = b.step - a.step
    let middle = a.step + 0.5 * width
    guard a.value.isFinite, b.value.isFinite else { return middle }
    let d1 = a.slope + b.slope - 3 * (b.value - a.value) / width
    let discriminant = d1 * d1 - a.slope * b.slope
    guard discriminant >= 0 else { return middle }
    let d2 = width > 0 ? discriminant.squareRoot() : -discriminant.squareRoot()
    let minimum = b.step - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
    let part = (minimum - a.step) / width
    guard part.isFinite else { return middle }
    return a.step + width * min(max(part, 0.05), 0.95)
  }
}
