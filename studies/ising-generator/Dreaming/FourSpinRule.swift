import CSimd
import Lattice
import Random

/// The rule of the single-layer network: a fine spin depends on four coarse ones.
///
/// The spin at row y and column x of block (Y, X) = (y/2, x/2) sees its own block and the nearest blocks on
/// its side: (Y, X ∓ 1), (Y ∓ 1, X) and (Y ∓ 1, X ∓ 1) for even and odd x and y. Given the coarse lattice
/// all fine spins are independent.
///
/// 512 blocks are refined at once, one bit each: bit planes for the neighbours, the binary digits of a
/// uniform number a spin compared with those of its threshold, and the interleaving of bits into two fine
/// rows. Probabilities are exact to 64 binary digits; one that rounds to 1 becomes 1 - 2⁻⁶⁴.
struct FourSpinRule: UpsamplingRule {
  /// P(s = +1) for context own | row << 1 | column << 2 | diagonal << 3, where a set bit is a coarse spin +1.
  let probabilities: [Double]
  private let planes: Planes

  private enum Planes: Sendable {
    case six(SixContextPlanes)
    case sixteen(SixteenContextPlanes)
  }

  /// - Throws: `DreamError` unless there are 16 numbers in [0, 1].
  init(probabilities: [Double]) throws(DreamError) {
    try DreamError.check(probabilities, allowed: [16], rule: "FourSpinRule")
    self.probabilities = probabilities
    if Self.isSymmetric(probabilities) {
      let agreement = (0..<6).map { k in
        let neighbours = k / 2
        let context = 1 | (neighbours > 0 ? 2 : 0) | (neighbours > 1 ? 4 : 0) | (k & 1) << 3
        return probabilities[context]
      }
      planes = .six(SixContextPlanes(agreement: agreement))
    } else {
      planes = .sixteen(SixteenContextPlanes(probabilities: probabilities))
    }
  }

  /// Whether the table is invariant under a flip of all spins and the exchange of rows and columns, to within
  /// 2⁻⁵⁰, the rounding of a formula that is evaluated for both.
  static func isSymmetric(_ probabilities: [Double]) -> Bool {
    probabilities.indices.allSatisfy { context in
      let exchanged = context & 0b1001 | (context & 2) << 1 | (context & 4) >> 1
      let flip = abs(probabilities[context] + probabilities[15 - context] - 1)
      return flip <= 0x1p-50 && abs(probabilities[context] - probabilities[exchanged]) <= 0x1p-50
    }
  }

  func refined(_ coarse: SpinLattice, random: inout Xoshiro512) -> SpinLattice {
    switch planes {
    case .six(let planes): Self.refined(coarse, planes, &random)
    case .sixteen(let planes): Self.refined(coarse, planes, &random)
    }
  }

  private static func refined<Planes: BernoulliPlanes>(
    _ coarse: SpinLattice, _ planes: Planes, _ random: inout Xoshiro512
  ) -> SpinLattice {
    let side = coarse.side
    let rows = FineRows(coarseSide: side)
    var neighbours = NeighbourPlanes(side: side)
    let count = 2 * side * rows.fineWords
    let words = [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      planes.digits.withUnsafeBufferPointer { digits in
        guard let digits = digits.baseAddress else { return }
        for first in stride(from: 0, to: side, by: neighbours.rowsPerBand) {
          neighbours.load(coarse, from: first, rows: min(neighbours.rowsPerBand, side - first))
          let target = start + 2 * first * rows.fineWords
          refine(neighbours, rows, digits, Planes.self, target, &random)
        }
      }
      initialized = count
    }
    return SpinLattice(side: 2 * side, words: words)
  }

  /// Refines one band; quadrants in the order (0,0), (0,1), (1,0), (1,1).
  @inline(__always)
  private static func refine<Planes: BernoulliPlanes>(
    _ band: borrowing NeighbourPlanes, _ rows: FineRows, _ digits: UnsafePointer<UInt32>,
    _ planes: Planes.Type, _ target: UnsafeMutablePointer<UInt64>, _ random: inout Xoshiro512
  ) {
    var generator = random
    // All of n spins are decided after log₂ n + 2 digits with a chance of about 3/4.
    let spins = min(band.side, 8) * min(band.side, 64)
    let unchecked = Int.bitWidth - spins.leadingZeroBitCount + 1
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: 4) { four in
      guard let four = four.baseAddress else { return }
      four.initialize(repeating: SIMD8(), count: 3)
      (four + 3).initialize(to: SIMD8(repeating: .max))
      var index = 0
      while index < band.count {
        let own = band.spins(index)
        let sites = band.sites(index)
        let left = band.leftSpins(index)
        let right = band.rightSpins(index)
        let above = band.spins(index, row: -1)
        let below = band.spins(index, row: 1)
        let q0 = Planes.draw(
          own: own, row: left, column: above, diagonal: band.leftSpins(index, row: -1), sites: sites,
          digits: digits, planes: four, unchecked: unchecked, random: &generator)
        let q1 = Planes.draw(
          own: own, row: right, column: above, diagonal: band.rightSpins(index, row: -1), sites: sites,
          digits: digits, planes: four, unchecked: unchecked, random: &generator)
        let q2 = Planes.draw(
          own: own, row: left, column: below, diagonal: band.leftSpins(index, row: 1), sites: sites,
          digits: digits, planes: four, unchecked: unchecked, random: &generator)
        let q3 = Planes.draw(
          own: own, row: right, column: below, diagonal: band.rightSpins(index, row: 1), sites: sites,
          digits: digits, planes: four, unchecked: unchecked, random: &generator)
        let top = BitInterleaving.merged(even: q0, odd: q1)
        let bottom = BitInterleaving.merged(even: q2, odd: q3)
        let block = FineRows.Block(
          topLow: top.low, topHigh: top.high, bottomLow: bottom.low, bottomHigh: bottom.high)
        rows.store(block, at: index, end: band.count, in: target)
        index &+= 8
      }
    }
    random = generator
  }
}
