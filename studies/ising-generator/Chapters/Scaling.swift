import Foundation
import Notebook
import Statistics

extension IsingGenerator {
  /// Figs. 5 to 9 and 12: finite-size scaling of dreams beside Monte Carlo.
  var scaling: Chapter {
    Chapter(
      "Scaling of dreams", all: ensembleSummaries,
      needs: exactIsing, weightsTable, dreamOfWeights, dreamOfTrained, largeDream, dreamOfTuned, trainedNet
    ) { page, ensembles, ising, exact, weights, trained, large, tuned, net in
      let curves = Curves(
        ensembles: ensembles, ising: ising, exact: exact, weights: weights, trained: trained, large: large,
        tuned: tuned, net: net)
      try drawSusceptibility(curves, on: page)
      writeSlopes(curves, on: page)
      drawHeat(curves, on: page)
      drawRatio(curves, on: page)
      drawMagnetization(curves, on: page)
      drawCorrelation(curves, on: page)
      drawThermal(curves, on: page)
      record(curves, on: page)
    }
  }

  /// What is compared.
  struct Curves {
    let ensembles: [EnsembleSummary]
    let ising: ExactIsing
    let exact: WindowTable
    let weights: DreamSummary
    let trained: DreamSummary
    let large: DreamSummary
    let tuned: DreamSummary
    let net: FittedNet

    /// Name and levels of each series.
    var series: [(label: String, levels: [LevelSummary])] {
      let known = Set(weights.levels.map(\.side))
      return [
        ("Monte Carlo", ensembles.map(\.level).filter { $0.side >= 8 }),
        (
          "dream, \(weights.name)",
          (weights.levels + large.levels.filter { !known.contains($0.side) }).filter { $0.side >= 8 }
        ),
        ("dream, trained here", trained.levels.filter { $0.side >= 8 }),
        ("dream, tuned net", tuned.levels.filter { $0.side >= 8 }),
      ]
    }

    func points(_ value: (LevelSummary) -> Estimate, scale: (Double) -> Double = { _ in 1 }) -> [Element] {
      series.enumerated().map { index, series in
        let x = series.levels.map { Double($0.side) }
        // Slightly apart, so that symbols at one size can be told from one another.
        return .points(
          x: x.map { $0 * (1 + 0.03 * (Double(index) - 1.5)) },
          y: zip(series.levels, x).map { value($0).value * scale($1) }, label: series.label,
          yError: zip(series.levels, x).map { value($0).standardError * scale($1) })
      }
    }
  }

  private var sizeAxis: Axis {
    Axis(
      "linear size {/:Italic L}", logarithmic: true,
      ticks: [8, 16, 32, 64, 128, 256, 512, 1024].map { (Double($0), "\($0)") })
  }

  private func drawSusceptibility(_ curves: Curves, on page: Page) throws {
    page.text(
      """
      $\\chi = L^2\\langle m^2\\rangle$ of every ensemble, and divided by $L^{7/4}$, so that what scales like the critical Ising model is
      level and what rises has a larger $\\gamma/\\nu$.
      """)
    page.figure(
      Figure(
        id: "susceptibility", title: "Susceptibility against size",
        caption:
          "Left: $\\chi$ with the power law 7/4 (dotted) and that of the exact exponent of \(curves.exact.name) (dashed). Right: $\\chi/L^{7/4}$, with the exact values at $L$ = 4 and 8.",
        columns: 2, width: 1120, height: 540,
        panels: [
          Panel(
            x: sizeAxis, y: Axis("susceptibility χ", logarithmic: true),
            curves.points(\.chi) + [
              .line(x: [8, 1024], y: [8.0, 1024].map { 1.09195 * pow($0, 1.75) }, label: "L^{7/4}", dash: .dotted)
                .tinted(.ink)
            ] + powerLaw(curves)),
          Panel(
            x: sizeAxis, y: "χ/L^{7/4}", legend: .outside,
            curves.points(\.chi) { pow($0, -1.75) } + [
              smallSizes("Ising, exact", curves.ising.small.map { ($0.side, $0.chi) }, .solid),
              smallSizes("dream, exact", curves.exact.small.map { ($0.side, $0.chi) }, .dashed),
            ]),
        ]))
  }

  /// The asymptotic power law of the weights' dream through its exact value at L = 8.
  private func powerLaw(_ curves: Curves) -> [Element] {
    guard abs(curves.exact.lambdaH) > 2, let chi = curves.exact.small(8)?.chi else { return [] }
    return [
      .line(
        x: [8, 1024], y: [8.0, 1024].map { chi * pow($0 / 8, curves.exact.gammaNu) },
        label: "exact exponent of \(curves.weights.name)", dash: .dashed
      ).tinted(.ink)
    ]
  }

  /// χ/L^{7/4} at L = 4 and 8 as a line.
  private func smallSizes(_ label: String, _ values: [(side: Int, chi: Double)], _ dash: Element.Dash) -> Element {
    let shown = values.filter { $0.side >= 4 }
    return .line(
      x: shown.map { Double($0.side) }, y: shown.map { $0.chi * pow(Double($0.side), -1.75) }, label: label, dash: dash
    ).tinted(.ink)
  }

  private func writeSlopes(_ curves: Curves, on page: Page) {
    let ranges = [(8, p.dream.side), (32, p.dream.side)]
    page.text(
      """
      Slopes of logarithms, all points weighing the same. The sizes of one dream are strongly correlated; the errors are
      jackknife errors over \(p.dream.blocks) blocks of dreams, several times smaller than errors of points taken as independent.
      """)
    page.table(
      Table(
        columns: [
          "ensemble", "range", "$\\gamma/\\nu$ from $\\chi$", "$-\\beta/\\nu$ from $\\langle\\lvert m\\rvert\\rangle$",
          "$1/\\nu$ from me", "$\\mathrm{d}c_p/\\mathrm{d}\\ln L$", "$c_p$, effective power",
        ],
        rows: [curves.weights, curves.trained, curves.tuned].flatMap { dream in
          ranges.compactMap { dream.slope($0.0, $0.1) }.map { slope in
            [
              dream.name, "\(slope.from)–\(slope.to)", slope.chi.text, slope.absm.text, slope.me.text,
              slope.cpLogarithmic.text, slope.cpPower.text,
            ]
          }
        } + [
          ["exact, \(curves.exact.name)", "∞"] + exactRow(curves.exact.lambdaH, curves.exact.lambdaT),
          ["exact, trained here", "∞"]
            + (curves.net.lambdaH.flatMap { h in curves.net.lambdaT.map { exactRow(h.value, $0.value) } } ?? [
              "—", "—", "—", "—", "—",
            ]),
          ["critical Ising", "∞", "1.75", "−0.125", "1", "0.63662", "0 (ln L)"],
        ]))
    page.text(
      """
      Errors are those of the dreaming of given weights; what the weights' own errors add is in the row of the exact exponent. The
      slopes tend to the exact exponents from below, by corrections to scaling that the errors resolve.
      """)
    if isMaximumLikelihood, let slope = curves.trained.slope(32, p.dream.side)?.chi, let exact = curves.net.lambdaH {
      page.text(
        """
        The maximum-likelihood dream is scale invariant with $\\gamma/\\nu$ = **\(slope)**, not 7/4: the distance is
        \(((slope.value - 1.75) / slope.standardError).digits(0)) standard errors of the dreaming, and the window operator
        says why: \(gamma(exact)).
        """)
    }
  }

  /// γ/ν of an eigenvalue with its error.
  func gamma(_ lambda: Estimate) -> Estimate {
    Estimate(Exponents.gammaNu(lambda.value), 2 * lambda.standardError / (lambda.value * 0.6931471805599453))
  }

  /// γ/ν, −β/ν, 1/ν, —, α/ν.
  private func exactRow(_ magnetic: Double, _ thermal: Double) -> [String] {
    let grows = abs(magnetic) > 2
    return [
      Exponents.growth(magnetic, digits: 5), grows ? (Exponents.gammaNu(magnetic) / 2 - 1).digits(5) : "—",
      Exponents.y(thermal).digits(4), "—", Exponents.growth(thermal, digits: 4),
    ]
  }

  private func drawHeat(_ curves: Curves, on page: Page) {
    let tori = curves.ising.tori.filter { $0.side >= 8 }
    page.text(
      """
      The heat capacity of the critical Ising model grows like $\\ln L$ (slope $2/\\pi$ in these units). That of a dream with
      $\\lambda_t > 2$ is a power, $L^{2y_t-2}$, for `\(curves.exact.name)` with the exponent
      \(Exponents.growth(curves.exact.lambdaT, digits: 3)), on a background that makes the effective power at these sizes larger.
      \(heatRises(curves))
      """)
    page.figure(
      Figure(
        id: "heat-capacity", title: "Heat capacity against the logarithm of the size",
        caption: "Line: exact Ising tori.",
        panel: Panel(
          x: sizeAxis, y: "heat capacity {/:Italic c}_p = L^2 Var(e)",
          curves.points(\.cp) + [
            .line(x: tori.map { Double($0.side) }, y: tori.map(\.cp), label: "Ising, exact").tinted(.ink)
          ])))
  }

  /// How much c_p rises in the first and in the last doubling.
  private func heatRises(_ curves: Curves) -> String {
    let cp = curves.weights.levels.filter { $0.side >= 8 }.map(\.cp.value)
    guard cp.count > 2 else { return "" }
    return
      "A logarithm would add the same at every doubling; it rises by \((cp[1] - cp[0]).digits(2)) in the first and by "
      + "\((cp[cp.count - 1] - cp[cp.count - 2]).digits(2)) in the last."
  }

  private func drawRatio(_ curves: Curves, on page: Page) {
    page.text(
      """
      $V_4$ of a dream is set by its first few doublings, where the one spin of the seed becomes the sign of everything.
      It tells dreams from equilibrium configurations even where exponents agree.
      """)
    let small = curves.ising.small
    let dreamSmall = curves.exact.small
    page.figure(
      Figure(
        id: "moment-ratio", title: "Moment ratio against size",
        caption: """
          $V_4 = \\langle m^4\\rangle/\\langle m^2\\rangle^2$. Lines through exact values at $L$ = 2, 4, 8: Ising (solid), dream (dashed).
          Horizontal: the infinite Ising torus, 1.16792, a recalled value that no check uses.
          """,
        panel: Panel(
          x: Axis(
            "linear size {/:Italic L}", logarithmic: true,
            ticks: [2, 4, 8, 16, 32, 64, 128, 256, 512].map { (Double($0), "\($0)") }),
          y: "{/:Italic V}_4",
          curves.points(\.v4) + [
            .line(x: small.map { Double($0.side) }, y: small.map(\.v4), label: "Ising, exact", dash: .solid).tinted(
              .ink),
            .line(x: dreamSmall.map { Double($0.side) }, y: dreamSmall.map(\.v4), label: "dream, exact", dash: .dashed)
              .tinted(.ink),
            .horizontalLine(1.16792, label: "1.1679", dash: .dotted),
          ])))
  }

  private func drawMagnetization(_ curves: Curves, on page: Page) {
    let side = min(64, p.dream.side)
    let bins = LevelSums.bins
    let centres = (0..<bins).map { 2 * (Double($0) + 0.5) / Double(bins) - 1 }
    let shown = curves.series.compactMap { series in
      series.levels.first { $0.side == side }.map { (series.label, $0) }
    }
    page.figure(
      Figure(
        id: "magnetization", title: "Law of the magnetisation at L = \(side)",
        caption: """
          Probability density of $m$, left as it is, right scaled to unit variance. Near $m = 0$ a dream has forgotten the
          sign of its seed.
          """, columns: 2, width: 1120, height: 400,
        panels: [
          Panel(
            x: "magnetisation {/:Italic m}", y: "density",
            shown.map { .line(x: centres, y: $0.1.density.map(\.value), label: $0.0) }),
          Panel(
            x: "{/:Italic m}/√⟨m^2⟩", y: "density",
            shown.map { label, level in
              let width = (level.chi.value / Double(side * side)).squareRoot()
              return .line(x: centres.map { $0 / width }, y: level.density.map { $0.value * width }, label: label)
            }),
        ]))
  }

  private func drawCorrelation(_ curves: Curves, on page: Page) {
    var elements: [Element] = curves.series.compactMap { series in
      guard let level = series.levels.last(where: { !$0.correlation.isEmpty }) else { return nil }
      let side = Double(level.side)
      return .points(
        x: LevelSums.distances(level.side).map { Double($0) / side },
        y: level.correlation.map { $0.value > 0 ? $0.value * pow(side, 0.25) : .nan },
        label: "\(series.label), L = \(level.side)",
        yError: level.correlation.map { $0.standardError * pow(side, 0.25) })
    }
    let curve = curves.ising.conformalCurve
    elements.append(
      .line(x: curve.map { $0[0] }, y: curve.map { $0[1] }, label: "conformal field theory").tinted(.ink))
    page.text(
      """
      **Correlations.** Scaled with the Ising exponent, $L^{1/4}G(r)$ of critical configurations is one curve of $r/L$ at
      distances well above the lattice spacing. The dream of `\(curves.exact.name)` has $\\eta$ = \(curves.exact.eta.digits(3)); a smaller
      $\\eta$ than 1/4 is a slower decay.
      """)
    page.figure(
      Figure(
        id: "correlation", title: "Two-point function along the axes",
        caption: """
          Line: the critical two-point function on the torus; its amplitude, 0.70338, is a recalled value that no check uses.
          """,
        panel: Panel(
          x: Axis("distance {/:Italic r}/{/:Italic L}", logarithmic: true), y: Axis("L^{1/4} G(r)", logarithmic: true),
          elements)))
  }

  private func drawThermal(_ curves: Curves, on page: Page) {
    page.figure(
      Figure(
        id: "thermal", title: "The exponent 1/ν from energy and magnetisation",
        caption:
          "me $= L^2(\\langle e|m|\\rangle-\\langle e\\rangle\\langle|m|\\rangle)/\\langle|m|\\rangle \\sim L^{1/\\nu}$, divided by $L$ (Ising: level at large sizes).",
        height: 400, panel: Panel(x: sizeAxis, y: "me/{/:Italic L}", curves.points(\.me) { 1 / $0 })))
  }

  private func record(_ curves: Curves, on page: Page) {
    let side = p.dream.side
    let isThree = p.training.model == .three
    for (name, dream) in [
      (curves.weights.name, curves.weights), (isThree ? "ml" : p.training.model.id, curves.trained),
      ("tuned", curves.tuned),
    ] {
      for from in [8, 32] {
        guard let slope = dream.slope(from, side) else { continue }
        page.quantity(ifAny: "slope/\(name)/\(from)..\(side)", slope.chi, symbol: "γ/ν, \(name), \(from)–\(side)")
      }
    }
    if let slope = curves.weights.slope(8, side) {
      page.quantity(ifAny: "slope/absm/\(curves.weights.name)", slope.absm, symbol: "−β/ν", listed: false)
      page.quantity(ifAny: "slope/me/\(curves.weights.name)", slope.me, symbol: "1/ν", listed: false)
    }
    for level in curves.large.levels where level.side == 512 {
      page.quantity("dream/\(curves.large.name)/L512/chi", level.chi, symbol: "χ(512)", listed: false)
      page.quantity("dream/\(curves.large.name)/L512/cp", level.cp, symbol: "c_p(512)", listed: false)
      page.quantity("dream/\(curves.large.name)/L512/V4", level.v4, symbol: "V₄(512)", listed: false)
      for (r, value) in zip(LevelSums.distances(512), level.correlation) {
        page.quantity("dream/\(curves.large.name)/G/r\(r)", value, symbol: "G(\(r))", listed: false)
      }
    }
    guard isThree, let slope = curves.trained.slope(32, side)?.chi else { return }
    page.quantity("headline/gamma_nu_ml", slope, symbol: "γ/ν of the maximum-likelihood dream", listed: false)
    page.quantity(
      "slope/ml/exceeds-ising", (slope.value - 1.75) / slope.standardError, symbol: "(γ/ν − 7/4)/σ", listed: false)
    page.quantity(ifAny: "headline/V4_ml", curves.trained.level(128)?.v4, symbol: "V₄ at L = 128", listed: false)
  }
}
