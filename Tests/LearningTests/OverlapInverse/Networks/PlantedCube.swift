import Foundation
import Random

@testable import Learning

/// Plain periodic cubes of spins ±1, and laws of fine spins for coarse ones that are known in closed form.
struct PlantedCube {
  let side: Int
  var spins: [Int]

  init(side: Int) {
    self.side = side
    spins = [Int](repeating: 1, count: side * side * side)
  }

  init(_ words: [UInt64], side: Int) {
    self.init(side: side)
    for i in spins.indices { spins[i] = words[i / 64] >> UInt64(i % 64) & 1 == 1 ? -1 : 1 }
  }

  init(side: Int, random: inout RandomStream) {
    self.init(side: side)
    for i in spins.indices { spins[i] = random.below(2) == 0 ? 1 : -1 }
  }

  subscript(_ x: Int, _ y: Int, _ z: Int) -> Int {
    get { spins[index(x, y, z)] }
    set { spins[index(x, y, z)] = newValue }
  }

  private func index(_ x: Int, _ y: Int, _ z: Int) -> Int {
    let (x, y, z) = ((x + 2 * side) % side, (y + 2 * side) % side, (z + 2 * side) % side)
    return x + side * (y + side * z)
  }

  var packed: [UInt64] {
    var words = [UInt64](repeating: 0, count: (spins.count + 63) / 64)
    for (i, spin) in spins.enumerated() where spin < 0 { words[i / 64] |= 1 << UInt64(i % 64) }
    return words
  }

  var flipped: PlantedCube {
    var cube = self
    cube.spins = spins.map { -$0 }
    return cube
  }

  /// The cube whose spin at u, counted from the centre, is that at g u, (g u)_k = sign_k u_axis(k).
  func turned(_ axes: [Int], _ signs: [Int]) -> PlantedCube {
    var cube = self
    for i in spins.indices {
      let u = [i % side, i / side % side, i / side / side].map { 2 * $0 - (side - 1) }
      let v = (0..<3).map { (signs[$0] * u[axes[$0]] + side - 1) / 2 }
      cube.spins[i] = self[v[0], v[1], v[2]]
    }
    return cube
  }

  /// The 27 spins around a site, x offset running fastest.
  func window(_ x: Int, _ y: Int, _ z: Int) -> [Double] {
    (0..<27).map { Double(self[x + $0 % 3 - 1, y + $0 / 3 % 3 - 1, z + $0 / 9 - 1]) }
  }

  /// Mean of s(x) s(x + r) over sites and axes.
  func correlation(_ r: Int) -> Double {
    var sum = 0
    for i in spins.indices {
      let (x, y, z) = (i % side, i / side % side, i / side / side)
      sum += spins[i] * (self[x + r, y, z] + self[x, y + r, z] + self[x, y, z + r])
    }
    return Double(sum) / Double(3 * spins.count)
  }

  /// Every coarse site with its eight fine sites in the order of the corners.
  func forEachCell(_ body: (_ x: Int, _ y: Int, _ z: Int, _ corners: [[Int]]) -> Void) {
    for i in spins.indices {
      let (x, y, z) = (i % side, i / side % side, i / side / side)
      body(x, y, z, (0..<8).map { [2 * x + $0 % 2, 2 * y + $0 / 2 % 2, 2 * z + $0 / 4] })
    }
  }

  /// The majority of each cell, ties by a fair coin.
  func blocked(_ random: inout RandomStream) -> PlantedCube {
    var coarse = PlantedCube(side: side / 2)
    coarse.forEachCell { x, y, z, corners in
      let sum = corners.reduce(0) { $0 + self[$1[0], $1[1], $1[2]] }
      coarse[x, y, z] = sum == 0 ? 1 - 2 * random.below(2) : sum.signum()
    }
    return coarse
  }

  /// Nearest-neighbour Ising model, heat bath from one of the two ordered states.
  static func ising(side: Int, coupling: Double, sweeps: Int, _ random: inout RandomStream) -> PlantedCube {
    var cube = PlantedCube(side: side)
    if random.below(2) == 1 { cube = cube.flipped }
    let up = (-6...6).map { 1 / (1 + exp(-2 * coupling * Double($0))) }
    for _ in 0..<sweeps {
      for z in 0..<side {
        for y in 0..<side {
          for x in 0..<side {
            let field = cube[x - 1, y, z] + cube[x + 1, y, z] + cube[x, y - 1, z] + cube[x, y + 1, z]
              + cube[x, y, z - 1] + cube[x, y, z + 1]
            cube[x, y, z] = random.uniform() < up[field + 6] ? 1 : -1
          }
        }
      }
    }
    return cube
  }

  /// One number for a list of words.
  static func digest(_ words: [UInt64]) -> UInt64 {
    words.reduce(14_695_981_039_346_656_037) { ($0 ^ $1) &* 1_099_511_628_211 &+ $0 >> 29 }
  }
}

/// A law that respects the sign of all spins and the symmetry of the cube: the spins of a cell are coupled by
/// b along its twelve edges and see the field h_c = a σ₀ + f (σ_x + σ_y + σ_z) + t σ_x σ_y σ_z of the coarse
/// spins σ at the faces that corner c touches: P(s) ∝ exp(Σ h_c s_c + b Σ s s').
struct PlantedCellLaw {
  var centre = 0.5
  var face = 0.2
  var triple = 0.35
  var edge = 0.0

  /// h_c of the eight corners for a window.
  func fields(_ window: [Double]) -> [Double] {
    (0..<8).map { corner in
      var (sum, product) = (0.0, 1.0)
      for (axis, step) in [1, 3, 9].enumerated() {
        let spin = window[corner >> axis & 1 == 1 ? 13 + step : 13 - step]
        sum += spin
        product *= spin
      }
      return centre * window[13] + face * sum + triple * product
    }
  }

  /// P of the 256 patterns, bit c set for spin -1 at corner c.
  func patterns(_ window: [Double]) -> [Double] {
    let h = fields(window)
    let weights = (0..<256).map { pattern in
      let s = (0..<8).map { pattern >> $0 & 1 == 1 ? -1.0 : 1.0 }
      var exponent = zip(h, s).reduce(0) { $0 + $1.0 * $1.1 }
      for corner in 0..<8 {
        for axis in 0..<3 where corner >> axis & 1 == 0 { exponent += edge * s[corner] * s[corner | 1 << axis] }
      }
      return exp(exponent)
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Fine spins for coarse ones.
  func drawn(_ coarse: PlantedCube, _ random: inout RandomStream) -> PlantedCube {
    var fine = PlantedCube(side: 2 * coarse.side)
    coarse.forEachCell { x, y, z, corners in
      var rest = random.uniform()
      var pattern = 0
      for p in patterns(coarse.window(x, y, z)) {
        rest -= p
        if rest < 0 || pattern == 255 { break }
        pattern += 1
      }
      for (corner, site) in corners.enumerated() {
        fine[site[0], site[1], site[2]] = 1 - 2 * (pattern >> corner & 1)
      }
    }
    return fine
  }
}
