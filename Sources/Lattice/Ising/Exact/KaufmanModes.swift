import Elementary

/// The modes γ_r of the transfer matrix of the square lattice and their derivatives with respect to K > 0.
///
/// With S = sinh 2K, C = cosh 2K, q = sin²(πr/2L): S (cosh γ − 1) = (S − 1)² + 2Sq has no cancellation near
/// K_c, and 2 S e^γ stays finite for K → 0.
struct KaufmanModes {
  /// One mode; of `gap` the value γ stands in place of a logarithm.
  struct Mode {
    /// ln (2 S e^γ).
    let weight: LogDerivatives
    /// γ.
    let gap: LogDerivatives
  }

  let side: Int
  let coupling: Double
  private let s: Double
  private let c: Double
  /// S − 1 with full relative precision.
  private let excess: Double

  init(side: Int, coupling: Double) {
    self.side = side
    self.coupling = coupling
    s = Self.sinh(2 * coupling)
    c = Self.cosh(2 * coupling)
    // sinh 2K − sinh 2K_c = 2 cosh(K + K_c) sinh(K − K_c), K_c being `criticalCoupling` and what rounding
    // took from it.
    let critical = Ising2D.criticalCoupling
    excess = 2 * Self.cosh(coupling + critical) * Self.sinh(coupling - critical - Self.criticalRemainder)
  }

  /// ln(1 + √2)/2 minus the nearest binary number.
  private static let criticalRemainder = -1.1252729464129330e-17

  func mode(_ r: Int) -> Mode {
    let q = squaredSine(r)
    let below = excess * excess + 2 * s * q
    let above = below + 2 * s
    let h = below + s
    let w = (below * above).squareRoot()
    let g = h + w
    // h = S cosh γ and w = S sinh γ as products of h − S and h + S.
    let belowFirst = 4 * c * (excess + q)
    let aboveFirst = belowFirst + 4 * c
    let hSecond = 8 + 16 * s * s - 4 * s * (1 - 2 * q)
    let productSecond = 2 * belowFirst * aboveFirst + (hSecond - 4 * s) * above + below * (hSecond + 4 * s)
    let wFirst = (belowFirst * above + below * aboveFirst) / (2 * w)
    let wSecond = (productSecond / 2 - wFirst * wFirst) / w
    let first = (belowFirst + 2 * c + wFirst) / g
    let second = (hSecond + wSecond) / g - first * first
    let gapFirst = 2 * c * excess * (s + 1) / (s * w)
    let gapSecond = (4 * s * s + 4 + 8 / (s * s) - gapFirst * gapFirst * h) / w
    return Mode(
      weight: LogDerivatives(log: Elementary.log(2 * g), first: first, second: second),
      gap: LogDerivatives(
        log: 2 * Self.arsinh((below / (2 * s)).squareRoot()), first: gapFirst, second: gapSecond))
  }

  /// The signed γ₀ = ln(α/β) and ln αᴸ, ln βᴸ of α = e^{2K} − 1 and β = 1 + e^{−2K}.
  var zeroMode: (gap: Double, alpha: LogDerivatives, beta: LogDerivatives) {
    let length = Double(side)
    let gap = 2 * Self.arsinh(excess / (2 * s).squareRoot())
    let t = Elementary.tanh(coupling)
    let logBeta = length * Elementary.log(1 + Elementary.exp(-2 * coupling))
    let alpha = LogDerivatives(
      log: logBeta + length * gap, first: length * (1 + 1 / t), second: length * (1 - 1 / (t * t)))
    return (gap, alpha, LogDerivatives(log: logBeta, first: length * (t - 1), second: length * (1 - t * t)))
  }

  /// Σ γ_r over odd r minus Σ |γ_r| over even r, r = 0 … 2L−1, from differences of neighbours:
  /// arsinh a − arsinh b = arsinh((a² − b²)/(a √(1+b²) + b √(1+a²))).
  var alternatingGapSum: Double {
    let step = sine(1)
    var sum = CompensatedSum()
    var (hyperbolicSine, hyperbolicCosine) = halfGap(0)
    for r in 0..<side {
      let (nextSine, nextCosine) = halfGap(r + 1)
      let scale = nextSine * hyperbolicCosine + hyperbolicSine * nextCosine
      let difference = 2 * Self.arsinh(sine(2 * r + 1) * step / scale)
      sum.add(r % 2 == 0 ? difference : -difference)
      (hyperbolicSine, hyperbolicCosine) = (nextSine, nextCosine)
    }
    return sum.value
  }

  /// sinh and cosh of |γ_r|/2.
  private func halfGap(_ r: Int) -> (sine: Double, cosine: Double) {
    let square = (excess * excess / (2 * s)) + squaredSine(r)
    return (square.squareRoot(), (1 + square).squareRoot())
  }

  /// sin(πr/2L).
  private func sine(_ r: Int) -> Double { Elementary.sinCosTurns(Double(r) / Double(4 * side)).sin }
  private func squaredSine(_ r: Int) -> Double {
    let value = sine(r)
    return value * value
  }

  static func cosh(_ x: Double) -> Double { (Elementary.exp(x) + Elementary.exp(-x)) / 2 }
  /// Accurate relative to x near 0.
  static func sinh(_ x: Double) -> Double { Elementary.tanh(x) * cosh(x) }

  /// ln(x + √(1 + x²)), accurate relative to x near 0.
  static func arsinh(_ x: Double) -> Double {
    let a = x.magnitude
    let value = log1p(a + a * a / (1 + (1 + a * a).squareRoot()))
    return x < 0 ? -value : value
  }

  /// ln(1 + y) for y ≥ 0: the rounding of 1 + y is the same in numerator and denominator.
  private static func log1p(_ y: Double) -> Double {
    let sum = 1 + y
    guard sum > 1 else { return y }
    return sum > 2 ? Elementary.log(sum) : Elementary.log(sum) * (y / (sum - 1))
  }
}
