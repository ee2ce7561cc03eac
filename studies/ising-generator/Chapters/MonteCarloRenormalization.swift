import Notebook
import Renormalization
import Statistics

extension IsingGenerator {
  /// Fig. 10: eigenvalues of sampled renormalization matrices.
  var monteCarloRenormalization: Chapter {
    Chapter(
      "Renormalization matrices from samples", all: ensembleSummaries,
      needs: weightsTable, dreamOfWeights, dreamOfTrained, dreamOfTuned
    ) { page, ensembles, exact, weights, trained, tuned in
      page.text(
        """
        The matrix $T = \\langle S'S'\\rangle_c^{-1}\\langle S'S\\rangle_c$ between the operators of a coarse lattice, $S'$, and
        of the fine one, $S$, for \(p.renormalization.operators.count) products of up to four spins in a 3 × 3 window, averaged over the symmetries of
        the square (`renormalization.operators` chooses among them). Three pairs of lattices are used: Monte Carlo configurations blocked again and again (**MC**); a generated
        lattice and the one it was **generated from** (method 1 of the authors' code); a generated lattice and its own **majority
        blocking** (method A). The authors' list of 36 operators contains the plaquette twice and leaves out
        the product of the spins at (0,0), (0,2), (1,2) and (2,0); here it is complete, so that no pseudo-inverse is needed.
        """)
      page.table(monteCarloTable(ensembles))
      writeConvergence(ensembles, on: page)
      for reason in Set(
        (ensembles.flatMap(\.steps) + weights.parent + trained.parent + tuned.parent).compactMap(\.failure)
      ).sorted() {
        page.text("Missing eigenvalues: \(reason).")
      }
      writeOneOperator(ensembles, on: page)
      page.table(dreamTable([weights, trained, tuned]))
      page.text(Self.twoMethods)
      page.table(differenceTable([weights, trained, tuned]))
      draw(ensembles, exact, weights, trained, tuned, on: page)
      let names = p.renormalization.operators.map { "\($0) `\(WindowOrbits.all[$0].name)`" }
      page.text("The operators by number, one orientation of each: \(names.joined(separator: ", ")).")
      record(ensembles, on: page)
      for dream in [weights, trained, tuned] { record(dream, on: page) }
    }
  }

  static let twoMethods = """
    Between a lattice and the one it was generated from, $T$ **is** the window operator (transposed), up to noise and to the
    operators that are left out: with all 36 of up to four spins its leading eigenvalues must be the exact ones. Majority blocking is another coarse-graining of the same ensemble. For a net at a
    true fixed point of blocking the two would agree; how far they are apart measures how far the net is from inverting the
    blocking. A comment in the authors' code says that both agree up to statistical errors.
    """

  private func monteCarloTable(_ ensembles: [EnsembleSummary]) -> Table {
    Table(
      caption:
        "MC: eigenvalues of successive blocking steps. Exact fixed-point values: $\\lambda_t = 2$, $\\lambda_h$ = \(Exponents.isingLambdaH.digits(6)).",
      columns: ["$L$", "step", "$\\lambda_t$", "$\\lambda_h$", "second even", "second odd"],
      rows: ensembles.flatMap { ensemble in
        ensemble.steps.enumerated().map { k, step in
          [
            "\(ensemble.parameters.size)", "\(step.fine) → \(step.fine / 2)", step.lambdaT.text,
            step.lambdaH.text, step.secondEven.text, step.secondOdd.text,
          ]
        }
      })
  }

  /// How far the first two steps of the largest lattice are from the fixed point.
  private func writeConvergence(_ ensembles: [EnsembleSummary], on page: Page) {
    guard isCritical, let steps = ensembles.last(where: { $0.steps.count > 1 })?.steps.prefix(2),
      let first = steps.first?.lambdaH, let second = steps.last?.lambdaH
    else { return }
    func distance(_ estimate: Estimate) -> String {
      var shifted = estimate
      shifted.value -= Exponents.isingLambdaH
      return shifted.description
    }
    page.text(
      """
      The nearest-neighbour Hamiltonian is not the fixed point of majority blocking: at the largest size the first step
      misses $\\lambda_h$ by \(distance(first)), the second by \(distance(second)).
      """)
  }

  private func writeOneOperator(_ ensembles: [EnsembleSummary], on page: Page) {
    guard p.renormalization.operators.count > 2,
      let ensemble = ensembles.first(where: { $0.parameters.size == 64 }) ?? ensembles.last
    else { return }
    let steps = ensemble.oneOperator.prefix(2)
    guard !steps.isEmpty else { return }
    page.text(
      """
      With one operator a sector (magnetisation; nearest-neighbour energy) the first steps at $L$ = \(ensemble.parameters.size) give
      $\\lambda_t$ = \(steps.map(\.lambdaT.text).joined(separator: ", ")) and $\\lambda_h$ =
      \(steps.map(\.lambdaH.text).joined(separator: ", ")): truncation matters for $\\lambda_t$, hardly for $\\lambda_h$.
      """)
    for (k, step) in steps.enumerated() {
      page.quantity(
        ifAny: "mcrg/mc/one/step\(k + 1)/lambda_t", step.lambdaT, symbol: "λ_t, one operator", listed: false)
      page.quantity(
        ifAny: "mcrg/mc/one/step\(k + 1)/lambda_h", step.lambdaH, symbol: "λ_h, one operator", listed: false)
    }
  }

  private func dreamTable(_ dreams: [DreamSummary]) -> Table {
    Table(
      caption: "Dreams: matrix from the parent lattice (method 1) and from majority blocking (method A).",
      columns: [
        "net", "fine $L$", "$\\lambda_t$, parent", "$\\lambda_t$, majority", "$\\lambda_h$, parent",
        "$\\lambda_h$, majority",
      ],
      rows: dreams.flatMap { dream in
        zip(dream.parent, dream.majority).map { parent, majority in
          [
            dream.name, "\(parent.fine)", parent.lambdaT.text, majority.lambdaT.text,
            parent.lambdaH.text, majority.lambdaH.text,
          ]
        }
      })
  }

  private func differenceTable(_ dreams: [DreamSummary]) -> Table {
    Table(
      caption: "Parent minus majority at the largest size; errors added in quadrature.",
      columns: ["net", "$\\lambda_t$", "in errors", "$\\lambda_h$", "in errors"],
      rows: dreams.compactMap { dream in
        guard let parent = dream.parent.last, let majority = dream.majority.last, let t = parent.lambdaT,
          let h = parent.lambdaH, let otherT = majority.lambdaT, let otherH = majority.lambdaH
        else { return nil }
        let differences = [Estimate.difference(t, otherT), Estimate.difference(h, otherH)]
        return [dream.name] + differences.flatMap { [$0.description, ($0.value / $0.standardError).digits(1)] }
      })
  }

  private func draw(
    _ ensembles: [EnsembleSummary], _ exact: WindowTable, _ weights: DreamSummary, _ trained: DreamSummary,
    _ tuned: DreamSummary, on page: Page
  ) {
    func points(
      _ label: String, _ shift: Double, _ steps: [RenormalizationSummary],
      _ value: (RenormalizationSummary) -> Estimate?
    ) -> Element? {
      let known = steps.compactMap { step in value(step).map { (x: Double(step.fine) * shift, y: $0) } }
      guard !known.isEmpty else { return nil }
      return .points(
        x: known.map(\.x), y: known.map(\.y.value), label: label, yError: known.map(\.y.standardError))
    }
    func panel(
      _ title: String, _ symbol: String, ising: Double, exact: Double, _ value: (RenormalizationSummary) -> Estimate?
    ) -> Panel {
      Panel(
        title: title,
        x: Axis(
          "size of the fine lattice", logarithmic: true, ticks: [8, 16, 32, 64, 128].map { (Double($0), "\($0)") }),
        y: Axis(symbol),
        ([
          Element.horizontalLine(ising, label: "Ising", dash: .dashed),
          .horizontalLine(exact, label: "exact M", dash: .dotted),
          points("Monte Carlo, first step", 0.93, ensembles.compactMap(\.steps.first), value),
          points("Monte Carlo, second step", 0.97, ensembles.compactMap { $0.steps.dropFirst().first }, value),
          points("\(weights.name), parent", 1.01, weights.parent, value),
          points("\(weights.name), majority", 1.05, weights.majority, value),
          points("tuned, parent", 1.09, tuned.parent, value), points("tuned, majority", 1.13, tuned.majority, value),
        ] as [Element?]).compactMap { $0 })
    }
    page.figure(
      Figure(
        id: "renormalization", title: "Leading eigenvalues of renormalization matrices",
        caption: """
          Dashed: Ising; dotted: the window operator at the weights of `\(weights.name)`. Errors are jackknife errors over
          independent chains or blocks of dreams.
          """, columns: 2, width: 1120, height: 580,
        panels: [
          panel("thermal", "λ_t", ising: 2, exact: exact.lambdaT) { $0.lambdaT },
          panel("magnetic", "λ_h", ising: Exponents.isingLambdaH, exact: exact.lambdaH) { $0.lambdaH },
        ]))
  }

  private func record(_ ensembles: [EnsembleSummary], on page: Page) {
    for ensemble in ensembles where ensemble.parameters.size >= 32 {
      for (k, step) in ensemble.steps.enumerated() {
        let id = "mcrg/mc/L\(ensemble.parameters.size)/step\(k + 1)"
        page.quantity(ifAny: "\(id)/lambda_t", step.lambdaT, symbol: "λ_t", listed: false)
        page.quantity(ifAny: "\(id)/lambda_h", step.lambdaH, symbol: "λ_h", listed: false)
      }
    }
  }

  private func record(_ dream: DreamSummary, on page: Page) {
    for (method, steps) in [("t1", dream.parent), ("ta", dream.majority)] {
      for step in steps {
        let id = "dream/\(dream.name)/L\(step.fine)/\(method)"
        page.quantity(ifAny: "\(id)/lambda_t", step.lambdaT, symbol: "λ_t", listed: false)
        page.quantity(ifAny: "\(id)/lambda_h", step.lambdaH, symbol: "λ_h", listed: false)
        guard dream.name == "ml", method == "t1", step.fine == 128 else { continue }
        page.quantity(ifAny: "headline/lambda_t_t1", step.lambdaT, symbol: "λ_t", listed: false)
        page.quantity(ifAny: "headline/lambda_h_t1", step.lambdaH, symbol: "λ_h", listed: false)
      }
    }
  }
}
