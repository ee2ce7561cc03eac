import CSimd
import Random

/// The logistic inverse without sampling: every fine spin takes the sign of its logit, and the coarse spin of
/// its cell where the logit is zero.
///
/// Deterministic, and a negative control: fine spins align too much, so that |q| does not fall with the side.
public struct SignInverse: CubicInverse, Codable, Hashable {
  /// The model whose logits decide.
  public let model: SymmetricLogistic

  /// The signs of a model's logits.
  public init(_ model: SymmetricLogistic) { self.model = model }

  /// The fine configuration, as `CubicInverse` says; `random` is not used.
  public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
    CornerOrbits.planeLogits(model.weights).withUnsafeBufferPointer { logits in
      guard let logits = logits.baseAddress else { return [] }
      var rule = SignCells(logits: logits)
      return rule.refined(coarse, side: side)
    }
  }
}

private struct SignCells: CellRule {
  let logits: UnsafePointer<SIMD8<Double>>

  @inline(__always)
  mutating func corners(below: Int, centre: Int, above: Int) -> UInt8 {
    let z = logits[below] + logits[512 &+ centre] + logits[1024 &+ above]
    let zero = SIMD8<Double>(repeating: 0)
    let (negative, positive) = (cv_less_bits(z, zero), cv_less_bits(zero, z))
    let coarse: UInt8 = centre & 16 == 0 ? 0 : 255
    return negative | (coarse & ~positive)
  }
}
