import Elementary

extension Activation {
  /// Replaces `count` vectors z by s(z) and writes s'(z) and, unless nil, s''(z).
  func apply(
    _ value: UnsafeMutablePointer<SIMD8<Double>>, slope: UnsafeMutablePointer<SIMD8<Double>>,
    curvature: UnsafeMutablePointer<SIMD8<Double>>?, count: Int
  ) {
    switch self {
    case .relu: Self.applyReLU(value, slope, curvature, count)
    case .silu: Self.applySiLU(value, slope, curvature, count)
    case .tanh: Self.applyTanh(value, slope, curvature, count)
    }
  }

  private static func applyReLU(
    _ value: UnsafeMutablePointer<SIMD8<Double>>, _ slope: UnsafeMutablePointer<SIMD8<Double>>,
    _ curvature: UnsafeMutablePointer<SIMD8<Double>>?, _ count: Int
  ) {
    for i in 0..<count {
      // The comparison is false for NaN, which therefore stays NaN.
      let off = value[i] .<= 0
      value[i] = value[i].replacing(with: 0, where: off)
      slope[i] = SIMD8(repeating: 1).replacing(with: 0, where: off)
      if let curvature { curvature[i] = SIMD8() }
    }
  }

  private static func applySiLU(
    _ value: UnsafeMutablePointer<SIMD8<Double>>, _ slope: UnsafeMutablePointer<SIMD8<Double>>,
    _ curvature: UnsafeMutablePointer<SIMD8<Double>>?, _ count: Int
  ) {
    for i in 0..<count {
      let z = value[i]
      let q = Elementary.sigmoid(z)
      let p = 1 - q
      let h = z * q
      value[i] = h
      slope[i] = q.addingProduct(h, p)
      if let curvature { curvature[i] = q * p * (2 + z * (p - q)) }
    }
  }

  private static func applyTanh(
    _ value: UnsafeMutablePointer<SIMD8<Double>>, _ slope: UnsafeMutablePointer<SIMD8<Double>>,
    _ curvature: UnsafeMutablePointer<SIMD8<Double>>?, _ count: Int
  ) {
    for i in 0..<count {
      let h = Elementary.tanh(value[i])
      let s = (1 - h) * (1 + h)
      value[i] = h
      slope[i] = s
      if let curvature { curvature[i] = -2 * h * s }
    }
  }
}
