import Learning
import Renormalization

/// Maximum-likelihood nets from all 2¹⁶ configurations of the 4 × 4 torus.
struct ExactTrainingTable: Codable, Sendable {
  /// One blocking rule (or the weighted loss) at one coupling.
  struct Fit: Codable, Sendable {
    let name: String
    let a: Double
    let b: Double
    let c: Double
    let loss: Double
    let saturatedLoss: Double
    let ties: Double
    /// (Σw)²/Σw² of the weights 2^(−ties), 1 without them.
    let effectiveFraction: Double
    /// n[k][g]/n: context k, (disagree, agree).
    let contexts: [[Double]]
    let lambdaH: Double
    let lambdaT: Double

    var coarseWeights: [Double] { [a + 2 * b + c, a + b, a] }
  }

  /// A net trained at another coupling.
  struct Point: Codable, Sendable {
    let coupling: Double
    let weights: [Double]
    let lambdaH: Double
    let lambdaT: Double
  }

  let coupling: Double
  /// Majority with coins, as published.
  let majority: Fit
  let weighted: Fit
  /// The other rules for ties, and decimation.
  let others: [Fit]
  let curve: [Point]
}

extension ExactTrainingTable {
  init(coupling: Double, couplings: [Double], published rule: BlockRule) throws {
    self.coupling = coupling
    majority = try Fit(name: rule.rawValue, ExactContextTable(coupling: coupling, rule: rule))
    weighted = try Fit(
      name: "weighted \(rule.rawValue)", ExactContextTable(coupling: coupling, rule: rule, isTieWeighted: true))
    others = try BlockRule.allCases.filter { $0 != rule }.compactMap { other in
      let name = other == .decimation ? "decimation" : "ties-\(other.rawValue)"
      return try Fit(name: name, ExactContextTable(coupling: coupling, rule: other))
    }
    curve = try couplings.sorted().map { coupling in
      let fit = try Fit(name: "", ExactContextTable(coupling: coupling, rule: rule))
      return Point(coupling: coupling, weights: fit.coarseWeights, lambdaH: fit.lambdaH, lambdaT: fit.lambdaT)
    }
  }
}

extension ExactTrainingTable.Fit {
  init(name: String, _ table: ExactContextTable) throws {
    let outcomes = (0..<6).map { SIMD2(table.frequencies[2 * $0], table.frequencies[2 * $0 + 1]) }
    let fit = try ContextCounts.problem().fit(outcomes)
    let net = try ThreeParameterNet(fit)
    self.name = name
    (a, b, c) = (net.a, net.b, net.c)
    loss = fit.loss
    saturatedLoss = table.saturatedLoss
    ties = table.tieFraction
    effectiveFraction = table.effectiveSampleFraction
    contexts = outcomes.map { [$0[0], $0[1]] }
    let eigenvalues = try WindowOperator(w0: net.w0, w1: net.w1, w2: net.w2).leadingEigenvalues()
    (lambdaH, lambdaT) = (eigenvalues.magnetic, eigenvalues.thermal)
  }
}
