import Random

/// The simplest inverse: every fine spin is the coarse spin of its cell.
///
/// Deterministic, and a negative control: q keeps its value at every side, so that β/ν = 0 and γ/ν = 3.
public struct CopyInverse: CubicInverse, Codable, Hashable {
  public init() {}

  /// The fine configuration, as `CubicInverse` says; `random` is not used.
  public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
    var rule = CopiedCells()
    return rule.refined(coarse, side: side)
  }
}

private struct CopiedCells: CellRule {
  @inline(__always)
  mutating func corners(below: Int, centre: Int, above: Int) -> UInt8 { centre & 16 == 0 ? 0 : 255 }
}
