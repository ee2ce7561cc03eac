import Foundation
import Notebook
import Statistics

extension RBMvsRG {
  var hiddenUnits: Chapter {
    Chapter("What hidden units look like", all: machineSummaries, needs: controls, deepRuns) {
      page, machines, controls, deep in
      page.text(
        """
        Machines of units ±1, $P(v,h) \\propto e^{v\\cdot Wh}$, without biases, trained by \(p.machine.persistent ? "persistent " : "")CD-\(p.machine.steps):
        \(p.machine.size)² visible and \(p.machine.hidden) hidden units, $\\lambda$ = \(p.machine.l1.shortest), learning rate
        \(p.machine.learningRate.shortest) (\(p.machine.schedule.rawValue)), \(p.machine.epochs) epochs of \(p.machine.samples) configurations;
        \(p.machine.seeds) machines at each $K$, each on **data of its own**, so that the error is that of data and training together. With $q = w^2/\\sum w^2$ of a unit: **PR** $= 1/\\sum q^2$ in
        sites; $R$, rms radius about the centre; purity $|\\sum w|w||/\\sum w^2$; *distance*, of a centre to its four nearest others (\(p.machine.size / Int(Double(p.machine.hidden).squareRoot())) if units tile the lattice
        as blocks do; a mean); *correlation* with majority blocks of side $b$, at the best translation. Medians over units.
        """)
      page.table(
        Table(
          columns: [
            "$K$", "PR", "PR < 60", "$R$", "distance", "purity", "$b = 1$", "$b = 2$", "$b = 3$", "$b = 4$",
          ],
          rows: machines.map { machine in
            [
              machine.coupling.significant(6), machine.participation.description, machine.localised.description,
              machine.radius.description, machine.centreDistance.description, machine.purity.description,
            ] + machine.blockCorrelation.map(\.description)
              + [String](repeating: "—", count: max(0, 4 - machine.blockCorrelation.count))
          }))
      page.text(
        """
        The correlation is largest with blocks of side \(machines.map { "\(best($0)) at $K$ = \($0.coupling.significant(4))" }.joined(separator: ", ")).
        Where that is 3 the learned unit is a **star around a site**: in shape nearer to a decimated site with its surroundings than to a
        Kadanoff block of side 2.
        """)
      page.figure(correlationFigure(machines))
      page.table(
        Table(
          caption:
            "Controls. One fixed permutation of sites leaves PR and purity as they are by construction: only geometry can react.",
          columns: ["weights", "PR", "$R$", "distance", "share of best 3 × 3 window"],
          rows: controls.map {
            [
              $0.name, $0.measures.medianParticipation.digits(1), $0.measures.radius.digits(2),
              $0.measures.centreDistance.digits(2),
              $0.measures.share3.digits(3),
            ]
          }))
      writeDeep(deep, on: page)
      drawFields(machines, deep, on: page)
      record(machines, on: page)
    }
  }

  private func correlationFigure(_ machines: [MachineSummary]) -> Figure {
    Figure(
      id: "block-correlation", title: "Correlation of hidden units with majority blocks against the side of the blocks",
      caption:
        "At the best translation, median over units; bars: scatter of machines. A Kadanoff block would be largest at 2.",
      panel: Panel(
        x: Axis("side b of the blocks", ticks: [1, 2, 3, 4].map { ($0, "\(Int($0))") }), y: "correlation",
        legend: .outside,
        machines.flatMap { machine in
          Element.curve(
            machine.blockCorrelation.indices.map { Double($0 + 1) }, machine.blockCorrelation.map { Optional($0) },
            label: "K = \(machine.coupling.significant(4))")
        }))
  }

  /// The side of the blocks with which the units of a machine correlate most.
  private func best(_ machine: MachineSummary) -> Int {
    let values = machine.blockCorrelation.map(\.value)
    return (values.indices.max { values[$0] < values[$1] } ?? -1) + 1
  }

  /// Where the settings of the first layer come from.
  private var selection: String {
    guard p.deep.size == 40, p.deep.learningRates[0] == 0.01, p.deep.penalties[0] == 5e-3 else { return "" }
    return """
      The settings of layer 1 are the third that an earlier study of this protocol tried, **chosen because they localise** (the next chapter \
      shows some that do not); those of the deeper layers are ours. 
      """.trimmingCharacters(in: .whitespaces) + " "
  }

  private func writeDeep(_ deep: [DeepRun], on page: Page) {
    guard !deep.isEmpty else { return }
    page.text(
      """
      **Layer by layer** on \(p.deep.size)², units \(p.deep.layers.map(String.init).joined(separator: ", ")), $K$ = \(p.deep.coupling.shortest): each layer is
      trained on *sampled* hidden units of the one below; fields of deeper layers are the products $W_1W_2\\cdots$ on sites. \(selection)\(deep.count == 1 ? "One network only: no error bars." : "\(deep.count) networks on data of their own.")
      """)
    page.table(
      Table(
        columns: ["layer", "units", "PR on sites", "PR < 60", "$R$", "distance (ideal)", "$b = 1$ … 4"],
        rows: p.deep.layers.indices.map { layer in
          let runs = deep.map { $0.layers[layer] }
          func mean(_ value: (LayerRun) -> Double) -> String {
            ((try? MachineSummary.mean(runs.map(value))) ?? Estimate(.nan)).description
          }
          let ideal = Double(p.deep.size) / Double(p.deep.layers[layer]).squareRoot()
          return [
            "\(layer + 1)", "\(p.deep.layers[layer])", mean(\.measures.medianParticipation),
            mean(\.measures.localisedFraction),
            mean(\.measures.radius), "\(mean(\.measures.centreDistance)) (\(ideal.shortest))",
            (runs.first?.blockCorrelation ?? []).indices.map { b in mean { $0.blockCorrelation[b] } }.joined(
              separator: ", "),
          ]
        }))
    recordDeep(deep, on: page)
  }

  private func drawFields(_ machines: [MachineSummary], _ deep: [DeepRun], on page: Page) {
    let chosen = machines.compactMap { machine in machine.runs.first?.fields.first.map { (machine.coupling, $0) } }
    page.figure(
      Figure(
        id: "fields", title: "Receptive fields of hidden units at several couplings",
        caption:
          "Weights of one unit a machine on the \(p.machine.size)² lattice, blue negative, orange positive, scaled to the largest.",
        columns: min(5, max(1, chosen.count)), width: 1100, height: 320,
        panels: chosen.map { coupling, field in
          Panel(title: "K = \(coupling.significant(4))", .lattice(scaled(field), palette: .diverging, range: -1...1))
        }))
    if let network = deep.first {
      let fields = network.layers.compactMap { layer in layer.fields.first.map { (layer.layer, $0) } }
      page.figure(
        Figure(
          id: "layers", title: "Effective receptive fields, layer by layer",
          caption:
            "Weights of one unit of each layer on the \(p.deep.size)² lattice, blue negative, orange positive, scaled to the largest.",
          columns: max(1, fields.count), width: 1100,
          height: 420,
          panels: fields.map { layer, field in
            Panel(title: "layer \(layer)", .lattice(scaled(field), palette: .diverging, range: -1...1))
          }))
    }
    let side = Double(p.machine.size)
    page.figure(
      Figure(
        id: "centres", title: "Centres of hidden units on the lattice",
        caption:
          "The first machine at each coupling. Units that block spins would sit on a square lattice of spacing 2.",
        columns: min(3, max(1, machines.count)), width: 1100,
        panels: machines.map { machine in
          let centres = machine.runs.first?.measures.centres ?? []
          return Panel(
            title: "K = \(machine.coupling.significant(4))", x: Axis("x", range: 0...side),
            y: Axis("y", range: 0...side), legend: .none,
            centres.isEmpty
              ? [.text(x: 1, y: 1, "none")] : [.points(x: centres.map { $0[0] }, y: centres.map { $0[1] })])
        }))
  }

  private func scaled(_ field: [[Double]]) -> [[Double]] {
    let largest = field.joined().map { abs($0) }.max() ?? 1
    return field.map { $0.map { (100 * $0 / max(largest, 1e-30)).rounded() / 100 } }
  }

  private func record(_ machines: [MachineSummary], on page: Page) {
    for machine in machines {
      let id = "rbm\(p.machine.size)/\(label(machine.coupling))"
      page.quantity("\(id)/PR", machine.participation, symbol: "PR", listed: false)
      page.quantity("\(id)/R", machine.radius, symbol: "R", listed: false)
      page.quantity("\(id)/centre-distance", machine.centreDistance, symbol: "distance", listed: false)
      page.quantity("\(id)/purity", machine.purity, symbol: "purity", listed: false)
      page.quantity("\(id)/localised", machine.localised, symbol: "PR < 60", listed: false)
      for (index, value) in machine.blockCorrelation.enumerated() {
        page.quantity("\(id)/corr-b\(index + 1)", value, symbol: "correlation", listed: false)
      }
    }
  }

  private func recordDeep(_ deep: [DeepRun], on page: Page) {
    func mean(_ value: (DeepRun) -> Double) -> Estimate? { try? MachineSummary.mean(deep.map(value)) }
    for layer in p.deep.layers.indices {
      let id = "dbn\(p.deep.size)/\(layer + 1)"
      page.quantity(ifAny: "\(id)/PR", mean { $0.layers[layer].measures.medianParticipation }, symbol: "PR")
      page.quantity(ifAny: "\(id)/R", mean { $0.layers[layer].measures.radius }, symbol: "R", listed: false)
      page.quantity(
        ifAny: "\(id)/centre-distance", mean { $0.layers[layer].measures.centreDistance }, symbol: "distance",
        listed: false)
      guard layer > 0 else { continue }
      let ratio = mean {
        $0.layers[layer].measures.medianParticipation / $0.layers[layer - 1].measures.medianParticipation
      }
      page.quantity(ifAny: "\(id)/pr-ratio", ratio, symbol: "PR ratio", listed: false)
    }
    let ratios = deep[0].layers.indices.dropFirst().compactMap { layer in
      mean { $0.layers[layer].measures.medianParticipation / $0.layers[layer - 1].measures.medianParticipation }?.value
    }
    page.quantity(
      "dbn\(p.deep.size)/pr-ratio", json: .array(ratios.map { .double($0) }), symbol: "PR ratio", listed: false)
  }
}
