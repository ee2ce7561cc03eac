import Foundation
import GSL

/// The flow J → J' of one coupling that minimises the Kullback-Leibler divergence from the fine to the coarse
/// block.
///
/// Fine block: four corners, four edge spins, coupling J. Coarse block: the same corners and one centre spin,
/// coupling J'. Setting dKL/dJ' = E_c[M tanh J'M] − E_f[M tanh J'M] to zero, with M the sum of the corners
/// and c = cosh 2J, gives
///
///     c² tanh 4J' + 2 tanh 2J' = (c² + 6 + c⁻²) tanh J'.
///
/// With d = cosh 2J' − 1 and e = sinh² 2J this is a cubic with one change of sign for every e > 0,
///
///     2(5 + 4e) d³ + (24 + 16e − 2e²) d² + (12 + 2e − 5e²) d − e(3e + 4) = 0,
///
/// so J' is unique. Where J' = J it becomes 2C⁴ − 5C³ − C² + C − 1 = 0 for C = cosh 2J, with one root above
/// 1. Couplings are odd under the flow (flip the hidden spins); source: derivation, checked by enumeration of
/// the 16 corner states.
public enum KLOptimalFlow {
  /// Beyond this |J| the flow equals its asymptote 2J − (3/2) ln 2 to double precision.
  private static let asymptotic: Double = 50

  /// The image J' of J, odd in J. The relative error is a few 1e-16.
  ///
  /// - Throws: `GSLError` where `j` is not a number.
  public static func coarse(_ j: Double) throws -> Double {
    if abs(j) > asymptotic { return j.sign == .minus ? -asymptote(-j) : asymptote(j) }
    return asinh((try Cubic(j).root() / 2).squareRoot() * sinh(2 * j))
  }

  /// f(J) = J' − J.
  public static func change(_ j: Double) throws -> Double { try coarse(j) - j }

  /// The large-J limit of J', 2J − (3/2) ln 2, for J > 0.
  public static func asymptote(_ j: Double) -> Double { 2 * j - 1.5 * log(2) }

  /// The coupling J whose image is J', odd in J'. Explicit: the cubic is a quadratic equation for e,
  /// (2d + 3)(d + 1) e² − (8d³ + 16d² + 2d − 4) e − 2d(5d² + 12d + 6) = 0.
  public static func inverse(_ coarse: Double) -> Double {
    let size = abs(coarse)
    let sign: Double = coarse < 0 ? -1 : 1
    if size > asymptotic { return sign * (size + 1.5 * log(2)) / 2 }
    let d = 2 * sinh(size) * sinh(size)
    let a = (2 * d + 3) * (d + 1)
    let b = ((8 * d + 16) * d + 2) * d - 4
    let c = 2 * d * ((5 * d + 12) * d + 6)
    let root = (b * b + 4 * a * c).squareRoot()
    // Of the two forms of the positive solution the one without cancellation.
    let e = b > 0 ? (b + root) / (2 * a) : 2 * c / (root - b)
    return sign * asinh(e.squareRoot()) / 2
  }

  /// dJ'/dJ by implicit differentiation of the cubic.
  ///
  /// - Throws: `GSLError` where `j` is not a number.
  public static func slope(_ j: Double) throws -> Double {
    if abs(j) > asymptotic { return 2 }
    let cubic = Cubic(j)
    let z = try cubic.root()
    let q = (z / 2).squareRoot()
    let s = sinh(2 * j)
    let dh = 4 * tanh(2 * j) * sechSquared(2 * j)
    let dq = q / (2 * z) * cubic.derivative(z) * dh
    return (2 * q * cosh(2 * j) + s * dq) / (1 + q * q * s * s).squareRoot()
  }

  /// The critical point: J_c = ½ arccosh C with 2C⁴ − 5C³ − C² + C − 1 = 0, and the slope there.
  public static func fixedPoint() throws -> FlowFixedPoint {
    let c = try findRoot(in: 2...3) { c in (((2 * c - 5) * c - 1) * c + 1) * c - 1 }
    let coupling = acosh(c) / 2
    return FlowFixedPoint(coupling: coupling, slope: try slope(coupling))
  }

  /// The place and the value of the minimum of f between 0 and the critical point.
  public static func minimum() throws -> (coupling: Double, change: Double) {
    let coupling = try findRoot(in: 0.2...0.7) { try slope($0) - 1 }
    return (coupling, try change(coupling))
  }

  /// The images of `start` after 1, 2, …, `steps` steps.
  public static func trajectory(from start: Double, steps: Int) throws -> [Double] {
    var couplings: [Double] = []
    var j = start
    for _ in 0..<steps {
      j = try coarse(j)
      couplings.append(j)
    }
    return couplings
  }

  /// KL(P_fine(J) ‖ P_coarse(J')) of the four corners, in nats; even in J and in J'.
  public static func divergence(from j: Double, to coarse: Double) -> Double {
    let logWeights = CornerClasses.logWeights(j)
    let weights = zip(CornerClasses.states, logWeights).map { $0 * exp($1) }
    let total = weights.reduce(0, +)
    let logTotal = log(total)
    var sum = 0.0
    for k in CornerClasses.states.indices {
      let logCoarse = logTwoCosh(coarse * CornerClasses.magnetisations[k]) - log(2) - 4 * logTwoCosh(coarse)
      sum += weights[k] / total * (logWeights[k] - logTotal - logCoarse)
    }
    return sum
  }

  /// dKL/dJ' = 4 tanh J' − E_f[M tanh J'M].
  public static func gradient(from j: Double, to coarse: Double) -> Double {
    let law = CornerClasses.equilibrium(j)
    return 4 * tanh(coarse) - CornerClasses.mean(of: law) { $0 * tanh(coarse * $0) }
  }

  /// The cubic for z = d/e, divided by e (1 + e)³, in terms of h = tanh² 2J and g = 1 − h: its coefficients
  /// and its root stay of order 1 for every J. Between J = 0 and ∞ z runs from 1/3 to 1/4.
  private struct Cubic {
    let h: Double
    let g: Double

    init(_ j: Double) {
      h = tanh(2 * j) * tanh(2 * j)
      g = sechSquared(2 * j)
    }

    func root() throws -> Double {
      let (a3, a2, a1, a0) = coefficients
      return try findRoot(in: 0.2...0.5) { z in ((a3 * z + a2) * z + a1) * z + a0 }
    }

    /// dz/dh at the root.
    func derivative(_ z: Double) -> Double {
      let (a3, a2, a1, _) = coefficients
      let byZ = (3 * a3 * z + 2 * a2) * z + a1
      let b3 = 20 * g * h + 14 * h * h
      let b2 = 24 * g * g - 16 * g * h - 22 * h * h
      let b1 = -34 * g * g - 14 * g * h + 5 * h * h
      let b0 = 6 * g * h + 9 * g * g
      return -(((b3 * z + b2) * z + b1) * z + b0) / byZ
    }

    private var coefficients: (Double, Double, Double, Double) {
      let a3 = 2 * h * h * (5 * g + 4 * h)
      let a2 = h * (24 * g * g + 16 * g * h - 2 * h * h)
      let a1 = g * (12 * g * g + 2 * g * h - 5 * h * h)
      let a0 = -g * g * (3 * h + 4 * g)
      return (a3, a2, a1, a0)
    }
  }
}
