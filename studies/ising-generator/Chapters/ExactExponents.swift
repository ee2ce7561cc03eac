import Notebook
import Statistics

extension IsingGenerator {
  /// Fig. 11 and the flagship: exponents of the dream from a matrix.
  var exactExponents: Chapter {
    Chapter(
      "Exact exponents: the window operator", needs: windowResults, exponentPlane, summary(ofTraining: p.training.size)
    ) {
      page, results, plane, training in
      page.text(Self.operatorText)
      page.table(
        Table(
          columns: [
            "weights", "$W_0$", "$W_1$", "$W_2$", "$\\lambda_h$", "$\\lambda_t$", "$\\gamma/\\nu$", "$\\eta$", "$y_t$",
            "$\\alpha/\\nu$", "$u_\\infty$",
          ],
          rows: (results.published + [results.reference]).map { table in
            [table.name]
              + [table.w0, table.w1, table.w2].map { $0.digits(4) }
              + [
                table.lambdaH.digits(4), table.lambdaT.digits(4), Exponents.growth(table.lambdaH, digits: 4),
                table.eta.digits(4), table.yT.digits(4), Exponents.growth(table.lambdaT, digits: 4),
                table.uInfinite.digits(4),
              ]
          } + [trainedRow(training), isingRow]))
      page.text(
        """
        Fluctuations of the root survive all doublings if $\\lvert\\lambda\\rvert > b^{d/2} = 2$: then $\\chi \\sim L^{\\gamma/\\nu}$ or
        $c_p \\sim L^{\\alpha/\\nu}$ at large $L$ without any tuning; otherwise they stay finite. The published $(a,b,c)$ scatter, their
        exponents hardly: the flat direction of the loss is flat for the eigenvalues too. The weighted sets have a larger
        $\\lambda_h$ still.
        """)
      if isMaximumLikelihood {
        page.text(
          """
          So the maximum-likelihood net is scale invariant, with exponents **near, not equal to**, those of the Ising model:
          $\\gamma/\\nu$ = \(trainedGamma(training)) instead of 7/4, and the heat capacity grows like
          $L^{\(Exponents.gammaNu(training.lambdaT.value).digits(2))}$ instead of $\\ln L$.
          """)
      }
      writeSensitivity(results, training, on: page)
      drawPlane(plane, training, on: page)
      writeMistakes(results, on: page)
      record(results, on: page)
    }
  }

  static let operatorText = """
    Sites of a 3 × 3 window of the fine lattice draw from a window of 3 × 3 coarse blocks, never more. Given the coarse
    lattice they are independent, so the average of a product of fine spins is the product of the $f = \\langle s|t\\rangle =
    \\tanh\\tfrac14[W_0t_0+W_1(t_h+t_v)+W_2t_d]$, a polynomial in the coarse spins of one window. Summed over
    translations, products of spins in a window (86 up to symmetry: 41 odd, 45 even with the constant) therefore
    transform **linearly and exactly**,

    $$E\\bigl[S_A(\\text{fine}) \\bigm| \\text{coarse}\\bigr] = \\sum_B M_{AB} S_B(\\text{coarse}) .$$

    The largest odd eigenvalue is $\\lambda_h = 2^{y_h}$, the second even one (the first is exactly 4) $\\lambda_t = 2^{y_t}$;
    $\\gamma/\\nu = 2y_h-2$, $\\eta = 4-2y_h$, $\\alpha/\\nu = 2y_t-2$. No sampling and no fit is involved.
    """

  private func trainedRow(_ training: TrainingSummary) -> [String] {
    let gamma = trainedGamma(training)
    return ["trained here, L\(training.size)"] + training.weights.suffix(3).map(\.description) + [
      training.lambdaH.description, training.lambdaT.description, gamma.description,
      Estimate(2 - gamma.value, gamma.standardError).description, yT(training).description,
      Estimate(2 * yT(training).value - 2, 2 * yT(training).standardError).description, training.uInfinite.description,
    ]
  }

  private var isingRow: [String] {
    [
      "**critical Ising**", "—", "—", "—", Exponents.isingLambdaH.digits(4), "2", "1.75", "0.25", "1", "0 (ln L)",
      "1.4142",
    ]
  }

  /// γ/ν of a trained net with its error.
  func trainedGamma(_ training: TrainingSummary) -> Estimate {
    let slope = 2 / (training.lambdaH.value * 0.6931471805599453)
    return Estimate(Exponents.gammaNu(training.lambdaH.value), slope * training.lambdaH.standardError)
  }

  private func yT(_ training: TrainingSummary) -> Estimate {
    let slope = 1 / (training.lambdaT.value * 0.6931471805599453)
    return Estimate(Exponents.y(training.lambdaT.value), slope * training.lambdaT.standardError)
  }

  private func writeSensitivity(_ results: WindowResults, _ training: TrainingSummary, on page: Page) {
    let s = results.sensitivity
    page.text(
      """
      Derivatives at the weights `ref` with respect to $(W_0,W_1,W_2)$: of $\\lambda_h$ (\(s.lambdaH.digits(3))), of $\\lambda_t$
      (\(s.lambdaT.digits(3))), of $u_\\infty$ (\(s.uInfinite.digits(3))). The statistical errors of the weights trained here move
      $\\lambda_h$ by \(training.lambdaH.standardError.scientificText); its distance to the Ising value is
      \((training.lambdaH.value - Exponents.isingLambdaH).digits(3)).
      """)
    page.table(
      Table(
        caption:
          "The leading scaling operators of `ref` in the basis of window products (coefficient of the largest set to 1).",
        columns: ["odd", "coefficient", "even", "coefficient"],
        rows: zip(results.leadingOdd, results.leadingEven).map { odd, even in
          ["`\(odd.name)`", odd.coefficient.digits(4), "`\(even.name)`", even.coefficient.digits(4)]
        }))
  }

  private func drawPlane(_ plane: ExponentPlane, _ training: TrainingSummary, on page: Page) {
    let published = PublishedSet.all
    let marks: [Element] = [
      .points(
        x: published.map { $0.coarseWeights[1] }, y: published.map { $0.coarseWeights[2] }, label: "published sets"),
      .points(x: [training.weights[4].value], y: [training.weights[5].value], label: "maximum likelihood"),
      .line(x: plane.tuned.map { $0[0] }, y: plane.tuned.map { $0[1] }, label: "exactly Ising (other W_0)"),
    ]
    page.figure(
      Figure(
        id: "exponent-plane", title: "Exact eigenvalues in the plane of the neighbour weights",
        caption: """
          $\\lambda_h$ and $\\lambda_t$ minus their Ising values at $W_0$ = \(plane.w0.digits(2)); zero is the middle of the scale.
          Points: the published sets and the one trained here (their $W_0$ are 3.18 to 3.62). Line: the one-parameter
          family of nets with exactly Ising eigenvalues, whose $W_0$ is about 4.
          """, columns: 2, width: 1120, height: 460,
        panels: [
          Panel(
            title: "magnetic", x: "W_1", y: "W_2",
            [
              .heatMap(
                x: plane.w1, y: plane.w2, z: plane.lambdaH.map { $0.map { $0 - Exponents.isingLambdaH } },
                label: "λ_h − 2^{15/8}", palette: .diverging, range: -0.4...0.4)
            ] + marks),
          Panel(
            title: "thermal", x: "W_1", y: "W_2",
            [
              .heatMap(
                x: plane.w1, y: plane.w2, z: plane.lambdaT.map { $0.map { $0 - 2 } }, label: "λ_t − 2",
                palette: .diverging, range: -0.8...0.8)
            ] + marks),
        ]))
  }

  private func writeMistakes(_ results: WindowResults, on page: Page) {
    page.text(
      """
      **Signatures of wrong implementations**, exact at the weights `ref`. $\\chi$ and $V_4$ at $L \\le 8$ cannot see a permutation
      of the fine spins inside blocks; $u$ and $c_p$ at $L = 8$ can.
      """)
    page.table(
      Table(
        columns: ["implementation", "$L$", "$\\chi$", "$V_4$", "$u$", "$c_p$"],
        rows: results.mistakes.rows.flatMap { row in
          row.small.filter { $0.side > 2 }.map { small in
            [
              row.label, "\(small.side)", small.chi.digits(5), small.v4.digits(5), small.u.digits(5),
              small.cp?.digits(5) ?? "—",
            ]
          }
        }))
  }

  private func record(_ results: WindowResults, on page: Page) {
    record(results.reference, prefix: "ref", on: page)
    for table in results.published { record(table, prefix: "operator/\(table.name)", on: page) }
    page.quantity("operator/closed/lambda_h", results.closedLambdaH, symbol: "4 tanh ½", listed: false)
    page.quantity("operator/closed/nn", results.closedNearest, symbol: "2 tanh² ½", listed: false)
    let derivatives = [
      ("lambda_h", results.sensitivity.lambdaH), ("lambda_t", results.sensitivity.lambdaT),
      ("u_inf", results.sensitivity.uInfinite),
    ]
    for (name, values) in derivatives {
      for (weight, value) in zip(["W0", "W1", "W2"], values) {
        page.quantity("ref/sensitivity/\(name)/\(weight)", value, symbol: "d\(name)/d\(weight)", listed: false)
      }
    }
    for row in results.mistakes.rows where row.name != "correct" {
      for small in row.small where small.side > 2 {
        let id = "mistake/\(row.name)/L\(small.side)"
        page.quantity("\(id)/chi", small.chi, symbol: "χ", listed: false)
        page.quantity("\(id)/V4", small.v4, symbol: "V₄", listed: false)
        page.quantity("\(id)/u", small.u, symbol: "u", listed: false)
        if let cp = small.cp { page.quantity("\(id)/cp", cp, symbol: "c_p", listed: false) }
      }
    }
  }
}
