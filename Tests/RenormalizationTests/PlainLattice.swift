import Lattice
import Random

@testable import Renormalization

/// Spins ±1 in rows on a torus and the plainest loops over them.
struct PlainLattice {
  var spins: [[Int]]
  var side: Int { spins.count }

  init(_ spins: [[Int]]) { self.spins = spins }

  init(_ lattice: SpinLattice) {
    spins = (0..<lattice.side).map { y in (0..<lattice.side).map { x in lattice[y, x] ? 1 : -1 } }
  }

  /// Each spin up with probability p.
  init(side: Int, up p: Double, _ random: inout RandomStream) {
    spins = (0..<side).map { _ in (0..<side).map { _ in random.uniform() < p ? 1 : -1 } }
  }

  /// The configuration number `index`, bit side · y + x for site (y, x).
  init(side: Int, index: Int) {
    spins = (0..<side).map { y in (0..<side).map { x in 2 * (index >> (side * y + x) & 1) - 1 } }
  }

  subscript(y: Int, x: Int) -> Int { spins[(y % side + side) % side][(x % side + side) % side] }

  var packed: SpinLattice {
    var lattice = SpinLattice(side: side)
    for y in 0..<side {
      for x in 0..<side { lattice[y, x] = self[y, x] == 1 }
    }
    return lattice
  }

  var flipped: PlainLattice { PlainLattice(spins.map { $0.map { -$0 } }) }

  /// Σ over sites of the product of the spins of a mask of the 3 × 3 window.
  func productSum(_ mask: Int) -> Int {
    var sum = 0
    for y in 0..<side {
      for x in 0..<side {
        var product = 1
        for site in 0..<9 where mask >> site & 1 == 1 { product *= self[y + site / 3, x + site % 3] }
        sum += product
      }
    }
    return sum
  }

  /// The 86 orbit averages, valid also where the sites of a window coincide.
  var averages: [Double] {
    let sums = (0..<512).map(productSum)
    return WindowOrbits.all.map { orbit in
      let sum = orbit.members.reduce(0) { $0 + sums[$1] }
      return Double(sum) / Double(orbit.members.count * side * side)
    }
  }
}

/// The generator written out: a fine spin sees its own block and the three blocks on its side.
struct PlainGenerator {
  /// ⟨s | own, h, v, d⟩ at index own | h << 1 | v << 2 | d << 3.
  let f: [Double]

  /// The conditional magnetizations of the doubled lattice, row after row.
  func means(_ coarse: PlainLattice) -> [[Double]] {
    (0..<2 * coarse.side).map { y in
      (0..<2 * coarse.side).map { x in
        let (blockY, blockX) = (y / 2, x / 2)
        let besideY = y % 2 == 0 ? blockY - 1 : blockY + 1
        let besideX = x % 2 == 0 ? blockX - 1 : blockX + 1
        let seen = [
          coarse[blockY, blockX], coarse[blockY, besideX], coarse[besideY, blockX], coarse[besideY, besideX],
        ]
        return f[seen.enumerated().reduce(0) { $0 | ($1.element == 1 ? 1 : 0) << $1.offset }]
      }
    }
  }

  /// Exact conditional means of the 86 orbit averages of a doubled lattice of side ≥ 3 given the coarse one.
  func conditionalAverages(_ coarse: PlainLattice) -> [Double] {
    let means = self.means(coarse)
    let side = means.count
    let sums = (0..<512).map { mask -> Double in
      var sum = 0.0
      for y in 0..<side {
        for x in 0..<side {
          var product = 1.0
          for site in 0..<9 where mask >> site & 1 == 1 {
            product *= means[(y + site / 3) % side][(x + site % 3) % side]
          }
          sum += product
        }
      }
      return sum
    }
    return WindowOrbits.all.map { orbit in
      orbit.members.reduce(0) { $0 + sums[$1] } / Double(orbit.members.count * side * side)
    }
  }

  /// Probability of a fine configuration given the coarse one.
  func probability(_ fine: PlainLattice, given means: [[Double]]) -> Double {
    var probability = 1.0
    for y in 0..<fine.side {
      for x in 0..<fine.side { probability *= (1 + Double(fine[y, x]) * means[y][x]) / 2 }
    }
    return probability
  }

  /// A sample of the doubled lattice.
  func doubled(_ coarse: PlainLattice, _ random: inout RandomStream) -> PlainLattice {
    PlainLattice(means(coarse).map { $0.map { random.uniform() < (1 + $0) / 2 ? 1 : -1 } })
  }
}
