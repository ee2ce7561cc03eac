import CSimd
import Elementary

/// The law p_k ∝ e^{z_k} of a pattern k for eight cells in lanes.
enum PatchSoftmax {
  /// Writes e^{z_k - highest} and returns the highest z and the sum of what was written.
  ///
  /// - Parameters:
  ///   - stride: vectors from one pattern to the next, of `logits` and `weights`.
  ///   - weights: may be `logits`.
  static func weights(
    _ logits: UnsafeMutablePointer<SIMD8<Double>>, stride: Int, count: Int,
    to weights: UnsafeMutablePointer<SIMD8<Double>>
  ) -> (highest: SIMD8<Double>, total: SIMD8<Double>) {
    var highest = logits[0]
    for k in 1..<max(count, 1) {
      let z = logits[stride &* k]
      highest = cv_select_less(highest, z, z, highest)
    }
    var total = SIMD8<Double>()
    for k in 0..<count {
      let weight = Elementary.exp(logits[stride &* k] - highest)
      weights[stride &* k] = weight
      total += weight
    }
    return (highest, total)
  }

  /// The number of the pattern that holds `position` in [0, 1) of the summed weights.
  static func pattern(
    at position: SIMD8<Double>, _ weights: UnsafePointer<SIMD8<Double>>, stride: Int, count: Int,
    total: SIMD8<Double>
  ) -> SIMD8<Double> {
    let target = position * total
    var sum = SIMD8<Double>()
    var passed = SIMD8<Double>()
    let one = SIMD8<Double>(repeating: 1)
    // The last pattern takes what rounding leaves.
    for k in 0..<count &- 1 {
      sum += weights[stride &* k]
      passed += cv_select_less(target, sum, SIMD8(), one)
    }
    return passed
  }
}
