import Lattice
import Random

/// A table rule: a fine spin depends on the oriented 4 × 4 patch of coarse spins around its block
/// (`OrientedPatches`), the receptive field of the 7 × 7 kernel. Given the coarse lattice all fine spins are
/// independent.
struct PatchRule: UpsamplingRule {
  private let table: ThresholdTable

  /// The rule with P(s = +1) for every patch.
  ///
  /// - Parameter probabilities: 65536 numbers for 4 × 4 patches, bit 4i + j of the index for row class i
  ///   and column class j; or 512 for 3 × 3 patches (classes 0, 1, 2), bit 3i + j; or 16 for 2 × 2 patches
  ///   (classes 0 and 1), bit 2i + j, which are the contexts of `FourSpinRule`.
  /// - Throws: `DreamError`.
  init(probabilities: [Double]) throws(DreamError) {
    try DreamError.check(probabilities, allowed: [65536, 512, 16], rule: "PatchRule")
    switch probabilities.count {
    case 16: table = ThresholdTable(Self.expanded(probabilities, size: 2))
    case 512: table = ThresholdTable(Self.expanded(probabilities, size: 3))
    default: table = ThresholdTable(probabilities)
    }
  }

  /// The table for 4 × 4 patches of a rule that uses the classes below `size` only.
  private static func expanded(_ probabilities: [Double], size: Int) -> [Double] {
    let row = 1 << size - 1
    return (0..<65536).map { patch in
      let smaller = (0..<size).reduce(0) { $0 | (patch >> (4 * $1) & row) << (size * $1) }
      return probabilities[smaller]
    }
  }

  func refined(_ coarse: SpinLattice, random: inout Xoshiro512) -> SpinLattice {
    let patches = OrientedPatches(coarse)
    return table.refined(coarseSide: coarse.side, random: &random) { y, i, contexts in
      patches.writeRow(y, i, into: contexts)
    }
  }
}
