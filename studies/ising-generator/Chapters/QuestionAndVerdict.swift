import Notebook
import Statistics

extension IsingGenerator {
  /// The claims, and what is found.
  var questionAndVerdict: Chapter {
    Chapter(
      "The question and the verdict", all: ensembleSummaries,
      needs: dreamOfTrained, dreamOfTuned, trainedNet
    ) { page, ensembles, dream, tuned, net in
      page.text(
        """
        Can a network with three weights learn to undo majority blocking, and does what it then dreams up from a single spin
        look critical? The paper says yes on both counts. Its method and its trained weights are public; the text of the
        paper beyond its abstract, its tables, fits and quoted eigenvalues were not available here and are marked so.
        """)
      page.table(claims(dream, net))
      page.text(
        "Exponents of the trained net (\(p.training.model.label), \(p.training.size) × \(p.training.size)) beside those of the Ising model:"
      )
      page.table(comparison(ensembles, dream, tuned, net))
      if isMaximumLikelihood {
        page.text(
          """
          The dream of the maximum-likelihood net is **scale invariant with $\\gamma/\\nu$ ≈ 1.80, not 7/4**. Scale invariance
          needs no tuning: once $\\lvert\\lambda_h\\rvert > 2$, iterating a local rule gives a power law. The exponent is a
          property of the weights, and maximum likelihood has no reason to choose the Ising value; the window operator gives
          it exactly. Nets with exactly Ising exponents exist in the same class, and are less likely.
          """)
      }
      page.text(
        """
        What was not available of the paper (its body, arXiv 2506.04016 and Phys. Rev. E): quoted exponents and eigenvalues, fit
        ranges and errors, the axes and number of its figures besides the first, the Monte Carlo algorithm of the training
        data. Entries for them are *unavailable*, not guessed. Not attempted here: a generator that draws the spins of a block one
        after the other, training at other couplings beyond $L = 4$, Potts models and three dimensions.
        """)
    }
  }

  private func claims(_ dream: DreamSummary, _ net: FittedNet) -> Table {
    let slope = dream.slope(32, p.dream.side) ?? dream.slopes.first
    let exact = net.lambdaH.map { gamma($0).description } ?? "not known for this model"
    let cp = dream.levels.filter { $0.side >= 8 }.map(\.cp.value)
    let rises = cp.count > 2 ? "\((cp[1] - cp[0]).digits(2)) … \((cp[cp.count - 1] - cp[cp.count - 2]).digits(2))" : "—"
    func verdict(_ text: String) -> String {
      isMaximumLikelihood ? "**\(text)**" : "not judged: other training data or model"
    }
    return Table(
      columns: ["", "claim", "verdict", "found"],
      rows: [
        [
          "C1", "Three parameters dream up realistic critical configurations from one spin",
          verdict("scale invariant, yes; Ising, nearly"),
          "$\\gamma/\\nu$ = \((slope?.chi ?? nil).text) between $L$ = \(slope?.from ?? 0) and \(slope?.to ?? 0); exact for $L\\to\\infty$: \(exact); Ising 1.75",
        ],
        [
          "C2", "They reproduce the scaling of susceptibility and heat capacity",
          verdict("susceptibility nearly, heat capacity no"),
          "$c_p$ rises by \(rises) per doubling, asymptotically like $L^{\(net.lambdaT.map { Exponents.growth($0.value, digits: 2) } ?? "?")}$; "
            + "the Ising model's by a constant 0.44",
        ],
        [
          "C3", "More complex networks are not better", verdict("right for the loss, not quite for γ/ν"),
          "see \"Does complexity help?\": the loss hardly falls, $\\lambda_t$ has no trend, $\\gamma/\\nu$ moves slowly",
        ],
        [
          "C4", "It does not rely on Monte Carlo", "**true of generation only**",
          "the training pairs are Monte Carlo configurations (at $L = 4$ enumeration replaces them)",
        ],
      ])
  }

  private func comparison(
    _ ensembles: [EnsembleSummary], _ dream: DreamSummary, _ tuned: DreamSummary, _ net: FittedNet
  ) -> Table {
    let exact = net.lambdaH.map(gamma)
    let slope = dream.slope(32, p.dream.side) ?? dream.slopes.last
    let tunedSlope = tuned.slope(32, p.dream.side) ?? tuned.slopes.last
    let monteCarlo = ensembles.last?.level
    return Table(
      columns: ["quantity", "trained net, exact", "trained net, dreamt", "tuned net, dreamt", "critical Ising"],
      rows: [
        [
          "$\\lambda_h$", net.lambdaH.text, (dream.parent.last?.lambdaH ?? nil).text,
          (tuned.parent.last?.lambdaH ?? nil).text, "3.668016",
        ],
        [
          "$\\lambda_t$", net.lambdaT.text, (dream.parent.last?.lambdaT ?? nil).text,
          (tuned.parent.last?.lambdaT ?? nil).text, "2",
        ],
        ["$\\gamma/\\nu$", exact.text, (slope?.chi ?? nil).text, (tunedSlope?.chi ?? nil).text, "7/4"],
        ["$\\eta$", exact.map { Estimate(2 - $0.value, $0.standardError) }.text, "—", "—", "1/4"],
        [
          "$y_t = 1/\\nu$", net.lambdaT.map { Exponents.y($0.value).digits(4) } ?? "—", (slope?.me ?? nil).text,
          (tunedSlope?.me ?? nil).text, "1",
        ],
        [
          "heat capacity", net.lambdaT.map { "power \(Exponents.growth($0.value, digits: 3))" } ?? "—",
          "effective power \((slope?.cpPower ?? nil).text)",
          "slope in $\\ln L$: \((tunedSlope?.cpLogarithmic ?? nil).text)",
          "$\\ln L$, slope 0.637",
        ],
        [
          "$V_4$, $L$ = \(p.dream.side)", "—", (dream.levels.last?.v4).text, (tuned.levels.last?.v4).text,
          "Monte Carlo, $L$ = \(monteCarlo?.side ?? 0): \((monteCarlo?.v4).text)",
        ],
        ["$u = -E/(NJ)$", "—", (dream.levels.last?.u).text, (tuned.levels.last?.u).text, "$\\sqrt2$"],
      ])
  }
}
