import Notebook
import Statistics

extension SpinGlassIRG {
  var crossings: Chapter {
    Chapter("Where enlarged and direct systems cross", needs: enlargedCurves) { page, curves in
      guard !curves.isEmpty else {
        page.text(
          """
          The comparison needs direct systems larger than the training size, \(p.training.size), whose halves are simulated too; this run has
          none.
          """)
        return
      }
      page.text(
        """
        Direct systems at every β are enlarged once by the map trained at β = \(p.training.beta.significant(5)) and compared with direct ones of the
        final size. Because $U_4$ and $\\xi/L$ are inherited, a comparison across sizes of enlarged systems alone would find nothing: only
        enlarged against direct systems of the same size can cross. On the disordered side enlarged $[\\langle|q|\\rangle]$ is larger, on the
        ordered side smaller: the inverse flow, towards the fixed point.
        """)
      for curve in curves where curve.model == curves[0].model { page.figure(figure(curve, curves)) }
      page.table(
        Table(
          caption: "Crossings of enlarged and direct systems (β; the highest sign change).",
          columns: ["enlargement", "map"] + FlowSummary.observables.map(\.mathematics),
          rows: curves.map { curve in
            ["\(curve.side / 2) → \(curve.side)", curve.model.name] + curve.curves.map { $0.crossing.text }
          }))
      page.text(
        """
        An error is at least half of the interval in which the two curves agree within their errors: flat curves say little. The spread of the
        crossings over observables and maps, not their statistical errors, is their uncertainty\(isSpinGlass ? "; $\\beta_c$ of the literature is 0.9075(24)" : ""). The crossing
        of $C(1)$ is meaningful only for a map that keeps the correlation of neighbours, which independent sampling loses.
        """)
      record(curves, on: page)
    }
  }

  private func figure(_ first: EnlargedCurve, _ curves: [EnlargedCurve]) -> Figure {
    let same = curves.filter { $0.side == first.side }
    func panel(_ name: String, _ kind: Int) -> Panel {
      Panel(
        x: "inverse temperature β", y: Axis(name), legend: .outside,
        Element.curve(first.betas, first.curves[kind].direct, label: "direct, L = \(first.side)")
          + same.flatMap { curve in
            Element.curve(
              curve.betas, curve.curves[kind].renormalized,
              label: "\(curve.model.name), \(curve.side / 2) → \(curve.side)")
          } + (isSpinGlass ? [.verticalLine(0.9075, label: "β_c of the literature")] : []))
    }
    return Figure(
      id: "crossing-\(first.side)", title: "Enlarged and direct systems of size \(first.side)",
      caption: "Mean overlap and ξ/L against β; the maps were trained at β = \(p.training.beta.significant(5)) only.",
      height: 540, panels: [panel("[⟨|q|⟩]", 0), panel("ξ/L", 4)])
  }

  private func record(_ curves: [EnlargedCurve], on page: Page) {
    for curve in curves {
      for values in curve.curves {
        let crossing = "irg/crossing-\(curve.side / 2)to\(curve.side)/\(curve.model.rawValue)/\(values.observable.id)"
        page.quantity(ifAny: crossing, values.crossing, symbol: "β*", listed: values.observable == .absoluteOverlap)
      }
      guard curve.side == 12 else { continue }
      for (index, beta) in curve.betas.enumerated() {
        for values in curve.curves where [.absoluteOverlap, .binder, .correlationLength].contains(values.observable) {
          page.quantity(
            ifAny: "irg/crossing/\(label(beta))/\(curve.model.rawValue)/\(values.observable.id)",
            values.renormalized[index],
            symbol: values.observable.symbol, listed: false)
          guard curve.model == curves[0].model, values.observable == .absoluteOverlap else { continue }
          page.quantity(
            ifAny: "irg/crossing/\(label(beta))/direct/abs-q", values.direct[index], symbol: "[⟨|q|⟩]", listed: false)
        }
      }
      guard curve.model == .logistic, let overlap = curve.curve(.absoluteOverlap) else { continue }
      page.quantity(
        "statements/crossing-exists", orNone: overlap.crossing?.value, symbol: "β* of [⟨|q|⟩]", listed: false)
      let differences = zip(overlap.renormalized, overlap.direct).map { ($0?.value ?? .nan) - ($1?.value ?? .nan) }
      let ends = [0.625, 0.976].compactMap { wanted in curve.betas.firstIndex { abs($0 - wanted) < 1e-6 } }
      if ends.count == 2 {
        page.quantity(
          "statements/inverse-flow-direction",
          json: .array([.double(differences[ends[0]]), .double(-differences[ends[1]])]), symbol: "enlarged − direct",
          listed: false)
      }
    }
  }
}
