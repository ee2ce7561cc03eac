import CSimd
import Elementary

/// Eight functions of β with their derivatives.
struct DualLanes {
  var value: SIMD8<Double>
  var slope: SIMD8<Double>

  static let zero = DualLanes(value: .zero, slope: .zero)

  @inline(__always)
  static func + (a: DualLanes, b: DualLanes) -> DualLanes {
    DualLanes(value: a.value + b.value, slope: a.slope + b.slope)
  }

  @inline(__always)
  static func * (a: DualLanes, b: DualLanes) -> DualLanes {
    DualLanes(value: a.value * b.value, slope: cv_fma(a.value, b.slope, a.slope * b.value))
  }

  /// a b + c.
  @inline(__always)
  static func fused(_ a: DualLanes, _ b: DualLanes, _ c: DualLanes) -> DualLanes {
    let slope = cv_fma(a.slope, b.value, c.slope)
    return DualLanes(value: cv_fma(a.value, b.value, c.value), slope: cv_fma(a.value, b.slope, slope))
  }
}

/// One function of β with its derivative.
struct Dual {
  var value: Double
  var slope: Double

  /// The same function in eight lanes.
  @inline(__always)
  var lanes: DualLanes {
    DualLanes(value: SIMD8(repeating: value), slope: SIMD8(repeating: slope))
  }
}

/// e^{-2βn} for n = 0 … 32 unsatisfied bonds.
struct DecayTable {
  private let powers: [Dual]

  init(beta: Double) {
    powers = (0...32).map { count in
      let value = Elementary.exp(-2 * beta * Double(count))
      return Dual(value: value, slope: -2 * Double(count) * value)
    }
  }

  subscript(count: Int) -> Dual { powers[count] }

  /// Eight powers, whose exponents the function gives for the lanes 0 … 7.
  func lanes(_ count: (Int) -> Int) -> DualLanes {
    var result = DualLanes.zero
    for lane in 0..<8 {
      let power = powers[count(lane)]
      result.value[lane] = power.value
      result.slope[lane] = power.slope
    }
    return result
  }
}
