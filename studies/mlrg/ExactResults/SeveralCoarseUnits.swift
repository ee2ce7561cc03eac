/// The 3 × 3 grid with a coarse spin in all four plaquettes, and contrastive divergence on it.
struct SeveralCoarseUnits: Codable, Sendable {
  /// The zero at one number of sweeps.
  struct Zero: Codable, Sendable {
    let sweeps: Int
    let coupling: Double?
  }

  let optimal: FlowFixedPoint?
  /// Against k_coarse, with the exact fine law.
  let coarse: [Zero]
  /// Against k_fine, with the exact gradient.
  let fine: [Zero]

  init() throws {
    let block = try Block.grid(width: 3, height: 3, plaquettes: .all)
    optimal = try BlockFlow(block).fixedPoints().first
    coarse = try [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64].map { sweeps in
      let loss = try ContrastiveDivergence(block, fineSweeps: nil, coarseSweeps: sweeps)
      return Zero(sweeps: sweeps, coupling: try loss.zeros().first)
    }
    fine = try [8, 16, 24, 32, 40, 48, 64, 96, 128, 256].map { sweeps in
      let loss = try ContrastiveDivergence(block, fineSweeps: sweeps, coarseSweeps: nil)
      return Zero(sweeps: sweeps, coupling: try loss.zeros(in: 0.5...1.8).first)
    }
  }
}
