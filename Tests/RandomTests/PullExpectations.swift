import Foundation
import Testing

/// Expects standard normal pulls: their mean within 4 standard errors of 0 and their variance within 4 of 1,
/// a chance of 1.3·10⁻⁴ for a correct generator.
func expectStandardPulls(_ pulls: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
  let n = Double(pulls.count)
  let mean = pulls.reduce(0, +) / n
  let variance = pulls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
  let shift = abs(mean) * n.squareRoot()
  #expect(shift < 4, "mean of \(pulls.count) pulls: \(mean)", sourceLocation: sourceLocation)
  let spread = abs(variance - 1) / (2 / (n - 1)).squareRoot()
  #expect(spread < 4, "variance of \(pulls.count) pulls: \(variance)", sourceLocation: sourceLocation)
}

/// Expects counts of independent draws from the given law: χ² within 4 standard deviations of its degrees of
/// freedom after Wilson and Hilferty's cube root transformation. Neighbouring bins are joined until each
/// expects at least 10 counts.
func expectChiSquare(
  _ counts: [Int], _ probabilities: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let total = Double(counts.reduce(0, +))
  var bins: [(count: Double, expected: Double)] = []
  var open = (count: 0.0, expected: 0.0)
  for (count, probability) in zip(counts, probabilities) {
    open.count += Double(count)
    open.expected += total * probability
    if open.expected >= 10 {
      bins.append(open)
      open = (0, 0)
    }
  }
  if bins.isEmpty {
    bins.append(open)
  } else {
    bins[bins.count - 1].count += open.count
    bins[bins.count - 1].expected += open.expected
  }
  guard bins.count > 1 else {
    #expect(bins[0].count == total, sourceLocation: sourceLocation)
    return
  }
  let chiSquare = bins.reduce(0) { $0 + ($1.count - $1.expected) * ($1.count - $1.expected) / $1.expected }
  let dof = Double(bins.count - 1)
  let z = (cbrt(chiSquare / dof) - (1 - 2 / (9 * dof))) / (2 / (9 * dof)).squareRoot()
  #expect(abs(z) < 4, "χ² = \(chiSquare) for \(dof) degrees of freedom", sourceLocation: sourceLocation)
}
