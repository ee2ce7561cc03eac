import Renormalization
import Statistics

/// |m| of direct and of blocked systems at a few μ² around the base point, by reweighting (Fig. 2 of the proceedings).
struct MagnetizationTable: Codable, Sendable {
  /// A system: a direct one, `from` = `to`, or one that was blocked from `from` to `to`.
  struct Column: Codable, Sendable {
    let from: Int
    let to: Int
    /// |m| at each μ², where reweighting reaches.
    let values: [Estimate?]

    /// As in identifiers: L16, or L32-16.
    var id: String { from == to ? "L\(to)" : "L\(from)-\(to)" }
  }

  let massSquared: [Double]
  let columns: [Column]
}

/// Where ⟨m²⟩ of two direct sizes has the ratio 2^(−1/4) of the Ising fixed point, an estimate of the critical μ².
struct RatioCrossing: Codable, Sendable {
  let small: Int
  let large: Int
  let massSquared: Estimate?
}
