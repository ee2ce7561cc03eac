import Notebook
import Statistics

extension SpinGlassIRG {
  /// Fig. 4 of the proceedings as a flow: renormalized beside direct systems of the same size.
  var renormalization: Chapter {
    Chapter("The renormalization group on overlaps", needs: flows, allLevels) { page, flows, levels in
      page.text(
        """
        Overlap configurations of size $L$ are renormalized once and compared with direct ones of size $L/2$. On the disordered side a
        step makes $[\\langle|q|\\rangle]$ smaller, on the ordered side larger: the flow away from the fixed point is seen. Matching the two,
        $O_{\\mathrm{direct}}(\\beta') = O_{\\mathrm{renormalized}}(\\beta)$, gives β'(β), and $\\nu = \\ln 2/\\ln(d\\beta'/d\\beta)$ from a straight line through
        the points within ±\(p.renormalization.window.shortest) of the crossing.
        """)
      if let flow = flows.first(where: { $0.from == p.training.size }) ?? flows.last {
        page.figure(flowFigure(flow))
      }
      page.table(
        Table(
          caption: "Crossings β* of renormalized with direct systems of the same size, and ν there.",
          columns: ["observable"] + flows.flatMap { ["β*, \($0.from) → \($0.to)", "ν"] },
          rows: FlowSummary.observables.map { observable in
            [observable.mathematics]
              + flows.flatMap { flow -> [String] in
                let curve = flow.curves.first { $0.observable == observable }
                return [(curve?.crossing).text, (curve?.nu).text]
              }
          }))
      page.text(
        """
        \(isSpinGlass ? "**These are not the critical exponents.** The literature has $\\beta_c$ = 0.9075(24) and ν = 2.562." : "**These need not be the critical exponents.**") At these
        sizes the crossings depend on the observable, and so does ν: the majority rule is far from its fixed point after one step. No
        extrapolation is made here. The error of a crossing is at least half of the interval in which the two curves agree within their errors.
        """)
      writeAmplitudes(levels, on: page)
      record(flows, levels, on: page)
    }
  }

  private func flowFigure(_ flow: FlowSummary) -> Figure {
    guard let curve = flow.curves.first(where: { $0.observable == .absoluteOverlap }) else {
      preconditionFailure("every flow has |q|")
    }
    return Figure(
      id: "flow", title: "Overlap of renormalized and direct systems of the same size",
      caption:
        "L = \(flow.from) renormalized to \(flow.to) and direct L = \(flow.to). Crossing at β = \(curve.crossing.text)\(isSpinGlass ? "; the shaded region is β_c of the literature" : "").",
      panel: Panel(
        x: "inverse temperature β", y: "[⟨|q|⟩]", legend: .topLeft,
        (isSpinGlass
          ? [.band(x: [0.9051, 0.9099], low: [0.1, 0.1], high: [0.7, 0.7], label: "β_c of the literature")] : [])
          + Element.curve(flow.betas, curve.direct, label: "direct, L = \(flow.to)")
          + Element.curve(flow.betas, curve.renormalized, label: "renormalized, \(flow.from) → \(flow.to)")
          + (curve.crossing.map { [.verticalLine($0.value, label: "crossing")] } ?? [])))
  }

  private func writeAmplitudes(_ levels: [LevelSummary], on page: Page) {
    page.text(
      """
      **Amplitude of the rule.** $-\\log_2$ of the ratio of $[\\langle|q|\\rangle]$ before and after a step, at β = \(p.training.beta.significant(7)), from the
      same samples. At the fixed point it would be β/ν. This number, at the level where the pairs for training are taken, decides the
      exponents of every inverse map below.
      """)
    page.table(
      Table(
        columns: ["$L$", "step 1", "step 2", "step 3", "ties in step 1"],
        rows: levels.filter { !$0.amplitudes.isEmpty }.map { level in
          let beta = nearest(p.training.beta, in: level.betas)
          let steps = level.amplitudes.prefix(3).map { $0[beta].description }
          return ["\(level.side)"] + steps + [String](repeating: "", count: 3 - steps.count)
            + ["\((100 * level.tieFractions[beta]).digits(1)) %"]
        }))
  }

  private func record(_ flows: [FlowSummary], _ levels: [LevelSummary], on page: Page) {
    for flow in flows {
      for curve in flow.curves {
        let id = "rg/\(flow.from)to\(flow.to)"
        page.quantity(
          ifAny: "\(id)/crossing/\(curve.observable.id)/beta", curve.crossing, symbol: "β*", listed: false)
        page.quantity(
          ifAny: "\(id)/crossing/\(curve.observable.id)/nu", curve.nu, symbol: "ν",
          listed: curve.observable == .absoluteOverlap)
        guard [.absoluteOverlap, .binder, .linkOverlap].contains(curve.observable) else { continue }
        for (beta, value) in zip(flow.betas, curve.renormalized) {
          page.quantity(
            ifAny: "\(id)/\(label(beta))/\(curve.observable.id)", value, symbol: curve.observable.symbol, listed: false)
        }
      }
      let curve = flow.curves.first { $0.observable == .absoluteOverlap }
      if flow.from == 12, isSpinGlass {
        page.quantity(ifAny: "literature/janus/nu", curve?.nu, symbol: "ν")
      }
      guard flow.from == 8, let curve else { continue }
      let differences = zip(curve.direct, curve.renormalized).map { ($0?.value ?? .nan) - ($1?.value ?? .nan) }
      let (low, high) = (flow.betas.firstIndex { abs($0 - 0.625) < 1e-6 }, flow.betas.firstIndex { abs($0 - 1) < 1e-6 })
      if let low, let high {
        page.quantity(
          "statements/flow-direction", json: .array([.double(differences[low]), .double(-differences[high])]),
          symbol: "direct − renormalized", listed: false)
      }
    }
    for level in levels {
      for (step, estimates) in level.amplitudes.enumerated() {
        let name = (0...step + 1).map { "\(level.side >> $0)" }.joined(separator: "to")
        for (beta, value) in zip(level.betas, estimates) {
          let listed = step == 0 && level.side == p.training.size && beta == p.training.beta
          page.quantity("rg/amplitude/\(name)/\(label(beta))", value, symbol: "−log₂(|q|/|q'|)", listed: listed)
        }
      }
    }
  }
}
