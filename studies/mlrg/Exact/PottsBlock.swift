import Foundation
import GSL

/// The square block of the q-state Potts model on the Lieb lattice, energy −J Σ δ(x, z) with hidden Potts
/// spins.
///
/// Fine weight: a factor e^{2J} + q − 1 for an edge with equal ends, 2e^J + q − 2 for one with different
/// ends. Coarse weight: Σ_a e^{J' n_a} with n_a the number of corners in state a. Score: S = Σ_a n_a e^{J'
/// n_a} / Σ_a e^{J' n_a}. States are grouped by how they partition the corners, so any q is as cheap as q =
/// 2, which is the Ising block with twice its coupling. Source: derivation.
public struct PottsBlock: Sendable, Codable, Hashable {
  /// The number of states, q ≥ 2.
  public let states: Int

  /// The block of q states.
  public init(states: Int) {
    precondition(states >= 2, "a Potts model has at least two states")
    self.states = states
  }

  /// J_c of the Potts model on the Lieb lattice: x = e^J with x² + q − 1 = (1 + √q)(2x + q − 2), that is
  /// x = 1 + √q + √(q(1 + √q)) (self-duality of the square lattice, R. B. Potts 1952).
  public var exactCriticalCoupling: Double {
    let q = Double(states)
    let a = 1 + q.squareRoot()
    return log(a + (q * a).squareRoot())
  }

  /// ν = (2 − u)/(3 − 3u) with √q = 2 cos(πu/2), for q ≤ 4 (M. P. M. den Nijs, J. Phys. A 12, 1857 (1979));
  /// nil beyond, where the transition is of first order.
  public var exactCorrelationLengthExponent: Double? {
    guard states <= 4 else { return nil }
    let u = 2 / .pi * acos(Double(states).squareRoot() / 2)
    return (2 - u) / (3 - 3 * u)
  }

  /// KL(P_fine(J) ‖ P_coarse(J')), in nats.
  public func divergence(from j: Double, to coarse: Double) -> Double {
    let (p, q) = (fineLaw(j), coarseLaw(coarse))
    return zip(p, q).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * log($1.0 / $1.1) : 0) }
  }

  /// dKL/dJ' = E_c[S] − E_f[S].
  public func gradient(from j: Double, to coarse: Double) -> Double {
    let (p, q, s) = (fineLaw(j), coarseLaw(coarse), partitions.map { score($0, coarse).mean })
    return s.indices.reduce(0) { $0 + (q[$1] - p[$1]) * s[$1] }
  }

  /// The image J' of J > 0: the root of the gradient.
  ///
  /// - Throws: `GSLError` where there is none.
  public func coarse(_ j: Double) throws -> Double {
    guard j != 0 else { return 0 }
    return try findRoot(in: (1e-3 * j)...(2 * j + 2)) { gradient(from: j, to: $0) }
  }

  /// dJ'/dJ at a point (J, J') of the flow, by implicit differentiation.
  public func slope(_ j: Double, image: Double) -> Double {
    let (p, q) = (fineLaw(j), coarseLaw(image))
    let scores = partitions.map { score($0, image) }
    let x = exp(j)
    let equal = 2 * x * x / (x * x + Double(states) - 1)
    let different = 2 * x / (2 * x + Double(states) - 2)
    let fineScores = partitions.map { Double($0.agreeing) * equal + Double(4 - $0.agreeing) * different }
    let means = scores.map(\.mean)
    let response = Self.covariance(p, means, fineScores)
    let curvature = scores.indices.reduce(0) { $0 + (q[$1] - p[$1]) * scores[$1].variance }
    return response / (Self.covariance(q, means, means) + curvature)
  }

  /// The fixed points J' = J in `range`, ascending.
  public func fixedPoints(
    in range: ClosedRange<Double> = 0.1...6, step: Double = 0.05
  ) throws -> [FlowFixedPoint] {
    try ZeroScan.zeros(in: range, step: step) { gradient(from: $0, to: $0) }
      .map { FlowFixedPoint(coupling: $0, slope: slope($0, image: $0)) }
  }

  private struct Partition {
    /// Sizes of the groups of equal corners.
    let sizes: [Int]
    /// Edges of the ring with equal ends.
    let agreeing: Int
    /// Colourings q (q − 1) … with as many factors as groups.
    let colourings: Double
  }

  /// The 15 partitions of the four corners as restricted growth strings, without those that need more than q
  /// states.
  private var partitions: [Partition] {
    var list: [Partition] = []
    for b in 0...1 {
      for c in 0...(b + 1) {
        for d in 0...(max(b, c) + 1) {
          let groups = [0, b, c, d]
          let count = max(b, c, d) + 1
          guard count <= states else { continue }
          list.append(
            Partition(
              sizes: (0..<count).map { g in groups.count { $0 == g } },
              agreeing: (0..<4).count { groups[$0] == groups[($0 + 1) % 4] },
              colourings: (0..<count).reduce(1) { $0 * Double(states - $1) }))
        }
      }
    }
    return list
  }

  private func fineLaw(_ j: Double) -> [Double] {
    let x = exp(-j)
    let q = Double(states)
    let ratio = (2 * x + (q - 2) * x * x) / (1 + (q - 1) * x * x)
    return Self.normalised(partitions.map { $0.colourings * pow(ratio, Double(4 - $0.agreeing)) })
  }

  private func coarseLaw(_ j: Double) -> [Double] {
    Self.normalised(partitions.map { $0.colourings * score($0, j).weight })
  }

  /// Σ_a e^{J(n_a − 4)}, and mean and variance of n_a − 4 under these weights: counted from the aligned state,
  /// small numbers keep their digits at large J.
  private func score(
    _ partition: Partition, _ j: Double
  ) -> (weight: Double, mean: Double, variance: Double) {
    var weight = Double(states - partition.sizes.count) * exp(-4 * j)
    var (first, second) = (-4 * weight, 16 * weight)
    for size in partition.sizes {
      let missing = Double(size - 4)
      let w = exp(j * missing)
      weight += w
      first += missing * w
      second += missing * missing * w
    }
    let mean = first / weight
    return (weight, mean, second / weight - mean * mean)
  }

  private static func normalised(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  private static func covariance(_ law: [Double], _ a: [Double], _ b: [Double]) -> Double {
    let meanA = zip(law, a).reduce(0) { $0 + $1.0 * $1.1 }
    let meanB = zip(law, b).reduce(0) { $0 + $1.0 * $1.1 }
    return law.indices.reduce(0) { $0 + law[$1] * (a[$1] - meanA) * (b[$1] - meanB) }
  }
}
