import Random

@testable import Learning

/// A cubic configuration with one number a site, written as the definitions read.
struct PlainCube: Equatable {
  let side: Int
  var spins: [Int]

  init(side: Int, _ spin: (Int, Int, Int) -> Int) {
    self.side = side
    spins = []
    for z in 0..<side { for y in 0..<side { for x in 0..<side { spins.append(spin(x, y, z)) } } }
  }

  init(_ words: [UInt64], side: Int) {
    self.init(side: side) { x, y, z in
      let site = x + side * (y + side * z)
      return words[site / 64] >> UInt64(site % 64) & 1 == 0 ? 1 : -1
    }
  }

  /// Independent spins, each sign equally likely.
  static func noise(side: Int, _ random: inout RandomStream) -> PlainCube {
    var cube = PlainCube(side: side) { _, _, _ in 1 }
    for site in cube.spins.indices { cube.spins[site] = random.next() >> 63 == 0 ? 1 : -1 }
    return cube
  }

  var packed: [UInt64] {
    var words = [UInt64](repeating: 0, count: (spins.count + 63) / 64)
    for (site, spin) in spins.enumerated() where spin < 0 { words[site / 64] |= 1 << UInt64(site % 64) }
    return words
  }

  /// The spin at any integers, periodically.
  subscript(x: Int, y: Int, z: Int) -> Int {
    func wrapped(_ i: Int) -> Int { (i % side + side) % side }
    return spins[wrapped(x) + side * (wrapped(y) + side * wrapped(z))]
  }

  var flipped: PlainCube { PlainCube(side: side) { -self[$0, $1, $2] } }

  /// One of the 48 symmetries of the cube: an axis permutation and reflections.
  func transformed(_ symmetry: CubeSymmetry) -> PlainCube {
    PlainCube(side: side) { x, y, z in
      let s = symmetry.source(SIMD3(x, y, z), side: side)
      return self[s.x, s.y, s.z]
    }
  }

  /// The ten sums of spins around fine site (x, y, z), from the definition of the labels.
  func orbitSums(fine site: SIMD3<Int>) -> [Int] {
    let cell = SIMD3(site.x / 2, site.y / 2, site.z / 2)
    let g = SIMD3(2 * (site.x % 2) - 1, 2 * (site.y % 2) - 1, 2 * (site.z % 2) - 1)
    var sums = [Int](repeating: 0, count: 10)
    for a in -1...1 {
      for b in -1...1 {
        for c in -1...1 {
          let sorted = [a * g.x, b * g.y, c * g.z].sorted()
          let name = "(\(sorted[0]),\(sorted[1]),\(sorted[2]))"
          guard let label = SymmetricLogistic.labels.firstIndex(of: name) else { continue }
          sums[label] += self[cell.x + a, cell.y + b, cell.z + c]
        }
      }
    }
    return sums
  }

  /// Logits of all fine sites in their order.
  func logits(_ weights: [Double]) -> [Double] {
    var logits: [Double] = []
    for z in 0..<(2 * side) {
      for y in 0..<(2 * side) {
        for x in 0..<(2 * side) {
          let sums = orbitSums(fine: SIMD3(x, y, z))
          logits.append(zip(sums, weights).reduce(0) { $0 + Double($1.0) * $1.1 })
        }
      }
    }
    return logits
  }
}

struct CubeSymmetry {
  let axes: [Int]
  let reflected: [Bool]

  static let all: [CubeSymmetry] = {
    let permutations = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    return permutations.flatMap { axes in
      (0..<8).map { bits in CubeSymmetry(axes: axes, reflected: (0..<3).map { bits >> $0 & 1 == 1 }) }
    }
  }()

  /// Where site r of the transformed lattice comes from.
  func source(_ r: SIMD3<Int>, side: Int) -> SIMD3<Int> {
    var source = SIMD3<Int>()
    for k in 0..<3 { source[k] = reflected[k] ? side - 1 - r[axes[k]] : r[axes[k]] }
    return source
  }

  /// Numbers of a lattice, transformed.
  func applied(_ values: [Double], side: Int) -> [Double] {
    var result: [Double] = []
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          let s = source(SIMD3(x, y, z), side: side)
          result.append(values[s.x + side * (s.y + side * s.z)])
        }
      }
    }
    return result
  }
}

/// Weights of the size that overlaps of the three-dimensional spin glass give at its critical temperature.
let glassWeights = [1.1403, 0.3390, 0.1218, 0.0450, -0.0537, -0.0234, -0.0361, -0.0163, -0.0227, -0.0193]
