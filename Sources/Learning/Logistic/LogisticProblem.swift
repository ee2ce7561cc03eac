import Elementary

/// Logistic regression on patterns: P(1 | pattern k) = 1 / (1 + e^{-z_k}) with the logit z_k = factor · x_k ·
/// W.
///
/// The data enter only through how often each pattern was seen with outcome 0 and with outcome 1. The loss
///
///     loss(W) = -(1/n) Σ_k [n_k1 ln p_k + n_k0 ln(1 - p_k)]   (nats per observation)
///
/// is convex, strictly so where the features of the patterns that occur span all weights. For spins s = ±1
/// with field h = x · W the factor is 2 h / (x · W); the default 1/2 makes ⟨s⟩ = tanh(x · W / 4).
public struct LogisticProblem: Sendable {
  /// x_k: patterns × weights.
  public let features: [[Double]]
  /// Names of the weights, for errors and tables.
  public let names: [String]
  /// What x_k · W is multiplied by to give the logit.
  public let factor: Double

  /// - Parameters:
  ///   - features: one row for each pattern, at least one, all of the same positive length, finite.
  ///   - names: as many as there are weights; default W0, W1, …
  ///   - factor: finite.
  /// - Throws: `LogisticError.wrongCount` or `.notFinite`.
  public init(
    features: [[Double]], names: [String]? = nil, factor: Double = 0.5
  ) throws(LogisticError) {
    let dimension = features.first?.count ?? 0
    guard dimension > 0 else { throw .wrongCount(what: "features", expected: 1, found: 0) }
    for (k, row) in features.enumerated() {
      guard row.count == dimension else {
        throw .wrongCount(what: "features of pattern \(k)", expected: dimension, found: row.count)
      }
      for x in row where !x.isFinite { throw .notFinite(what: "a feature of pattern \(k)", value: x) }
    }
    guard factor.isFinite else { throw .notFinite(what: "the factor of the logit", value: factor) }
    let names = names ?? (0..<dimension).map { "W\($0)" }
    guard names.count == dimension else {
      throw .wrongCount(what: "names of weights", expected: dimension, found: names.count)
    }
    self.features = features
    self.names = names
    self.factor = factor
  }

  /// Number of weights.
  public var dimension: Int { names.count }

  /// The same patterns with only some of the weights; the others are zero.
  ///
  /// - Throws: `LogisticError.wrongCount` for no weight or one that does not exist.
  public func restricted(to weights: [Int]) throws(LogisticError) -> LogisticProblem {
    for index in weights where !names.indices.contains(index) {
      throw .wrongCount(what: "weights", expected: index + 1, found: dimension)
    }
    let rows = features.map { row in weights.map { row[$0] } }
    return try LogisticProblem(features: rows, names: weights.map { names[$0] }, factor: factor)
  }

  /// z_k of every pattern.
  public func logits(_ weights: [Double]) -> [Double] {
    precondition(weights.count == dimension, "the problem has \(dimension) weights, not \(weights.count)")
    return features.map { row in
      var sum = 0.0
      for (x, w) in zip(row, weights) { sum += x * w }
      return factor * sum
    }
  }

  /// Cross-entropy in nats per observation of any weights.
  ///
  /// - Parameters:
  ///   - weights: one for each feature.
  ///   - counts: (n_k0, n_k1) of every pattern.
  /// - Returns: the loss.
  /// - Throws: `LogisticError` for counts that are empty, negative, not finite or not one for each pattern.
  public func loss(_ weights: [Double], counts: [SIMD2<Double>]) throws(LogisticError) -> Double {
    try LogisticSample(self, counts).evaluate(weights).loss
  }

  /// Gradient of the loss, ∂loss/∂W.
  ///
  /// - Throws: as `loss`.
  public func gradient(_ weights: [Double], counts: [SIMD2<Double>]) throws(LogisticError) -> [Double] {
    try LogisticSample(self, counts).evaluate(weights).gradient
  }

  /// Cross-entropy in nats per observation with p_k = n_k1 / n_k, the entropy of the outcome given the
  /// pattern.
  ///
  /// - Throws: `LogisticError.emptyTrainingSet` or `.badCount`.
  public static func saturatedLoss(_ counts: [SIMD2<Double>]) throws(LogisticError) -> Double {
    let total = try LogisticSample.total(counts)
    var sum = 0.0
    for n in counts {
      for outcome in 0..<2 where n[outcome] > 0 { sum -= n[outcome] * Elementary.log(n[outcome] / n.sum()) }
    }
    return sum / total
  }

  /// The optimal weights without one block of the data at a time, for a jackknife.
  ///
  /// - Parameters:
  ///   - blocks: the counts of each block, at least two, with which the blocks are left out in turn.
  ///   - start: where Newton's method starts, best the optimum for all blocks; nil is 0.
  /// - Returns: blocks × weights.
  /// - Throws: `LogisticError`, also where the remaining blocks do not determine the weights.
  public func leaveOneOut(
    _ blocks: [[SIMD2<Double>]], from start: [Double]? = nil
  ) throws(LogisticError) -> [[Double]] {
    guard blocks.count >= 2 else { throw .tooFewBlocks(blocks.count) }
    for block in blocks where block.count != features.count {
      throw .wrongCount(what: "patterns of a block", expected: features.count, found: block.count)
    }
    var replicates: [[Double]] = []
    for left in blocks.indices {
      // Sums of the others instead of a difference from the total, which may round to a negative count.
      var counts = [SIMD2<Double>](repeating: SIMD2(), count: features.count)
      for (index, block) in blocks.enumerated() where index != left {
        for k in counts.indices { counts[k] += block[k] }
      }
      replicates.append(try fit(counts, from: start).weights)
    }
    return replicates
  }
}
