/// The four layers z = 0 … 3 of a sample of side 4, gauged so that all bonds between layers are +1 but those from
/// layer 3 to layer 0.
///
/// A layer's state has s = -1 at the set bits x + 4y.
struct CubeLayers: Sendable {
  /// For each layer and state the number of unsatisfied bonds inside the layer above the smallest number.
  let excess: [[UInt8]]
  /// Σ over the layers of the most that the bonds inside can give to -H.
  let largestAlignment: Int
  /// η = -1 for the columns whose four vertical bonds have the product -1.
  let flipped: Int

  init(_ couplings: CubicCouplings) {
    var gauge = [Int](repeating: 1, count: 64)
    for site in 0..<48 { gauge[site + 16] = gauge[site] * couplings[site, 2] }
    flipped = (0..<16).reduce(0) { $0 | (gauge[48 + $1] * couplings[48 + $1, 2] < 0 ? 1 << $1 : 0) }
    var excess: [[UInt8]] = []
    var largestAlignment = 0
    for layer in 0..<4 {
      let negative = (0..<2).map { direction in
        (0..<16).reduce(0) { set, position in
          let site = 16 * layer + position
          let neighbor = CubicCouplings.neighbor(of: site, direction: direction, side: 4)
          return set | (couplings[site, direction] * gauge[site] * gauge[neighbor] < 0 ? 1 << position : 0)
        }
      }
      let counts = (0..<1 << 16).map { Self.unsatisfied(state: $0, negativeX: negative[0], negativeY: negative[1]) }
      let least = counts.min() ?? 0
      excess.append(counts.map { UInt8($0 - least) })
      largestAlignment += 32 - 2 * least
    }
    self.excess = excess
    self.largestAlignment = largestAlignment
  }

  /// Unsatisfied bonds inside a periodic layer.
  private static func unsatisfied(state: Int, negativeX: Int, negativeY: Int) -> Int {
    let right = (state >> 1 & 0x7777) | (state << 3 & 0x8888)
    let down = state >> 4 | (state << 12 & 0xF000)
    return (state ^ right ^ negativeX).nonzeroBitCount + (state ^ down ^ negativeY).nonzeroBitCount
  }
}
