import Foundation
import Notebook
import Renormalization
import Statistics

extension PhiFourIRG {
  /// Tables T1 and T2 and Fig. F5: exponents of all pairs of sizes.
  var exponents: Chapter {
    Chapter(
      "Exponents from pairs of sizes", all: baseSummaries, needs: mainGeneration, otherGeneration,
      linear(p.training.kernel)
    ) {
      page, ensembles, main, other, linear in
      page.text(
        """
        $\\beta/\\nu = -\\ln(m_j/m_i)/\\ln(L_j/L_i)$ and $\\gamma/\\nu = \\ln(\\chi_j/\\chi_i)/\\ln(L_j/L_i)$ at the base point, with the connected
        $\\chi = V(\\langle m^2\\rangle-\\langle|m|\\rangle^2)$ and with $V\\langle m^2\\rangle$. All sizes of one generation belong to the same configurations: *same
        configurations* is the error of their joint resampling, *independent* that of ensembles treated as independent. Neither contains
        the error of the training, \(linear.betaNu.standardError.scientificText) in $\\beta/\\nu$ for the linear map, nor the systematic one of the
        method, which is larger than all of them. Ising: 1/8 and 7/4. The paper's table: unavailable.
        """)
      for generation in [main, other] { page.table(table(generation)) }
      try writeDirectFit(ensembles, on: page)
      draw(main, other, ensembles, on: page)
      guard p.training.architecture == .linear || p.training.architecture == .stochastic else { return }
      let defect = main.pairs.map { abs($0.gammaOverNu.value - (2 - 2 * $0.betaOverNu.value)) }.max() ?? 0
      if p.training.architecture == .linear {
        page.quantity("gate/lin", defect, symbol: "max |γ/ν − (2 − 2β/ν)|", listed: false)
      }
    }
  }

  private func table(_ generation: GenerationSummary) -> Table {
    Table(
      caption:
        "\(generation.name), from $L$ = \(generation.levels[0].side) (\(generation.levels[0].configurations) configurations).",
      columns: [
        "$L_i/L_j$", "$\\beta/\\nu$, same configurations", "independent", "$\\gamma/\\nu$, connected $\\chi$",
        "independent", "$\\gamma/\\nu$, $V\\langle m^2\\rangle$", "independent",
        "$\\beta/\\nu$ from $\\mathrm{d}m_j/\\mathrm{d}m_i$",
        "$\\gamma/\\nu$ from $\\mathrm{d}\\chi_j/\\mathrm{d}\\chi_i$",
      ],
      rows: zip(generation.pairs, generation.independent).map { joint, free in
        [
          "\(joint.first)/\(joint.second)", shown(joint.betaOverNu), shown(free.betaOverNu),
          shown(joint.gammaOverNuConnected),
          shown(free.gammaOverNuConnected), shown(joint.gammaOverNu), shown(free.gammaOverNu),
          joint.betaOverNuFromSlopes.map(shown) ?? "—", joint.gammaOverNuFromSlopes.map(shown) ?? "—",
        ]
      })
  }

  /// Straight lines through logarithms of the direct systems, weighted by their errors.
  private func writeDirectFit(_ ensembles: [EnsembleSummary], on page: Page) throws {
    let used = ensembles.map(\.level).filter { $0.side >= 32 }
    guard used.count >= 3 else { return }
    func fit(_ value: (FieldSummary) -> Estimate) throws -> FitResult {
      try LinearFit.line(
        x: used.map { log(Double($0.side)) }, y: used.map { log(value($0).value) },
        errors: used.map { value($0).standardError / value($0).value })
    }
    let (magnetization, susceptibility) = (try fit(\.absm), try fit(\.chi0))
    var beta = magnetization.parameters[1]
    beta.value = -beta.value
    page.text(
      """
      Direct systems from $L = 32$ on, weighted straight lines through logarithms: $\\beta/\\nu$ = \(beta) ($\\chi^2$/dof =
      \((magnetization.chiSquaredPerDegree ?? .nan).digits(2))) and $\\gamma/\\nu$ = \(susceptibility.parameters[1])
      (\((susceptibility.chiSquaredPerDegree ?? .nan).digits(2))). The base point is not exactly critical, which the largest sizes begin to feel.
      """)
  }

  /// An estimate; one whose error is rounding is exact for these configurations.
  private func shown(_ estimate: Estimate) -> String {
    estimate.standardError < 1e-10 ? "\(estimate.value.digits(5)) (exact)" : estimate.description
  }

  private func draw(
    _ main: GenerationSummary, _ other: GenerationSummary, _ ensembles: [EnsembleSummary], on page: Page
  ) {
    func points(_ label: String, _ levels: [FieldSummary], _ power: Double, _ value: (FieldSummary) -> Estimate)
      -> Element
    {
      .points(
        x: levels.map { Double($0.side) }, y: levels.map { value($0).value * pow(Double($0.side), power) },
        label: label,
        yError: levels.map { value($0).standardError * pow(Double($0.side), power) })
    }
    func series(_ power: Double, _ value: (FieldSummary) -> Estimate) -> [Element] {
      [
        points("direct", direct, power, value), points("from L = \(main.levels[0].side)", main.levels, power, value),
        points("from L = \(other.levels[0].side)", other.levels, power, value),
      ]
    }
    let direct = ensembles.map(\.level)
    let x = Axis(
      "linear size {/:Italic L}", logarithmic: true,
      ticks: [8, 16, 32, 64, 128, 256, 512].map { (Double($0), "\($0)") })
    page.figure(
      Figure(
        id: "scaling", title: "Magnetisation and susceptibility against size",
        caption:
          "Direct systems at the base point and enlargements, with the Ising powers divided out: level is Ising.",
        columns: 2, width: 1100,
        height: 480,
        panels: [
          Panel(x: x, y: "⟨|m|⟩ L^{1/8}", series(0.125, \.absm)),
          Panel(x: x, y: "V⟨m^2⟩/L^{7/4}", series(-1.75, \.chi0)),
        ]))
  }
}
