import Lattice
import Renormalization

extension ExactTorus {
  /// - Throws: `IsingError`, `CouplingFlowError`.
  init(critical: Double) throws {
    var rows: [Row] = []
    for (name, coupling) in [("K0.2", 0.2), ("Kc", critical), ("K0.6", 0.6)] {
      let torus = try KaufmanTorus(side: 4, coupling: coupling)
      rows.append(Row(id: "torus-4/lnZ/\(name)", symbol: "ln Z", value: torus.logPartitionFunction))
      rows.append(Row(id: "torus-4/bond-energy/\(name)", symbol: "⟨ss'⟩", value: 0.5 * torus.energy))
    }
    for side in [8, 16, 32, 64] {
      rows.append(
        Row(
          id: "kaufman/bond-energy/L\(side)", symbol: "⟨ss'⟩",
          value: try BlockingSummary.bondEnergy(side: side, coupling: critical)))
    }
    rows.append(Row(id: "kaufman/bond-energy/infinite", symbol: "⟨ss'⟩", value: 0.5.squareRoot()))
    for (name, rule) in [("random", BlockRule.coin), ("corner", .corner)] {
      let block = try BlockEnumeration(coupling: critical, rule: rule)
      rows += [
        Row(id: "block-4/\(name)/nn", symbol: "⟨B₀B₁⟩", value: block.nearest),
        Row(id: "block-4/\(name)/diagonal", symbol: "⟨BB'⟩", value: block.diagonal),
        Row(id: "block-4/\(name)/plaquette", symbol: "⟨BBBB⟩", value: block.plaquette),
        Row(id: "block-4/\(name)/T11", symbol: "T₁₁", value: block.thermalElement),
        Row(id: "block-4/\(name)/own-spin", symbol: "⟨sB⟩", value: block.ownSpin),
      ]
      if rule == .coin { rows.append(Row(id: "block-4/tie", symbol: "P(tie)", value: block.tieProbability)) }
    }
    self.rows = rows
  }
}
