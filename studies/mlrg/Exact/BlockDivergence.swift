import Foundation

extension BlockEnsemble {
  /// KL(P_fine(J) ‖ P_coarse(J')) of the visible spins, in nats.
  public func divergence(from j: [Double], to coarse: [Double]) -> Double {
    let fine = fineLaw(j)
    let other = coarseLaw(coarse)
    var sum = 0.0
    for (p, item) in zip(fine, classes) where p > 0 {
      let q = other[item.coarse] / coarseClasses[item.coarse].states
      sum += p * (log(p / item.states) - log(q))
    }
    return sum
  }

  /// dKL/dJ'_i = E_c[g_i] − E_f[g_i] with the scores g_i = ∂ ln w_c/∂J'_i.
  public func gradient(from j: [Double], to coarse: [Double]) -> [Double] {
    gradient(of: projected(fineLaw(j)), to: coarse)
  }

  /// ∂²KL/∂J'∂J' = E_c[∂g] + Cov_c(g, g) − E_f[∂g].
  public func hessian(from j: [Double], to coarse: [Double]) -> [[Double]] {
    hessian(of: projected(fineLaw(j)), to: coarse)
  }

  /// −∂²KL/∂J'_i∂J_k = Cov_f(g_i, φ_k) with the fine scores φ_k = ∂ ln w_f/∂J_k.
  public func response(from j: [Double], to coarse: [Double]) -> [[Double]] {
    let fine = fineLaw(j)
    let coarseScores = self.coarseScores(coarse)
    return Self.covariance(fine, classes.map { coarseScores[$0.coarse] }, fineScores(j))
  }

  /// The gradient for any law of the coarse classes in place of the fine one.
  func gradient(of law: [Double], to coarse: [Double]) -> [Double] {
    let scores = coarseScores(coarse)
    let other = coarseLaw(coarse)
    return (0..<couplings).map { i in
      var sum = 0.0
      for c in law.indices { sum += (other[c] - law[c]) * scores[c][i] }
      return sum
    }
  }

  /// The Hessian for any law of the coarse classes in place of the fine one.
  func hessian(of law: [Double], to coarse: [Double]) -> [[Double]] {
    let other = coarseLaw(coarse)
    let scores = coarseScores(coarse)
    var result = Self.covariance(other, scores, scores)
    let curvatures = coarseForms.map { sechSquared(Self.dot($0, coarse)) }
    for (form, curvature) in zip(coarseForms.indices, curvatures) {
      var weight = 0.0
      for c in law.indices { weight += (other[c] - law[c]) * coarseClasses[c].counts[form] }
      let vector = coarseForms[form]
      for i in 0..<couplings {
        for k in 0..<couplings { result[i][k] += weight * curvature * vector[i] * vector[k] }
      }
    }
    return result
  }

  /// KL up to a constant that does not depend on J': −Σ p ln q.
  func crossEntropy(of law: [Double], to coarse: [Double]) -> Double {
    let other = coarseLaw(coarse)
    var sum = 0.0
    for c in law.indices where law[c] > 0 { sum -= law[c] * log(other[c] / coarseClasses[c].states) }
    return sum
  }

  private static func covariance(_ law: [Double], _ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    let count = a.first?.count ?? 0
    func mean(_ x: [[Double]]) -> [Double] {
      (0..<count).map { i in zip(law, x).reduce(0) { $0 + $1.0 * $1.1[i] } }
    }
    let (meanA, meanB) = (mean(a), mean(b))
    var result = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for c in law.indices {
      for i in 0..<count {
        let left = law[c] * (a[c][i] - meanA[i])
        for k in 0..<count { result[i][k] += left * (b[c][k] - meanB[k]) }
      }
    }
    return result
  }
}
