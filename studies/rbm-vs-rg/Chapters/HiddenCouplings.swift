import Notebook
import Statistics

extension RBMvsRG {
  var hiddenCouplings: Chapter {
    Chapter("Hidden couplings against the renormalization group", all: machineSummaries, needs: deepRuns) {
      page, machines, deep in
      page.text(
        """
        Hidden units are drawn for every training configuration; $\\langle hh'\\rangle$ of each unit's four nearest others gives $K'_h$, the coupling
        of the torus of the blocked size with that bond energy (Kaufman). Beside it, from the **same configurations**, $K'_{\\mathrm{maj}}$ of
        majority blocks and $K'_{\\mathrm{dec}}$ of every second site. All are nearest-neighbour equivalents, not whole Hamiltonians. Errors: scatter
        of \(p.machine.seeds) machines on independent data.
        """)
      page.table(
        Table(
          columns: [
            "$K$", "$K'_h$", "$K'_{\\mathrm{maj}}$", "$K'_{\\mathrm{dec}}$", "$K'_h - K'_{\\mathrm{maj}}$",
            "$K'_h - K'_{\\mathrm{dec}}$",
          ],
          rows: machines.map {
            [
              $0.coupling.significant(6), $0.hiddenCoupling.text, $0.majorityCoupling.text, $0.decimatedCoupling.text,
              $0.overMajority.text, $0.overDecimation.text,
            ]
          }))
      page.text(slopes(machines))
      page.figure(couplingFigure(machines))
      page.figure(correlationFigure(machines))
      page.text(
        """
        **What the weights imply.** The visible couplings that the weights give, $J_{pq} = \\frac12\\sum_j E[\\mathrm{lc}(x + w_p + w_q) - \\mathrm{lc}(x + w_p - w_q)]$ with
        $\\mathrm{lc} = \\ln 2\\cosh$ and normal $x$, averaged over the lattice: nearest, next-nearest and distance two are
        \(machines.compactMap { implied($0) }.joined(separator: "; ")). At \(p.machine.size * p.machine.size / p.machine.hidden):1 compression the weights do not carry the Ising
        coupling $K$ alone, and machines trained by contrastive divergence are poor samplers: after 300 Gibbs steps from data
        \(machines.compactMap { sampling($0) }.joined(separator: "; ")).
        """)
      if !deep.isEmpty { writeDeep(deep, on: page) }
      record(machines, deep, on: page)
    }
  }

  private func implied(_ machine: MachineSummary) -> String? {
    let means = (0..<3).compactMap { k in try? MachineSummary.mean(machine.runs.map { $0.impliedCouplings[k] }) }
    return "\(means.map(\.description).joined(separator: ", ")) at $K$ = \(machine.coupling.significant(4))"
  }

  private func sampling(_ machine: MachineSummary) -> String? {
    func mean(_ path: KeyPath<MachineRun, Double>) -> String {
      (try? MachineSummary.mean(machine.runs.map { $0[keyPath: path] })).text
    }
    return
      "$m^2$ = \(mean(\.modelSquare)) (data \(mean(\.dataSquare))), $\\langle ss'\\rangle$ = \(mean(\.modelEnergy)) (\(mean(\.dataEnergy))) at $K$ = \(machine.coupling.significant(4))"
  }

  /// Slopes of the maps between neighbouring couplings around K_c.
  private func slopes(_ machines: [MachineSummary]) -> String {
    let pairs = zip(machines, machines.dropFirst()).filter { $0.0.coupling >= 0.4 }
    let texts = pairs.compactMap { low, high -> String? in
      guard let h0 = low.hiddenCoupling, let h1 = high.hiddenCoupling, let m0 = low.majorityCoupling,
        let m1 = high.majorityCoupling
      else { return nil }
      let step = high.coupling - low.coupling
      let error = (h0.standardError * h0.standardError + h1.standardError * h1.standardError).squareRoot() / step
      let hidden = Estimate((h1.value - h0.value) / step, error)
      return
        "\(hidden) against \(((m1.value - m0.value) / step).digits(2)) for majority blocks between \(low.coupling.significant(4)) and \(high.coupling.significant(4))"
    }
    guard !texts.isEmpty else { return "Too few couplings near $K_c$ for slopes." }
    let gaps = machines.compactMap { machine in
      machine.overMajority.map { "\($0) at \(machine.coupling.significant(4))" }
    }
    return """
      $K'_h - K'_{\\mathrm{maj}}$ is \(gaps.joined(separator: ", ")). The renormalization group has a slope of 2 at $K_c$; the map $K \\to K'_h$ has the slope
      \(texts.joined(separator: "; ")).
      """
  }

  private func couplingFigure(_ machines: [MachineSummary]) -> Figure {
    let x = machines.map(\.coupling)
    let ends = [x.first ?? 0.3, x.last ?? 0.46]
    return Figure(
      id: "hidden-couplings", title: "Coupling of hidden units, majority blocks and decimated spins",
      caption: "From the same configurations; bars are the scatter over machines on independent data.",
      panel: Panel(
        x: "K", y: "K'", legend: .topLeft,
        Element.curve(x, machines.map(\.hiddenCoupling), label: "hidden units")
          + Element.curve(x, machines.map(\.majorityCoupling), label: "majority blocks")
          + Element.curve(x, machines.map(\.decimatedCoupling), label: "decimated spins")
          + [
            .line(x: ends, y: ends, label: "K' = K", dash: .dotted), .verticalLine(Self.criticalCoupling, label: "K_c"),
          ]))
  }

  private func correlationFigure(_ machines: [MachineSummary]) -> Figure {
    Figure(
      id: "hidden-correlation", title: "Correlation of hidden units and of majority blocks",
      caption:
        "Against distance in units of the blocked lattice; bars are the error of the mean over machines on independent data.",
      columns: min(3, max(1, machines.count)), width: 1150,
      panels: machines.map { machine in
        let units = MeanCorrelation(machine.runs.map { ($0.hiddenDistances, $0.hiddenCorrelation) })
        let blocks = MeanCorrelation(machine.runs.map { ($0.blockDistances, $0.blockCorrelationFunction) })
        return Panel(
          title: "K = \(machine.coupling.significant(4))", x: "distance r", y: "C(r)", legend: .outside,
          Element.curve(units.distances, units.values, label: "hidden units")
            + Element.curve(blocks.distances, blocks.values, label: "blocks"))
      })
  }

  private func writeDeep(_ deep: [DeepRun], on page: Page) {
    func mean(_ values: [Double?]) -> Estimate? {
      let known = values.compactMap(\.self)
      return known.count == values.count ? try? MachineSummary.mean(known) : nil
    }
    page.table(
      Table(
        caption: "Layer by layer on \(p.deep.size)², $K$ = \(p.deep.coupling.shortest).",
        columns: ["layer", "$K'_h$", "$K'_{\\mathrm{maj}}$, as many steps"],
        rows: p.deep.layers.indices.map { layer in
          [
            "\(layer + 1)", mean(deep.map { $0.layers[layer].hiddenCoupling }).text,
            mean(deep.map { $0.layers[layer].majorityCoupling }).text,
          ]
        }))
    for layer in p.deep.layers.indices {
      let id = "dbn\(p.deep.size)/\(layer + 1)"
      page.quantity(
        ifAny: "\(id)/Kh", mean(deep.map { $0.layers[layer].hiddenCoupling }), symbol: "K'_h", listed: false)
      page.quantity(
        ifAny: "\(id)/Kmaj", mean(deep.map { $0.layers[layer].majorityCoupling }), symbol: "K'_maj", listed: false)
    }
  }

  private func record(_ machines: [MachineSummary], _ deep: [DeepRun], on page: Page) {
    for machine in machines {
      let id = "rbm\(p.machine.size)/\(label(machine.coupling))"
      page.quantity(ifAny: "\(id)/Kh", machine.hiddenCoupling, symbol: "K'_h")
      page.quantity(ifAny: "\(id)/Kmaj", machine.majorityCoupling, symbol: "K'_maj")
      page.quantity(ifAny: "\(id)/Kdec", machine.decimatedCoupling, symbol: "K'_dec", listed: false)
      page.quantity(ifAny: "\(id)/Kh-less-Kmaj", machine.overMajority, symbol: "K'_h − K'_maj", listed: false)
      let implied = machine.runs.map(\.impliedCouplings).filter { $0.count >= 2 }
      guard implied.count == machine.runs.count else { continue }
      for (index, name) in ["nn", "nnn"].enumerated() {
        page.quantity(
          ifAny: "\(id)/keff/\(name)", try? MachineSummary.mean(implied.map { $0[index] }), symbol: "J_\(name)",
          listed: false)
      }
    }
  }
}
