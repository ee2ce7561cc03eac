import CSimd
import Random

/// One Swendsen–Wang sweep on borrowed storage, bit-packed: satisfied bonds to the right and down, each kept with
/// probability p, 512 at a time; then the clusters of `BondClusters` and their coins.
struct SwendsenWangKernel {
  private let side: Int
  private let words: Int
  private let lastMask: UInt64
  /// All ones where equal spins satisfy a bond, zero where different ones do.
  private let equal: UInt64
  private let threshold: BernoulliThreshold
  private let spins: UnsafeMutablePointer<UInt64>
  private let clusters: BondClusters

  /// - Parameters:
  ///   - planes: `BondClusters.planeWords` words.
  ///   - labels: `BondClusters.labelCount` words.
  init(
    _ model: ClusterModel, spins: UnsafeMutablePointer<UInt64>, planes: UnsafeMutablePointer<UInt64>,
    labels: UnsafeMutablePointer<UInt32>
  ) {
    side = model.side
    words = BondClusters.wordsPerRow(model.side)
    lastMask = SpinLattice.mask(ofWord: words - 1, side: model.side)
    equal = model.isAntiferromagnetic ? 0 : .max
    threshold = model.openBond
    self.spins = spins
    clusters = BondClusters(side: model.side, planes: planes, labels: labels)
  }

  func sweep(_ random: inout Xoshiro512) {
    markSatisfied()
    openBonds(&random)
    clusters.toss(&random)
    for j in 0..<side &* words { spins[j] ^= clusters.flips[j] }
  }
}

// MARK: - Bonds

extension SwendsenWangKernel {
  /// Writes the satisfied bonds into the planes.
  @inline(__always)
  private func markSatisfied() {
    let (right, down) = (clusters.right, clusters.down)
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
    let (right, down) = (clusters.right, clusters.down)
    // Whole vectors; the last one may reach into the spare words of a plane.
    let drawn = (side &* words &+ 7) / 8 * 8
    var generator = random
    if side <= 32 {
      for j in 0..<drawn { right[j] |= down[j] &<< 32 }
      for j in stride(from: 0, to: drawn, by: 8) { draw(right + j, &generator) }
      for j in 0..<drawn {
        down[j] = right[j] &>> 32
        right[j] &= 0xffff_ffff
      }
    } else {
      for j in stride(from: 0, to: drawn, by: 8) {
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
