import Foundation
import Random

@testable import Lattice

/// A configuration as plain numbers ±1, with every moment as a loop over sites.
struct PlainCube {
  let side: Int
  var spins: [Int]

  init(side: Int, _ spin: (Int, Int, Int) -> Int) {
    self.side = side
    spins = []
    for z in 0..<side { for y in 0..<side { for x in 0..<side { spins.append(spin(x, y, z)) } } }
  }

  init(side: Int, _ random: inout RandomStream) {
    self.side = side
    spins = (0..<side * side * side).map { _ in random.next() >> 63 == 0 ? 1 : -1 }
  }

  var packed: CubicSpins {
    var words = [UInt64](repeating: 0, count: (spins.count + 63) / 64)
    for (i, spin) in spins.enumerated() where spin < 0 { words[i / 64] |= 1 << UInt64(i % 64) }
    return CubicSpins(side: side, words: words)
  }

  var q: Double { Double(spins.reduce(0, +)) / Double(spins.count) }

  /// Σ over the plane j of axis 0, 1, 2.
  private func plane(_ axis: Int, _ j: Int) -> Double {
    let stride = [1, side, side * side][axis]
    return Double(spins.indices.reduce(0) { $0 + ($1 / stride % side == j ? spins[$1] : 0) })
  }

  var structureFactor: Double {
    let squares = (0..<3).map { axis in
      let planes = (0..<side).map { plane(axis, $0) }
      let phase = planes.indices.map { 2 * Double.pi * Double($0) / Double(side) }
      let real = zip(planes, phase).reduce(0.0) { $0 + $1.0 * cos($1.1) }
      let imaginary = zip(planes, phase).reduce(0.0) { $0 + $1.0 * sin($1.1) }
      return real * real + imaginary * imaginary
    }
    return squares.reduce(0, +) / 3 / Double(spins.count * spins.count)
  }

  func correlation(_ r: Int) -> Double {
    var sum = 0
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          let spin = spins[x + side * (y + side * z)]
          sum += spin * spins[(x + r) % side + side * (y + side * z)]
          sum += spin * spins[x + side * ((y + r) % side + side * z)]
          sum += spin * spins[x + side * (y + side * ((z + r) % side))]
        }
      }
    }
    return Double(sum) / Double(3 * spins.count)
  }
}
