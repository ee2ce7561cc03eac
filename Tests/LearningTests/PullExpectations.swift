import Testing

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
