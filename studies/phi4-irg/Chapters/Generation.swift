import Notebook
import Statistics

extension PhiFourIRG {
  /// Figs. F1, F6 and F7: what generated fields look like, and how smooth they are.
  var generation: Chapter {
    Chapter(
      "Generation, level by level", all: baseSummaries,
      needs: mainGeneration, stochasticGeneration, identities, pictures
    ) { page, ensembles, main, noisy, identities, pictures in
      page.text(
        """
        Independent direct configurations of size \(p.generation.startSize) are enlarged \(p.generation.levels) times by the \(p.training.architecture.rawValue) map.
        A map of least squared error predicts conditional means, which are smoother than fields. Noise of the residual's variance, added to
        every site of every level, overshoots: it repairs the mean square to about a tenth and spoils action and identity in
        the other direction. The Schwinger–Dyson average is 1 for any correctly sampled system.
        """)
      drawPictures(pictures, on: page)
      page.table(table(main, noisy, ensembles))
      drawLevels(main, noisy, ensembles, on: page)
      drawDensities(main, on: page)
      if p.training.architecture == .linear {
        let cumulants = main.levels.map(\.u4.value)
        page.text(
          """
          The linear map multiplies $m$ of every configuration by one number (largest deviation
          \(identities.scaling.scientificText)), so $U_4$ is the same at all sizes: \(cumulants[0].digits(6)).
          """)
        page.quantity("identity/linear-scaling", identities.scaling, symbol: "max |m' − g m|", listed: false)
        let change = cumulants.map { abs($0 - cumulants[0]) }.max() ?? 0
        page.quantity("identity/U4-invariance", change, symbol: "max |ΔU₄|", listed: false)
      }
      record(main, on: page)
    }
  }

  private func table(_ main: GenerationSummary, _ noisy: GenerationSummary, _ ensembles: [EnsembleSummary]) -> Table {
    func noise(_ level: Int, _ value: KeyPath<FieldSummary, Estimate>) -> String {
      level < noisy.levels.count ? noisy.levels[level][keyPath: value].description : "—"
    }
    return Table(
      columns: [
        "$L$", "$\\langle\\lvert m\\rvert\\rangle$", "direct", "$p_2$", "with noise", "direct", "$S/V$", "with noise",
        "direct", "SD", "with noise", "$U_4$",
      ],
      rows: main.levels.enumerated().map { k, level in
        let direct = ensembles.first { $0.parameters.size == level.side }?.level
        return [
          "\(level.side)", level.absm.description, (direct?.absm).text, level.p2.description, noise(k, \.p2),
          (direct?.p2).text,
          level.action.description, noise(k, \.action), (direct?.action).text, level.schwingerDyson.description,
          noise(k, \.schwingerDyson), level.u4.description,
        ]
      })
  }

  private func drawPictures(_ pictures: FieldPictures, on page: Page) {
    page.figure(
      Figure(
        id: "configurations", title: "Configurations: sampled, blocked, reconstructed, enlarged",
        caption:
          "Fields from −2 (white) to 2 (black). First row: one configuration, its blocking, and what the inverse makes of that. Second row: the first configuration enlarged twice, the same with noise, and an independent direct configuration of that size.",
        columns: 3, width: 1000, height: 720,
        panels: pictures.panels.map { Panel(title: $0.title, .lattice($0.rows, palette: .grey, range: -2...2)) }))
  }

  private func drawLevels(
    _ main: GenerationSummary, _ noisy: GenerationSummary, _ ensembles: [EnsembleSummary], on page: Page
  ) {
    func line(_ label: String, _ levels: [FieldSummary], _ value: (FieldSummary) -> Estimate) -> [Element] {
      [
        .line(x: levels.map { Double($0.side) }, y: levels.map { value($0).value }, label: label),
        .points(
          x: levels.map { Double($0.side) }, y: levels.map { value($0).value }, label: label,
          yError: levels.map { value($0).standardError }),
      ]
    }
    let sides = main.levels.map(\.side)
    let direct = ensembles.map(\.level).filter { sides.contains($0.side) }
    let x = Axis("linear size {/:Italic L}", logarithmic: true, ticks: sides.map { (Double($0), "\($0)") })
    page.figure(
      Figure(
        id: "smoothness", title: "Mean square, action and Schwinger–Dyson average by level of generation",
        caption:
          "The identity is 1 for any correctly sampled system; it measures how far generated fields are from the Boltzmann weight.",
        columns: 3, width: 1200, height: 460,
        panels: [
          ("p_2", \FieldSummary.p2), ("S/V", \.action), ("SD", \.schwingerDyson),
        ].map { title, path in
          Panel(
            title: title, x: x, y: "",
            line("enlarged", main.levels) { $0[keyPath: path] }
              + line("enlarged with noise", noisy.levels) { $0[keyPath: path] }
              + (direct.isEmpty ? [] : line("direct", direct) { $0[keyPath: path] }))
        }))
  }

  private func drawDensities(_ main: GenerationSummary, on page: Page) {
    let bins = GeneratedChain.bins
    let centres = (0..<bins).map { -3 + 6 * (Double($0) + 0.5) / Double(bins) }
    page.figure(
      Figure(
        id: "densities", title: "Density of the field by level of generation",
        caption: "The sampled system and its enlargements by the \(p.training.architecture.rawValue) map.", height: 420,
        panel: Panel(
          x: "field φ", y: "density",
          zip(main.levels, main.densities).map { .line(x: centres, y: $1, label: "L = \($0.side)") })))
  }

  private func record(_ main: GenerationSummary, on page: Page) {
    guard p.training.architecture == .linear, p.training.kernel == .k6 else { return }
    for level in main.levels.dropFirst() where level.side <= 256 {
      page.quantity("linear/k6/levels/p2/L\(level.side)", level.p2, symbol: "p₂", listed: false)
      page.quantity("linear/k6/levels/S/L\(level.side)", level.action, symbol: "S/V", listed: false)
      if level.side == 64 {
        page.quantity("linear/k6/levels/SD/L64", level.schwingerDyson, symbol: "SD", listed: false)
      }
    }
  }
}
