import Random

extension FieldTorus {
  /// Σ s s' over the 2 L² bonds of each sample, every site with its right and its lower neighbour (on side 2 each
  /// pair twice, on side 1 a spin with itself).
  ///
  /// - Throws: `BoltzmannError.wrongCount` if the samples are not of this lattice.
  public func bondSums(of samples: SpinSamples) throws(BoltzmannError) -> [Int] {
    try check(samples)
    let stride = samples.stride
    var valid = [UInt64](repeating: .max, count: stride)
    valid[stride - 1] = SpinSamples.lastMask(sites)
    var lastColumn = [UInt64](repeating: 0, count: stride)
    for y in 0..<side {
      let site = y * side + side - 1
      lastColumn[site >> 6] |= 1 << UInt64(site & 63)
    }
    return samples.words.withUnsafeBufferPointer { words in
      (0..<samples.count).map { sample in
        let spins = UnsafeBufferPointer(rebasing: words[sample * stride..<(sample + 1) * stride])
        var unequal = 0
        for k in 0..<stride {
          let inner = Self.word(k, of: spins, later: 1) & ~lastColumn[k]
          let right = inner | Self.word(k, of: spins, later: 1 - side) & lastColumn[k]
          let lower = Self.word(k, of: spins, later: side) | Self.word(k, of: spins, later: side - sites)
          unequal += ((spins[k] ^ right) & valid[k]).nonzeroBitCount
          unequal += ((spins[k] ^ lower) & valid[k]).nonzeroBitCount
        }
        return 2 * sites - 2 * unequal
      }
    }
  }

  /// The block spins after `levels` steps of the majority rule on blocks of 2 × 2, ties decided by fair coins.
  ///
  /// The step is repeated, as in a Monte Carlo renormalization; it is not the majority of the 4ⁿ spins at once.
  ///
  /// - Parameters:
  ///   - samples: configurations of this lattice.
  ///   - levels: number n of steps; the result has side L/2ⁿ.
  ///   - random: names the coins; each level has a stream of its own, from which every sample takes a word for
  ///     each 64 blocks.
  /// - Throws: `BoltzmannError` if the samples are not of this lattice or 2ⁿ does not divide L.
  public func majority(
    _ samples: SpinSamples, levels: Int, random: RandomStream
  ) throws(BoltzmannError) -> SpinSamples {
    try check(samples)
    try checkLevels(levels)
    var (result, fine) = (samples, side)
    for level in 0..<levels {
      var coins = random.child("level", level)
      result = Self.blocked(result, side: fine, &coins)
      fine /= 2
    }
    return result
  }

  /// The spins at the sites whose coordinates are both divisible by 2ⁿ: decimation on the square lattice.
  ///
  /// - Throws: `BoltzmannError` if the samples are not of this lattice or 2ⁿ does not divide L.
  public func decimated(_ samples: SpinSamples, levels: Int) throws(BoltzmannError) -> SpinSamples {
    try check(samples)
    try checkLevels(levels)
    let (step, coarse) = (1 << levels, side >> levels)
    return Self.coarsened(samples, side: coarse) { spins, x, y, _ in
      let site = y &* step &* side &+ x &* step
      return spins[site &>> 6] &>> UInt64(site & 63) & 1
    }
  }

  private func checkLevels(_ levels: Int) throws(BoltzmannError) {
    guard levels >= 1, levels < 13, side % (1 << levels) == 0 else {
      throw .setting(
        name: "the number of blockings", value: Double(levels), allowed: "n from 1 on with \(side) divisible by 2ⁿ")
    }
  }

  private static func blocked(_ fine: SpinSamples, side: Int, _ coins: inout RandomStream) -> SpinSamples {
    var word: UInt64 = 0
    return coarsened(fine, side: side / 2) { spins, x, y, site in
      if site & 63 == 0 { word = coins.next() }
      let first = 2 &* y &* side &+ 2 &* x
      var sum: UInt64 = word & 1
      word &>>= 1
      // Twice the number of +1 spins of the block, and the coin: 4 is a tie against the coin, 5 with it.
      for corner in [first, first &+ 1, first &+ side, first &+ side &+ 1] {
        sum &+= (spins[corner &>> 6] &>> UInt64(corner & 63) & 1) &<< 1
      }
      return sum > 4 ? 1 : 0
    }
  }

  /// Samples of side L' whose bit at (x, y) is given by the words of the fine sample.
  private static func coarsened(
    _ fine: SpinSamples, side: Int, _ bit: (UnsafeBufferPointer<UInt64>, Int, Int, Int) -> UInt64
  ) -> SpinSamples {
    let stride = (side * side + 63) / 64
    var words = [UInt64](repeating: 0, count: fine.count * stride)
    fine.words.withUnsafeBufferPointer { source in
      for sample in 0..<fine.count {
        let spins = UnsafeBufferPointer(rebasing: source[sample * fine.stride..<(sample + 1) * fine.stride])
        for y in 0..<side {
          for x in 0..<side {
            let site = y &* side &+ x
            words[sample &* stride &+ site &>> 6] |= bit(spins, x, y, site) &<< UInt64(site & 63)
          }
        }
      }
    }
    return SpinSamples(units: side * side, count: fine.count, words: words)
  }

  /// Word k of the string of bits read `offset` bits later (earlier if negative), zeros beyond its ends.
  @inline(__always)
  private static func word(_ k: Int, of bits: UnsafeBufferPointer<UInt64>, later offset: Int) -> UInt64 {
    let (start, shift) = (k &+ offset >> 6, UInt64(offset & 63))
    let low = start >= 0 && start < bits.count ? bits[start] >> shift : 0
    let high = start >= -1 && start < bits.count &- 1 ? bits[start &+ 1] << (64 &- shift) : 0
    return low | high
  }
}
