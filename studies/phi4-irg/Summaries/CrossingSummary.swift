import Renormalization
import Statistics

/// Where a renormalized and a direct system of one size have equal |m|, and the flow of the coupling there.
struct CrossingSummary: Codable, Sendable {
  /// Size of the sampled lattice and of the renormalized one.
  let from: Int
  let to: Int
  /// `nil` where the curves do not cross in the range that reweighting reaches.
  let crossing: Crossing?
  /// Correlation-length exponent from the slope of the coupling flow.
  let nu: Estimate?
  let slope: Estimate?
  /// A grid of μ² with |m| of both systems, and the renormalized coupling K′ there.
  let grid: [Double]
  let direct: [Estimate?]
  let renormalized: [Estimate?]
  let coupling: [Estimate?]
  /// |m| of the renormalized less that of the direct system at the base point ± 0.004.
  let below: Estimate?
  let above: Estimate?

  init(
    from: Int, to: Int, base: Double, direct: ReweightedCurve, renormalized: ReweightedCurve, grid: [Double]
  ) {
    self.from = from
    self.to = to
    self.grid = grid
    self.direct = grid.map { try? direct.estimate(at: $0) }
    self.renormalized = grid.map { try? renormalized.estimate(at: $0) }
    func gap(_ massSquared: Double) -> Estimate? {
      guard let a = try? renormalized.estimate(at: massSquared), let b = try? direct.estimate(at: massSquared) else {
        return nil
      }
      return .difference(a, b)
    }
    (below, above) = (gap(base - 0.004), gap(base + 0.004))
    crossing = try? Crossing(direct: direct, renormalized: renormalized)
    let flow = try? CouplingFlow(direct: direct, renormalized: renormalized, scale: Double(from) / Double(to))
    nu = flow?.nu
    slope = flow?.slope
    coupling = grid.map { point in try? flow?.coupling(at: point) }
  }
}
