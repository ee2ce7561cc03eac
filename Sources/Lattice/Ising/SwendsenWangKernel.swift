import CSimd
import Random

/// One Swendsen–Wang sweep on borrowed storage, bit-packed.
///
/// 1. Bond planes: satisfied bonds to the right and down, each kept with probability p, 512 at a time.
/// 2. Runs: sites of a row joined by open bonds. The runs of all rows are numbered in raster order; `base`
///    of a word is the number of runs before it, less one, so that the run of bit x is `base` plus the
///    number of starts up to x.
/// 3. Union-find of runs across open vertical bonds with Rem's splicing (M. M. A. Patwary, J. Blair, F.
///    Manne, SEA 2010, LNCS 6049, 411): labels never exceed their run, so a root is the first run of its
///    cluster, whatever the order of unions. Of the bonds between the same two runs only one is followed,
///    and the first bond to a run that is still alone only copies a label: no search, no branch.
/// 4. One pass in raster order: a root takes its own coin, every other run that of its label.
struct SwendsenWangKernel {
  /// Where the arrays begin in the storage of a chain.
  struct Layout {
    let side: Int
    var wordsPerRow: Int { (side + 63) / 64 }
    /// Words of a bond plane, filled up to a multiple of 8.
    var plane: Int { (side * wordsPerRow + 7) / 8 * 8 }
    var right: Int { 0 }
    var down: Int { plane }
    var starts: Int { 2 * plane }
    var coins: Int { 3 * plane }
    var planeWords: Int { 3 * plane + (side * side + 511) / 512 * 8 }
    var base: Int { 0 }
    var runs: Int { plane }
    var labelCount: Int { plane + side * side }
  }

  private let side: Int
  private let words: Int
  private let plane: Int
  private let lastMask: UInt64
  /// All ones where equal spins satisfy a bond, zero where different ones do.
  private let equal: UInt64
  private let threshold: BernoulliThreshold
  private let spins: UnsafeMutablePointer<UInt64>
  private let right: UnsafeMutablePointer<UInt64>
  private let down: UnsafeMutablePointer<UInt64>
  private let starts: UnsafeMutablePointer<UInt64>
  private let coins: UnsafeMutablePointer<UInt64>
  private let base: UnsafeMutablePointer<UInt32>
  private let labels: UnsafeMutablePointer<UInt32>

  init(
    _ model: ClusterModel, spins: UnsafeMutablePointer<UInt64>, planes: UnsafeMutablePointer<UInt64>,
    labels: UnsafeMutablePointer<UInt32>
  ) {
    let layout = Layout(side: model.side)
    side = model.side
    words = layout.wordsPerRow
    plane = layout.plane
    lastMask = SpinLattice.mask(ofWord: layout.wordsPerRow - 1, side: model.side)
    equal = model.isAntiferromagnetic ? 0 : .max
    threshold = model.openBond
    self.spins = spins
    right = planes + layout.right
    down = planes + layout.down
    starts = planes + layout.starts
    coins = planes + layout.coins
    base = labels + layout.base
    self.labels = labels + layout.runs
  }

  func sweep(_ random: inout Xoshiro512) {
    markSatisfied()
    openBonds(&random)
    let runs = findRuns()
    closeRow(0)
    for y in 1..<side {
      joinToRowAbove(y)
      closeRow(y)
    }
    joinLastRowToFirst()
    tossCoins(runs, &random)
    flip()
  }
}

// MARK: - Bonds

extension SwendsenWangKernel {
  @inline(__always)
  private func mask(_ k: Int) -> UInt64 { k &+ 1 == words ? lastMask : .max }

  /// Writes the satisfied bonds into the planes.
  @inline(__always)
  private func markSatisfied() {
    let last = words &- 1
    let shift = UInt64((side &- 1) & 63)
    for y in 0..<side {
      let first = y &* words
      let row = spins + first
      let below = spins + (y &+ 1 == side ? 0 : first &+ words)
      for k in 0..<last {
        let next: UInt64 = row[k] &>> 1 | row[k &+ 1] &<< 63
        right[first &+ k] = row[k] ^ next ^ equal
        down[first &+ k] = row[k] ^ below[k] ^ equal
      }
      let next: UInt64 = row[last] &>> 1 | (row[0] & 1) &<< shift
      right[first &+ last] = (row[last] ^ next ^ equal) & lastMask
      down[first &+ last] = (row[last] ^ below[last] ^ equal) & lastMask
    }
  }

  /// Keeps every satisfied bond with probability p. The rows of small lattices leave half of a word free,
  /// where the bonds down are drawn together with those to the right.
  @inline(__always)
  private func openBonds(_ random: inout Xoshiro512) {
    var generator = random
    if side <= 32 {
      for j in 0..<plane { right[j] |= down[j] &<< 32 }
      for j in stride(from: 0, to: plane, by: 8) { draw(right + j, &generator) }
      for j in 0..<plane {
        down[j] = right[j] &>> 32
        right[j] &= 0xffff_ffff
      }
    } else {
      for j in stride(from: 0, to: plane, by: 8) {
        draw(right + j, &generator)
        draw(down + j, &generator)
      }
    }
    random = generator
  }

  @inline(__always)
  private func draw(_ bonds: UnsafeMutablePointer<UInt64>, _ generator: inout Xoshiro512) {
    let satisfied = UnsafeRawPointer(bonds).loadUnaligned(as: SIMD8<UInt64>.self)
    let open = generator.bernoulli(threshold, within: satisfied)
    UnsafeMutableRawPointer(bonds).storeBytes(of: open, as: SIMD8<UInt64>.self)
  }
}

// MARK: - Clusters

extension SwendsenWangKernel {
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
        starts[j] = start
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
    base[j] &+ UInt32(truncatingIfNeeded: (starts[j] & upTo).nonzeroBitCount)
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
      let below = starts[i]
      let inherited = (below & (0 &- below)) &- 1
      var first = lowest(down[j], below | 1) & ~inherited
      let rest = lowest(down[j], starts[j] | below | 1) & ~first
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
      join(j, k, lowest(down[j], starts[j] | starts[k] | 1))
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

// MARK: - Flips

extension SwendsenWangKernel {
  @inline(__always)
  private func tossCoins(_ runs: Int, _ random: inout Xoshiro512) {
    var generator = random
    for i in stride(from: 0, to: runs, by: 512) {
      UnsafeMutableRawPointer(coins + i / 64).storeBytes(of: generator.next(), as: SIMD8<UInt64>.self)
    }
    random = generator
  }

  /// Replaces every label by the coin of its cluster and flips the spins of the runs with a coin of one.
  @inline(__always)
  private func flip() {
    for y in 0..<side {
      var carry: UInt64 = 0
      for k in 0..<words {
        let j = y &* words &+ k
        var start = starts[j]
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
        spins[j] ^= filled & mask(k)
      }
    }
  }
}
