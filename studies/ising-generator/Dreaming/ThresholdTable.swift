import CSimd
import Lattice
import Random

/// Probabilities of a set bit by context, as 64-bit thresholds.
struct ThresholdTable: Sendable {
  private let thresholds: [UInt64]

  init(_ probabilities: [Double]) {
    thresholds = probabilities.map { BernoulliThreshold($0).digits }
  }

  /// The fine lattice whose spins have the contexts of `row(Y, i)`: fine row 2Y + i for 0 ≤ Y < L, i ∈ {0,
  /// 1}.
  ///
  /// Eight spins of a row share one call of the generator, one 64-bit uniform number each; the rest of the
  /// last call of a row is not used.
  @inline(__always)
  func refined(
    coarseSide: Int, random: inout Xoshiro512, row: (Int, Int, UnsafeMutablePointer<UInt16>) -> Void
  ) -> SpinLattice {
    let side = 2 * coarseSide
    let perRow = (side + 63) / 64
    let padded = 64 * perRow
    let words = [UInt64](unsafeUninitializedCapacity: side * perRow) { buffer, initialized in
      guard let target = buffer.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: padded) { contexts in
        guard let contexts = contexts.baseAddress else { return }
        contexts.initialize(repeating: 0, count: padded)
        for y in 0..<side {
          row(y / 2, y % 2, contexts)
          draw(side, contexts, target + y * perRow, &random)
        }
      }
      initialized = side * perRow
    }
    return SpinLattice(side: side, words: words)
  }

  /// Draws one row. Bits beyond its end are arbitrary.
  @inline(__always)
  private func draw(
    _ side: Int, _ contexts: UnsafePointer<UInt16>, _ target: UnsafeMutablePointer<UInt64>,
    _ random: inout Xoshiro512
  ) {
    thresholds.withUnsafeBufferPointer { thresholds in
      var generator = random
      var x = 0
      while x < side {
        // A word of eight calls; the last one of a row may need fewer.
        var word: UInt64 = 0
        let start = x
        while x < side && x < start &+ 64 {
          word |= Self.bits(generator.next(), thresholds, contexts + x) &<< UInt64(x & 63)
          x &+= 8
        }
        target[start / 64] = word
      }
      random = generator
    }
  }

  /// Eight draws, the first one in the lowest bit.
  @inline(__always)
  private static func bits(
    _ uniform: SIMD8<UInt64>, _ thresholds: UnsafeBufferPointer<UInt64>, _ contexts: UnsafePointer<UInt16>
  ) -> UInt64 {
    var bits: UInt64 = 0
    for lane in stride(from: 7, through: 0, by: -1) {
      let isUp = uniform[lane] < thresholds[Int(contexts[lane])]
      bits = bits &+ bits &+ (isUp ? 1 : 0)
    }
    return bits
  }
}
