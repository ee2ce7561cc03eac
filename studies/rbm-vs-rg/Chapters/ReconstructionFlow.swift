import Notebook
import Statistics

extension RBMvsRG {
  var reconstructionFlow: Chapter {
    Chapter("The flow of iterated reconstruction", all: reconstructions) { page, machines in
      page.text(
        """
        A machine trained on all temperatures at once (\(p.reconstruction.size)², $T$ = \(p.reconstruction.temperatures.first?.shortest ?? "") …
        \(p.reconstruction.temperatures.last?.shortest ?? "")) is asked to reconstruct again and again, $v \\to h \\to v$. Two thermometers, both needed: $T_E$ from the energy
        by Kaufman's torus, $T_m$ from $m^2$ in the table of the training data. On the training data $T_E$ is off by
        \((machines.joined().map(\.thermometerPull).max() ?? 0).digits(1)) σ at most above $T$ = 0.75, below which both are blind.
        """)
      page.table(
        Table(
          columns: ["$N_h$", "$T_E$ from cold", "from hot", "$T_m$ from cold", "from hot"],
          rows: machines.map { runs in
            ["\(runs.first?.hidden ?? 0)"] + [\ReconstructionRun.Flow.energyTemperature, \.magnetizationTemperature].flatMap { path in
              [end(runs, path, isCold: true).text, end(runs, path, isCold: false).text]
            }
          }))
      page.text(
        """
        End points after \(p.reconstruction.length) steps, means over \(p.reconstruction.seeds) machines on data of their own. The fixed temperature falls with the number
        of hidden units and **passes $T_c$ = 2.269 without any special role for it**; where cold and hot starts differ the flow has not
        converged. $T_E > T_m$: the fixed ensemble is not an Ising ensemble. This holds for this protocol; the neural thermometer of earlier work was
        not reproduced.
        """)
      page.figure(flowFigure(machines))
      page.figure(fixedPointFigure(machines))
      for runs in machines {
        guard let hidden = runs.first?.hidden else { continue }
        for (name, path) in [("TE", \ReconstructionRun.Flow.energyTemperature), ("TM", \.magnetizationTemperature)] {
          let both = [true, false].compactMap { end(runs, path, isCold: $0) }
          guard both.count == 2 else { continue }
          let mean = Estimate(
            (both[0].value + both[1].value) / 2,
            (both[0].standardError * both[0].standardError + both[1].standardError * both[1].standardError).squareRoot() / 2)
          page.quantity("rbm-flow/\(hidden)/\(name)", mean, symbol: "T*", listed: name == "TE")
          page.quantity("rbm-flow/\(hidden)/\(name)/cold-hot", both[0].value - both[1].value, symbol: "ΔT*", listed: false)
        }
      }
      recordFlow(
        machines,
        machines.compactMap { runs in
          guard let hidden = runs.first?.hidden, let energy = end(runs, \.energyTemperature, isCold: false),
            let square = end(runs, \.magnetizationTemperature, isCold: false)
          else { return nil }
          return (hidden, energy.value, square.value)
        }, on: page)
    }
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
            let known = flow[keyPath: path].enumerated().compactMap { step, value in value.map { (Double(step + 1), $0) } }
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
        x: Axis("hidden units", logarithmic: true, ticks: x.map { ($0, "\(Int($0))") }), y: "temperature", legend: .bottomLeft,
        Element.curve(x, machines.map { end($0, \.energyTemperature, isCold: true) }, label: "T_E, from cold")
          + Element.curve(x, machines.map { end($0, \.energyTemperature, isCold: false) }, label: "T_E, from hot")
          + Element.curve(x, machines.map { end($0, \.magnetizationTemperature, isCold: false) }, label: "T_m, from hot")
          + [.horizontalLine(2.269185, label: "T_c")]))
  }
}
