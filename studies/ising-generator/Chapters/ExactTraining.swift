import Notebook

extension IsingGenerator {
  /// The same training without any sampling, at L = 4 and any coupling.
  var exactTraining: Chapter {
    Chapter("Training without sampling at L = 4", needs: exactTrainingTable) { page, table in
      let fit = table.majority
      page.text(
        """
        On the 4 × 4 torus all $2^{16}$ configurations can be weighed, and every coin averaged over: the training
        set is then infinite and the maximum-likelihood net exact, here at $K$ = \(table.coupling.digits(8)). Changing how
        ties are broken, or replacing the majority by the first spin of a block, moves the weights far beyond any
        statistical error: such a mistake cannot hide.
        """)
      let rows = [fit, table.weighted] + table.others
      page.table(
        Table(
          columns: [
            "blocking", "$a$", "$b$", "$c$", "$W_0$", "$W_1$", "$W_2$", "BCE / spin", "saturated", "$\\lambda_h$",
            "$\\lambda_t$",
          ],
          rows: rows.map { row in
            [row.name] + [row.a, row.b, row.c].map { $0.digits(6) } + row.coarseWeights.map { $0.digits(6) }
              + [row.loss.digits(6), row.saturatedLoss.digits(6), row.lambdaH.digits(4), row.lambdaT.digits(4)]
          }))
      page.text(
        """
        A fraction \(fit.ties.digits(6)) of the blocks is tied. With the weights $2^{-n_\\mathrm{ties}}$ the effective sample is
        \((100 * table.weighted.effectiveFraction).digits(1)) % of the configurations.
        """)
      drawCouplings(table, on: page)
      record(table, on: page)
    }
  }

  private func drawCouplings(_ table: ExactTrainingTable, on page: Page) {
    guard table.curve.count > 2 else { return }
    let x = table.curve.map(\.coupling)
    page.text(
      """
      **Off criticality.** The net can be trained at any coupling. From $K$ = \(x[0].digits(2)) to \(x[x.count - 1].digits(2)) $\\lambda_h$
      goes from \(table.curve[0].lambdaH.digits(3)) to \(table.curve[x.count - 1].lambdaH.digits(3)) and $\\lambda_t$ from
      \(table.curve[0].lambdaT.digits(3)) to \(table.curve[x.count - 1].lambdaT.digits(3)), with \((table.curve.map(\.lambdaT).max() ?? .nan).digits(3))
      at most. Nothing in the likelihood singles out the critical point.
      """)
    page.figure(
      Figure(
        id: "couplings", title: "Exponents of nets trained at other couplings, exactly at L = 4",
        caption: """
          Leading eigenvalues of the window operator of the exactly trained net against the coupling of the training
          configurations; dashed: the Ising values, vertical: $K_c$.
          """, columns: 2, width: 1000, height: 380,
        panels: [
          Panel(
            title: "magnetic", x: "training coupling {/:Italic K}", y: "λ_h", legend: .none,
            [
              .horizontalLine(Exponents.isingLambdaH, label: "Ising", dash: .dashed),
              .verticalLine(0.44068679350977147, label: "K_c", dash: .dotted),
              .line(x: x, y: table.curve.map(\.lambdaH), label: "net"),
              .points(x: x, y: table.curve.map(\.lambdaH), label: "net"),
            ]),
          Panel(
            title: "thermal", x: "training coupling {/:Italic K}", y: "λ_t", legend: .none,
            [
              .horizontalLine(Exponents.isingLambdaT, label: "Ising", dash: .dashed),
              .verticalLine(0.44068679350977147, label: "K_c", dash: .dotted),
              .line(x: x, y: table.curve.map(\.lambdaT), label: "net"),
              .points(x: x, y: table.curve.map(\.lambdaT), label: "net"),
            ]),
        ]))
  }

  private func record(_ table: ExactTrainingTable, on page: Page) {
    let fit = table.majority
    for (name, value) in zip(["a", "b", "c", "W0", "W1", "W2"], [fit.a, fit.b, fit.c] + fit.coarseWeights) {
      page.quantity("ml/L4/\(name)", value, symbol: name)
    }
    page.quantity("ml/L4/bce", fit.loss, symbol: "BCE")
    page.quantity("ml/L4/bce_saturated", fit.saturatedLoss, symbol: "BCE, saturated")
    page.quantity("ml/L4/ties", fit.ties, symbol: "tie fraction")
    for (k, pair) in fit.contexts.enumerated() {
      page.quantity("ml/L4/context/\(k)/disagree", pair[0], symbol: "n(\(k), disagree)/n", listed: false)
      page.quantity("ml/L4/context/\(k)/agree", pair[1], symbol: "n(\(k), agree)/n", listed: false)
    }
    page.quantity("weighted/L4/ess", table.weighted.effectiveFraction, symbol: "(Σw)²/(n Σw²)", listed: false)
    for (name, value) in zip(["a", "b", "c"], [table.weighted.a, table.weighted.b, table.weighted.c]) {
      page.quantity("weighted/L4/\(name)", value, symbol: name, listed: false)
    }
    for other in table.others {
      for (name, value) in zip(["a", "b", "c"], [other.a, other.b, other.c]) {
        page.quantity("mistake/\(other.name)/\(name)", value, symbol: name, listed: false)
      }
    }
  }
}
