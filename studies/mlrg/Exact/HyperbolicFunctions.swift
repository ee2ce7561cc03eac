import Foundation

/// ln cosh x, to full relative precision also near 0 and without overflow.
func logCosh(_ x: Double) -> Double {
  let size = abs(x)
  if size < 1 {
    let s = sinh(size)
    return log1p(s * s) / 2
  }
  return size + log1p(exp(-2 * size)) - log(2)
}

/// ln(2 cosh x) without overflow.
func logTwoCosh(_ x: Double) -> Double {
  let size = abs(x)
  return size + log1p(exp(-2 * size))
}

/// 1/cosh² x without overflow.
func sechSquared(_ x: Double) -> Double {
  let e = exp(-2 * abs(x))
  let ratio = 2 / (1 + e)
  return e * ratio * ratio
}
