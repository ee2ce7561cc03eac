import Foundation

/// Block Gibbs sweeps of a bipartite block of one coupling, by enumeration of all visible and hidden states,
/// lumped on the orbits of a symmetry group.
///
/// Hidden given visible, then visible given hidden: T(v → v') = Σ_h P(h | v) P(v' | h). A symmetry of the
/// graph commutes with T, so a law that is invariant stays so and is described by its orbits.
public struct GibbsChain: Sendable {
  /// The largest number of hidden units.
  public static let largest = 14

  /// The orbit of every visible state (bit v is set where spin v is up), numbered by their smallest state.
  public let orbits: [Int]
  /// The number of states in every orbit.
  public let sizes: [Int]
  private let rows: [[Int]]
  private let columns: [[Int]]
  private let hiddenOrbits: [Int]
  private let hiddenSizes: [Int]
  private let representatives: [Int]
  private let hiddenRepresentatives: [Int]

  /// The chain of one graph of a block.
  ///
  /// - Parameters:
  ///   - units: hidden units of one coupling (`Block.fine` or `Block.coarse`).
  ///   - spins: the number of visible spins.
  ///   - symmetries: permutations of the visible spins that permute the units.
  ///   - isFlipped: whether a state and its global flip are taken together.
  /// - Throws: `BlockError` for several couplings or too many hidden units.
  public init(
    units: [Block.Unit], spins: Int, symmetries: [[Int]] = [], isFlipped: Bool = false
  ) throws(BlockError) {
    guard units.count <= Self.largest else {
      throw .tooManyHidden(units: units.count, allowed: Self.largest)
    }
    for unit in units where unit.count != 1 { throw .couplings(have: unit.count, need: 1) }
    rows = units.map { $0[0] }
    columns = (0..<spins).map { v in units.map { $0[0][v] } }
    let hidden = symmetries.map { permutation in
      Self.permutation(of: units, units.map { Block.moved($0, by: permutation) })
    }
    let visibleOrbits = Self.orbits(bits: spins, symmetries, isFlipped)
    let others = Self.orbits(bits: units.count, hidden, isFlipped)
    (orbits, sizes, representatives) = (visibleOrbits.labels, visibleOrbits.sizes, visibleOrbits.first)
    (hiddenOrbits, hiddenSizes, hiddenRepresentatives) = (others.labels, others.sizes, others.first)
  }

  /// The sweep T(J) from orbits (rows) to orbits.
  public func sweep(_ j: Double) -> [[Double]] {
    let (down, up) = halfSweeps(j)
    return down.map { Self.apply(up, to: $0) }
  }

  /// The law of the orbits after a number of sweeps.
  public func law(_ start: [Double], afterSweeps sweeps: Int, _ j: Double) -> [Double] {
    guard sweeps > 0 else { return start }
    let (down, up) = halfSweeps(j)
    var law = start
    for _ in 0..<sweeps { law = Self.apply(up, to: Self.apply(down, to: law)) }
    // A sweep conserves probability; rounding does not, and its loss would grow with the number of sweeps.
    let total = law.reduce(0, +) / start.reduce(0, +)
    return law.map { $0 / total }
  }

  /// Fair coins.
  public var uniform: [Double] {
    sizes.map { Double($0) / Double(orbits.count) }
  }

  /// The stationary law, ∝ Π_u 2cosh(J Σ_v a_{uv} v).
  public func equilibrium(_ j: Double) -> [Double] {
    let logWeights = zip(representatives, sizes).map { state, size in
      fields(state).reduce(log(Double(size))) { $0 + logTwoCosh(j * $1) }
    }
    let top = logWeights.max() ?? 0
    let weights = logWeights.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// S = Σ_u F_u tanh(J F_u) with F_u = Σ_v a_{uv} v for every orbit: the derivative of the log weight.
  public func scores(_ j: Double) -> [Double] {
    representatives.map { state in fields(state).reduce(0) { $0 + $1 * tanh(j * $1) } }
  }

  private func fields(_ state: Int) -> [Double] { Self.fields(rows, state) }

  private func halfSweeps(_ j: Double) -> (down: [[Double]], up: [[Double]]) {
    let down = representatives.map { Self.law(rows, $0, j, hiddenOrbits, hiddenSizes.count) }
    let up = hiddenRepresentatives.map { Self.law(columns, $0, j, orbits, sizes.count) }
    return (down, up)
  }

  /// The orbit law of one layer given a state of the other: independent spins in their fields.
  private static func law(
    _ matrix: [[Int]], _ state: Int, _ j: Double, _ labels: [Int], _ count: Int
  ) -> [Double] {
    var weights = [1.0]
    weights.reserveCapacity(labels.count)
    for field in fields(matrix, state) {
      let up = 1 / (1 + exp(-2 * j * field))
      let before = weights.count
      for s in 0..<before { weights.append(weights[s] * up) }
      for s in 0..<before { weights[s] *= 1 - up }
    }
    var result = [Double](repeating: 0, count: count)
    for s in labels.indices { result[labels[s]] += weights[s] }
    return result
  }

  private static func fields(_ matrix: [[Int]], _ state: Int) -> [Double] {
    matrix.map { row in
      var sum = 0
      for v in row.indices { sum += state >> v & 1 == 1 ? row[v] : -row[v] }
      return Double(sum)
    }
  }

  private static func apply(_ matrix: [[Double]], to law: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: matrix.first?.count ?? 0)
    for (p, row) in zip(law, matrix) {
      for k in row.indices { result[k] += p * row[k] }
    }
    return result
  }

  /// Where each unit goes when the units become `moved`; equal units are matched in order.
  private static func permutation(of units: [Block.Unit], _ moved: [Block.Unit]) -> [Int] {
    var free = Set(units.indices)
    return moved.map { unit in
      let place = units.indices.first { free.contains($0) && units[$0] == unit } ?? 0
      free.remove(place)
      return place
    }
  }

  private static func orbits(
    bits: Int, _ permutations: [[Int]], _ isFlipped: Bool
  ) -> (labels: [Int], sizes: [Int], first: [Int]) {
    let count = 1 << bits
    var labels = [Int](repeating: -1, count: count)
    var sizes: [Int] = []
    var first: [Int] = []
    for start in 0..<count where labels[start] < 0 {
      let label = sizes.count
      labels[start] = label
      sizes.append(0)
      first.append(start)
      var open = [start]
      while let state = open.popLast() {
        sizes[label] += 1
        var images = permutations.map { permuted(state, $0) }
        if isFlipped { images.append(count - 1 - state) }
        for image in images where labels[image] < 0 {
          labels[image] = label
          open.append(image)
        }
      }
    }
    return (labels, sizes, first)
  }

  private static func permuted(_ state: Int, _ permutation: [Int]) -> Int {
    var image = 0
    for v in permutation.indices where state >> v & 1 == 1 { image |= 1 << permutation[v] }
    return image
  }
}
