import Foundation
import GSL

/// The flow J → J' that contrastive divergence learns on average when the fine chains are not in equilibrium.
///
/// The fine corners come from `fineSweeps` block-Gibbs sweeps after fair coins, with class law μ_k. The
/// coarse chain forgets its start in one sweep (its single hidden spin makes the corners independent), so for
/// any number of coarse sweeps ≥ 1 the expected gradient is −G with
///
///     G(J, J') = E_{μ_k}[M tanh J'M] − 4 tanh J',
///
/// and J' is where G = 0. With s = tanh² J' this reads 4μ₄(1 + s)/(1 + 6s + s²) + μ₂/(1 + s) = 1, whose left
/// side falls with s: J' is unique, and it is 0 where E[M²] ≤ 4. Source: derivation.
public struct FiniteChainFlow: Sendable, Codable, Hashable {
  /// Sweeps of the fine chain; nil is a chain in equilibrium, where the flow is `KLOptimalFlow`.
  public let fineSweeps: Int?

  /// A flow of fine chains of `fineSweeps` ≥ 0 sweeps, or of equilibrium (nil).
  public init(fineSweeps: Int?) {
    precondition(fineSweeps.map { $0 >= 0 } ?? true, "a number of sweeps is not negative")
    self.fineSweeps = fineSweeps
  }

  /// The class law of the fine corners (`CornerClasses`).
  public func law(_ j: Double) -> [Double] {
    guard let fineSweeps else { return CornerClasses.equilibrium(j) }
    return CornerClasses.law(afterSweeps: fineSweeps, j)
  }

  /// G(J, J') = E_{μ_k}[M tanh J'M] − 4 tanh J'; positive where J' has to grow.
  public func gradient(_ j: Double, _ coarse: Double) -> Double {
    CornerClasses.mean(of: law(j)) { $0 * tanh(coarse * $0) } - 4 * tanh(coarse)
  }

  /// The image J' ≥ 0 of J ≥ 0 (odd in J).
  ///
  /// - Throws: `GSLError` where `j` is not a number.
  public func coarse(_ j: Double) throws -> Double {
    let size = try Self.coarse(of: law(abs(j)))
    return j < 0 ? -size : size
  }

  /// f(J) = J' − J.
  public func change(_ j: Double) throws -> Double { try coarse(j) - j }

  /// dJ'/dJ at a point (J, J') with G = 0, for a chain of finite length by implicit differentiation.
  public func slope(_ j: Double, image: Double) throws -> Double {
    guard let fineSweeps else { return try KLOptimalFlow.slope(j) }
    let law = CornerClasses.law(afterSweeps: fineSweeps, j)
    let derivative = CornerClasses.lawDerivative(afterSweeps: fineSweeps, j)
    let byFine = 4 * derivative[0] * tanh(4 * image) + 2 * derivative[1] * tanh(2 * image)
    let quadratic = 16 * law[0] * sechSquared(4 * image) + 4 * law[1] * sechSquared(2 * image)
    return byFine / (4 * sechSquared(image) - quadratic)
  }

  /// The fixed points J' = J in `range`, ascending; empty where there is none.
  ///
  /// With finite chains the first is the critical point and repels; a second one, where chains are too far
  /// from equilibrium, is spurious and attracts.
  public func zeros(
    in range: ClosedRange<Double> = 0.02...3, step: Double = 0.005
  ) throws -> [FlowFixedPoint] {
    try ZeroScan.zeros(in: range, step: step) { Self.excess(law($0), tanhSquared: tanh($0) * tanh($0)) }
      .map { FlowFixedPoint(coupling: $0, slope: try slope($0, image: $0)) }
  }

  /// The highest point of f in `range`, on whose sign the existence of a fixed point turns.
  ///
  /// - Throws: `GSLError` where f has no maximum inside.
  public func maximum(
    in range: ClosedRange<Double> = 0.5...1.6
  ) throws -> (coupling: Double, change: Double) {
    let grid = stride(from: range.lowerBound, through: range.upperBound, by: 0.01).map { $0 }
    let values = try grid.map(change)
    let top = values.indices.dropFirst().dropLast().max { values[$0] < values[$1] } ?? 0
    let best = try minimize(in: grid[max(top - 1, 0)]...grid[top + 1], start: grid[top]) { try -change($0) }
    return (best.x, -best.value)
  }

  /// J' ≥ 0 for any class law of the corners.
  static func coarse(of law: [Double]) throws -> Double {
    guard excess(law, tanhSquared: 0) > 0 else { return 0 }
    return atanh(try findRoot(in: 0...1) { excess(law, tanhSquared: $0) }.squareRoot())
  }

  /// G / (4 tanh J') as a function of s = tanh² J'.
  static func excess(_ law: [Double], tanhSquared s: Double) -> Double {
    4 * law[0] * (1 + s) / (1 + 6 * s + s * s) + law[1] / (1 + s) - 1
  }
}
