import Foundation
import Lattice

/// A real field on a periodic cube, site x + L (y + L z): what an inverse map without binarisation makes.
struct ContinuousCube {
  let side: Int
  let values: [Double]

  init(side: Int, values: [Double]) {
    self.side = side
    self.values = values
  }

  init(_ spins: CubicSpins) {
    side = spins.side
    values = (0..<spins.side * spins.side * spins.side).map { site in
      spins.words[site >> 6] >> UInt64(site & 63) & 1 == 0 ? 1 : -1
    }
  }

  /// The same averages as of a configuration of spins.
  var moments: CubicMoments {
    let volume = Double(values.count)
    let distances = 1...max(1, min(4, side / 2))
    var planes = [[Double]](repeating: [Double](repeating: 0, count: side), count: 3)
    var products = [Double](repeating: 0, count: distances.count)
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          let value = self[x, y, z]
          for (axis, place) in [x, y, z].enumerated() { planes[axis][place] += value }
          for r in distances {
            let sum = self[(x + r) % side, y, z] + self[x, (y + r) % side, z] + self[x, y, (z + r) % side]
            products[r - 1] += value * sum
          }
        }
      }
    }
    let structure = planes.map { square(ofFourierComponent: $0) / (volume * volume) }
    return CubicMoments(
      side: side, q: values.reduce(0, +) / volume, structureFactor: structure.reduce(0, +) / 3,
      correlation: products.map { $0 / (3 * volume) })
  }

  /// The field averaged over 2 × 2 × 2 blocks, by its sign: what the majority rule makes of it.
  var blockSigns: [Int] {
    let half = side / 2
    return (0..<half * half * half).map { block in
      let (x, y, z) = (block % half, block / half % half, block / (half * half))
      var sum = 0.0
      for corner in 0..<8 { sum += self[2 * x + corner & 1, 2 * y + corner >> 1 & 1, 2 * z + corner >> 2] }
      return sum < 0 ? -1 : 1
    }
  }

  private subscript(x: Int, y: Int, z: Int) -> Double { values[x + side * (y + side * z)] }

  private func square(ofFourierComponent planes: [Double]) -> Double {
    let angle = 2 * Double.pi / Double(side)
    let real = planes.enumerated().reduce(0) { $0 + $1.element * cos(angle * Double($1.offset)) }
    let imaginary = planes.enumerated().reduce(0) { $0 + $1.element * sin(angle * Double($1.offset)) }
    return real * real + imaginary * imaginary
  }
}
