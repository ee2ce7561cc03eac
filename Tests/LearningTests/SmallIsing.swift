/// The critical Ising model on the 4 × 4 torus and its majority-blocked 2 × 2 lattice, by enumeration.
enum SmallIsing {
  /// Probability of each of the six contexts with the outcomes (disagree, agree): all 2¹⁶ configurations,
  /// ties of a block resolved both ways with weight 1/2.
  static let contextTable: [SIMD2<Double>] = {
    // e^{2 K_c} = 1 + √2 for every satisfied bond of 32.
    let base = 1 + 2.0.squareRoot()
    let weights = (0...32).map { satisfied in (0..<satisfied).reduce(1.0) { value, _ in value * base } }
    var table = [SIMD2<Double>](repeating: SIMD2(), count: 6)
    for state in 0..<65536 {
      func up(_ y: Int, _ x: Int) -> Int { state >> (4 * (y & 3) + (x & 3)) & 1 }
      var satisfied = 0
      for y in 0..<4 {
        for x in 0..<4 {
          satisfied += (up(y, x) == up(y, x + 1) ? 1 : 0) + (up(y, x) == up(y + 1, x) ? 1 : 0)
        }
      }
      let sums = (0..<4).map { block -> Int in
        let (y, x) = (2 * (block / 2), 2 * (block % 2))
        return up(y, x) + up(y, x + 1) + up(y + 1, x) + up(y + 1, x + 1)
      }
      for coarse in 0..<16 {
        var weight = weights[satisfied]
        for block in 0..<4 {
          let spin = coarse >> block & 1
          if sums[block] == 2 { weight *= 0.5 } else if (sums[block] > 2 ? 1 : 0) != spin { weight = 0 }
        }
        if weight > 0 { add(state, coarse, weight, &table) }
      }
    }
    let total = table.reduce(0) { $0 + $1.sum() }
    return table.map { $0 / total }
  }()

  private static func add(_ state: Int, _ coarse: Int, _ weight: Double, _ table: inout [SIMD2<Double>]) {
    for site in 0..<16 {
      let (y, x) = (site / 4 / 2, site % 4 / 2)
      // On a torus of two blocks the neighbour on either side is the other block.
      func agrees(_ dy: Int, _ dx: Int) -> Int {
        let own = coarse >> (2 * y + x) & 1
        return coarse >> (2 * (y ^ dy) + (x ^ dx)) & 1 == own ? 1 : 0
      }
      let context = 2 * (agrees(0, 1) + agrees(1, 0)) + agrees(1, 1)
      let agree = state >> site & 1 == coarse >> (2 * y + x) & 1
      table[context][agree ? 1 : 0] += weight
    }
  }
}
