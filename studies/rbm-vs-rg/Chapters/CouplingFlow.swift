import Notebook
import Statistics

extension RBMvsRG {
  var couplingFlow: Chapter {
    Chapter("The flow of the coupling", needs: couplingFlowSummary) { page, flow in
      page.text(
        """
        $K'(K)$ from $L$ = \(p.flow.size), \(p.flow.samples) configurations at each of \(p.flow.couplings.count) couplings. **Nearest-neighbour
        matching**: the $K'$ at which the *finite* torus of the blocked size has the measured bond energy (Kaufman). **Pseudo-likelihood**: one
        coupling, or three (nearest, next-nearest, plaquette). $K^*$ and the slope come from a cubic fit of $K'(K)$ for $K$ in
        (\(p.flow.window[0].shortest), \(p.flow.window[1].shortest)); $\\nu = n\\ln 2/\\ln(\\mathrm{slope})$ after $n$ steps.
        """)
      page.table(
        Table(
          columns: ["method", "$K^*$", "slope", "ν"],
          rows: flow.curves.map { [name($0.method), $0.fixedPoint.text, $0.slope.text, $0.nu.text] }))
      page.text(
        """
        Exact: $K_c$ = 0.440687, ν = 1. The errors are statistical; the truncation to one coupling moves $K^*$ and ν by more, and one coupling
        by pseudo-likelihood, from the same blocked configurations, gives other numbers again: the method of inference alone moves both.
        Pseudo-likelihood of the unblocked configurations gives back $K$ to \(flow.recoveryError.scientificText) (\(flow.recoveryPull.digits(1)) σ at most).
        """)
      if !flow.gaps.isEmpty {
        page.table(
          Table(
            caption: "Couplings of blocked critical configurations by pseudo-likelihood.",
            columns: ["steps", "nearest", "next-nearest", "plaquette"],
            rows: flow.criticalCouplings.map { ["\($0.step)"] + $0.values.map(\.description) }))
        page.text(
          """
          **Two lattices.** Size \(p.flow.size) blocked once more than \(p.flow.size / 2), both at $K_c$: the difference of $\\langle ss'\\rangle$ on the same size goes
          to zero as blocking reaches the fixed point: \(flow.gaps.map { "\($0.difference) on \($0.side)²" }.joined(separator: ", ")).
          """)
      }
      page.figure(figure(flow))
      for curve in flow.curves {
        page.quantity(ifAny: "flow/\(curve.method)/fixed-point", curve.fixedPoint, symbol: "K*")
        if curve.method == "nn/1" {
          page.quantity(ifAny: "flow/fixed-point", curve.fixedPoint, symbol: "K*", listed: false)
        }
        page.quantity(ifAny: "flow/\(curve.method)/slope", curve.slope, symbol: "dK'/dK", listed: false)
        page.quantity(ifAny: "flow/\(curve.method)/nu", curve.nu, symbol: "ν")
        for (coupling, value) in zip(curve.couplings, curve.values) {
          page.quantity(ifAny: "flow/\(curve.method)/\(label(coupling))", value, symbol: "K'", listed: false)
        }
      }
      for couplings in flow.criticalCouplings {
        for (name, value) in zip(["nn", "nnn", "plaquette"], couplings.values) {
          page.quantity("flow/couplings/\(couplings.step)/\(name)", value, symbol: "K_\(name)", listed: false)
        }
      }
      for gap in flow.gaps {
        page.quantity("flow/two-lattice/\(gap.side)", gap.difference, symbol: "Δ⟨ss'⟩", listed: false)
      }
    }
  }

  private func name(_ method: String) -> String {
    switch method {
    case "nn/1": "matching ⟨ss'⟩, one step"
    case "nn/2": "matching ⟨ss'⟩, two steps"
    case "pl1/1": "pseudo-likelihood, one coupling, one step"
    case "pl3/1": "pseudo-likelihood, nearest of three couplings, one step"
    default: method
    }
  }

  private func figure(_ flow: CouplingFlowSummary) -> Figure {
    let ends = [p.flow.couplings.first ?? 0.3, p.flow.couplings.last ?? 0.5]
    return Figure(
      id: "coupling-flow", title: "Flow of the coupling under blocking",
      caption: "K' of blocked configurations against K; where a curve crosses the diagonal is its fixed point.",
      height: 600,
      panel: Panel(
        x: "K", y: "K'", legend: .outside,
        flow.curves.flatMap { Element.curve($0.couplings, $0.values, label: name($0.method)) }
          + [
            .line(x: ends, y: ends, label: "K' = K", dash: .dotted), .verticalLine(Self.criticalCoupling, label: "K_c"),
          ]))
  }
}
