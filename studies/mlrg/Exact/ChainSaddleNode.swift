import Foundation
import GSL

/// Where the two fixed points of finite fine chains meet and vanish, with the number of sweeps k taken as a
/// real number: μ_k = uniform · T(J)^k.
///
/// T is reversible and a square, so its eigenvalues λ lie in [0, 1] and T^k is defined for real k > 0 by
/// Newton's interpolation of λ^k at the four eigenvalues.
public struct ChainSaddleNode: Sendable, Codable, Hashable {
  /// The number of sweeps k at which the zeros meet.
  public let sweeps: Double
  /// The coupling at which they meet.
  public let coupling: Double

  /// The saddle-node, searched for between 4 and 8 sweeps.
  ///
  /// - Throws: `GSLError` where it is not there.
  public static func find() throws -> ChainSaddleNode {
    let sweeps = try findRoot(in: 4...8, relativeTolerance: 1e-12) { try -highest(sweeps: $0).value }
    return ChainSaddleNode(sweeps: sweeps, coupling: try highest(sweeps: sweeps).x)
  }

  /// The eigenvalues of the lumped sweep T(J), descending from 1.
  public static func eigenvalues(_ j: Double) throws -> [Double] {
    let sweep = CornerClasses.sweep(j)
    let roots = CornerClasses.equilibrium(j).map { $0.squareRoot() }
    var symmetric = (0..<4).map { a in (0..<4).map { b in roots[a] * sweep[a][b] / roots[b] } }
    for a in 0..<4 {
      for b in 0..<a {
        let mean = (symmetric[a][b] + symmetric[b][a]) / 2
        (symmetric[a][b], symmetric[b][a]) = (mean, mean)
      }
    }
    return try symmetricEigenvalues(symmetric).reversed().map { min(max($0, 0), 1) }
  }

  /// The class law after a real number of sweeps k > 0 from fair coins, for J ≠ 0.
  public static func law(sweeps: Double, _ j: Double) throws -> [Double] {
    let nodes = try eigenvalues(j)
    let matrix = CornerClasses.sweep(j)
    var differences = nodes.map { pow($0, sweeps) }
    var power = CornerClasses.uniform
    var law = power.map { $0 * differences[0] }
    for order in 1..<4 {
      for i in stride(from: 3, through: order, by: -1) {
        differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - order])
      }
      power = zip(CornerClasses.apply(matrix, to: power), power).map { $0 - nodes[order - 1] * $1 }
      law = zip(law, power).map { $0 + differences[order] * $1 }
    }
    return law
  }

  /// Minus the maximum over J of the quantity that has the sign of f, and its place.
  private static func highest(sweeps: Double) throws -> (x: Double, value: Double) {
    try minimize(in: 0.6...1.6, start: 1.1) { j in
      -FiniteChainFlow.excess(try law(sweeps: sweeps, j), tanhSquared: tanh(j) * tanh(j))
    }
  }
}
