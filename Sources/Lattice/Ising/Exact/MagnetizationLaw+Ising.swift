import Elementary

extension MagnetizationLaw {
  /// The law of the Ising model on the torus at coupling K, exactly, for L = 2, 4, 6 or 8 (at L = 2 with two
  /// bonds a pair of neighbours).
  ///
  /// Takes some hundredths of a second at L = 8.
  ///
  /// - Throws: `IsingError` for another size and for |K| > 20.
  public init(side: Int, coupling: Double) throws(IsingError) {
    guard [2, 4, 6, 8].contains(side) else {
      throw .side(side, allowed: "2, 4, 6 or 8 for the exact law of M")
    }
    guard coupling.magnitude <= 20 else { throw .coupling(coupling, allowed: "-20 to 20") }
    let matrix = CountingTransferMatrix(side: side, coupling: coupling)
    self.init(side: side, weights: matrix.trace())
  }
}

/// The transfer matrix of an L × L torus whose entries are polynomials in the number of up spins.
///
/// All coefficients are sums of products of positive numbers, at most 1: satisfied bonds weigh 1, others
/// e^{−2|K|}.
struct CountingTransferMatrix {
  private let side: Int
  /// Weights of a bond between equal and between unequal spins.
  private let equal: Double
  private let unequal: Double
  /// Weights of the bonds within a row of spins, one for each state.
  private let rowWeights: [Double]

  init(side: Int, coupling: Double) {
    self.side = side
    let weak = Elementary.exp(-2 * coupling.magnitude)
    let (equal, unequal) = coupling < 0 ? (weak, 1) : (1, weak)
    (self.equal, self.unequal) = (equal, unequal)
    rowWeights = (0..<1 << side).map { state in
      let unlike = (state ^ Self.rotated(state, side: side)).nonzeroBitCount
      var weight = 1.0
      for bond in 0..<side { weight *= bond < unlike ? unequal : equal }
      return weight
    }
  }

  /// Trace of the L-th power: e^{−2N|K|} Z(M) for M = −N, …, N.
  func trace() -> [Double] {
    var sum = [Double](repeating: 0, count: side * side + 1)
    for first in 0..<1 << side {
      // Rows that are rotations of each other have equal shares; the smallest stands for all.
      let rotations = Self.rotations(of: first, side: side)
      guard first == rotations.min() else { continue }
      let share = closedPaths(from: first)
      for up in share.indices { sum[up] += Double(rotations.count) * share[up] }
    }
    return sum
  }

  /// The sum over all lattices whose first row is `first`.
  private func closedPaths(from first: Int) -> [Double] {
    let states = 1 << side
    let width = side * side + 1
    var paths = [Double](repeating: 0, count: states * width)
    paths[first * width + first.nonzeroBitCount] = rowWeights[first]
    for row in 1..<side {
      applyColumnBonds(to: &paths, width: width, used: row * side + 1)
      var next = [Double](repeating: 0, count: states * width)
      for state in 0..<states {
        let shift = state.nonzeroBitCount
        for up in 0...row * side {
          next[state * width + up + shift] = rowWeights[state] * paths[state * width + up]
        }
      }
      paths = next
    }
    applyColumnBonds(to: &paths, width: width, used: width)
    return Array(paths[first * width..<(first + 1) * width])
  }

  /// One column at a time: the spin of the old row is summed out, that of the new row takes its bit.
  private func applyColumnBonds(to paths: inout [Double], width: Int, used: Int) {
    for bit in 0..<side {
      for down in 0..<1 << side where down >> bit & 1 == 0 {
        let low = down * width
        let high = (down | 1 << bit) * width
        for up in 0..<used {
          let a = paths[low + up]
          let b = paths[high + up]
          paths[low + up] = equal * a + unequal * b
          paths[high + up] = unequal * a + equal * b
        }
      }
    }
  }

  private static func rotated(_ state: Int, side: Int) -> Int {
    (state >> 1) | (state & 1) << (side - 1)
  }

  /// The distinct rotations of a row.
  private static func rotations(of state: Int, side: Int) -> [Int] {
    var result = [state]
    var next = rotated(state, side: side)
    while next != state {
      result.append(next)
      next = rotated(next, side: side)
    }
    return result
  }
}
