import Lattice
import Random

/// A table rule without any symmetry: each of the four fine spins of a block has its own probability for
/// each of the 512 patches of 3 × 3 coarse spins (`BlockPatches`), as a two-layer network of 3 × 3 kernels
/// has. Given the coarse lattice all fine spins are independent.
struct QuadrantRule: UpsamplingRule {
  private let table: ThresholdTable

  /// The rule with P(s = +1) for quadrant q = 2(y mod 2) + (x mod 2) and every patch.
  ///
  /// - Parameter probabilities: 4 × 512 numbers, index 512q + patch.
  /// - Throws: `DreamError`.
  init(probabilities: [Double]) throws(DreamError) {
    try DreamError.check(probabilities, allowed: [2048], rule: "QuadrantRule")
    table = ThresholdTable(probabilities)
  }

  func refined(_ coarse: SpinLattice, random: inout Xoshiro512) -> SpinLattice {
    let side = coarse.side
    let patches = BlockPatches(coarse)
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: side) { buffer in
      guard let row = buffer.baseAddress else { return coarse }
      row.initialize(repeating: 0, count: side)
      return table.refined(coarseSide: side, random: &random) { y, i, contexts in
        patches.writeRow(y, into: row)
        let quadrant = UInt16(truncatingIfNeeded: 1024 &* i)
        for x in 0..<side {
          contexts[2 &* x] = row[x] | quadrant
          contexts[2 &* x &+ 1] = row[x] | quadrant | 512
        }
      }
    }
  }
}
