import Foundation

/// Pulls (estimate − truth)/error of many synthetic data sets, with limits at five standard deviations of
/// their own sampling scatter: a test of n pulls at 5σ fails by chance once in 1.7 million.
struct Pulls {
  let values: [Double]
  var count: Double { Double(values.count) }

  var mean: Double { values.reduce(0, +) / count }
  var variance: Double { values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) }

  /// The mean of n pulls of variance v scatters by √(v/n).
  func meanLimit(variance: Double = 1) -> Double { 5 * (variance / count).squareRoot() }

  /// The variance of n pulls of variance v and excess kurtosis κ scatters by v √((2 + κ)/n).
  func varianceLimit(variance: Double = 1, kurtosis: Double = 0) -> Double {
    5 * variance * ((2 + kurtosis) / count).squareRoot()
  }

  /// Kolmogorov-Smirnov distance of numbers in 0...1 from the uniform law, times √n; exceeds 2.5 with
  /// probability 2 exp(−2 · 2.5²) = 7e-6.
  static func uniformity(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let n = Double(sorted.count)
    let distances = sorted.enumerated().map { i, p in max(p - Double(i) / n, Double(i + 1) / n - p) }
    return (distances.max() ?? 1) * n.squareRoot()
  }
}

/// Variance and excess kurtosis of Student's t.
struct StudentLaw {
  let dof: Double
  var variance: Double { dof / (dof - 2) }
  var kurtosis: Double { 6 / (dof - 4) }
}
