import Foundation
import Random

@testable import Renormalization

/// Independent sites of weight exp(−μ² φ²/2), of which everything is known at every μ²: m is normal with
/// variance 1/(V μ²), and V μ² p2 has the χ² law of V degrees of freedom.
struct GaussianEnsemble {
  let massSquared: Double
  let volume: Int
  var m: [Double] = []
  var p2: [Double] = []

  init(massSquared: Double, volume: Int, count: Int, _ random: inout RandomStream) {
    self.massSquared = massSquared
    self.volume = volume
    let width = 1 / massSquared.squareRoot()
    for _ in 0..<count {
      var (sum, squares) = (0.0, 0.0)
      for _ in 0..<volume {
        let field = width * random.normal()
        sum += field
        squares += field * field
      }
      m.append(sum / Double(volume))
      p2.append(squares / Double(volume))
    }
  }

  func reweighting(bins: Int) throws -> MassReweighting {
    try MassReweighting(massSquared: massSquared, volume: volume, p2: p2, bins: bins)
  }

  /// The curve of a p2 + b, exactly a/μ² + b, with independent noise on every configuration.
  func curve(
    _ a: Double, _ b: Double, noise: Double = 0, bins: Int, _ random: inout RandomStream
  ) throws -> ReweightedCurve {
    try ReweightedCurve([point(a, b, noise: noise, bins: bins, &random)])
  }

  func point(
    _ a: Double, _ b: Double, noise: Double = 0, bins: Int, _ random: inout RandomStream
  ) throws -> ReweightedSeries {
    let values = p2.map { a * $0 + b + noise * random.normal() }
    return try ReweightedSeries(values, in: reweighting(bins: bins))
  }
}

/// Pulls of several quantities at once.
struct PullTable {
  private var rows: [[Double]] = []

  mutating func append(_ pulls: [Double]) { rows.append(pulls) }

  /// Column by column.
  var columns: [Pulls] { (rows.first ?? []).indices.map { k in Pulls(values: rows.map { $0[k] }) } }
}
