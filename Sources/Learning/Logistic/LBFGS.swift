/// Limited-memory BFGS with a line search for the strong Wolfe conditions (Nocedal and Wright, *Numerical
/// Optimization*, 2nd edition, algorithms 7.4, 7.5, 3.5 and 3.6). Deterministic.
///
/// ```swift
/// let minimum = try LBFGS().minimize(from: [2, 1]) { x, gradient in
///   gradient = [2 * x[0], 4 * x[1]]
///   return x[0] * x[0] + 2 * x[1] * x[1]
/// }
/// ```
public struct LBFGS: Sendable, Hashable {
  /// Pairs of steps and gradient differences that are kept.
  public let memory: Int
  public let maximumIterations: Int
  /// The search ends when no component of the gradient exceeds this.
  public let gradientTolerance: Double

  /// - Throws: `OptimizerError.setting`.
  public init(
    memory: Int = 20, maximumIterations: Int = 1000, gradientTolerance: Double = 1e-9
  ) throws(OptimizerError) {
    guard memory >= 1 else {
      throw .setting(name: "the memory of L-BFGS", value: Double(memory), allowed: "1 or more pairs")
    }
    guard maximumIterations >= 1 else {
      throw .setting(name: "the number of iterations", value: Double(maximumIterations), allowed: "1 or more")
    }
    guard gradientTolerance >= 0 && gradientTolerance.isFinite else {
      throw .setting(name: "the gradient tolerance", value: gradientTolerance, allowed: "0 or more, finite")
    }
    self.memory = memory
    self.maximumIterations = maximumIterations
    self.gradientTolerance = gradientTolerance
  }

  /// Where a search ended.
  public struct Minimum: Sendable, Equatable {
    public let parameters: [Double]
    public let value: Double
    /// Largest component of the gradient.
    public let gradientNorm: Double
    public let iterations: Int
    /// Values and gradients computed.
    public let evaluations: Int
    /// Whether the gradient met its tolerance; otherwise the iterations were used up or no step lowered the
    /// function any more.
    public let converged: Bool
  }

  /// Minimises a function of many parameters.
  ///
  /// - Parameters:
  ///   - start: starting parameters.
  ///   - function: the value at the parameters; it fills the gradient, which comes with the right
  ///   length. Values that are not finite count as too high.
  /// - Returns: where the search ended.
  /// - Throws: `OptimizerError.startNotFinite`.
  public func minimize(
    from start: [Double], _ function: ([Double], inout [Double]) -> Double
  ) throws(OptimizerError) -> Minimum {
    var history = LBFGSHistory(capacity: memory)
    var current = LineSearch.Point(start, function)
    guard current.value.isFinite else { throw .startNotFinite(value: current.value) }
    var evaluations = 1
    var iterations = 0
    while iterations < maximumIterations && current.gradientNorm > gradientTolerance {
      var direction = history.direction(current.gradient)
      if !(LineSearch.dot(direction, current.gradient) < 0) {
        history = LBFGSHistory(capacity: memory)
        direction = current.gradient.map { -$0 }
      }
      let length = LineSearch.dot(direction, direction).squareRoot()
      let first = history.isEmpty ? min(1, 1 / length) : 1
      let search = LineSearch(origin: current, direction: direction)
      let (next, used) = search.run(first: first, function)
      evaluations += used
      iterations += 1
      guard let next else {
        // A kink or rounding: once more along the gradient, then the end.
        if history.isEmpty { break }
        history = LBFGSHistory(capacity: memory)
        continue
      }
      history.record(from: current, to: next)
      current = next
    }
    return Minimum(
      parameters: current.parameters, value: current.value, gradientNorm: current.gradientNorm,
      iterations: iterations, evaluations: evaluations, converged: current.gradientNorm <= gradientTolerance)
  }
}

/// The last steps and differences of gradients.
private struct LBFGSHistory {
  let capacity: Int
  private var steps: [[Double]] = []
  private var differences: [[Double]] = []
  /// 1 / (yᵀ s).
  private var reciprocals: [Double] = []

  init(capacity: Int) { self.capacity = capacity }

  var isEmpty: Bool { steps.isEmpty }

  mutating func record(from a: LineSearch.Point, to b: LineSearch.Point) {
    let s = zip(b.parameters, a.parameters).map { $0 - $1 }
    let y = zip(b.gradient, a.gradient).map { $0 - $1 }
    let curvature = LineSearch.dot(s, y)
    guard curvature > 1e-14 * LineSearch.dot(y, y) else { return }
    if steps.count == capacity {
      steps.removeFirst()
      differences.removeFirst()
      reciprocals.removeFirst()
    }
    steps.append(s)
    differences.append(y)
    reciprocals.append(1 / curvature)
  }

  /// -H g by the two-loop recursion.
  func direction(_ gradient: [Double]) -> [Double] {
    var q = gradient.map { -$0 }
    var alphas = [Double](repeating: 0, count: steps.count)
    for i in steps.indices.reversed() {
      alphas[i] = reciprocals[i] * LineSearch.dot(steps[i], q)
      for k in q.indices { q[k] -= alphas[i] * differences[i][k] }
    }
    if let y = differences.last, let reciprocal = reciprocals.last {
      let scale = 1 / (reciprocal * LineSearch.dot(y, y))
      for k in q.indices { q[k] *= scale }
    }
    for i in steps.indices {
      let beta = reciprocals[i] * LineSearch.dot(differences[i], q)
      for k in q.indices { q[k] += (alphas[i] - beta) * steps[i][k] }
    }
    return q
  }
}
