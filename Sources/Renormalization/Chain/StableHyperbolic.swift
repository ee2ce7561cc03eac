import Elementary

/// Hyperbolic and logarithmic functions that are accurate relative to a small argument, from `Elementary`.
enum StableHyperbolic {
  /// ln(1 + x) for x > -1: the rounding of 1 + x is divided out again (N. J. Higham, *Accuracy and Stability of
  /// Numerical Algorithms*, 2nd edition, section 1.14.1).
  static func logOnePlus(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum != 1 else { return x }
    guard sum.isFinite else { return sum }
    return Elementary.log(sum) * (x / (sum - 1))
  }

  /// eˣ − 1 = 2 tanh(x/2) / (1 − tanh(x/2)).
  static func expMinusOne(_ x: Double) -> Double {
    guard x.magnitude < 1 else { return Elementary.exp(x) - 1 }
    let half = Elementary.tanh(0.5 * x)
    return 2 * half / (1 - half)
  }

  static func sinh(_ x: Double) -> Double {
    let e = expMinusOne(x.magnitude)
    let size = e.isFinite ? 0.5 * (e + e / (e + 1)) : e
    return Double(signOf: x, magnitudeOf: size)
  }

  static func atanh(_ x: Double) -> Double {
    let size = x.magnitude
    return Double(signOf: x, magnitudeOf: 0.5 * logOnePlus(2 * size / (1 - size)))
  }

  static func asinh(_ x: Double) -> Double {
    let size = x.magnitude
    return Double(signOf: x, magnitudeOf: logOnePlus(size + size * (size / (1 + (1 + size * size).squareRoot()))))
  }
}
