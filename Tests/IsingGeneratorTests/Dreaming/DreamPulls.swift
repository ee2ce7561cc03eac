import Foundation
import Testing

/// Statistical expectations of this folder.
enum DreamPulls {
  /// Mean within 4 standard errors of 0 and variance within 4 of 1: a chance of 1.3·10⁻⁴ for the right law.
  static func expectStandard(_ pulls: [Double], _ what: String, at place: SourceLocation = #_sourceLocation) {
    let n = Double(pulls.count)
    let mean = pulls.reduce(0, +) / n
    let variance = pulls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    #expect(abs(mean) * n.squareRoot() < 4, "\(what): mean of \(n) pulls is \(mean)", sourceLocation: place)
    let spread = (variance - 1) / (2 / (n - 1)).squareRoot()
    #expect(abs(spread) < 4, "\(what): variance of \(n) pulls is \(variance)", sourceLocation: place)
  }

  /// χ² as a normal number (Wilson and Hilferty's cube root).
  static func normal(chiSquare: Double, degrees: Int) -> Double {
    let dof = Double(degrees)
    return (cbrt(chiSquare / dof) - (1 - 2 / (9 * dof))) / (2 / (9 * dof)).squareRoot()
  }

  /// χ² of binomial counts, as a normal number; cells that expect fewer than 10 counts of either kind are
  /// left out.
  static func binomial(_ cells: [(trials: Int, successes: Int, probability: Double)]) -> Double {
    var chiSquare = 0.0
    var degrees = 0
    for cell in cells {
      let n = Double(cell.trials)
      let p = cell.probability
      guard n * min(p, 1 - p) >= 10 else { continue }
      let difference = Double(cell.successes) - n * p
      chiSquare += difference * difference / (n * p * (1 - p))
      degrees += 1
    }
    return normal(chiSquare: chiSquare, degrees: degrees)
  }
}
