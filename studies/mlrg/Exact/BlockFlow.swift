import Foundation
import GSL

/// The KL-optimal flow J → J' of a block of one coupling.
public struct BlockFlow: Sendable {
  /// The enumerated block.
  public let ensemble: BlockEnsemble

  /// The flow of a block; enumerates it.
  ///
  /// - Throws: `BlockError.couplings` for a block of several couplings.
  public init(_ block: Block) throws(BlockError) {
    guard block.couplings == 1 else { throw .couplings(have: block.couplings, need: 1) }
    ensemble = BlockEnsemble(block)
  }

  /// KL(P_fine(J) ‖ P_coarse(J')), in nats.
  public func divergence(from j: Double, to coarse: Double) -> Double {
    ensemble.divergence(from: [j], to: [coarse])
  }

  /// dKL/dJ' = E_c[S] − E_f[S] with S = Σ_p M_p tanh J'M_p over the coarse plaquettes.
  public func gradient(from j: Double, to coarse: Double) -> Double {
    ensemble.gradient(from: [j], to: [coarse])[0]
  }

  /// The image J' of J: the root of the gradient between 0 and infinity; odd in J.
  ///
  /// - Throws: `GSLError` where there is no such root.
  public func coarse(_ j: Double) throws -> Double {
    guard j != 0 else { return 0 }
    let size = abs(j)
    let law = ensemble.projected(ensemble.fineLaw([size]))
    var upper = 2 * size + 1
    while upper < 1e3, ensemble.gradient(of: law, to: [upper])[0] <= 0 { upper *= 2 }
    let image = try findRoot(in: (1e-3 * size)...upper) { ensemble.gradient(of: law, to: [$0])[0] }
    return j < 0 ? -image : image
  }

  /// dJ'/dJ at a point (J, J') of the flow, by implicit differentiation: Cov_f(g, φ) / ∂²KL/∂J'².
  public func slope(_ j: Double, image: Double) -> Double {
    ensemble.response(from: [j], to: [image])[0][0] / ensemble.hessian(from: [j], to: [image])[0][0]
  }

  /// The fixed points J' = J in `range`, ascending; empty where there is none (the star-triangle block).
  public func fixedPoints(
    in range: ClosedRange<Double> = 0.05...3, step: Double = 0.05
  ) throws -> [FlowFixedPoint] {
    try ZeroScan.zeros(in: range, step: step) { gradient(from: $0, to: $0) }
      .map { FlowFixedPoint(coupling: $0, slope: slope($0, image: $0)) }
  }
}
