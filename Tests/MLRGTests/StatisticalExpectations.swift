import GSL
import Testing

/// Expects independent draws to have followed a law, by Pearson's χ²: a statistic in either tail of
/// probability 10⁻⁴ is a failure (the lower tail is that of draws that are not independent).
func expectCounts(_ counts: [Int], follow law: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
  let (statistic, dof) = chiSquare(counts, law)
  expectChiSquare(statistic, dof, sourceLocation: sourceLocation)
}

/// Expects a sum of independent χ² statistics to be in neither tail of probability 10⁻⁴.
func expectChiSquare(_ statistic: Double, _ dof: Double, sourceLocation: SourceLocation = #_sourceLocation) {
  let (upper, lower) = (chiSquaredUpperTail(statistic, dof), chiSquaredLowerTail(statistic, dof))
  #expect(upper > 1e-4 && lower > 1e-4, "χ² \(statistic) of \(dof)", sourceLocation: sourceLocation)
}

/// Pearson's χ² of counts, with the degrees of freedom of a law without free parameters.
func chiSquare(_ counts: [Int], _ law: [Double]) -> (statistic: Double, dof: Double) {
  let total = Double(counts.reduce(0, +))
  var sum = 0.0
  for (count, p) in zip(counts, law) {
    let expected = total * p
    // Below about five the law of the statistic is not that of χ².
    precondition(expected > 5, "an expected count of \(expected) is too small for χ²")
    sum += (Double(count) - expected) * (Double(count) - expected) / expected
  }
  return (sum, Double(counts.count - 1))
}

/// Expects standard normal pulls: their mean within 4 standard errors of 0 and their variance within 4 of 1,
/// a chance of 1.3·10⁻⁴ for a correct sampler.
func expectStandardPulls(_ pulls: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
  let n = Double(pulls.count)
  let mean = pulls.reduce(0, +) / n
  let variance = pulls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
  #expect(abs(mean) * n.squareRoot() < 4, "mean \(mean) of pulls", sourceLocation: sourceLocation)
  let spread = abs(variance - 1) / (2 / (n - 1)).squareRoot()
  #expect(spread < 4, "variance \(variance) of pulls", sourceLocation: sourceLocation)
}
