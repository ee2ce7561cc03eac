import Foundation
import Lattice
import Random
import Testing

@testable import IsingGenerator

/// Rules, lattices and plain measurements for the tests of dreams.
enum DreamExamples {
  /// The table of the three-parameter network with W = (3.205, 1.175, 0.55), near the optimum for critical
  /// Ising configurations: P(+1) = 1 / (1 + exp(-(W₀ t + W₁ (t_h + t_v) + W₂ t_d)/2)).
  static let table: [Double] = (0..<16).map { context in
    func spin(_ bit: Int) -> Double { context >> bit & 1 == 1 ? 1 : -1 }
    let field = 3.205 * spin(0) + 1.175 * (spin(1) + spin(2)) + 0.55 * spin(3)
    return 1 / (1 + exp(-field / 2))
  }

  /// A table with no symmetry.
  static let skewTable: [Double] = (0..<16).map { Double($0 * 7 % 16 + 1) / 17.5 }

  /// Fair coins.
  static func lattice(side: Int, _ random: inout RandomStream) -> SpinLattice {
    let perRow = (side + 63) / 64
    return SpinLattice(side: side, words: (0..<side * perRow).map { _ in random.next() })
  }

  /// The coarse spin of class 0 (own), 1 (near), 2 (far) or 3 (far2) along an axis for fine coordinate x.
  static func coarse(_ x: Int, _ axisClass: Int, side: Int) -> Int {
    let steps = axisClass == 0 ? 0 : axisClass == 1 ? 1 : axisClass == 2 ? -1 : 2
    return (x / 2 + (x % 2 == 0 ? -steps : steps) + 2 * side) % side
  }

  /// The oriented 4 × 4 patch of fine site (y, x), bit 4i + j for row class i and column class j.
  static func orientedPatch(_ lattice: SpinLattice, _ y: Int, _ x: Int) -> Int {
    var patch = 0
    for i in 0..<4 {
      for j in 0..<4 {
        let row = coarse(y, i, side: lattice.side)
        let column = coarse(x, j, side: lattice.side)
        if lattice[row, column] { patch |= 1 << (4 * i + j) }
      }
    }
    return patch
  }

  /// own | row << 1 | column << 2 | diagonal << 3 of fine site (y, x).
  static func context(_ lattice: SpinLattice, _ y: Int, _ x: Int) -> Int {
    let side = lattice.side
    let (row, column) = (coarse(y, 1, side: side), coarse(x, 1, side: side))
    let own = lattice[y / 2, x / 2] ? 1 : 0
    let neighbours = (lattice[y / 2, column] ? 2 : 0) + (lattice[row, x / 2] ? 4 : 0)
    return own + neighbours + (lattice[row, column] ? 8 : 0)
  }

  /// The unoriented 3 × 3 patch of block (y, x).
  static func blockPatch(_ lattice: SpinLattice, _ y: Int, _ x: Int) -> Int {
    let side = lattice.side
    var patch = 0
    for dy in -1...1 {
      for dx in -1...1 where lattice[(y + dy + side) % side, (x + dx + side) % side] {
        patch |= 1 << (3 * (dy + 1) + dx + 1)
      }
    }
    return patch
  }

  /// The lattice of twice the side whose spin at (y, x) is `spin(y, x)`.
  static func fine(of coarse: SpinLattice, _ spin: (Int, Int) -> Bool) -> SpinLattice {
    var fine = SpinLattice(side: 2 * coarse.side, up: false)
    for y in 0..<fine.side {
      for x in 0..<fine.side { fine[y, x] = spin(y, x) }
    }
    return fine
  }

  /// The mean spin and the mean over sites of s (s_right + s_down), the latter at L = 2 with doubled bonds.
  static func means(_ lattice: SpinLattice) -> (m: Double, u: Double) {
    let side = lattice.side
    var up = 0
    var satisfied = 0
    for y in 0..<side {
      for x in 0..<side {
        let spin = lattice[y, x]
        up += spin ? 1 : 0
        satisfied += spin == lattice[y, (x + 1) % side] ? 1 : 0
        satisfied += spin == lattice[(y + 1) % side, x] ? 1 : 0
      }
    }
    let sites = Double(side * side)
    return (2 * Double(up) / sites - 1, 2 * Double(satisfied) / sites - 2)
  }

  /// Fowler, Noll, Vo: FNV-1a of the words.
  static func digest(_ lattice: SpinLattice) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in lattice.words {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (word >> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
    return hash
  }
}
