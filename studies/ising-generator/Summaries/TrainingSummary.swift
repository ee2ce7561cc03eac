import Learning
import Renormalization
import Statistics

/// The maximum-likelihood three-parameter net of one training size.
struct TrainingSummary: Codable, Sendable {
  let size: Int
  let configurations: Int
  /// a, b, c, W₀, W₁, W₂ with jackknife errors.
  let weights: [Estimate]
  /// Standard errors of a, b, c from the inverse Hessian.
  let fisher: [Double]
  /// Cross-entropy per spin at the optimum and of the table of six probabilities.
  let loss: Estimate
  let saturatedLoss: Estimate
  /// P(agree) of the six contexts.
  let contexts: [Estimate]
  let ties: Estimate
  let newtonIterations: Int
  /// λ_h and λ_t of the window operator at these weights.
  let lambdaH: Estimate
  let lambdaT: Estimate
  let uInfinite: Estimate

  var a: Double { weights[0].value }
  var b: Double { weights[1].value }
  var c: Double { weights[2].value }
}

/// The optimum of the loss weighted by 2^(−ties).
struct WeightedSummary: Codable, Sendable {
  let size: Int
  let configurations: Int
  /// (Σw)²/Σw² divided by the number of configurations.
  let effectiveFraction: Estimate
  /// a, b, c, W₀, W₁, W₂; empty where too little is left of the sample.
  let weights: [Estimate]
}

extension TrainingSummary {
  /// The fit to the sum of all chains, with jackknife errors over the chains.
  ///
  /// - Parameters:
  ///   - contexts: for each chain the 12 counts n[k][g] at 2k + g.
  ///   - ties: for each chain the fraction of tied blocks; `nil` where it is not asked for.
  init(size: Int, configurations: Int, contexts: [[Int]], ties: [Double]) throws {
    let blocks = try contexts.map { try ContextCounts($0).outcomes }
    let problem = try ContextCounts.problem()
    let total = Self.sum(blocks)
    let fit = try problem.fit(total)
    let all = try Self.derived(problem, total, from: nil)
    let replicates = try blocks.indices.map { left in
      try Self.derived(
        problem, Self.sum(blocks.enumerated().filter { $0.offset != left }.map(\.element)), from: fit.weights)
    }
    let estimates = try Jackknife(values: all, replicates: replicates).estimates
    self.size = size
    self.configurations = configurations
    weights = Array(estimates[0..<6])
    let kernel = fit.transformed(by: ThreeParameterNet.kernelRows)
    fisher = (0..<3).map { kernel.covariance[$0][$0].squareRoot() }
    (loss, saturatedLoss) = (estimates[6], estimates[7])
    self.contexts = Array(estimates[8..<14])
    (lambdaH, lambdaT, uInfinite) = (estimates[14], estimates[15], estimates[16])
    self.ties = try Jackknife(of: [ties]) { $0 }.estimates[0]
    newtonIterations = fit.iterations
  }

  private static func sum(_ blocks: [[SIMD2<Double>]]) -> [SIMD2<Double>] {
    var total = [SIMD2<Double>](repeating: SIMD2(), count: 6)
    for block in blocks { for k in 0..<6 { total[k] += block[k] } }
    return total
  }

  /// a, b, c, W₀, W₁, W₂, the loss, the saturated loss, P(agree) of six contexts, λ_h, λ_t, u_∞.
  private static func derived(
    _ problem: LogisticProblem, _ counts: [SIMD2<Double>], from start: [Double]?
  ) throws -> [Double] {
    let fit = try problem.fit(counts, from: start)
    let net = try ThreeParameterNet(fit)
    let window = try WindowOperator(conditionalMagnetization: net.conditionalMagnetization)
    let eigenvalues = try window.leadingEigenvalues()
    // A context that never occurred has no probability; ½ keeps the jackknife defined and shows in its error.
    let agree = counts.map { $0.sum() > 0 ? $0[1] / $0.sum() : 0.5 }
    return [net.a, net.b, net.c] + net.weights + [fit.loss, fit.saturatedLoss] + agree
      + [eigenvalues.magnetic, eigenvalues.thermal, try window.fixedPointAverages().energy]
  }
}

extension WeightedSummary {
  /// - Parameter blocks: independent chains.
  init(_ parameters: EnsembleParameters, _ blocks: [MonteCarloBlock]) throws {
    size = parameters.size
    configurations = parameters.configurations
    // The largest weight sets the scale, so that none of the sums underflows beside it.
    let scale = blocks.map(\.weightSum).max() ?? 1
    effectiveFraction = try Jackknife(
      of: [blocks.map { $0.weightSum / scale }, blocks.map { $0.weightSquares / scale / scale }]
    ) { [$0[0] * $0[0] / $0[1] * Double(blocks.count) / Double(parameters.configurations)] }.estimates[0]
    // With a few hundred effective configurations or fewer neither the fit nor its error means much.
    guard effectiveFraction.value * Double(parameters.configurations) >= 1000 else {
      weights = []
      return
    }
    let counts = blocks.map { block in
      (0..<6).map { SIMD2(block.weightedContexts[2 * $0], block.weightedContexts[2 * $0 + 1]) }
    }
    let problem = try ContextCounts.problem()
    var total = [SIMD2<Double>](repeating: SIMD2(), count: 6)
    for block in counts { for k in 0..<6 { total[k] += block[k] } }
    let fit = try problem.fit(total)
    func six(_ w: [Double]) -> [Double] { [w[2], w[1] - w[2], w[0] - 2 * w[1] + w[2]] + w }
    let replicates = try problem.leaveOneOut(counts, from: fit.weights).map(six)
    weights = try Jackknife(values: six(fit.weights), replicates: replicates).estimates
  }
}
