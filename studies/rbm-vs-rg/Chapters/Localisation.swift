import Foundation
import Notebook
import Statistics

extension RBMvsRG {
  var localisation: Chapter {
    Chapter("When blocks do not form", needs: smallMap, deepMap, continued, variants) {
      page, small, deep, continued, variants in
      page.text(
        """
        Local units are not automatic. The map below trains one machine for each learning rate (constant) and penalty λ at $K$ =
        \(mapSettings.coupling.significant(4)), \(p.map.epochs) epochs of \(p.map.samples) configurations; it shows the settings that fail beside those that work. Localised: PR below 60 sites (weights without structure have a
        third of the sites, \(Double(p.machine.size * p.machine.size / 3).digits(0)) at $L$ = \(p.machine.size)). Units whose weights died are left out of medians and
        fractions. **One machine an entry: no error bars.**
        """)
      page.table(
        table(
          small,
          "\(p.machine.size)² → \(p.machine.hidden), \(p.map.epochs) epochs: median PR, and the localised fraction."))
      if !deep.isEmpty {
        page.table(
          table(
            deep,
            "\(p.deep.size)² → \(p.deep.layers[0]), \(p.map.deepEpochs) epochs: median PR, and the localised fraction.")
        )
      }
      page.figure(mapFigure(small, deep))
      page.figure(histogramFigure(deep.isEmpty ? small : deep))
      writeContinued(continued, on: page)
      page.text(
        """
        **Other trainings** at the same $K$, one machine each: medians of PR, and $m^2$ of the machine after 300 Gibbs steps from data beside that of
        the data.
        """)
      page.table(
        Table(
          columns: ["training", "PR", "PR < 60", "units whose weights died", "$m^2$ of machine", "$m^2$ of data"],
          rows: variants.map {
            [
              $0.name, $0.measures.medianParticipation.digits(1), $0.measures.localisedFraction.digits(2),
              $0.measures.deadFraction.digits(2), $0.modelSquare.digits(3), $0.dataSquare.digits(3),
            ]
          }))
      record(small, deep, continued, variants, on: page)
    }
  }

  private func table(_ entries: [MapEntry], _ caption: String) -> Table {
    let penalties = Set(entries.map(\.penalty)).sorted()
    return Table(
      caption: caption, columns: ["learning rate"] + penalties.map { "λ = \($0.shortest)" },
      rows: Set(entries.map(\.learningRate)).sorted().map { rate in
        [rate.shortest]
          + penalties.map { penalty in
            guard let entry = entries.first(where: { $0.learningRate == rate && $0.penalty == penalty }) else {
              return "—"
            }
            return
              "\(entry.measures.medianParticipation.digits(1)), \((100 * entry.measures.localisedFraction).digits(0)) %"
          }
      })
  }

  private func mapFigure(_ small: [MapEntry], _ deep: [MapEntry]) -> Figure {
    func elements(_ entries: [MapEntry]) -> [Element] {
      Set(entries.map(\.penalty)).sorted().flatMap { penalty -> [Element] in
        let shown = entries.filter { $0.penalty == penalty }.sorted { $0.learningRate < $1.learningRate }
        let (x, y) = (shown.map(\.learningRate), shown.map(\.measures.medianParticipation))
        guard !shown.isEmpty else { return [] }
        return [
          .line(x: x, y: y, label: "λ = \(penalty.shortest)"), .points(x: x, y: y, label: "λ = \(penalty.shortest)"),
        ]
      }
    }
    func panel(_ title: String, _ entries: [MapEntry]) -> Panel {
      Panel(
        title: title, x: Axis("learning rate", logarithmic: true), y: Axis("median PR, sites", logarithmic: true),
        legend: .outside, elements(entries) + [.horizontalLine(60, label: "60")])
    }
    let panels =
      [panel("\(p.machine.size)² → \(p.machine.hidden)", small)]
      + (deep.isEmpty ? [] : [panel("\(p.deep.size)² → \(p.deep.layers[0])", deep)])
    return Figure(
      id: "localisation", title: "Size of receptive fields against learning rate and penalty",
      caption: "Below the dashed line units are called localised. One machine each.", height: 560, panels: panels)
  }

  /// The law of the participation ratio over units, learning rate by learning rate.
  private func histogramFigure(_ entries: [MapEntry]) -> Figure {
    let penalties = Set(entries.map(\.penalty)).sorted()
    let edges = (0...15).map { pow(2, 0.75 * Double($0)) }
    return Figure(
      id: "participation", title: "Distribution of the participation ratio over hidden units",
      caption:
        "Share of units in each interval, machine by machine. A median would hide a layer of which a part is localised.",
      columns: min(3, penalties.count), width: 1150, height: 480,
      panels: penalties.map { penalty in
        Panel(
          title: "λ = \(penalty.shortest)",
          x: Axis("PR, sites", logarithmic: true, ticks: [1, 10, 100, 1000].map { ($0, "\(Int($0))") }),
          y: "share of units",
          legend: .outside,
          entries.filter { $0.penalty == penalty }.map { entry in
            let counts = zip(edges, edges.dropFirst()).map { low, high in
              Double(entry.measures.participation.count { $0 >= low && $0 < high })
            }
            let total = max(1, Double(entry.measures.participation.count))
            return .line(
              x: zip(edges, edges.dropFirst()).map { ($0 * $1).squareRoot() }, y: counts.map { $0 / total },
              label: "learning rate \(entry.learningRate.shortest)")
          })
      })
  }

  private func writeContinued(_ runs: [ContinuedRun], on page: Page) {
    guard !runs.isEmpty else { return }
    page.text(
      """
      **Is it the noise of the gradient?** Machines on \(p.deep.size)² with the largest learning rate, trained again on data of their own and then on from
      there for \(p.map.continuedEpochs) epochs at a tenth of the learning rate: \(runs.map { run in
        "λ = \(run.penalty.shortest): localised \((100 * run.before.localisedFraction).digits(0)) % → \((100 * run.after.localisedFraction).digits(0)) %, PR \(run.before.medianParticipation.digits(0)) → \(run.after.medianParticipation.digits(0))"
      }.joined(separator: "; ")). Where the share grows, noise had kept units spread out; where it does not, a smaller learning rate alone does not
      make them local, at these lengths of training. A report that shows only the settings that work would overstate "blocking".
      """)
  }

  private func record(
    _ small: [MapEntry], _ deep: [MapEntry], _ continued: [ContinuedRun], _ variants: [VariantRun], on page: Page
  ) {
    for (prefix, entries) in [("map/small", small), ("map/deep", deep)] {
      for entry in entries {
        let id = "\(prefix)/rate\(entry.learningRate.shortest)/l1-\(entry.penalty.shortest)"
        page.quantity("\(id)/PR", entry.measures.medianParticipation, symbol: "PR", listed: false)
        page.quantity("\(id)/localised", entry.measures.localisedFraction, symbol: "PR < 60", listed: false)
      }
    }
    for run in continued {
      page.quantity(
        "map/continued/rate\(run.learningRate.shortest)/l1-\(run.penalty.shortest)",
        run.after.localisedFraction - run.before.localisedFraction,
        symbol: "gain of PR < 60", listed: false)
    }
    for run in variants {
      page.quantity("variants/\(run.id)/PR", run.measures.medianParticipation, symbol: "PR", listed: false)
      page.quantity("variants/\(run.id)/m2", run.modelSquare, symbol: "m²", listed: false)
    }
  }
}
