import Lattice
import Statistics

/// Averages of one ensemble with jackknife errors over its chains.
struct FieldSummary: Codable, Sendable {
  let side: Int
  let configurations: Int
  let absm: Estimate
  let m2: Estimate
  /// V (⟨m²⟩ − ⟨|m|⟩²).
  let chi: Estimate
  /// V ⟨m²⟩.
  let chi0: Estimate
  /// 1 − ⟨m⁴⟩/(3⟨m²⟩²).
  let u4: Estimate
  let p2: Estimate
  let p4: Estimate
  let nn: Estimate
  /// p4/p2².
  let amplitudeRatio: Estimate
  /// Action per site.
  let action: Estimate
  /// −2κ nn + (μ² + 4κ) p2 + λ p4, whose average is exactly 1.
  let schwingerDyson: Estimate
  /// ⟨m⟩, zero by symmetry.
  let meanM: Estimate
  /// Mean |m| of the second halves of the chains less that of the first, in standard errors of chain means.
  let halves: Double
  /// Integrated autocorrelation times of |m| and p2 in the first chain, in configurations.
  let tauMagnetization: Double?
  let tauSquare: Double?

  /// - Parameters:
  ///   - chains: the series of independent chains of about equally many configurations.
  ///   - action: of the ensemble.
  init(_ chains: [FieldSeries], _ action: PhiFourAction) throws {
    side = chains[0].side
    configurations = chains.reduce(0) { $0 + $1.count }
    let volume = Double(side * side)
    func series(_ value: (Int, FieldSeries) -> Double) -> [Double] {
      chains.map { chain in
        (0..<chain.count).reduce(0) { $0 + value($1, chain) } / Double(chain.count)
      }
    }
    let means = [
      series { abs($1.m[$0]) }, series { $1.m[$0] * $1.m[$0] }, series { $1.m[$0] * $1.m[$0] * $1.m[$0] * $1.m[$0] },
      series { $1.p2[$0] }, series { $1.p4[$0] }, series { $1.nn[$0] },
    ]
    let diagonal = action.massSquared + 4 * action.kappa
    let estimates = try Jackknife(of: means) { mean in
      let (absm, m2, m4) = (mean[0], mean[1], mean[2])
      let (p2, p4, nn) = (mean[3], mean[4], mean[5])
      let chi = volume * (m2 - absm * absm)
      let energy = -action.kappa * nn + diagonal / 2 * p2 + action.lambda / 4 * p4
      let identity = -2 * action.kappa * nn + diagonal * p2 + action.lambda * p4
      return [absm, m2, chi, volume * m2, 1 - m4 / (3 * m2 * m2), p2, p4, nn, energy, identity, p4 / (p2 * p2)]
    }.estimates
    (absm, m2, chi, chi0, u4) = (estimates[0], estimates[1], estimates[2], estimates[3], estimates[4])
    (p2, p4, nn) = (estimates[5], estimates[6], estimates[7])
    (self.action, schwingerDyson, amplitudeRatio) = (estimates[8], estimates[9], estimates[10])
    meanM = try Jackknife(of: [series { $1.m[$0] }]) { $0 }.estimates[0]
    let differences = chains.map { chain -> Double in
      let half = chain.count / 2
      func mean(_ range: Range<Int>) -> Double {
        range.reduce(0) { $0 + abs(chain.m[$1]) } / Double(max(1, range.count))
      }
      return mean(half..<chain.count) - mean(0..<half)
    }
    let change = try Jackknife(of: [differences]) { $0 }.estimates[0]
    halves = change.standardError > 0 ? change.value / change.standardError : 0
    tauMagnetization = try Self.tau(chains[0].m.map { abs($0) })
    tauSquare = try Self.tau(chains[0].p2)
  }

  static func tau(_ series: [Double]) throws -> Double? {
    guard series.count >= 100 else { return nil }
    return try GammaMethod(series).estimate.tauInt
  }
}
