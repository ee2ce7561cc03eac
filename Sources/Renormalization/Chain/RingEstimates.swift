import Elementary
import GSL
import Statistics

/// Correlation lengths and couplings from samples of a ring, with jackknife errors.
///
/// An estimate is `nil` where the samples do not determine it: with χ₀/χ₁ ≤ 1, in all samples or without one of the
/// blocks, E2 has no real length, and without a correlation of neighbours in (0, 1) E3 has none.
public struct RingEstimates: Sendable, Hashable, Codable {
  /// ⟨s_0 s_1⟩.
  public let neighbourCorrelation: Estimate
  /// χ₀/χ₁.
  public let structureRatio: Estimate
  /// E2: ξ = 1/(2 arsinh(1/(2 ξ₂))).
  public let structureLength: Estimate?
  /// E3: −1/ln⟨s_0 s_1⟩.
  public let neighbourLength: Estimate?
  /// The K of a chain with the length of E2.
  public let structureCoupling: Estimate?
  /// The K at which the ring of N sites has this correlation of neighbours, exactly.
  public let neighbourCoupling: Estimate?
  /// The K′ of a chain with a b-th of the length of E2: the renormalized coupling.
  public let renormalizedCoupling: Estimate?

  /// Estimates from samples.
  ///
  /// - Parameters:
  ///   - samples: independent rings.
  ///   - factor: b.
  ///   - blocks: blocks of rings that the jackknife leaves out one at a time.
  /// - Throws: `ChainError`.
  public init(_ samples: RingSamples, factor: Int = 2, blocks: Int = 40) throws(ChainError) {
    guard factor >= 2 else {
      throw .setting(name: "the factor of a decimation", value: Double(factor), allowed: "2 or more")
    }
    let series = samples.series()
    let columns = [series.neighbours, series.uniform, series.firstMode]
    let sites = samples.sites
    func length(_ means: [Double]) -> Double {
      let second = IsingRing.secondMomentLength(ratio: means[1] / means[2], sites: sites)
      return IsingRing.correlationLength(secondMomentLength: second)
    }
    let plain = try Self.estimates(columns, blocks) { [$0[0], $0[1] / $0[2]] }
    guard let plain else { throw .statistics(.notFinite(operation: "ring estimates", what: "the ratio χ₀/χ₁")) }
    neighbourCorrelation = plain[0]
    structureRatio = plain[1]
    let structure = try Self.estimates(columns, blocks) { means in
      let length = length(means)
      return [length, IsingChain.dual(0.5 / length), IsingChain.dual(0.5 * Double(factor) / length)]
    }
    structureLength = structure?[0]
    structureCoupling = structure?[1]
    renormalizedCoupling = structure?[2]
    let neighbours = try Self.estimates(columns, blocks) { means in
      [-1 / Elementary.log(max(means[0], 0)), Self.coupling(neighbourCorrelation: means[0], sites: sites)]
    }
    neighbourLength = neighbours?[0]
    neighbourCoupling = neighbours?[1]
  }

  /// Jackknife estimates of functions of the means; nothing where one of them is not finite or not positive.
  private static func estimates(
    _ columns: [[Double]], _ blocks: Int, _ derived: ([Double]) -> [Double]
  ) throws(ChainError) -> [Estimate]? {
    do {
      return try Jackknife(of: columns, blocks: blocks) { means in
        let values = derived(means)
        guard values.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw Undetermined() }
        return values
      }.estimates
    } catch is Undetermined {
      return nil
    } catch let error as StatisticsError {
      throw .statistics(error)
    } catch {
      return nil
    }
  }

  private struct Undetermined: Error {}

  /// The K of (t + t^{N−1})/(1 + t^N) = c; NaN unless 0 < c < 1.
  static func coupling(neighbourCorrelation c: Double, sites: Int) -> Double {
    guard c > 0 && c < 1 else { return .nan }
    let root = try? findRoot(in: 0...1, absoluteTolerance: 1e-16) { t in
      let power = t > 0 ? Elementary.exp(Double(sites - 2) * Elementary.log(t)) : sites == 2 ? 1 : 0
      return t * (1 + power) / (1 + power * t * t) - c
    }
    return root.map { StableHyperbolic.atanh($0) } ?? .nan
  }
}
