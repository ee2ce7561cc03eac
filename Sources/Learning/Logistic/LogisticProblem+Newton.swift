extension LogisticProblem {
  /// The weights of least cross-entropy, by Newton's method with step halving.
  ///
  /// Newton's method for the logistic likelihood is iteratively reweighted least squares (McCullagh and
  /// Nelder, *Generalized Linear Models*, section 2.5); far from separable data it needs six to eight steps.
  /// It ends when no weight moves by more than 10⁻¹² (relative where weights exceed 1) or steps no longer
  /// shrink below 10⁻⁸, the floor that rounding sets.
  ///
  /// - Parameters:
  ///   - counts: (n_k0, n_k1) of every pattern, real and not negative; their scale changes only the
  ///     covariance.
  ///   - start: starting weights, nil for 0; where they lead nowhere, 0 is tried.
  /// - Returns: the fit.
  /// - Throws: `LogisticError.undetermined` where the patterns that occur leave weights free, `.diverging`
  ///   where the outcomes are separable, or another for counts that are not allowed.
  public func fit(
    _ counts: [SIMD2<Double>], from start: [Double]? = nil
  ) throws(LogisticError) -> LogisticFit {
    let sample = try LogisticSample(self, counts)
    let free = sample.undetermined
    guard free.isEmpty else { throw .undetermined(weights: free.map { names[$0] }) }
    var weights = start ?? [Double](repeating: 0, count: dimension)
    guard weights.count == dimension else {
      throw .wrongCount(what: "starting weights", expected: dimension, found: weights.count)
    }
    for w in weights where !w.isFinite { throw .notFinite(what: "a starting weight", value: w) }
    let iterations: Int
    do throws(LogisticError) {
      iterations = try descend(sample, &weights)
    } catch {
      // Far from the optimum all probabilities are 0 or 1, and the Hessian vanishes.
      guard start != nil else { throw error }
      weights = [Double](repeating: 0, count: dimension)
      iterations = try descend(sample, &weights)
    }
    let optimum = sample.evaluate(weights, hessian: true)
    guard let factor = CholeskyFactor(optimum.hessian, size: dimension) else {
      throw .diverging(weights: names, iterations: iterations)
    }
    return LogisticFit(
      weights: weights, names: names, loss: optimum.loss, saturatedLoss: try Self.saturatedLoss(counts),
      gradientNorm: optimum.gradient.reduce(0) { max($0, abs($1)) }, iterations: iterations,
      observations: sample.observations,
      covariance: factor.inverse.map { row in row.map { $0 / sample.observations } })
  }

  /// Steps until convergence; returns their number.
  private func descend(
    _ sample: LogisticSample, _ weights: inout [Double]
  ) throws(LogisticError) -> Int {
    // Separable weights grow by about one logit a step until the Hessian underflows, after some 35 steps.
    let limit = 100
    var moving = names
    var previous = Double.infinity
    for iteration in 1...limit {
      let current = sample.evaluate(weights, hessian: true)
      guard let factor = CholeskyFactor(current.hessian, size: dimension) else {
        throw .diverging(weights: moving, iterations: iteration)
      }
      let step = factor.solve(current.gradient)
      let size = step.reduce(0) { max($0, abs($1)) }
      moving = zip(names, step).filter { abs($0.1) > 1e-3 * size }.map { $0.0 }
      guard let next = halved(step, from: weights, loss: current.loss, sample) else {
        throw .diverging(weights: moving, iterations: iteration)
      }
      weights = next
      let scale = weights.reduce(1) { max($0, abs($1)) }
      if size <= 1e-12 * scale || (size < 1e-8 * scale && size > 0.5 * previous) { return iteration }
      previous = size
    }
    throw .diverging(weights: moving, iterations: limit)
  }

  /// The first of weights - step, weights - step/2, … that does not raise the loss beyond its rounding.
  private func halved(
    _ step: [Double], from weights: [Double], loss: Double, _ sample: LogisticSample
  ) -> [Double]? {
    var length = 1.0
    while length > 1e-12 {
      let trial = zip(weights, step).map { $0 - length * $1 }
      if sample.evaluate(trial).loss <= loss + 1e-14 * max(1, loss) { return trial }
      length *= 0.5
    }
    return nil
  }
}
