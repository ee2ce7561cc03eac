import Notebook
import Renormalization
import Statistics

extension PhiFourIRG {
  /// Fig. 2 of the proceedings, and what the blocking does by itself.
  var standardRenormalization: Chapter {
    Chapter("The blocking and its own exponents", all: baseSummaries, needs: forwardCrossings, magnetizations) {
      page, ensembles, crossings, table in
      page.text(
        """
        \(p.rule.rule == .majorityMean ? "A block of 2 × 2 fields becomes the mean of those fields whose sign is that of the block's sum." : "A block of 2 × 2 fields becomes its mean.")
        $|m|$ of a blocked and of a direct system of the same size cross near $\\mu_c^2$; reweighting in $\\mu^2$ gives the curves, and ends
        where fewer than a tenth of the configurations count.
        """)
      page.table(
        Table(
          columns: ["blocked", "crossing $\\mu^2$", "$\\nu$ from the slope of $K'(K)$"],
          rows: crossings.map { ["\($0.from) → \($0.to)", ($0.crossing?.massSquared).text, $0.nu.text] }))
      draw(crossings.first { $0.from == 32 && $0.to == 16 } ?? crossings.first, on: page)
      writeMagnetizations(table, on: page)
      page.text(
        """
        **What any inverse of this blocking must give.** Step exponents $\\log_2(|m'|/|m|)$ at the base point, from the same
        configurations. The first step is not the later ones: it turns continuous fields into nearly Ising-like blocks, as the
        falling ratio $p_4/p_2^2$ shows. A perfect inverse of the first step would give that first number as $\\beta/\\nu$, whatever the
        universality class says; a linear inverse of least squared error and unlimited window gives the last column,
        $-\\log_2(\\langle mm'\\rangle/\\langle m'^2\\rangle)$.
        """)
      page.table(
        Table(
          columns: ["start $L$", "step 1", "step 2", "step 3", "step 4", "step 5", "$m$ regressed on $m'$"],
          rows: ensembles.filter { !$0.stepExponents.isEmpty && $0.parameters.size <= 256 }.map { ensemble in
            let steps = ensemble.stepExponents.prefix(5).map(\.description)
            return ["\(ensemble.parameters.size)"] + steps + [String](repeating: "", count: 5 - steps.count)
              + [ensemble.regressionExponent.text]
          }))
      levelTable(ensembles, on: page)
      record(ensembles, crossings, on: page)
    }
  }

  private func writeMagnetizations(_ table: MagnetizationTable, on page: Page) {
    page.table(
      Table(
        caption: "$\\langle|m|\\rangle$ by reweighting from the base point; dashes where too few configurations count.",
        columns: ["$\\mu^2$"] + table.columns.map { $0.from == $0.to ? "direct \($0.to)" : "\($0.from) → \($0.to)" },
        rows: table.massSquared.enumerated().map { row, mass in
          [mass.digits(4)] + table.columns.map { $0.values[row].text }
        }))
    for column in table.columns {
      for (mass, value) in zip(table.massSquared, column.values) {
        page.quantity(ifAny: "fig2/\(mass.digits(4))/\(column.id)", value, symbol: "⟨|m|⟩", listed: false)
      }
    }
  }

  private func draw(_ crossing: CrossingSummary?, on page: Page) {
    guard let crossing else { return }
    page.figure(crossingFigure("blocking", crossing, "blocked from L = \(crossing.from)"))
  }

  /// |m| of a direct and of a renormalized system against μ².
  func crossingFigure(_ id: String, _ crossing: CrossingSummary, _ label: String) -> Figure {
    func elements(_ label: String, _ values: [Estimate?]) -> [Element] {
      let known = zip(crossing.grid, values).compactMap { point, value in value.map { (point, $0) } }
      guard known.count > 1 else { return [] }
      return [
        .band(
          x: known.map(\.0), low: known.map { $0.1.value - $0.1.standardError },
          high: known.map { $0.1.value + $0.1.standardError }, label: label),
        .line(x: known.map(\.0), y: known.map(\.1.value), label: label),
      ]
    }
    let marks =
      crossing.crossing.map { [Element.verticalLine($0.massSquared.value, label: "crossing", dash: .dotted)] } ?? []
    return Figure(
      id: id, title: "Magnetisation of direct and renormalized systems of size \(crossing.to)",
      caption:
        "Reweighted curves with bands of one standard error. Crossing: $\\mu^2$ = \((crossing.crossing?.massSquared).text).",
      panel: Panel(
        x: "μ^2", y: "⟨|m|⟩",
        elements("direct, L = \(crossing.to)", crossing.direct) + elements(label, crossing.renormalized) + marks))
  }

  private func levelTable(_ ensembles: [EnsembleSummary], on page: Page) {
    guard let largest = ensembles.last(where: { $0.parameters.size <= 128 }) else { return }
    let levels = [largest.level] + largest.blocked
    page.table(
      Table(
        caption: "Levels of blocking of $L$ = \(largest.parameters.size).",
        columns: ["$L$", "$\\langle\\lvert m\\rvert\\rangle$", "$p_2$", "$p_4/p_2^2$"],
        rows: levels.map { ["\($0.side)", $0.absm.description, $0.p2.description, $0.amplitudeRatio.description] }))
  }

  private func record(_ ensembles: [EnsembleSummary], _ crossings: [CrossingSummary], on page: Page) {
    for crossing in crossings {
      let name = "\(crossing.from)-\(crossing.to)"
      page.quantity(ifAny: "rgx/\(name)", crossing.crossing?.massSquared, symbol: "μ² of the crossing", listed: false)
      if crossing.from == 2 * crossing.to {
        page.quantity(ifAny: "nu/forward/\(name)", crossing.nu, symbol: "ν", listed: false)
      }
    }
    if let above = crossings.first(where: { $0.from == 32 && $0.to == 16 })?.above {
      page.quantity(
        "published/direction/standard", json: .string(above.value > 0 ? "larger" : "smaller"),
        symbol: "|m'| for μ² > μ_c²", listed: false)
    }
    for ensemble in ensembles where [32, 64, 128].contains(ensemble.parameters.size) {
      for (k, step) in ensemble.stepExponents.enumerated() {
        page.quantity("rgs/\(ensemble.parameters.size)/step\(k + 1)", step, symbol: "log₂(|m'|/|m|)", listed: k == 0)
      }
    }
    guard let largest = ensembles.first(where: { $0.parameters.size == 128 }) else { return }
    for level in [largest.level] + largest.blocked {
      page.quantity("rgl/absm/L\(level.side)", level.absm, symbol: "⟨|m|⟩", listed: false)
      page.quantity("rgl/p2/L\(level.side)", level.p2, symbol: "p₂", listed: false)
      page.quantity("rgl/r4/L\(level.side)", level.amplitudeRatio, symbol: "p₄/p₂²", listed: false)
    }
  }
}
