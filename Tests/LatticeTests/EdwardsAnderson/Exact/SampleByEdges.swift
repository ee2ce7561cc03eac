import Foundation

/// All 3¹² samples of the periodic 2 × 2 × 2 lattice one by one, without any symmetry but the global spin flip.
///
/// A recursion over the edges multiplies the Boltzmann weights of the 2⁷ states. Averages are plain sums, whose
/// rounding errors stay below `rounding` times the largest partial sum.
struct SampleByEdges {
  typealias Lanes = SIMD8<Double>
  /// 3¹² additions.
  static let rounding = 531_441 * 0x1p-53

  let beta: Double
  let positiveProbability: Double
  var logPartitionFunction = 0.0
  var energy = 0.0
  var overlapSquare = 0.0
  var magnetizationSquare = 0.0
  /// 2⁸ [exp(β Σ J (1 + ρρ′))/Z²] with symmetric disorder, of ρ = + in the plane x = 0 and - in the plane x = 1.
  var planes = 0.0

  private let edges: [(Int, Int)]
  private let pairs: [[Lanes]]
  private let edgePairs: [Int]

  init(beta: Double, positiveProbability: Double) {
    self.beta = beta
    self.positiveProbability = positiveProbability
    edges = (0..<8).flatMap { site in
      [1, 2, 4].filter { site & $0 == 0 }.map { (site, site | $0) }
    }
    let all = (0..<8).flatMap { i in (0..<i).map { (i, $0) } }
    pairs = all.map { i, j in
      (0..<16).map { block in
        var lanes = Lanes.zero
        for lane in 0..<8 { lanes[lane] = (8 * block + lane) >> i & 1 == (8 * block + lane) >> j & 1 ? 1 : -1 }
        return lanes
      }
    }
    edgePairs = edges.map { low, high in all.firstIndex { $0 == high && $1 == low } ?? 0 }
    descend(edge: 0, weights: [Lanes](repeating: Lanes(repeating: 1), count: 16), probability: 1, couplings: [])
  }

  private mutating func descend(edge: Int, weights: [Lanes], probability: Double, couplings: [Int]) {
    guard edge < edges.count else { return add(weights, probability: probability, couplings: couplings) }
    let p = positiveProbability
    for (coupling, share) in [(2, p * p), (0, 2 * p * (1 - p)), (-2, (1 - p) * (1 - p))] {
      let (even, odd) = (exp(beta * Double(coupling)), exp(-beta * Double(coupling)))
      let signs = pairs[edgePairs[edge]]
      let next = weights.indices.map { weights[$0] * (0.5 * (even + odd) + 0.5 * (even - odd) * signs[$0]) }
      descend(edge: edge + 1, weights: next, probability: probability * share, couplings: couplings + [coupling])
    }
  }

  private mutating func add(_ weights: [Lanes], probability: Double, couplings: [Int]) {
    let sum = weights.reduce(Lanes.zero, +).sum()
    let correlations = pairs.map { signs in
      var total = Lanes.zero
      for block in 0..<16 { total += signs[block] * weights[block] }
      return total.sum() / sum
    }
    logPartitionFunction += probability * log(2 * sum) / 8
    for (edge, coupling) in couplings.enumerated() {
      energy -= probability * Double(coupling) * correlations[edgePairs[edge]] / 8
    }
    overlapSquare += probability * (8 + 2 * correlations.reduce(0) { $0 + $1 * $1 }) / 64
    magnetizationSquare += probability * (8 + 2 * correlations.reduce(0, +)) / 64
    let aligned = edges.indices.reduce(0) { $0 + ((edges[$1].0 ^ edges[$1].1) == 1 ? 0 : couplings[$1]) }
    let absent = couplings.count { $0 == 0 }
    let symmetric = Double(1 << absent) / Double(1 << 24)
    planes += 256 * symmetric * exp(2 * beta * Double(aligned)) / (4 * sum * sum)
  }
}
