import Foundation

/// The four classes of the 16 corner states of a square under its symmetries and the global flip: |M| = 4;
/// |M| = 2; M = 0 with equal neighbours; M = 0 alternating. Laws are arrays of the four probabilities.
///
/// Block Gibbs is lumpable on them, and the four edge spins form a square of their own, so that both half
/// sweeps are the same 4 × 4 matrix.
public enum CornerClasses {
  /// Number of corner states in each class.
  public static let states: [Double] = [2, 8, 4, 2]

  /// |M|, the size of the sum of the four corners, in each class.
  public static let magnetisations: [Double] = [4, 2, 0, 0]

  /// The law of four fair coins, 1/8, 1/2, 1/4, 1/8.
  public static let uniform: [Double] = states.map { $0 / 16 }

  /// One corner state of each class, corners in order round the square.
  private static let representatives: [[Double]] = [
    [1, 1, 1, 1], [-1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1],
  ]

  /// The class of each of the 16 states; bit i is set where corner i is up.
  public static let classOfState: [Int] = (0..<16).map { state in
    let sum = 2 * state.nonzeroBitCount - 4
    return abs(sum) == 4 ? 0 : abs(sum) == 2 ? 1 : state == 0b0101 || state == 0b1010 ? 3 : 2
  }

  /// Log weights of one state of each class in the fine block, Π_e 2cosh(J(v_e + v_{e+1})), less that of the
  /// aligned class: 0, −2 ln c, −2 ln c, −4 ln c with c = cosh 2J.
  public static func logWeights(_ j: Double) -> [Double] {
    let l = -2 * logCosh(2 * j)
    return [0, l, l, 2 * l]
  }

  /// The law of the fine block.
  public static func equilibrium(_ j: Double) -> [Double] {
    let weights = zip(states, logWeights(j)).map { $0 * exp($1) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The law of the coarse block with centre coupling J': given the centre spin the corners are independent
  /// with mean ± tanh J'. Also the law after any positive number of sweeps of that block.
  public static func coarse(_ j: Double) -> [Double] { independent([j, j, j, j].map { probability($0) }).law }

  /// The half sweep, from the classes of one square (rows) to those of the other.
  public static func halfSweep(_ j: Double) -> [[Double]] { halfSweepWithDerivative(j).matrix }

  /// One sweep T = A² with A = `halfSweep`.
  public static func sweep(_ j: Double) -> [[Double]] {
    let half = halfSweep(j)
    return half.map { apply(half, to: $0) }
  }

  /// The law after `sweeps` block-Gibbs sweeps of the fine block from fair coins.
  public static func law(afterSweeps sweeps: Int, _ j: Double) -> [Double] {
    let half = Matrix(halfSweep(j))
    var law = SIMD4<Double>(uniform)
    for _ in 0..<(2 * sweeps) { law = half.applied(to: law) }
    return (0..<4).map { law[$0] }
  }

  /// The derivative of `law(afterSweeps:)` with respect to J.
  public static func lawDerivative(afterSweeps sweeps: Int, _ j: Double) -> [Double] {
    let (matrix, tangent) = halfSweepWithDerivative(j)
    let (half, change) = (Matrix(matrix), Matrix(tangent))
    var law = SIMD4<Double>(uniform)
    var derivative = SIMD4<Double>()
    for _ in 0..<(2 * sweeps) {
      derivative = half.applied(to: derivative) + change.applied(to: law)
      law = half.applied(to: law)
    }
    return (0..<4).map { derivative[$0] }
  }

  /// The law of |M| as probabilities of |M| = 0, 2, 4.
  public static func magnetisationLaw(_ law: [Double]) -> [Double] { [law[2] + law[3], law[1], law[0]] }

  /// The mean of a function of |M| (equal for M and −M).
  public static func mean(of law: [Double], _ f: (Double) -> Double) -> Double {
    law[0] * f(4) + law[1] * f(2) + (law[2] + law[3]) * f(0)
  }

  /// Row vector times matrix.
  static func apply(_ matrix: [[Double]], to law: [Double]) -> [Double] {
    (0..<4).map { k in (0..<4).reduce(0) { $0 + law[$1] * matrix[$1][k] } }
  }

  /// A 4 × 4 matrix by rows, for many products in a row.
  private struct Matrix {
    let rows: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)

    init(_ matrix: [[Double]]) {
      rows = (SIMD4(matrix[0]), SIMD4(matrix[1]), SIMD4(matrix[2]), SIMD4(matrix[3]))
    }

    func applied(to law: SIMD4<Double>) -> SIMD4<Double> {
      (law[0] * rows.0 + law[1] * rows.1) + (law[2] * rows.2 + law[3] * rows.3)
    }
  }

  private static func halfSweepWithDerivative(_ j: Double) -> (matrix: [[Double]], derivative: [[Double]]) {
    let rows = representatives.map { corners in
      // A spin sees the field 2J between two equal neighbours and none between two different ones.
      independent(
        (0..<4).map { e in
          let pair = corners[e] + corners[(e + 1) % 4]
          return (probability(j * pair).p, pair * probability(j * pair).derivative)
        })
    }
    return (rows.map(\.law), rows.map(\.derivative))
  }

  /// P(spin = +1) in the field x, 1/(1 + e^{−2x}), and its derivative with respect to x.
  private static func probability(_ x: Double) -> (p: Double, derivative: Double) {
    (1 / (1 + exp(-2 * x)), sechSquared(x) / 2)
  }

  /// The class law of four independent spins that are up with given probabilities, and its derivative.
  private static func independent(
    _ up: [(p: Double, derivative: Double)]
  ) -> (law: [Double], derivative: [Double]) {
    var law = [0.0, 0, 0, 0]
    var derivative = [0.0, 0, 0, 0]
    for state in 0..<16 {
      var weight = 1.0
      var change = 0.0
      for i in 0..<4 {
        let isUp = state >> i & 1 == 1
        let p = isUp ? up[i].p : 1 - up[i].p
        change = change * p + weight * (isUp ? up[i].derivative : -up[i].derivative)
        weight *= p
      }
      law[classOfState[state]] += weight
      derivative[classOfState[state]] += change
    }
    return (law, derivative)
  }
}
