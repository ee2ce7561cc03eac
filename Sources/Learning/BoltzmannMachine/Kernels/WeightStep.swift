import CSimd

/// One step of the weights along a gradient with momentum and L1 decay.
struct WeightStep {
  let momentum: Float
  /// Learning rate over the number of samples, for gradients that are sums over samples.
  let scale: Float
  /// Learning rate times the strength of the L1 term.
  let decay: Float

  /// dW ← m dW + (s G - d sign W), W ← W + dW, each line one rounding a product; sign 0 = 0.
  @inline(__always)
  func apply(
    _ weight: UnsafeMutablePointer<SIMD16<Float>>, _ velocity: UnsafeMutablePointer<SIMD16<Float>>,
    _ gradient: SIMD16<Float>
  ) {
    let old = weight[0]
    let decays = SIMD16<Float>(repeating: -decay)
    let pull = cv_copysign16f(decays, old).replacing(with: 0, where: old .== SIMD16())
    let drive = cv_fma16f(SIMD16(repeating: scale), gradient, -pull)
    let change = cv_fma16f(SIMD16(repeating: momentum), velocity[0], drive)
    velocity[0] = change
    weight[0] = old + change
  }
}
