import Notebook
import Statistics

extension IsingGenerator {
  /// The claims, and what is found.
  var questionAndVerdict: Chapter {
    Chapter(
      "The question and the verdict", all: ensembleSummaries,
      needs: dreamOfTrained, dreamOfTuned, summary(ofTraining: p.training.size), weightsTable
    ) { page, ensembles, dream, tuned, training, weights in
      page.text(
        """
        Can a network with three weights learn to undo majority blocking, and does what it then dreams up from a single spin
        look critical? The paper says yes on both counts. Its method and its trained weights are public; the text of the
        paper beyond its abstract, its tables, fits and quoted eigenvalues were not available here and are marked so.
        Every number below is ours.
        """)
      page.table(claims(ensembles, dream, training, weights))
      page.text("Exponents of the maximum-likelihood net beside those of the Ising model:")
      page.table(comparison(ensembles, dream, tuned, training))
      page.text(
        """
        The dream of a maximum-likelihood net is **scale invariant with $\\gamma/\\nu$ ≈ 1.80, not 7/4**. Scale invariance
        needs no tuning: iterating any local rule gives a power law. The value of the exponent is a property of the weights,
        and maximum likelihood has no reason to choose the Ising value; the window operator gives it exactly. Nets with exactly
        Ising exponents exist in the same class, and are less likely.
        """)
      page.text(
        """
        What was not available of the paper (its body, arXiv 2506.04016 and Phys. Rev. E): quoted exponents and eigenvalues, fit
        ranges and errors, the axes and number of its figures besides the first, the Monte Carlo algorithm of the training
        data. Entries for them are *unavailable*, not guessed.
        """)
    }
  }

  private func claims(
    _ ensembles: [EnsembleSummary], _ dream: DreamSummary, _ training: TrainingSummary, _ weights: WindowTable
  ) -> Table {
    let slope = dream.slope(8, p.dream.side) ?? dream.slopes.first
    return Table(
      columns: ["", "claim", "verdict", "found"],
      rows: [
        [
          "C1", "Three parameters dream up realistic critical configurations from one spin", "**scale invariant, yes; Ising, nearly**",
          "$\\chi \\sim L^{\\gamma/\\nu}$ with \((slope?.chi).text); exact for these weights \(trainedGamma(training)), Ising 1.75",
        ],
        [
          "C2", "They reproduce the scaling of susceptibility and heat capacity", "**susceptibility nearly, heat capacity no**",
          "The heat capacity is a power, $L^{\(Exponents.gammaNu(training.lambdaT.value).digits(2))}$ asymptotically, not a logarithm; "
            + "over the sizes of the paper the two look alike",
        ],
        [
          "C3", "More complex networks are not better", "**right for loss and $\\lambda_t$, not quite for $\\gamma/\\nu$**",
          "see \"Does complexity help?\"",
        ],
        [
          "C4", "It does not rely on Monte Carlo", "**true of generation only**",
          "the training pairs are Monte Carlo configurations (at $L = 4$ enumeration replaces them)",
        ],
      ])
  }

  private func comparison(
    _ ensembles: [EnsembleSummary], _ dream: DreamSummary, _ tuned: DreamSummary, _ training: TrainingSummary
  ) -> Table {
    let gamma = trainedGamma(training)
    let slope = dream.slope(32, p.dream.side) ?? dream.slopes.last
    let tunedSlope = tuned.slope(32, p.dream.side) ?? tuned.slopes.last
    let monteCarlo = ensembles.last?.level
    let exponent = Exponents.y(training.lambdaT.value)
    return Table(
      columns: ["quantity", "maximum likelihood, exact", "maximum likelihood, dreamt", "tuned net, dreamt", "Ising"],
      rows: [
        ["$\\lambda_h$", training.lambdaH.description, (dream.parent.last?.lambdaH ?? nil).text, (tuned.parent.last?.lambdaH ?? nil).text, "3.668016"],
        ["$\\lambda_t$", training.lambdaT.description, (dream.parent.last?.lambdaT ?? nil).text, (tuned.parent.last?.lambdaT ?? nil).text, "2"],
        ["$\\gamma/\\nu$", gamma.description, (slope?.chi).text, (tunedSlope?.chi).text, "7/4"],
        ["$\\eta$", Estimate(2 - gamma.value, gamma.standardError).description, "—", "—", "1/4"],
        ["$y_t = 1/\\nu$", exponent.digits(4), (slope?.me).text, (tunedSlope?.me).text, "1"],
        ["heat capacity", "$L^{\((2 * exponent - 2).digits(3))}$", "effective $L^{\((slope?.cpPower.value ?? .nan).digits(2))}$", "slope in $\\ln L$: \((tunedSlope?.cpLogarithmic).text)", "$\\ln L$, slope 0.637"],
        ["$V_4$, $L$ = \(p.dream.side)", "—", (dream.levels.last?.v4).text, (tuned.levels.last?.v4).text, "Monte Carlo, $L$ = \(monteCarlo?.side ?? 0): \((monteCarlo?.v4).text)"],
        ["$u = -E/(NJ)$", "\(training.uInfinite) ($L\\to\\infty$)", (dream.levels.last?.u).text, (tuned.levels.last?.u).text, "$\\sqrt2$"],
      ])
  }
}
