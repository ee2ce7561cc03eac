/// A local minimum of f(x) + λ Σ|x_i| for a smooth f: proximal gradient steps, soft thresholding, with the step length
/// of Barzilai and Borwein and a decrease below the largest of the last values (S. J. Wright, R. D. Nowak and M. A. T.
/// Figueiredo, IEEE Trans. Signal Process. 57, 2479 (2009)). Components that the penalty wins over are exactly 0.
struct SmallProximalDescent {
  let l1: Double
  let maximumIterations: Int
  /// The search ends when a step of length 1 would change no component by more than this.
  let tolerance: Double

  /// How many values a new one is compared with.
  private static let memory = 5

  /// Where a search ended.
  struct End {
    let place: [Double]
    let iterations: Int
    /// The largest change that a step of length 1 would make; without the penalty the largest component of the
    /// gradient.
    let gradientNorm: Double
  }

  func minimize(
    from start: [Double], _ function: ([Double], inout [Double]) -> Double
  ) -> End {
    var x = start
    var gradient = [Double](repeating: 0, count: x.count)
    var values = [penalized(function(x, &gradient), x)]
    var curvature = 1.0
    for iteration in 0..<maximumIterations {
      let norm = norm(x, gradient)
      if norm <= tolerance { return End(place: x, iterations: iteration, gradientNorm: norm) }
      var next = x
      var nextGradient = gradient
      var (distance, accepted) = (0.0, false)
      for _ in 0..<60 where !accepted {
        next = step(x, gradient, curvature: curvature)
        let value = penalized(function(next, &nextGradient), next)
        distance = zip(next, x).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        let highest = values.suffix(Self.memory).reduce(-Double.infinity) { max($0, $1) }
        accepted = value <= highest - 5e-5 * curvature * distance
        if accepted { values.append(value) } else { curvature *= 2 }
      }
      guard accepted else { return End(place: x, iterations: iteration, gradientNorm: norm) }
      var product = 0.0
      for k in x.indices { product += (next[k] - x[k]) * (nextGradient[k] - gradient[k]) }
      curvature = distance > 0 ? min(max(product / distance, 1e-4), 1e4) : 1
      (x, gradient) = (next, nextGradient)
    }
    return End(place: x, iterations: maximumIterations, gradientNorm: norm(x, gradient))
  }

  /// The largest change by a step of length 1.
  private func norm(_ x: [Double], _ gradient: [Double]) -> Double {
    zip(x, step(x, gradient, curvature: 1)).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
  }

  private func penalized(_ value: Double, _ x: [Double]) -> Double {
    value + l1 * x.reduce(0) { $0 + $1.magnitude }
  }

  /// The minimum of gradient·y + curvature/2 |y - x|² + λ Σ|y_i|.
  private func step(_ x: [Double], _ gradient: [Double], curvature: Double) -> [Double] {
    zip(x, gradient).map { x, g in
      let y = x - g / curvature
      let size = y.magnitude - l1 / curvature
      return size > 0 ? Double(signOf: y, magnitudeOf: size) : 0
    }
  }
}
