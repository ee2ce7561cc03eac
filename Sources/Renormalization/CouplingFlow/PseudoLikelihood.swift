import Elementary
import GSL

/// The couplings that maximise the pseudo-likelihood ∏ p(s | surroundings) with p(s) = e^{sh}/(2 cosh h) and
/// h = K₁x₁ + K₂x₂ + K₃x₃ (J. Besag, J. R. Stat. Soc. D 24 (1975) 179), by Newton's method.
///
/// Of samples of a model with these couplings and no others they are estimates without bias of order one over the root
/// of the number of samples; of a blocked system they leave out all other couplings.
public struct PseudoLikelihood: Sendable, Codable, Hashable {
  /// The couplings that are fitted; the others are zero.
  public enum Terms: String, Sendable, Codable, CaseIterable {
    /// K₁ alone, the control.
    case nearest
    /// K₁, K₂ and K₃.
    case plaquette

    /// Number of couplings.
    public var count: Int { self == .nearest ? 1 : 3 }
  }

  /// K₁, or K₁, K₂ and K₃.
  public let couplings: [Double]
  /// ln p(s) at the maximum, per site.
  public let logLikelihood: Double
  /// Newton steps taken.
  public let iterations: Int

  /// - Parameters:
  ///   - histogram: at least one site.
  ///   - terms: the couplings to fit.
  /// - Throws: `CouplingFlowError`: `badInput` for an empty histogram, `noMaximum` where the spins follow their fields
  ///   without exception or the couplings cannot be told apart.
  public init(_ histogram: LocalFieldHistogram, terms: Terms = .plaquette) throws(CouplingFlowError) {
    try self.init(weights: histogram.counts.map(Double.init), terms: terms)
  }

  /// The same from the probabilities of the cells of a `LocalFieldHistogram`, such as those of an enumeration.
  ///
  /// - Parameters:
  ///   - weights: 250 finite numbers ≥ 0 in the order of the counts, not all zero.
  ///   - terms: the couplings to fit.
  /// - Throws: `CouplingFlowError`, as above.
  public init(weights: [Double], terms: Terms = .plaquette) throws(CouplingFlowError) {
    let total = weights.reduce(0, +)
    guard weights.count == LocalFieldHistogram.cells, weights.allSatisfy({ $0 >= 0 }), total > 0, total.isFinite else {
      throw .badInput(
        operation: "pseudo-likelihood",
        why: "\(weights.count) weights of sum \(total); it needs \(LocalFieldHistogram.cells) finite weights >= 0 "
          + "with a positive sum")
    }
    let fields = Surroundings.all(weights.map { $0 / total }, terms)
    var couplings = [Double](repeating: 0, count: terms.count)
    var state = Surroundings.likelihood(fields, couplings)
    for iteration in 1...Self.maximumIterations {
      let step = try Self.newtonStep(state)
      var factor = 1.0
      var next = couplings
      var attempt = state
      // Half steps where a whole one overshoots; the logarithm is concave.
      repeat {
        next = zip(couplings, step).map { $0 + factor * $1 }
        attempt = Surroundings.likelihood(fields, next)
        factor /= 2
      } while attempt.value < state.value - 1e-14 && factor > 1e-6
      let size = zip(next, couplings).reduce(0) { max($0, abs($1.0 - $1.1)) }
      (couplings, state) = (next, attempt)
      guard couplings.allSatisfy({ abs($0) < 20 }) else {
        throw .noMaximum(why: "the couplings grow beyond 20")
      }
      if size < 1e-12 {
        self.couplings = couplings
        logLikelihood = state.value
        iterations = iteration
        return
      }
    }
    throw .noMaximum(why: "no convergence after \(Self.maximumIterations) Newton steps")
  }

  private static let maximumIterations = 100

  private static func newtonStep(_ state: Surroundings.Likelihood) throws(CouplingFlowError) -> [Double] {
    do throws(GSLError) {
      return try solve(state.curvature, state.gradient)
    } catch .singular {
      throw .noMaximum(why: "the samples do not tell the couplings apart")
    } catch {
      throw .numerical(error)
    }
  }
}

/// One set of sums x around a spin, with the probabilities of both spins there.
private struct Surroundings {
  /// The logarithm of the pseudo-likelihood per site, its gradient and its negative second derivatives.
  typealias Likelihood = (value: Double, gradient: [Double], curvature: [[Double]])

  let x: [Double]
  /// P(x, +) + P(x, −).
  let weight: Double
  /// P(x, +) − P(x, −).
  let excess: Double

  /// Those that occur.
  static func all(_ weights: [Double], _ terms: PseudoLikelihood.Terms) -> [Surroundings] {
    let half = LocalFieldHistogram.cells / 2
    return (0..<half).compactMap { cell in
      let (down, up) = (weights[cell], weights[half + cell])
      guard up + down > 0 else { return nil }
      let sums = Array(LocalFieldHistogram.sums(of: cell).prefix(terms.count))
      return Surroundings(x: sums, weight: up + down, excess: up - down)
    }
  }

  static func likelihood(_ surroundings: [Surroundings], _ couplings: [Double]) -> Likelihood {
    let n = couplings.count
    var value = 0.0
    var gradient = [Double](repeating: 0, count: n)
    var curvature = [[Double]](repeating: gradient, count: n)
    for cell in surroundings {
      let field = zip(couplings, cell.x).reduce(0) { $0 + $1.0 * $1.1 }
      let mean = Elementary.tanh(field)
      value += cell.excess * field - cell.weight * Elementary.log2cosh(field)
      let slope = cell.excess - cell.weight * mean
      let variance = cell.weight * (1 - mean) * (1 + mean)
      for i in 0..<n {
        gradient[i] += slope * cell.x[i]
        for j in 0..<n { curvature[i][j] += variance * cell.x[i] * cell.x[j] }
      }
    }
    return (value, gradient, curvature)
  }
}
