import Elementary
import Random
import Statistics

/// Critical exponents β/ν and γ/ν from the magnetizations and susceptibilities of two systems of sizes
/// L_i and L_j at one μ².
///
/// From the levels: β/ν = −ln(m_j/m_i)/ln(L_j/L_i) and γ/ν = ln(χ_j/χ_i)/ln(L_j/L_i). From the slopes, with
/// the derivatives dm_j/dm_i and dχ_j/dχ_i along μ² in place of the ratios; these are exponents only where
/// system j was made from system i, not for two direct simulations, whose slopes scale with ν as well.
///
/// Where every configuration is multiplied by one number, m_j = g m_i, both forms and both susceptibilities
/// give γ/ν = 2 − 2 β/ν identically.
public struct PairExponents: Sendable, Hashable, Codable {
  /// Where the errors come from.
  public enum Resampling: Sendable {
    /// Both systems belong to the same configurations and are resampled together: a jackknife over bins.
    case joint
    /// The systems are, or are treated as, independent: each is jackknifed in turn.
    case independent
    /// As `independent`, by drawing the bins of each system with replacement; resample r uses the child
    /// `("resample", r)` of the stream.
    case bootstrap(RandomStream, resamples: Int)
  }

  /// L_i.
  public let first: Int
  /// L_j.
  public let second: Int
  /// β/ν from ⟨|m|⟩.
  public let betaOverNu: Estimate
  /// γ/ν from the connected susceptibility V (⟨m²⟩ − ⟨|m|⟩²).
  public let gammaOverNuConnected: Estimate
  /// γ/ν from V ⟨m²⟩.
  public let gammaOverNu: Estimate
  /// β/ν from d|m|_j/d|m|_i; nothing where the ratio is not positive in every resampling, here and below.
  public let betaOverNuFromSlopes: Estimate?
  /// γ/ν from dχ_j/dχ_i of the connected susceptibility, which has no meaning near its maximum.
  public let gammaOverNuConnectedFromSlopes: Estimate?
  /// γ/ν from dχ_j/dχ_i of V ⟨m²⟩.
  public let gammaOverNuFromSlopes: Estimate?

  /// - Parameters:
  ///   - first: the system of size L_i.
  ///   - second: the system of size L_j ≠ L_i at the same μ².
  ///   - resampling: where the errors come from; `joint` needs systems of the same configurations.
  /// - Throws: `FieldFlowError`: `badInput`, `notPositive` where a ratio of levels has no logarithm.
  public init(
    _ first: SystemAverages, _ second: SystemAverages, resampling: Resampling
  ) throws(FieldFlowError) {
    try Self.check(first, second, resampling)
    let (i, j) = (first.state(), second.state())
    let values = Self.exponents(i, j)
    let groups = Self.replicates(first, second, resampling)
    let estimates = try values.indices.map { (k) throws(FieldFlowError) -> Estimate? in
      let columns = groups.map { $0.map { $0[k] } }
      guard values[k].isFinite, columns.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
      return try Self.estimate(values[k], columns, resampling)
    }
    func required(
      _ k: Int, _ what: String, _ level: (MagneticState) -> Double
    ) throws(FieldFlowError) -> Estimate {
      guard let estimate = estimates[k] else { throw .notPositive(what: what, value: level(j) / level(i)) }
      return estimate
    }
    self.first = first.side
    self.second = second.side
    betaOverNu = try required(0, "the ratio of the magnetizations") { $0.magnetization }
    gammaOverNuConnected = try required(1, "the ratio of the connected susceptibilities") { $0.connected }
    gammaOverNu = try required(2, "the ratio of the susceptibilities") { $0.susceptibility }
    betaOverNuFromSlopes = estimates[3]
    gammaOverNuConnectedFromSlopes = estimates[4]
    gammaOverNuFromSlopes = estimates[5]
  }

  /// The exponents of all pairs i < j of a list of systems, in the order 01, 02, …, 12, ….
  ///
  /// - Throws: `FieldFlowError`.
  public static func all(
    _ systems: [SystemAverages], resampling: Resampling
  ) throws(FieldFlowError) -> [PairExponents] {
    var pairs: [PairExponents] = []
    for i in systems.indices {
      for j in systems.indices.dropFirst(i + 1) {
        pairs.append(try PairExponents(systems[i], systems[j], resampling: resampling))
      }
    }
    return pairs
  }

  private static func check(
    _ first: SystemAverages, _ second: SystemAverages, _ resampling: Resampling
  ) throws(FieldFlowError) {
    func refuse(_ why: String) -> FieldFlowError { .badInput(operation: "pair exponents", why: why) }
    guard first.side != second.side else {
      throw refuse("both systems have side \(first.side); two different sides are needed")
    }
    guard first.massSquared == second.massSquared else {
      throw refuse(
        "the systems are at mu^2 = \(first.massSquared) and \(second.massSquared); both must be equal")
    }
    switch resampling {
    case .joint:
      // Equal weights in every bin: the same configurations.
      guard first.sums.bins.map({ $0.prefix(2) }) == second.sums.bins.map({ $0.prefix(2) }) else {
        throw refuse("joint resampling needs systems of the same configurations; use independent resampling")
      }
    case .independent: break
    case .bootstrap(_, let resamples):
      guard resamples >= 2 else { throw refuse("\(resamples) resamples; at least 2 are needed") }
    }
  }

  /// The six exponents; NaN where a ratio is not positive.
  private static func exponents(_ i: MagneticState, _ j: MagneticState) -> [Double] {
    let scale = Elementary.log(Double(j.side) / Double(i.side))
    func power(_ later: Double, _ earlier: Double) -> Double {
      let ratio = later / earlier
      return ratio > 0 ? Elementary.log(ratio) / scale : .nan
    }
    return [
      -power(j.magnetization, i.magnetization), power(j.connected, i.connected),
      power(j.susceptibility, i.susceptibility), -power(j.magnetizationSlope, i.magnetizationSlope),
      power(j.connectedSlope, i.connectedSlope), power(j.susceptibilitySlope, i.susceptibilitySlope),
    ]
  }

  /// The exponents of the replicates: one group of them, or for independent jackknives one of each system.
  private static func replicates(
    _ first: SystemAverages, _ second: SystemAverages, _ resampling: Resampling
  ) -> [[[Double]]] {
    let (firstBins, secondBins) = (first.sums.bins.indices, second.sums.bins.indices)
    switch resampling {
    case .joint:
      return [firstBins.map { exponents(first.state(without: $0), second.state(without: $0)) }]
    case .independent:
      let (i, j) = (first.state(), second.state())
      return [
        firstBins.map { exponents(first.state(without: $0), j) },
        secondBins.map { exponents(i, second.state(without: $0)) },
      ]
    case .bootstrap(let stream, let resamples):
      let replicates = (0..<resamples).map { r in
        var random = stream.child("resample", r)
        let drawnFirst = firstBins.map { _ in random.below(firstBins.count) }
        let drawnSecond = secondBins.map { _ in random.below(secondBins.count) }
        return exponents(first.state(over: drawnFirst), second.state(over: drawnSecond))
      }
      return [replicates]
    }
  }

  private static func estimate(
    _ value: Double, _ columns: [[Double]], _ resampling: Resampling
  ) throws(FieldFlowError) -> Estimate {
    switch resampling {
    case .joint, .independent:
      let groups = columns.map { $0.map { [$0] } }
      return try IndependentJackknife(values: [value], groups: groups).estimates()[0]
    case .bootstrap:
      do {
        return Estimate(value, try SampleMoments(columns[0]).variance.squareRoot())
      } catch {
        throw .statistics(error)
      }
    }
  }
}
