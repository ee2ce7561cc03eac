import Foundation

@testable import MLRG

/// Block Gibbs on a bipartite graph from its joint weights exp(E(v, h)), state by state: no conditional
/// probability is written down, and no formula of the module is used.
struct SweepEnumeration {
  /// P(h | v), a row for each v.
  let down: [[Double]]
  /// P(v | h), a row for each h.
  let up: [[Double]]

  /// `exponent`: E(v, h) of spins ±1; bit i of a state's number is set where spin i is +1.
  init(visible: Int, hidden: Int, _ exponent: ([Double], [Double]) -> Double) {
    func spins(_ count: Int) -> [[Double]] {
      (0..<(1 << count)).map { state in (0..<count).map { state >> $0 & 1 == 1 ? 1 : -1 } }
    }
    let (v, h) = (spins(visible), spins(hidden))
    let weights = v.map { v in h.map { exp(exponent(v, $0)) } }
    down = weights.map(Self.normalised)
    up = h.indices.map { k in Self.normalised(weights.map { $0[k] }) }
  }

  /// The fine block of one coupling: edge spin e between the corners e and e + 1.
  static func square(_ j: Double) -> SweepEnumeration {
    SweepEnumeration(visible: 4, hidden: 4) { v, h in
      (0..<4).reduce(0) { $0 + j * h[$1] * (v[$1] + v[($1 + 1) % 4]) }
    }
  }

  /// Components 1 and 2 of the fine block of five couplings: corners 0 … 3 and 4 … 7, edges alike.
  static func pairSquare(_ j: [Double]) -> SweepEnumeration {
    SweepEnumeration(visible: 8, hidden: 8) { v, h in
      (0..<4).reduce(0) { sum, e in
        let (a, b) = (v[e] + v[(e + 1) % 4], v[4 + e] + v[4 + (e + 1) % 4])
        return sum + h[e] * (j[0] * a + j[1] * b) + h[4 + e] * (j[2] * a + j[3] * b)
      }
    }
  }

  /// Components 1 and 2 of the coarse block of five couplings.
  static func pairCross(_ j: [Double]) -> SweepEnumeration {
    SweepEnumeration(visible: 8, hidden: 2) { v, h in
      let (a, b) = (v[0..<4].reduce(0, +), v[4...].reduce(0, +))
      return h[0] * (j[0] * a + j[1] * b) + h[1] * (j[2] * a + j[3] * b)
    }
  }

  /// Fair coins.
  var uniform: [Double] { down.map { _ in 1 / Double(down.count) } }

  /// The law of the visible states after sweeps (hidden given visible, then visible given hidden).
  func law(from start: [Double], afterSweeps sweeps: Int) -> [Double] {
    (0..<sweeps).reduce(start) { law, _ in Self.apply(up, to: Self.apply(down, to: law)) }
  }

  /// The law of visible states after one sweep from a given one.
  func sweep(from state: Int) -> [Double] { Self.apply(up, to: down[state]) }

  /// A law of the 16 corner states as one of the four classes.
  static func classes(_ law: [Double]) -> [Double] {
    var result = [0.0, 0, 0, 0]
    for (state, p) in law.enumerated() { result[CornerClasses.classOfState[state]] += p }
    return result
  }

  /// A law of the 256 states of two components as one of the sums (S₁, S₂) up to a common sign.
  static func sums(_ law: [Double]) -> [Double] {
    var result = FiveCouplingLaw.sums.map { _ in 0.0 }
    for (state, p) in law.enumerated() {
      let s1 = Double(2 * (state & 15).nonzeroBitCount - 4)
      let s2 = Double(2 * (state >> 4).nonzeroBitCount - 4)
      for (k, sum) in FiveCouplingLaw.sums.enumerated()
      where (sum.s1, sum.s2) == (s1, s2) || (sum.s1, sum.s2) == (-s1, -s2) { result[k] += p }
    }
    return result
  }

  private static func normalised(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  private static func apply(_ matrix: [[Double]], to law: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: matrix[0].count)
    for (p, row) in zip(law, matrix) {
      for k in row.indices { result[k] += p * row[k] }
    }
    return result
  }
}
