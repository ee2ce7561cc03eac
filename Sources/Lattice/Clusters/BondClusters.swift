import Random

/// The clusters of sites that open bonds join on the L × L torus, each with a fair coin, bit-packed.
///
/// Rows of ⌈L/64⌉ words; bit x of a row of `right` is the bond from site x to x + 1, of `down` to the row
/// below; the last ones lead back to the first. Sites of a row joined by open bonds are a run, numbered in
/// raster order; runs are united across vertical bonds by Rem's splicing union-find (M. M. A. Patwary, J.
/// Blair, F. Manne, SEA 2010, LNCS 6049, 411). Labels never exceed their run, so a root is the first run of
/// its cluster whatever the order of unions. Of the bonds between the same two runs only one is followed,
/// and the first bond to a run that is still alone only copies a label.
struct BondClusters {
  let side: Int
  let words: Int
  /// Open bonds.
  let right: UnsafeMutablePointer<UInt64>
  let down: UnsafeMutablePointer<UInt64>
  /// The beginnings of runs while clusters are found; after `toss` the sites to flip.
  let flips: UnsafeMutablePointer<UInt64>
  private let coins: UnsafeMutablePointer<UInt64>
  /// The number of runs before a word, less one.
  private let base: UnsafeMutablePointer<UInt32>
  private let labels: UnsafeMutablePointer<UInt32>
  private let lastMask: UInt64

  static func wordsPerRow(_ side: Int) -> Int { (side + 63) / 64 }
  /// Words of a bond plane: a multiple of 8, for bonds that are drawn 512 at a time, with one or more to spare.
  static func plane(_ side: Int) -> Int { (side * wordsPerRow(side) + 8) / 8 * 8 }
  /// Where the coins of the clusters begin in the storage of 64 bits.
  static func coinOffset(_ side: Int) -> Int { 3 * plane(side) }
  /// Words of storage of 64 bits.
  static func planeWords(_ side: Int) -> Int { coinOffset(side) + (side * side + 511) / 512 * 8 }
  /// Words of storage of 32 bits.
  static func labelCount(_ side: Int) -> Int { plane(side) + side * side }

  init(side: Int, planes: UnsafeMutablePointer<UInt64>, labels: UnsafeMutablePointer<UInt32>) {
    let plane = Self.plane(side)
    self.side = side
    words = Self.wordsPerRow(side)
    right = planes
    down = planes + plane
    flips = planes + 2 * plane
    coins = planes + Self.coinOffset(side)
    base = labels
    self.labels = labels + plane
    lastMask = SpinLattice.mask(ofWord: words - 1, side: side)
  }

  /// Marks the sites to flip in `flips`: all sites of a cluster or none, with probability ½.
  func toss(_ random: inout Xoshiro512) {
    let runs = findRuns()
    closeRow(0)
    for y in 1..<side {
      joinToRowAbove(y)
      closeRow(y)
    }
    joinLastRowToFirst()
    tossCoins(runs, &random)
    markFlips()
  }

  @inline(__always)
  private func mask(_ k: Int) -> UInt64 { k &+ 1 == words ? lastMask : .max }
}

// MARK: - Runs and their unions

extension BondClusters {
  /// Numbers the runs and makes each a cluster of its own; returns how many there are.
  @inline(__always)
  private func findRuns() -> Int {
    var runs: UInt32 = 0
    for y in 0..<side {
      var carry: UInt64 = 0
      for k in 0..<words {
        let j = y &* words &+ k
        let start = ~(right[j] &<< 1 | carry) & mask(k)
        carry = right[j] &>> 63
        flips[j] = start
        base[j] = runs &- 1
        runs = runs &+ UInt32(truncatingIfNeeded: start.nonzeroBitCount)
      }
    }
    for i in 0..<runs { labels[Int(i)] = i }
    return Int(runs)
  }

  /// The run of the highest bit of `upTo`, a mask of low bits.
  @inline(__always)
  private func run(_ j: Int, _ upTo: UInt64) -> UInt32 {
    base[j] &+ UInt32(truncatingIfNeeded: (flips[j] & upTo).nonzeroBitCount)
  }

  /// The lowest set bit of `bits` in each segment that begins at a set bit of `segments`, whose bit 0 is
  /// set: subtracting the beginnings borrows through the zeros of a segment up to that bit, or to the end
  /// of the segment, which is set for the purpose.
  @inline(__always)
  private func lowest(_ bits: UInt64, _ segments: UInt64) -> UInt64 {
    let ended: UInt64 = bits | segments &>> 1 | 1 &<< 63
    return bits & ~(ended &- segments)
  }

  /// Follows the open bonds from row y − 1 down to row y, whose runs are still alone but for the one that a
  /// word inherits from the word before.
  @inline(__always)
  private func joinToRowAbove(_ y: Int) {
    let upper = (y &- 1) &* words
    let lower = y &* words
    for k in 0..<words {
      let j = upper &+ k
      let i = lower &+ k
      let below = flips[i]
      let inherited = (below & (0 &- below)) &- 1
      var first = lowest(down[j], below | 1) & ~inherited
      let rest = lowest(down[j], flips[j] | below | 1) & ~first
      while first != 0 {
        let upTo = first ^ (first &- 1)
        labels[Int(run(i, upTo))] = labels[Int(run(j, upTo))]
        first &= first &- 1
      }
      join(j, i, rest)
    }
  }

  @inline(__always)
  private func joinLastRowToFirst() {
    let upper = (side &- 1) &* words
    for k in 0..<words {
      let j = upper &+ k
      join(j, k, lowest(down[j], flips[j] | flips[k] | 1))
    }
  }

  /// Unites the runs of words j and i at every set bit of `bonds`.
  @inline(__always)
  private func join(_ j: Int, _ i: Int, _ bonds: UInt64) {
    var bonds = bonds
    while bonds != 0 {
      let upTo = bonds ^ (bonds &- 1)
      unite(run(j, upTo), run(i, upTo))
      bonds &= bonds &- 1
    }
  }

  /// The bond from the last site of a row to the first.
  @inline(__always)
  private func closeRow(_ y: Int) {
    let first = y &* words
    let last = first &+ words &- 1
    if right[last] &>> UInt64((side &- 1) & 63) & 1 == 1 { unite(base[first] &+ 1, run(last, .max)) }
  }

  @inline(__always)
  private func unite(_ one: UInt32, _ other: UInt32) {
    var a = one
    var b = other
    var labelA = labels[Int(a)]
    var labelB = labels[Int(b)]
    while labelA != labelB {
      let exchange = labelA > labelB
      let larger = exchange ? a : b
      let above = exchange ? labelA : labelB
      let below = exchange ? labelB : labelA
      a = exchange ? b : a
      labels[Int(larger)] = below
      if larger == above { return }
      b = above
      labelA = below
      labelB = labels[Int(b)]
    }
  }
}

// MARK: - Coins

extension BondClusters {
  @inline(__always)
  private func tossCoins(_ runs: Int, _ random: inout Xoshiro512) {
    var generator = random
    for i in stride(from: 0, to: runs, by: 512) {
      UnsafeMutableRawPointer(coins + i / 64).storeBytes(of: generator.next(), as: SIMD8<UInt64>.self)
    }
    random = generator
  }

  /// Replaces every label by the coin of its cluster and marks the runs with a coin of one.
  @inline(__always)
  private func markFlips() {
    for y in 0..<side {
      var carry: UInt64 = 0
      for k in 0..<words {
        let j = y &* words &+ k
        var start = flips[j]
        let inner = ~(start | 1)
        var run = Int(base[j] &+ 1)
        var flipped = carry & ~start
        while start != 0 {
          let parent = Int(labels[run])
          // A root reads back the coin that it has just stored: no branch.
          labels[run] = UInt32(truncatingIfNeeded: coins[run &>> 6] &>> UInt64(run & 63) & 1)
          let coin = labels[parent]
          labels[run] = coin
          flipped |= UInt64(coin) &<< UInt64(start.trailingZeroBitCount)
          start &= start &- 1
          run &+= 1
        }
        // Adding the flipped starts carries through the inner bits of their runs.
        let filled = flipped | (inner & ~((inner | flipped) &+ flipped))
        carry = filled &>> 63
        flips[j] = filled & mask(k)
      }
    }
  }
}
