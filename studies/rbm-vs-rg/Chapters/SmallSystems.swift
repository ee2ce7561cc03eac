import Notebook
import Statistics

extension RBMvsRG {
  var smallSystems: Chapter {
    Chapter("Small systems, exactly", needs: smallMachines) { page, small in
      page.text(
        """
        Machines small enough to sum over all states. **Half as many hidden units as visible ones represent a nearest-neighbour model exactly:** each
        copies one site of a sublattice (weight $M \\to \\infty$) and couples with $K$ to that site's neighbours; the hidden units are then the
        decimated chain, or the checkerboard-decimated torus. "The machine is decimation" is exact there, with runaway weights; the table
        shows that with half as many units again the divergence from the Ising law stays positive.
        """)
      page.table(
        Table(
          caption: "Smallest divergence of a machine from the Ising law, best of several starts.",
          columns: ["system", "$K$", "$N_h$", "λ", "divergence, nats", "starts", "hidden coupling", "decimated"],
          rows: small.minima.map {
            [
              $0.system, $0.coupling.shortest, "\($0.hidden)", $0.penalty.shortest, $0.divergence.scientificText,
              "\($0.starts)",
              $0.hiddenCoupling.map { $0.digits(4) } ?? "—", $0.decimated.map { $0.digits(4) } ?? "—",
            ]
          }))
      page.table(
        Table(
          caption: "The checkerboard copy of the 4 × 4 torus at $K_c$: divergence against the copy weight $M$.",
          columns: small.copies.map { "$M$ = \($0[0].shortest)" }, rows: [small.copies.map { $0[1].scientificText }]))
      page.figure(fieldFigure(small))
      page.figure(divergenceFigure(small))
      for row in small.rows { page.quantity(row.id, row.value, symbol: row.symbol, listed: false) }
      if let minimum = small.minima.first(where: {
        $0.system == "4 × 4 torus" && $0.coupling == 0.3 && $0.penalty == 0.01
      }) {
        page.quantity("small/nh4/K0.3/divergence", minimum.divergence, symbol: "KL", listed: false)
        page.quantity(
          "small/nh4/K0.3/hidden-correlation", json: .array(minimum.hiddenCorrelations.map { .double($0) }),
          symbol: "|⟨hh'⟩|",
          listed: false)
      }
      for minimum in small.minima where minimum.system == "ring of 8" {
        let id = "rbm-exact/kl-1d/nh\(minimum.hidden)/K\(minimum.coupling.shortest)"
        page.quantity(id, minimum.divergence, symbol: "KL", listed: false)
        if let coupling = minimum.hiddenCoupling.map({ abs($0) }) {
          page.quantity("\(id)/hidden-coupling", coupling, symbol: "J", listed: false)
        }
      }
    }
  }

  private func fieldFigure(_ small: SmallMachines) -> Figure {
    let rings = small.minima.filter { $0.system == "ring of 8" && $0.coupling == p.small.couplings[0] }
    return Figure(
      id: "small-fields", title: "Weights of hidden units of the ring of eight sites",
      caption: "N_h = 4 copies every second site; N_h = 2 cannot.",
      panels: rings.map { minimum in
        Panel(
          title: "N_h = \(minimum.hidden)", x: "site", y: "weight", legend: .outside,
          minimum.fields.enumerated().map { unit, field in
            .line(x: field.indices.map(Double.init), y: field, label: "unit \(unit + 1)")
          })
      })
  }

  private func divergenceFigure(_ small: SmallMachines) -> Figure {
    Figure(
      id: "contrastive-divergence", title: "Error of contrastive divergence against its number of steps",
      caption: "Exact expectation of CD-k minus the gradient, relative, for the reference machine of 6 × 4 units.",
      panel: Panel(
        x: Axis("steps k", logarithmic: true), y: Axis("relative error", logarithmic: true), legend: .none,
        [
          .line(
            x: small.divergences.map { Double($0.steps) }, y: small.divergences.map(\.relativeError), label: "CD-k"),
          .points(
            x: small.divergences.map { Double($0.steps) }, y: small.divergences.map(\.relativeError), label: "CD-k"),
        ]))
  }
}
