import Elementary

/// The four products of Kaufman's partition function as six positive or negative terms, with derivatives.
///
/// With the factors (2 sinh 2K)^{L/2} taken in, the mode r = 0 contributes αᴸ ± βᴸ, α = e^{2K} − 1 and β = 1
/// + e^{−2K}: smooth at K_c, where α = β. So 2Z is the sum of two terms of the odd modes, αᴸ R₊, βᴸ R₊, αᴸ R₋
/// and −βᴸ R₋, where R± are the products over the other even modes. Their common size `base` is kept apart:
/// only ratios of the terms, of order one, are exponentiated.
struct KaufmanProducts {
  let side: Int
  /// K > 0.
  let coupling: Double
  /// ln of the product over the even modes of (2 sinh 2K · e^{|γ_r|})^{L/2}.
  let base: Double
  /// The terms of 2Z / e^{base}.
  let terms: [(sign: Double, term: LogDerivatives)]

  init(side: Int, coupling: Double) {
    self.side = side
    self.coupling = coupling
    let length = Double(side)
    let modes = KaufmanModes(side: side, coupling: coupling)
    var odd = ModeSums()
    var even = ModeSums()
    for r in 1...side {
      // The modes r and 2L − r are equal.
      let mode = modes.mode(r)
      let multiplicity: Double = r == side ? 1 : 2
      if r % 2 == 1 {
        odd.add(mode, multiplicity: multiplicity, length: length)
      } else {
        even.add(mode, multiplicity: multiplicity, length: length)
      }
    }
    let zero = modes.zeroMode
    base = even.bulk.log.value + (zero.gap > 0 ? zero.alpha.log : zero.beta.log)
    let difference = modes.alternatingGapSum * length / 2
    let oddBulk = LogDerivatives(log: difference, first: odd.bulk.first.value, second: odd.bulk.second.value)
    let evenBulk = LogDerivatives(log: 0, first: even.bulk.first.value, second: even.bulk.second.value)
    var alpha = zero.alpha + evenBulk
    var beta = zero.beta + evenBulk
    alpha.log = min(0, length * zero.gap)
    beta.log = -max(0, length * zero.gap)
    terms = [
      (1, oddBulk + odd.plus), (1, oddBulk + odd.minus), (1, alpha + even.plus), (1, beta + even.plus),
      (1, alpha + even.minus), (-1, beta + even.minus),
    ]
  }
}

/// Sums over modes: ln of ∏ (2 sinh 2K e^γ)^{L/2}, of ∏ (1 + e^{−Lγ}) and of ∏ (1 − e^{−Lγ}).
private struct ModeSums {
  var bulk = (log: CompensatedSum(), first: CompensatedSum(), second: CompensatedSum())
  var plus = LogDerivatives.zero
  var minus = LogDerivatives.zero

  mutating func add(_ mode: KaufmanModes.Mode, multiplicity: Double, length: Double) {
    let half = multiplicity * length / 2
    bulk.log.add(half * mode.weight.log)
    bulk.first.add(half * mode.weight.first)
    bulk.second.add(half * mode.weight.second)
    let decay = Elementary.exp(-length * mode.gap.log)
    plus = plus + Self.correction(mode.gap, sign: 1, decay: decay, multiplicity: multiplicity, length: length)
    minus =
      minus + Self.correction(mode.gap, sign: -1, decay: decay, multiplicity: multiplicity, length: length)
  }

  /// ln (1 ± e^{−Lγ}).
  private static func correction(
    _ gap: LogDerivatives, sign: Double, decay: Double, multiplicity: Double, length: Double
  ) -> LogDerivatives {
    let factor = 1 + sign * decay
    let ratio = sign * length * decay / factor
    let slope = gap.first
    return LogDerivatives(
      log: multiplicity * Elementary.log(factor), first: -multiplicity * ratio * slope,
      second: multiplicity * ratio * (length * slope * slope / factor - gap.second))
  }
}
