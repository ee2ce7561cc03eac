import Lattice
import Learning
import Random

/// Critical and other Ising configurations as training data.
enum IsingData {
  /// Configurations of one Wolff chain, each after a fixed number of clusters, with a fair global flip of each.
  ///
  /// - Parameters:
  ///   - coupling: K; infinity gives configurations that are all up or all down.
  ///   - clusters: between configurations; ten times as many before the first, at least 200.
  /// - Throws: `IsingError`, `BoltzmannError`.
  static func samples(
    side: Int, coupling: Double, count: Int, clusters: Int, random: RandomStream
  ) throws -> SpinSamples {
    var flips = random.child("flips")
    var words: [UInt64] = []
    let stride = (side * side + 63) / 64
    words.reserveCapacity(count * stride)
    if coupling.isInfinite {
      let up = packed(SpinLattice(side: side), flipped: false)
      let down = packed(SpinLattice(side: side), flipped: true)
      for sample in 0..<count { words.append(contentsOf: sample % 2 == 0 ? up : down) }
    } else {
      var stream = random.child("chain")
      var chain = try Wolff(side: side, coupling: coupling, random: &stream)
      for _ in 0..<max(200, 10 * clusters) { _ = chain.step() }
      for _ in 0..<count {
        for _ in 0..<clusters { _ = chain.step() }
        words.append(contentsOf: packed(chain.lattice, flipped: flips.next() >> 63 == 1))
      }
    }
    return try SpinSamples(units: side * side, words: words)
  }

  /// A lattice without the gaps at the ends of rows; unit y L + x is site (y, x).
  static func packed(_ lattice: SpinLattice, flipped: Bool) -> [UInt64] {
    let side = lattice.side
    var words = [UInt64](repeating: 0, count: (side * side + 63) / 64)
    for y in 0..<side {
      for k in 0..<lattice.wordsPerRow {
        let bits = min(64, side - 64 * k)
        let mask: UInt64 = bits == 64 ? .max : 1 << UInt64(bits) - 1
        let row =
          (flipped ? ~lattice.words[y * lattice.wordsPerRow + k] : lattice.words[y * lattice.wordsPerRow + k]) & mask
        let start = y * side + 64 * k
        words[start >> 6] |= row << UInt64(start & 63)
        let over = start & 63 + bits - 64
        if over > 0 { words[start >> 6 + 1] |= row >> UInt64(bits - over) }
      }
    }
    return words
  }

  /// One sample as a lattice.
  static func lattice(_ samples: SpinSamples, _ sample: Int, side: Int) -> SpinLattice {
    var lattice = SpinLattice(side: side, up: false)
    for y in 0..<side {
      for x in 0..<side where samples[sample, y * side + x] { lattice[y, x] = true }
    }
    return lattice
  }
}
