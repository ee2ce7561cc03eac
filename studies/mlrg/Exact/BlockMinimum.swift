import GSL

extension BlockEnsemble {
  /// A minimum over J' of −Σ p ln P_coarse(J') for a law p of the coarse classes, by damped Newton steps
  /// (H + λ, with λ raised until the value falls; D. W. Marquardt, J. SIAM 11, 431 (1963)).
  func localMinimum(of law: [Double], from start: [Double]) -> (couplings: [Double], value: Double) {
    var x = start
    var value = crossEntropy(of: law, to: x)
    var slope = gradient(of: law, to: x)
    var damping = 1e-2
    for _ in 0..<400 where Self.size(slope) > 1e-14 {
      let curvature = hessian(of: law, to: x)
      guard let next = descent(law, x, value, slope, curvature, &damping) else { break }
      (x, value, slope) = next
      damping = max(damping / 16, 1e-9)
    }
    return (x, value)
  }

  private typealias Descent = (x: [Double], value: Double, slope: [Double])

  /// The first acceptable step while the damping grows.
  private func descent(
    _ law: [Double], _ x: [Double], _ value: Double, _ slope: [Double], _ curvature: [[Double]],
    _ damping: inout Double
  ) -> Descent? {
    while damping < 1e12 {
      var matrix = curvature
      for i in x.indices { matrix[i][i] += damping }
      if let step = try? solve(matrix, slope) {
        let trial = zip(x, step).map { $0 - $1 }
        let next = crossEntropy(of: law, to: trial)
        let nextSlope = gradient(of: law, to: trial)
        // Near a minimum the value is flat to rounding, and the gradient tells the better point.
        let isFlat = abs(next - value) < 1e-12 && Self.size(nextSlope) < Self.size(slope)
        if next < value - 1e-12 || isFlat { return (trial, next, nextSlope) }
      }
      damping *= 4
    }
    return nil
  }

  private static func size(_ vector: [Double]) -> Double { vector.reduce(0) { max($0, abs($1)) } }
}
