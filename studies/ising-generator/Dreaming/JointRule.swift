import Lattice
import Random

/// A table rule that draws the four spins of a block together, one of 16 outcomes for each of the 512
/// patches of 3 × 3 coarse spins (`BlockPatches`). Given the coarse lattice the blocks are independent,
/// their spins are not.
struct JointRule: UpsamplingRule {
  /// For each patch 16 values of the distribution function, F(0), ..., F(14) and the largest number:
  /// outcome o is drawn if exactly o of the first 15 are not above a uniform 64-bit number.
  private let distribution: [UInt64]

  /// The rule with the probability of every outcome, whose bit q is the spin of quadrant
  /// q = 2(y mod 2) + (x mod 2), set for +1.
  ///
  /// - Parameter probabilities: 512 × 16 numbers, index 16 patch + outcome. Those of a patch must add up to 1
  ///   within 10⁻⁹ and are normalised.
  /// - Throws: `DreamError`.
  init(probabilities: [Double]) throws(DreamError) {
    try DreamError.check(probabilities, allowed: [8192], rule: "JointRule")
    var distribution = [UInt64](repeating: .max, count: 8192)
    for patch in 0..<512 {
      let outcomes = probabilities[16 * patch..<16 * patch + 16]
      let sum = outcomes.reduce(0, +)
      guard abs(sum - 1) <= 1e-9 else { throw .outcomes(context: patch, sum: sum) }
      let last = outcomes.lastIndex { $0 > 0 } ?? outcomes.endIndex - 1
      var below = 0.0
      // From the last possible outcome on, the distribution function is 1.
      for index in outcomes.startIndex..<last {
        below += outcomes[index]
        distribution[index] = BernoulliThreshold(below / sum).digits
      }
    }
    self.distribution = distribution
  }

  func refined(_ coarse: SpinLattice, random: inout Xoshiro512) -> SpinLattice {
    let side = coarse.side
    let perRow = (2 * side + 63) / 64
    let patches = BlockPatches(coarse)
    let words = [UInt64](unsafeUninitializedCapacity: 2 * side * perRow) { buffer, initialized in
      guard let target = buffer.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: side + 8) { row in
        guard let row = row.baseAddress else { return }
        row.initialize(repeating: 0, count: side + 8)
        for y in 0..<side {
          patches.writeRow(y, into: row)
          let top = target + 2 * y * perRow
          draw(side, row, top, top + perRow, &random)
        }
      }
      initialized = 2 * side * perRow
    }
    return SpinLattice(side: 2 * side, words: words)
  }

  /// Draws the two fine rows of a coarse one. Bits beyond their ends are arbitrary.
  private func draw(
    _ side: Int, _ patches: UnsafePointer<UInt16>, _ top: UnsafeMutablePointer<UInt64>,
    _ bottom: UnsafeMutablePointer<UInt64>, _ random: inout Xoshiro512
  ) {
    distribution.withUnsafeBufferPointer { distribution in
      var generator = random
      var (even, odd): (UInt64, UInt64) = (0, 0)
      var x = 0
      while x < side {
        let uniform = generator.next()
        for lane in 0..<8 {
          let patch = 16 &* Int(patches[x &+ lane])
          let outcome = Self.outcome(uniform[lane], patch, distribution)
          let shift = UInt64(2 &* (x &+ lane) & 63)
          even |= (outcome & 3) &<< shift
          odd |= (outcome &>> 2) &<< shift
        }
        x &+= 8
        if x & 31 == 0 || x >= side {
          let word = (2 &* x &- 1) / 64
          top[word] = even
          bottom[word] = odd
          (even, odd) = (0, 0)
        }
      }
      random = generator
    }
  }

  /// The number of values of the distribution function that are not above u, by bisection.
  @inline(__always)
  private static func outcome(
    _ u: UInt64, _ patch: Int, _ distribution: UnsafeBufferPointer<UInt64>
  ) -> UInt64 {
    var low = 0
    low &+= distribution[patch &+ 7] <= u ? 8 : 0
    low &+= distribution[patch &+ low &+ 3] <= u ? 4 : 0
    low &+= distribution[patch &+ low &+ 1] <= u ? 2 : 0
    low &+= distribution[patch &+ low] <= u ? 1 : 0
    return UInt64(truncatingIfNeeded: low)
  }
}
