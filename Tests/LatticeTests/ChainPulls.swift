import Foundation
import Lattice
import Random
import Statistics
import Testing

/// The pulls (mean − exact)/error of one observable in independent chains, errors by the Γ-method.
struct ChainPulls {
  private(set) var values: [Double] = []
  /// Mean over the chains of the degrees of freedom of the errors, harmonic.
  private var inverseFreedom = 0.0

  mutating func add(_ series: [Double], exact: Double) throws {
    let estimate = try GammaMethod(series).estimate
    values.append((estimate.value - exact) / estimate.standardError)
    inverseFreedom += 1 / (estimate.degreesOfFreedom ?? .infinity)
  }

  /// Adds the difference of two chains that sample the same law.
  mutating func add(_ one: [Double], minus other: [Double]) throws {
    let a = try GammaMethod(one).estimate
    let b = try GammaMethod(other).estimate
    values.append((a.value - b.value) / hypot(a.standardError, b.standardError))
    let freedom = [a.degreesOfFreedom ?? .infinity, b.degreesOfFreedom ?? .infinity]
    inverseFreedom += 1 / (freedom.min() ?? .infinity)
  }

  /// Expects mean 0 and the variance of Student's t, each within 4 of its own standard errors: for correct
  /// chains a chance of 1.3·10⁻⁴. `label` names the case in a failure.
  func expectStandard(_ label: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let n = Double(values.count)
    let freedom = n / inverseFreedom
    let variance = freedom / (freedom - 2)
    let kurtosis = 6 / (freedom - 4)
    let mean = values.reduce(0, +) / n
    let scatter = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let shift = abs(mean) / (variance / n).squareRoot()
    #expect(shift < 4, "\(label): mean \(mean) of \(values.count) pulls", sourceLocation: sourceLocation)
    let excess = abs(scatter / variance - 1) / (2 / (n - 1) + kurtosis / n).squareRoot()
    let spread = "\(label): variance \(scatter) of \(values.count) pulls"
    #expect(excess < 4, "\(spread)", sourceLocation: sourceLocation)
  }
}

extension IsingSeries {
  /// M²/N of every configuration, whose mean is χ.
  var squaredMagnetization: [Double] { magnetization.map { Double($0 * $0) / Double(side * side) } }
}

extension SpinLattice {
  /// FNV-1a over the words.
  var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (word &>> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
    return hash
  }
}
