import Foundation

@testable import Lattice

/// The exponential of the C library, independent of the tables of the kernels.
func exactExp(_ x: Double) -> Double { Foundation.exp(x) }

/// Thermal averages of one sample of side 2 by enumeration of its 256 states.
struct ExactCube {
  var energy = 0.0
  var overlapSquared = 0.0

  init(_ bonds: BondPlanes, lane: Int, beta: Double) {
    var pairs: [(Int, Int, Int)] = []
    for i in 0..<8 {
      for d in 0..<3 {
        pairs.append((i, i ^ 1 << d, PlainSweep.bit(bonds.words[3 * i + d], lane) ? -1 : 1))
      }
    }
    var weight = 0.0
    var correlations = [Double](repeating: 0, count: 64)
    for state in 0..<256 {
      let spin = { (i: Int) in 1 - 2 * (state >> i & 1) }
      let e = -pairs.reduce(0) { $0 + $1.2 * spin($1.0) * spin($1.1) }
      let w = exactExp(-beta * Double(e + 24))
      weight += w
      energy += w * Double(e)
      for i in 0..<8 {
        for j in 0..<8 { correlations[8 * i + j] += w * Double(spin(i) * spin(j)) }
      }
    }
    energy /= 8 * weight
    overlapSquared = correlations.reduce(0) { $0 + $1 * $1 } / (weight * weight) / 64
  }
}

/// Mean and its standard error.
struct MeanError {
  var mean = 0.0
  var error = 0.0

  init(_ values: [Double]) {
    let n = Double(values.count)
    mean = values.reduce(0, +) / n
    error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n * (n - 1))).squareRoot()
  }

  /// The means of groups of 64 values.
  static func groups(_ values: [Double]) -> [Double] {
    stride(from: 0, to: values.count, by: 64).map { values[$0..<$0 + 64].reduce(0, +) / 64 }
  }
}
