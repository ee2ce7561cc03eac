import CSimd
import Elementary
import Random

extension SymmetricLogistic: CubicInverse {
  /// As `Sampler`, whose tables it makes at every call.
  public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
    Sampler(self).refined(coarse, side: side, random: &random)
  }

  /// The model ready to draw fine configurations; make it once for many.
  ///
  /// The odds of spin -1, e^z, are products of three factors, one for each plane of nine coarse spins, from
  /// tables of 512. A spin is -1 where u (1 + e^z) < 1 with u uniform in [0, 1), a multiple of 2⁻⁵². Every
  /// call takes the state of a `Xoshiro512` from the stream and then one word of it a cell.
  public struct Sampler: CubicInverse {
    private let factors: [SIMD8<Double>]

    /// Tables of 3 × 512 × 8 factors, 98 kB.
    public init(_ model: SymmetricLogistic) {
      factors = CornerOrbits.planeLogits(model.weights).map { Elementary.exp($0) }
    }

    /// Draws a fine configuration, as `CubicInverse` says.
    ///
    /// - Complexity: one vector word for each cell; besides both configurations only three coarse planes are
    ///   in memory.
    public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
      factors.withUnsafeBufferPointer { factors in
        guard let factors = factors.baseAddress else { return [] }
        var rule = BernoulliCells(factors: factors, random: Xoshiro512(&random))
        return rule.refined(coarse, side: side)
      }
    }
  }
}

/// Independent fine spins with odds from the tables of `SymmetricLogistic.Sampler`.
private struct BernoulliCells: CellRule {
  let factors: UnsafePointer<SIMD8<Double>>
  var random: Xoshiro512

  @inline(__always)
  mutating func corners(below: Int, centre: Int, above: Int) -> UInt8 {
    let odds = factors[below] * factors[512 &+ centre] * factors[1024 &+ above]
    let one = SIMD8<Double>(repeating: 1)
    return cv_less_bits(random.uniform() * (one + odds), one)
  }
}
