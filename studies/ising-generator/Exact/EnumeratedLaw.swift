import Lattice

/// The probabilities of all states of a small lattice, for a root that is up and for the mean over both
/// roots.
struct EnumeratedLaw: Sendable {
  /// Linear size, at most 4.
  let side: Int
  /// 2^{L²} probabilities given that the root is up.
  var fromUp: [Double]
  /// 2^{L²} probabilities with both roots equally likely.
  var fromBoth: [Double]

  /// One spin.
  static let root = EnumeratedLaw(side: 1, fromUp: [0, 1], fromBoth: [0.5, 0.5])

  /// All averages, by enumeration.
  var level: DreamLevel {
    let sites = side * side
    var weights = [Double](repeating: 0, count: sites + 1)
    var bonds = [Double](repeating: 0, count: 2 * sites + 1)
    var up = 0.0
    for state in fromBoth.indices {
      let count = state.nonzeroBitCount
      weights[count] += fromBoth[state]
      bonds[SmallTorus.satisfiedBonds(of: state, side: side)] += fromBoth[state]
      up += fromUp[state] * Double(2 * count - sites)
    }
    var mean = 0.0
    for (satisfied, weight) in bonds.enumerated() { mean += weight * Double(satisfied) }
    var variance = 0.0
    for (satisfied, weight) in bonds.enumerated() {
      let deviation = Double(satisfied) - mean
      variance += weight * deviation * deviation
    }
    return DreamLevel(
      side: side, magnetization: MagnetizationLaw(side: side, weights: weights),
      magnetizationFromUp: up / Double(sites), energy: 2 * mean / Double(sites) - 2,
      satisfiedBondVariance: variance / Double(sites))
  }

  /// The same law with the weight of every state gathered on one of its translations: enough for averages
  /// that do not change under translations of the lattice.
  func gathered() -> EnumeratedLaw {
    var result = self
    for state in fromBoth.indices {
      let representative = Self.smallestTranslation(of: state, side: side)
      guard representative != state else { continue }
      result.fromUp[representative] += result.fromUp[state]
      result.fromBoth[representative] += result.fromBoth[state]
      result.fromUp[state] = 0
      result.fromBoth[state] = 0
    }
    return result
  }

  private static func smallestTranslation(of state: Int, side: Int) -> Int {
    let sites = side * side
    let all = 1 << sites - 1
    var firstColumn = 0
    for y in 0..<side { firstColumn |= 1 << (side * y) }
    var smallest = state
    var moved = state
    for _ in 0..<side {
      for _ in 0..<side {
        moved = (moved << side | moved >> (sites - side)) & all
        smallest = min(smallest, moved)
      }
      moved = (moved & ~firstColumn) >> 1 | (moved & firstColumn) << (side - 1)
    }
    return smallest
  }
}
