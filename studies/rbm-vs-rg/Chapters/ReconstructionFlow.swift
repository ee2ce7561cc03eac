import Notebook
import Statistics

extension RBMvsRG {
  var reconstructionFlow: Chapter {
    Chapter("The flow of iterated reconstruction", all: reconstructions) { page, machines in
      page.text(
        """
        A machine trained on all temperatures at once (\(p.reconstruction.size)², $T$ = \(p.reconstruction.temperatures.first?.shortest ?? "") …
        \(p.reconstruction.temperatures.last?.shortest ?? "")) is asked to reconstruct again and again, $v \\to h \\to v$. Two thermometers, both needed: $T_E$ from the energy
        by Kaufman's torus, $T_m$ from $m^2$ in the table of the training data. Below $T$ = 0.75
        both are blind; above, $T_E$ of the training data is off by \((machines.joined().map(\.thermometerPull).max() ?? 0).digits(1)) σ at most.
        """)
      page.table(
        Table(
          columns: ["$N_h$", "$T_E$ from cold", "from hot", "$T_m$ from cold", "from hot"],
          rows: machines.map { runs in
            ["\(runs.first?.hidden ?? 0)"]
              + [\ReconstructionRun.Flow.energyTemperature, \.magnetizationTemperature].flatMap { path in
                [end(runs, path, isCold: true).text, end(runs, path, isCold: false).text]
              }
          }))
      let ends = machines.map { FlowEnd($0) }
      page.text(
        """
        End points after \(p.reconstruction.length) steps, means over \(p.reconstruction.seeds) machines on data of their own. Where cold and hot starts differ
        by more than four errors the flow has not converged and has no fixed temperature: \(unconverged(ends)). The fixed temperatures from
        the energy are \(fixed(ends)); $T_c$ = 2.269 has no special role for them. Where $T_E$ and $T_m$ differ the fixed ensemble is not an Ising
        ensemble. This holds for this protocol; the neural thermometer of earlier work was not reproduced.
        """)
      page.figure(flowFigure(machines))
      page.figure(fixedPointFigure(machines))
      for end in ends {
        page.quantity(ifAny: "rbm-flow/\(end.hidden)/TE", end.energy.fixedPoint, symbol: "T*")
        page.quantity(ifAny: "rbm-flow/\(end.hidden)/TM", end.magnetization.fixedPoint, symbol: "T*", listed: false)
        page.quantity(ifAny: "rbm-flow/\(end.hidden)/TE/cold-hot", end.energy.difference, symbol: "ΔT*", listed: false)
        page.quantity(
          ifAny: "rbm-flow/\(end.hidden)/TM/cold-hot", end.magnetization.difference, symbol: "ΔT*", listed: false)
      }
      recordFlow(ends, on: page)
    }
  }

  private func unconverged(_ ends: [FlowEnd]) -> String {
    let names = ends.filter { $0.energy.fixedPoint == nil }.map { "\($0.hidden)" }
    return names.isEmpty ? "none here" : "$N_h$ = \(names.joined(separator: ", "))"
  }

  private func fixed(_ ends: [FlowEnd]) -> String {
    let known = ends.compactMap { end in end.energy.fixedPoint.map { "\($0) ($N_h$ = \(end.hidden))" } }
    return known.isEmpty ? "not measured" : known.joined(separator: ", ")
  }

  private func end(
    _ runs: [ReconstructionRun], _ path: KeyPath<ReconstructionRun.Flow, [Double?]>, isCold: Bool
  ) -> Estimate? {
    let values = runs.compactMap { run -> Double? in
      let flows = run.flows.sorted { $0.start < $1.start }
      return (isCold ? flows.first : flows.last)?[keyPath: path].last ?? nil
    }
    return values.count == runs.count && !values.isEmpty ? try? MachineSummary.mean(values) : nil
  }

  private func flowFigure(_ machines: [[ReconstructionRun]]) -> Figure {
    func panel(_ title: String, _ path: KeyPath<ReconstructionRun.Flow, [Double?]>) -> Panel {
      Panel(
        title: title, x: Axis("step + 1", logarithmic: true), y: "temperature", legend: .outside,
        machines.compactMap(\.first).flatMap { run in
          run.flows.flatMap { flow -> [Element] in
            let known = flow[keyPath: path].enumerated().compactMap { step, value in
              value.map { (Double(step + 1), $0) }
            }
            return known.count < 2 ? [] : [.line(x: known.map(\.0), y: known.map(\.1), label: "N_h = \(run.hidden)")]
          }
        } + [.horizontalLine(2.269185, label: "T_c")])
    }
    return Figure(
      id: "reconstruction-flow", title: "Temperature along the flow of reconstructions",
      caption: "From the coldest and the hottest training data, first machine of each size.", height: 560,
      panels: [panel("from the energy", \.energyTemperature), panel("from m²", \.magnetizationTemperature)])
  }

  private func fixedPointFigure(_ machines: [[ReconstructionRun]]) -> Figure {
    let x = machines.map { Double($0.first?.hidden ?? 1) }
    return Figure(
      id: "reconstruction-fixed-points", title: "End of the flow against the number of hidden units",
      caption: "Bars: scatter over machines; T_c has no special role.",
      panel: Panel(
        x: Axis("hidden units", logarithmic: true, ticks: x.map { ($0, "\(Int($0))") }), y: "temperature",
        legend: .bottomLeft,
        Element.curve(x, machines.map { end($0, \.energyTemperature, isCold: true) }, label: "T_E, from cold")
          + Element.curve(x, machines.map { end($0, \.energyTemperature, isCold: false) }, label: "T_E, from hot")
          + Element.curve(
            x, machines.map { end($0, \.magnetizationTemperature, isCold: false) }, label: "T_m, from hot")
          + [.horizontalLine(2.269185, label: "T_c")]))
  }
}
