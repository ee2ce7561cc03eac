import Random

@testable import Learning

/// Small fields and plain definitions that the kernels are compared with.
enum TestFields {
  static let windowNames = ["2", "4", "plus", "6", "8", "10", "14"]

  /// Independent normal numbers.
  static func normal(_ count: Int, _ random: inout RandomStream) -> [Double] {
    (0..<count).map { _ in random.normal() }
  }

  /// A fine field with correlations, and its block means with a bend: a nonlinear pair without noise.
  static func blockedPairs(side: Int, count: Int, _ random: inout RandomStream) throws -> FieldPairs {
    var pairs = try FieldPairs(side: side)
    for _ in 0..<count {
      let white = normal(4 * side * side, &random)
      let n = 2 * side
      let fine = (0..<n * n).map { site -> Double in
        let (y, x) = (site / n, site % n)
        let neighbours = white[(y + 1) % n * n + x] + white[y * n + (x + 1) % n]
        return 0.7 * white[site] + 0.4 * neighbours
      }
      let coarse = (0..<side * side).map { site -> Double in
        let corner = 2 * (site / side) * n + 2 * (site % side)
        let sum = fine[corner] + fine[corner + 1] + fine[corner + n] + fine[corner + n + 1]
        return 0.25 * sum + (sum > 0 ? 1.5 : -1.5)
      }
      try pairs.append(coarse: coarse, fine: fine)
    }
    return pairs
  }

  /// The patch that fine site (y, x) sees, from the definition.
  static func patch(_ field: [Double], _ side: Int, _ window: PatchWindow, _ y: Int, _ x: Int) -> [Double] {
    let (down, right) = (2 * (y % 2) - 1, 2 * (x % 2) - 1)
    return window.offsets.map { offset in
      let row = ((y / 2 + down * offset.x) % side + side) % side
      let column = ((x / 2 + right * offset.y) % side + side) % side
      return field[row * side + column]
    }
  }

  /// Shifts a field by (dy, dx) sites.
  static func shifted(_ field: [Double], _ side: Int, _ dy: Int, _ dx: Int) -> [Double] {
    (0..<side * side).map { field[(($0 / side) + side - dy) % side * side + ($0 % side + side - dx) % side] }
  }

  /// One of the eight symmetries of the square: bits flip rows, flip columns, transpose.
  static func moved(_ field: [Double], _ side: Int, _ symmetry: Int) -> [Double] {
    (0..<side * side).map { site in
      var (y, x) = (site / side, site % side)
      if symmetry & 1 == 1 { y = side - 1 - y }
      if symmetry & 2 == 2 { x = side - 1 - x }
      if symmetry & 4 == 4 { (y, x) = (x, y) }
      return field[y * side + x]
    }
  }

  static func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(a.count == b.count ? 0 : .infinity) { max($0, abs($1.0 - $1.1)) }
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// A 64-bit digest of the bits of numbers (FNV-1a).
  static func digest(_ words: [UInt64]) -> UInt64 {
    words.reduce(0xcbf2_9ce4_8422_2325) { hash, word in
      stride(from: UInt64(0), to: 64, by: 8).reduce(hash) { ($0 ^ (word &>> $1 & 0xff)) &* 0x100_0000_01b3 }
    }
  }

  /// One map of each kind, with random weights, on a window.
  static func maps(_ window: PatchWindow, _ random: inout RandomStream) throws -> [InverseMap] {
    let transposition = window.transposition
    let raw = normal(window.count, &random)
    let kernel = raw.indices.map { 0.3 * (raw[$0] + raw[transposition[$0]]) }
    let linear = InverseMap(try LinearInverse(window: window, kernel: kernel))
    let networks = try InverseNetwork.Kind.allCases.flatMap { kind in
      try [false, true].flatMap { skip in
        try [false, true].map { odd in
          let start = try InverseNetwork(
            kind: kind, window: window, hidden: 5, skip: skip, odd: odd, random: &random)
          let noise = normal(start.parameters.count, &random)
          let parameters = start.parameters.indices.map { i in
            start.trainable[i] ? start.parameters[i] + 0.2 * noise[i] : 0
          }
          return InverseMap(try start.replacing(parameters))
        }
      }
    }
    return [linear] + networks
  }
}
