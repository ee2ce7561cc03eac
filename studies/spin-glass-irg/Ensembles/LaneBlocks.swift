import Lattice

/// The 512 samples of a batch cut into 32 blocks of 16: what is stored of most per-sample numbers.
enum LaneBlocks {
  static let count = 32
  static let length = 512 / count

  /// Means of 512 values over each block.
  static func means(_ values: [Double]) -> [Double] {
    (0..<count).map { block in
      values[block * length..<(block + 1) * length].reduce(0, +) / Double(length)
    }
  }

  /// How many neighbouring blocks of one batch are merged to one block of the jackknife.
  ///
  /// Blocks are whole groups of 64 samples where samples of a group share random numbers or there are batches
  /// enough for 32 such blocks; otherwise as many blocks as make 32.
  static func merging(batches: Int, sharing: RandomSharing) -> Int {
    let group = 64 / length
    if sharing == .groups || batches >= 4 { return group }
    return batches
  }
}
