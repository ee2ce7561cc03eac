import Foundation
import Lattice
import Statistics

/// What an inverse map makes of configurations, doubling by doubling, and the exponents of each pair of sizes.
struct ChainSummary: Codable, Sendable {
  struct Level: Codable, Sendable {
    let side: Int
    let configurations: Int
    let absolute: Estimate
    let square: Estimate
    let binder: Estimate
    let correlationLength: Estimate
    let link: Estimate
    let susceptibility: Estimate
    let correlation: [Double]
  }

  /// Exponents of two sizes of the same configurations: the errors are those of the pair.
  struct Pair: Codable, Sendable {
    let from: Int
    let to: Int
    /// β/ν = −ln(|q|_j/|q|_i)/ln(L_j/L_i).
    let betaOverNu: Estimate
    /// γ/ν = ln(χ_j/χ_i)/ln(L_j/L_i).
    let gammaOverNu: Estimate
    /// γ/ν + 2β/ν − 3, 0 by hyperscaling.
    let hyperscaling: Estimate
  }

  let name: String
  let levels: [Level]
  let pairs: [Pair]

  init(name: String, levels: [Level], pairs: [Pair]) {
    self.name = name
    self.levels = levels
    self.pairs = pairs
  }

  /// - Parameters:
  ///   - groups: configurations of the same 64 samples each, or of fewer.
  ///   - sharing: with `groups` the blocks of the jackknife are whole groups.
  /// - Throws: `StatisticsError`.
  init(_ name: String, _ groups: [EnlargedGroup], sharing: RandomSharing) throws {
    self.name = name
    let depth = groups.map(\.levels.count).max() ?? 0
    levels = try (0..<depth).map { level in
      try Self.level(groups.filter { $0.levels.count > level }.map { $0.levels[level] }, sharing)
    }
    pairs = try (1..<max(depth, 1)).map { level in
      let both = groups.filter { $0.levels.count > level }
      return try Self.pair(both.map { $0.levels[level - 1] }, both.map { $0.levels[level] }, sharing)
    }
  }

  private static func level(_ parts: [EnlargedGroup.Level], _ sharing: RandomSharing) throws -> Level {
    let side = parts.first?.side ?? 1
    let q = parts.flatMap(\.q)
    let series = [
      q.map { abs($0) }, q.map { $0 * $0 }, q.map { $0 * $0 * $0 * $0 }, parts.flatMap(\.structure),
      parts.flatMap(\.link),
    ]
    let estimates = try Jackknife(of: series, blocks: blocks(parts, sharing)) { means in
      let averages = Averages(side: side, means: [0] + means)
      return [
        averages[.absoluteOverlap], averages[.overlapSquared], averages.binder, averages.correlationLength,
        averages[.linkOverlap],
        averages.susceptibility,
      ]
    }.estimates
    let correlation = (parts.first?.correlation ?? []).indices.map { r in
      parts.reduce(0) { $0 + $1.correlation[r] * Double($1.q.count) } / Double(q.count)
    }
    return Level(
      side: side, configurations: q.count, absolute: estimates[0], square: estimates[1], binder: estimates[2],
      correlationLength: estimates[3], link: estimates[4], susceptibility: estimates[5], correlation: correlation)
  }

  /// At most 64 blocks of configurations.
  private static func blocks(_ parts: [EnlargedGroup.Level], _ sharing: RandomSharing) -> Int {
    let configurations = parts.reduce(0) { $0 + $1.q.count }
    return min(64, sharing == .groups && parts.count > 1 ? parts.count : configurations)
  }

  private static func pair(
    _ small: [EnlargedGroup.Level], _ large: [EnlargedGroup.Level], _ sharing: RandomSharing
  ) throws -> Pair {
    let (from, to) = (small.first?.side ?? 1, large.first?.side ?? 1)
    let (q, larger) = (small.flatMap(\.q), large.flatMap(\.q))
    let scale = log(Double(to) / Double(from))
    let series = [q.map { abs($0) }, larger.map { abs($0) }, q.map { $0 * $0 }, larger.map { $0 * $0 }]
    let estimates = try Jackknife(of: series, blocks: blocks(large, sharing)) { means in
      let betaOverNu = log(means[0] / means[1]) / scale
      let gammaOverNu = 3 + log(means[3] / means[2]) / scale
      return [betaOverNu, gammaOverNu, gammaOverNu + 2 * betaOverNu - 3]
    }.estimates
    return Pair(
      from: from, to: to, betaOverNu: estimates[0], gammaOverNu: estimates[1], hyperscaling: estimates[2])
  }

  func pair(from side: Int) -> Pair? { pairs.first { $0.from == side } }
}

extension ChainSummary {
  /// With independent errors of the map, pair by pair, added in quadrature to those of the exponents; the sum
  /// γ/ν + 2β/ν, which no map moves, keeps its own.
  func widened(betaOverNu: (Int) -> Double, gammaOverNu: (Int) -> Double) -> ChainSummary {
    ChainSummary(
      name: name, levels: levels,
      pairs: pairs.enumerated().map { index, pair in
        Pair(
          from: pair.from, to: pair.to, betaOverNu: pair.betaOverNu.widened(by: betaOverNu(index)),
          gammaOverNu: pair.gammaOverNu.widened(by: gammaOverNu(index)), hyperscaling: pair.hyperscaling)
      })
  }
}

extension Estimate {
  fileprivate func widened(by error: Double) -> Estimate {
    Estimate(value, (standardError * standardError + error * error).squareRoot(), degreesOfFreedom: degreesOfFreedom)
  }
}
