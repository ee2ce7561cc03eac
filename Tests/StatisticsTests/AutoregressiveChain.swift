import Random

/// x_{t+1} = ρ x_t + √(1 − ρ²) η with unit variance, started in equilibrium: Γ(t) = ρ^t exactly.
struct AutoregressiveChain {
  let rho: Double

  /// τ_int = ½ + Σ ρ^t.
  var tauInt: Double { (1 + rho) / (2 * (1 - rho)) }

  func series(_ count: Int, _ random: inout RandomStream) -> [Double] {
    let noise = (1 - rho * rho).squareRoot()
    var x = random.normal()
    return (0..<count).map { _ in
      defer { x = rho * x + noise * random.normal() }
      return x
    }
  }

  /// Exact variance of the mean of `count` samples: Σ_{|t|<N} (1 − |t|/N) ρ^|t| / N.
  func varianceOfMean(_ count: Int) -> Double {
    let n = Double(count)
    var sum = 1.0
    var power = 1.0
    for t in 1..<count {
      power *= rho
      sum += 2 * (1 - Double(t) / n) * power
    }
    return sum / n
  }

  /// Variance of ½ + Σ_{t=1}^{W} ρ̂(t) to leading order in 1/N by Bartlett's formula (J. R. Stat. Soc. Suppl.
  /// 8, 27 (1946)).
  func varianceOfTauInt(window: Int, count: Int) -> Double {
    func correlation(_ t: Int) -> Double {
      var power = 1.0
      for _ in 0..<abs(t) { power *= rho }
      return power
    }
    let powers = (0...(3 * window + 400)).map(correlation)
    var sum = 0.0
    for v in 1...(2 * window + 300) {
      var term = 0.0
      for t in 1...window {
        term += powers[v + t] + powers[abs(v - t)] - 2 * powers[t] * powers[v]
      }
      sum += term * term
    }
    return sum / Double(count)
  }
}
