import Elementary
import Random

/// The probabilities p(n) = 1/(1 + e^{β(12 − 4n)}) of the heat bath in flip form, as binary digits.
///
/// n of the six bonds of a spin are unsatisfied. Only n = 0, 1, 2 need a threshold below 1/2: n = 3 is a fair coin
/// and p(6 − n) = 1 − p(n).
struct FlipThresholds: Sendable {
  /// p(0), p(1), p(2) as multiples of 2⁻⁶⁴, below 1/2.
  let digits: [UInt64]
  /// For digit k = 0...63 from the top three masks a, b, c of all ones or zeros: with the class n' = x + 2y, the
  /// digit of the threshold is a ^ (x & b) ^ (y & c) for n' = 0, 1, 2.
  let masks: [UInt64]

  init(beta: Double) {
    let largest: UInt64 = 1 << 63 - 1
    digits = (0..<3).map { n in
      min(BernoulliThreshold(1 / (1 + Elementary.exp(beta * Double(12 - 4 * n)))).digits, largest)
    }
    var masks: [UInt64] = []
    for k in 0..<64 {
      let t = digits.map { UInt64(bitPattern: Int64(bitPattern: $0 &<< UInt64(k)) &>> 63) }
      masks += [t[0], t[0] ^ t[1], t[0] ^ t[2]]
    }
    self.masks = masks
  }
}
