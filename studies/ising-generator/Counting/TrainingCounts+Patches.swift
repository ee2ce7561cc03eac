import Lattice

extension TrainingCounts {
  /// Number of entries of the counts of oriented 4 × 4 patches after symmetrisation under a global flip.
  static let patchEntries = 2 * 32768
  /// Number of entries of the counts of the outcomes of blocks.
  static let jointEntries = 512 * 16

  /// Adds the counts of oriented 4 × 4 patches (`OrientedPatches`), index 2c + g, to `counts`.
  ///
  /// A patch whose own block is up is flipped as a whole, so that a set bit is a coarse spin that differs
  /// from the own one; the context c is the upper 15 bits, patch >> 1, and g = 1 where the fine spin agrees
  /// with its block. This is the order of `PatchCounts`.
  ///
  /// - Parameter counts: `patchEntries` numbers.
  static func addPatchCounts(fine: SpinLattice, coarse: SpinLattice, to counts: inout [Int]) {
    check(fine, coarse)
    precondition(counts.count == patchEntries, "\(patchEntries) counts are needed, not \(counts.count)")
    let patches = OrientedPatches(coarse)
    let side = fine.side
    let perRow = fine.wordsPerRow
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: side) { row in
      guard let row = row.baseAddress else { return }
      row.initialize(repeating: 0, count: side)
      fine.words.withUnsafeBufferPointer { words in
        counts.withUnsafeMutableBufferPointer { counts in
          for y in 0..<side {
            patches.writeRow(y / 2, y % 2, into: row)
            for x in 0..<side {
              let spin = UInt16(truncatingIfNeeded: words[y &* perRow &+ x &>> 6] &>> UInt64(x & 63)) & 1
              let patch = row[x]
              let flip = 0 &- (patch & 1)
              let agrees = spin ^ (patch & 1) ^ 1
              counts[Int((patch ^ flip) & 0xFFFE | agrees)] &+= 1
            }
          }
        }
      }
    }
  }

  /// Adds the counts of the outcomes of blocks given the unoriented 3 × 3 patch of coarse spins
  /// (`BlockPatches`), index 16 patch + outcome, to `counts`. Bit q of the outcome is the spin of quadrant
  /// q = 2(y mod 2) + (x mod 2).
  ///
  /// - Parameter counts: `jointEntries` numbers.
  static func addJointCounts(fine: SpinLattice, coarse: SpinLattice, to counts: inout [Int]) {
    check(fine, coarse)
    precondition(counts.count == jointEntries, "\(jointEntries) counts are needed, not \(counts.count)")
    let patches = BlockPatches(coarse)
    let side = coarse.side
    let perRow = fine.wordsPerRow
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: side) { row in
      guard let row = row.baseAddress else { return }
      row.initialize(repeating: 0, count: side)
      fine.words.withUnsafeBufferPointer { words in
        counts.withUnsafeMutableBufferPointer { counts in
          for y in 0..<side {
            patches.writeRow(y, into: row)
            for x in 0..<side {
              let top = 2 &* y &* perRow &+ x &>> 5
              let shift = UInt64(2 &* x & 63)
              let outcome = words[top] &>> shift & 3 | (words[top &+ perRow] &>> shift & 3) &<< 2
              counts[16 &* Int(row[x]) &+ Int(outcome)] &+= 1
            }
          }
        }
      }
    }
  }
}
