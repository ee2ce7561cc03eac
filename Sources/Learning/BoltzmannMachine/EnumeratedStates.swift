import Elementary

/// Numbers that belong to the states of a layer, eight states to a vector.
enum EnumeratedStates {
  /// The spins of the three lowest units in the lanes.
  static let signs: [SIMD8<Double>] = [
    SIMD8(-1, 1, -1, 1, -1, 1, -1, 1), SIMD8(-1, -1, 1, 1, -1, -1, 1, 1), SIMD8(-1, -1, -1, -1, 1, 1, 1, 1),
  ]

  /// A list in vectors, filled up with a number.
  static func lanes(_ values: [Double], padding: Double = 0) -> [SIMD8<Double>] {
    (0..<(values.count + 7) / 8).map { octet in
      var result = SIMD8<Double>(repeating: padding)
      for lane in 0..<min(8, values.count - 8 * octet) { result[lane] = values[8 * octet + lane] }
      return result
    }
  }

  /// The first numbers of a list of vectors.
  static func values(_ lanes: [SIMD8<Double>], count: Int) -> [Double] {
    (0..<count).map { lanes[$0 >> 3][$0 & 7] }
  }

  /// ln Σ exp of the logarithms, and the shares exp(logarithm) / Σ.
  static func normalized(_ logarithms: [SIMD8<Double>]) -> (logSum: Double, shares: [SIMD8<Double>]) {
    let largest = logarithms.reduce(SIMD8(repeating: -.infinity)) { pointwiseMax($0, $1) }.max()
    let powers = logarithms.map { Elementary.exp($0 - largest) }
    let sum = powers.reduce(SIMD8()) { $0 + $1 }.sum()
    return (largest + Elementary.log(sum), powers.map { $0 / sum })
  }

  /// Σ_s f(s) Π_{i in S} s_i for every set S of units, the set being the bits of its number.
  static func walshTransform(_ values: [Double]) -> [Double] {
    var result = values
    var half = 1
    while half < result.count {
      for start in stride(from: 0, to: result.count, by: 2 * half) {
        for k in start..<start + half {
          let (down, up) = (result[k], result[k + half])
          result[k] = up + down
          result[k + half] = up - down
        }
      }
      half *= 2
    }
    return result
  }

  @inline(__always)
  static func magnitude(_ x: SIMD8<Double>) -> SIMD8<Double> { x.replacing(with: -x, where: x .< 0) }

  /// tanh to an absolute error of 10⁻¹⁶, with one exponential.
  @inline(__always)
  static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let e = Elementary.exp(-2 * magnitude(x))
    let size = (1 - e) / (1 + e)
    return size.replacing(with: -size, where: x .< 0)
  }
}
