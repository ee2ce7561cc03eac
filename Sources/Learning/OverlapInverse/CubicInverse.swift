import Random

/// An inverse of the block-spin transformation on a periodic cubic lattice of spins ±1: every coarse spin
/// becomes a cell of 2 × 2 × 2 fine spins.
///
/// Configurations are packed flat: bit i mod 64 of word i / 64 is site i = x + L (y + L z), set for spin -1;
/// the unused top bits of the last word are zero.
public protocol CubicInverse: Sendable {
  /// A fine configuration for a coarse one.
  ///
  /// - Parameters:
  ///   - coarse: the packed coarse configuration, `side`³ spins.
  ///   - side: coarse sites along an edge, 1 ... 256.
  ///   - random: where the fine spins are drawn from; two calls continue the same stream.
  /// - Returns: the packed fine configuration of side 2 · `side`; corner (c_x, c_y, c_z) of cell (X, Y, Z) is
  ///   the fine site (2X + c_x, 2Y + c_y, 2Z + c_z).
  func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64]
}
