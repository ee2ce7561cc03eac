import Elementary

/// The patterns that occur in the data, with their shares of all observations.
struct LogisticSample {
  let dimension: Int
  let observations: Double
  /// factor · x_k, row by row.
  let rows: [Double]
  /// n_k0/n and n_k1/n.
  let shares: [SIMD2<Double>]

  struct Value {
    var loss = 0.0
    var gradient: [Double]
    /// Row by row, both triangles.
    var hessian: [Double]
  }

  init(_ problem: LogisticProblem, _ counts: [SIMD2<Double>]) throws(LogisticError) {
    guard counts.count == problem.features.count else {
      throw .wrongCount(what: "pairs of counts", expected: problem.features.count, found: counts.count)
    }
    let total = try Self.total(counts)
    var rows: [Double] = []
    var shares: [SIMD2<Double>] = []
    for (row, n) in zip(problem.features, counts) where n.sum() > 0 {
      rows.append(contentsOf: row.lazy.map { problem.factor * $0 })
      shares.append(n / total)
    }
    dimension = problem.dimension
    observations = total
    self.rows = rows
    self.shares = shares
  }

  /// The sum of all counts, after a look at each.
  static func total(_ counts: [SIMD2<Double>]) throws(LogisticError) -> Double {
    var total = 0.0
    for (k, n) in counts.enumerated() {
      for outcome in 0..<2 {
        guard n[outcome] >= 0, n[outcome].isFinite else { throw .badCount(pattern: k, value: n[outcome]) }
        total += n[outcome]
      }
    }
    guard total > 0 else { throw .emptyTrainingSet }
    return total
  }

  /// Loss and gradient, and the Hessian if it is asked for.
  ///
  /// n₁ softplus(-z) + n₀ softplus(z) = n ln(2 cosh(z/2)) - (n₁ - n₀) z/2.
  func evaluate(_ weights: [Double], hessian: Bool = false) -> Value {
    precondition(weights.count == dimension, "the problem has \(dimension) weights, not \(weights.count)")
    let d = dimension
    var value = Value(
      gradient: [Double](repeating: 0, count: d), hessian: [Double](repeating: 0, count: hessian ? d * d : 0))
    for (k, share) in shares.enumerated() {
      let base = k * d
      var z = 0.0
      for j in 0..<d { z += rows[base + j] * weights[j] }
      let n = share.sum()
      let p = Elementary.sigmoid(z)
      value.loss += n * Elementary.log2cosh(0.5 * z) - 0.5 * (share[1] - share[0]) * z
      let residual = share[0] * p - share[1] * Elementary.sigmoid(-z)
      for j in 0..<d { value.gradient[j] += residual * rows[base + j] }
      guard hessian else { continue }
      let curvature = n * p * Elementary.sigmoid(-z)
      for i in 0..<d {
        let weighted = curvature * rows[base + i]
        for j in 0...i { value.hessian[i * d + j] += weighted * rows[base + j] }
      }
    }
    guard hessian else { return value }
    for i in 0..<d { for j in 0..<i { value.hessian[j * d + i] = value.hessian[i * d + j] } }
    return value
  }

  /// Weights that the patterns leave free, whatever their counts.
  var undetermined: [Int] {
    var gram = [Double](repeating: 0, count: dimension * dimension)
    for k in shares.indices {
      for i in 0..<dimension {
        let x = rows[k * dimension + i]
        for j in 0..<dimension { gram[i * dimension + j] += x * rows[k * dimension + j] }
      }
    }
    return CholeskyFactor.undetermined(gram, size: dimension)
  }
}
