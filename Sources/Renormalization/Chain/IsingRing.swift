import Elementary
import GSL

/// The Ising chain closed to a ring of N sites, exactly.
///
/// ⟨s_0 s_r⟩ = (tʳ + t^{N−r})/(1 + t^N) with t = tanh K. Decimation by b is exact at every N that b divides: it leaves
/// a ring of N/b sites at tᵇ.
public struct IsingRing: Sendable, Hashable, Codable {
  /// N; a ring of two sites has two bonds.
  public let sites: Int
  /// The chain that is closed.
  public let chain: IsingChain

  /// - Throws: `ChainError.setting` unless 2 ≤ N ≤ 2²⁰.
  public init(sites: Int, chain: IsingChain) throws(ChainError) {
    guard (2...1 << 20).contains(sites) else {
      throw .setting(name: "the number of sites of a ring", value: Double(sites), allowed: "2 to 1048576")
    }
    self.sites = sites
    self.chain = chain
  }

  /// ⟨s_0 s_r⟩.
  ///
  /// - Precondition: 0 ≤ r ≤ N.
  public func correlation(atDistance r: Int) -> Double {
    precondition((0...sites).contains(r), "distance \(r) on a ring of \(sites) sites")
    return (power(r) + power(sites - r)) / (1 + power(sites))
  }

  /// χ at the wave number 2πm/N: Σ_r ⟨s_0 s_r⟩ cos(2πmr/N). O(N).
  public func structureFactor(mode: Int) -> Double {
    (0..<sites).reduce(0) { sum, r in
      let turns = Double(mode * r % sites) / Double(sites)
      return sum + correlation(atDistance: r) * Elementary.sinCosTurns(turns).cos
    }
  }

  /// ξ₂ = √(χ₀/χ₁ − 1)/(2 sin(π/N)).
  public var secondMomentLength: Double {
    Self.secondMomentLength(ratio: structureFactor(mode: 0) / structureFactor(mode: 1), sites: sites)
  }

  /// The correlation length that an estimator gives on this ring.
  public func correlationLength(_ estimator: CorrelationLengthEstimator) -> Double {
    switch estimator {
    case .transferMatrix: chain.correlationLength
    case .structureFactor: Self.correlationLength(secondMomentLength: secondMomentLength)
    case .neighbourCorrelation: -1 / logNeighbourCorrelation
    }
  }

  /// The ring of every b-th site.
  ///
  /// - Throws: `ChainError.indivisible` unless b divides N and N/b ≥ 2; `ChainError.setting`.
  public func decimated(by factor: Int = 2) throws(ChainError) -> IsingRing {
    guard factor >= 1, sites % factor == 0, sites / factor >= 2 else {
      throw .indivisible(sites: sites, factor: factor)
    }
    return try IsingRing(sites: sites / factor, chain: chain.decimated(by: factor))
  }

  /// The coupling K′ at which a ring of `coarseSites` sites has a b-th of this ring's correlation length, both measured
  /// with the same estimator (Brent's method).
  ///
  /// With N/b coarse sites the first two estimators give decimation exactly, the third up to a term of order t^N. With
  /// the coarse ring kept at N sites the third errs much more.
  ///
  /// - Throws: `ChainError`.
  public func matchedCoupling(
    coarseSites: Int, factor: Int = 2, estimator: CorrelationLengthEstimator
  ) throws(ChainError) -> Double {
    let target = correlationLength(estimator) / Double(factor)
    let guess = try chain.decimated(by: factor).coupling
    func excess(_ coupling: Double) throws(ChainError) -> Double {
      let ring = try IsingRing(sites: coarseSites, chain: IsingChain(coupling: coupling))
      return Elementary.log(ring.correlationLength(estimator) / target)
    }
    guard target > 0 && target.isFinite else { throw .noMatch(length: target, sites: coarseSites) }
    var (lower, upper) = (guess, guess)
    while try excess(lower) > 0 {
      guard lower > 2e-6 else { throw .noMatch(length: target, sites: coarseSites) }
      lower *= 0.5
    }
    while try !(excess(upper) >= 0) {
      guard upper < 0.5 * IsingChain.largestCoupling else { throw .noMatch(length: target, sites: coarseSites) }
      upper *= 2
    }
    guard lower < upper else { return guess }
    do {
      return try findRoot(in: lower...upper) { try excess($0) }
    } catch let error as GSLError {
      throw .numerical(error)
    } catch let error as ChainError {
      throw error
    } catch {
      throw .noMatch(length: target, sites: coarseSites)
    }
  }

  /// ξ₂ from χ₀/χ₁; NaN where the ratio is below 1.
  static func secondMomentLength(ratio: Double, sites: Int) -> Double {
    (ratio - 1).squareRoot() / (2 * Elementary.sinCosTurns(0.5 / Double(sites)).sin)
  }

  /// 1/(2 arsinh(1/(2 ξ₂))).
  static func correlationLength(secondMomentLength: Double) -> Double {
    0.5 / StableHyperbolic.asinh(0.5 / secondMomentLength)
  }

  /// tⁿ.
  private func power(_ n: Int) -> Double { Elementary.exp(-2 * Double(n) * chain.dualCoupling) }

  /// ln⟨s_0 s_1⟩, from 1 − ⟨s_0 s_1⟩ = (1 − t)(1 − t^{N−1})/(1 + t^N) where that is small.
  private var logNeighbourCorrelation: Double {
    let dual = chain.dualCoupling
    func gap(_ n: Int) -> Double { -StableHyperbolic.expMinusOne(-2 * Double(n) * dual) }
    let distance = gap(1) * gap(sites - 1) / (1 + power(sites))
    guard distance < 0.5 else {
      return -2 * dual + StableHyperbolic.logOnePlus(power(sites - 2)) - StableHyperbolic.logOnePlus(power(sites))
    }
    return StableHyperbolic.logOnePlus(-distance)
  }
}
