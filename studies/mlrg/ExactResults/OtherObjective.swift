/// Flows of the square block under another criterion than KL(P_fine ‖ P_coarse).
struct OtherObjective: Codable, Sendable {
  let id: String
  let name: String
  let critical: FlowFixedPoint?
  /// f at the exact J_c of the lattice.
  let changeAtExact: Double

  private init(
    _ id: String, _ name: String, fixed: Double?, _ coarse: (Double) throws -> Double
  ) rethrows {
    self.id = id
    self.name = name
    let step = 1e-5
    critical = try fixed.map { j in
      FlowFixedPoint(coupling: j, slope: (try coarse(j + step) - coarse(j - step)) / (2 * step))
    }
    changeAtExact = try coarse(LiebLattice.criticalCoupling) - LiebLattice.criticalCoupling
  }

  /// All of them.
  static func all() throws -> [OtherObjective] {
    let names: [MomentMatching: String] = [
      .neighbours: "$\\langle v_0 v_1\\rangle$", .diagonal: "$\\langle v_0 v_2\\rangle$",
      .squaredMagnetisation: "$\\langle M^2\\rangle$",
      .absoluteMagnetisation: "$\\langle\\vert M\\vert\\rangle$",
    ]
    let optimal = try KLOptimalFlow.fixedPoint().coupling
    return try [
      OtherObjective("kl", "$D(P_\\mathrm{f}\\Vert P_\\mathrm{c})$", fixed: optimal, KLOptimalFlow.coarse),
      OtherObjective(
        "reverse-kl", "$D(P_\\mathrm{c}\\Vert P_\\mathrm{f})$", fixed: ReverseKLFlow.fixedPoints().first,
        ReverseKLFlow.coarse),
    ]
      + MomentMatching.allCases.map { moment in
        try OtherObjective(
          "moment/\(moment.rawValue)", names[moment] ?? moment.rawValue, fixed: moment.fixedPoints().first,
          moment.coarse)
      }
  }
}
