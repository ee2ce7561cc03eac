import Elementary

/// Least squares for spins ±1 with mean tanh(w · f).
struct TanhRegression {
  /// f, ten numbers a neighbourhood.
  private let rows: [Double]
  /// Shares of all observations, (-1, +1).
  private let shares: [SIMD2<Double>]
  private let size = 10

  /// - Parameters:
  ///   - features: orbit sums of the neighbourhoods, ten each.
  ///   - counts: the spins seen with each, (-1, +1), not all zero.
  init(_ features: [[Double]], _ counts: [SIMD2<Double>]) {
    rows = features.flatMap { $0 }
    let total = counts.reduce(0) { $0 + $1.sum() }
    shares = counts.map { $0 / total }
  }

  private struct Value {
    /// Mean squared error.
    var loss = 0.0
    /// -∂loss/∂w / 2.
    var descent = [Double](repeating: 0, count: 10)
    /// Half of Gauss and Newton's Hessian, row by row.
    var normal = [Double](repeating: 0, count: 100)
  }

  /// Without `derivatives` only the loss.
  private func evaluate(_ weights: [Double], derivatives: Bool) -> Value {
    var value = Value()
    for (k, share) in shares.enumerated() {
      let base = size * k
      var field = 0.0
      for j in 0..<size { field += rows[base + j] * weights[j] }
      let m = Elementary.tanh(field)
      value.loss += share[0] * (1 + m) * (1 + m) + share[1] * (1 - m) * (1 - m)
      guard derivatives else { continue }
      let slope = 1 - m * m
      let pull = slope * (share[1] * (1 - m) - share[0] * (1 + m))
      let curvature = slope * slope * share.sum()
      for i in 0..<size {
        value.descent[i] += pull * rows[base + i]
        let weighted = curvature * rows[base + i]
        for j in 0...i { value.normal[size * i + j] += weighted * rows[base + j] }
      }
    }
    for i in 0..<size { for j in 0..<i { value.normal[size * j + i] = value.normal[size * i + j] } }
    return value
  }

  /// The weights of the minimum that the steps from 0 reach.
  func minimum() throws(CornerModelError) -> [Double] {
    var weights = [Double](repeating: 0, count: size)
    // Near the minimum of data that the model describes the steps shrink by orders of magnitude each; at 0
    // the normal matrix is that of the features alone.
    let limit = 200
    var previous = Double.infinity
    for iteration in 1...limit {
      let current = evaluate(weights, derivatives: true)
      if iteration == 1 {
        let free = CholeskyFactor.undetermined(current.normal, size: size)
        guard free.isEmpty else { throw .undetermined(weights: free.map { CornerOrbits.labels[$0] }) }
      }
      guard let factor = CholeskyFactor(current.normal, size: size) else { throw .noMinimum(steps: iteration) }
      let step = factor.solve(current.descent)
      guard let next = halved(step, from: weights, loss: current.loss) else { throw .noMinimum(steps: iteration) }
      weights = next
      let length = step.reduce(0) { max($0, $1.magnitude) }
      if length <= 1e-12 || (length < 1e-8 && length > 0.5 * previous) { return weights }
      previous = length
    }
    throw .noMinimum(steps: limit)
  }

  /// The first of weights + step, weights + step/2, … that does not raise the loss beyond its rounding.
  private func halved(_ step: [Double], from weights: [Double], loss: Double) -> [Double]? {
    var length = 1.0
    while length > 1e-12 {
      let trial = zip(weights, step).map { $0 + length * $1 }
      if evaluate(trial, derivatives: false).loss <= loss + 1e-14 { return trial }
      length *= 0.5
    }
    return nil
  }
}
