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
}

/// Variance and excess kurtosis of Student's t.
struct StudentLaw {
  let dof: Double
  var variance: Double { dof / (dof - 2) }
  var kurtosis: Double { 6 / (dof - 4) }
}
