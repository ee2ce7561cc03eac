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

  init(from: Int, to: Int, direct: ReweightedCurve, renormalized: ReweightedCurve, grid: [Double]) throws {
    self.from = from
    self.to = to
    self.grid = grid
    self.direct = grid.map { try? direct.estimate(at: $0) }
    self.renormalized = grid.map { try? renormalized.estimate(at: $0) }
    crossing = try? Crossing(direct: direct, renormalized: renormalized)
    let flow = try? CouplingFlow(direct: direct, renormalized: renormalized, scale: Double(from) / Double(to))
    nu = flow?.nu
    slope = flow?.slope
    coupling = grid.map { point in try? flow?.coupling(at: point) }
  }
}
