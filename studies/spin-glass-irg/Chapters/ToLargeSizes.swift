import Foundation
import Notebook
import Statistics

extension SpinGlassIRG {
  /// Fig. 5 of the proceedings.
  var toLargeSizes: Chapter {
    Chapter("To large sizes", needs: chains, largestChain, chainPictures, direct) {
      page, chains, largest, slices, sizes in
      guard let main = chains.first else { return }
      let last = main.levels.last?.side ?? 0
      page.text(
        """
        The map is fed its own drawn output: \(main.levels.map { "\($0.side)³" }.joined(separator: " → ")), from test samples that no map was
        trained on\(largest.first.map { "; \($0.levels.last?.configurations ?? 0) of them go on to \($0.levels.last?.side ?? 0)³" } ?? ""). The construction
        works at any size: that is what the paper claims, and it holds. What the configurations are worth is another question.
        """)
      if !slices.isEmpty {
        page.figure(
          Figure(
            id: "chain", title: "One overlap configuration enlarged again and again, in slices",
            caption: "Layer z = 0; white is +1, black −1; drawn by the \(p.generation.model.name) map.",
            columns: min(3, slices.count), width: 1000, height: slices.count > 3 ? 720 : 380,
            panels: slices.map { slice in
              Panel(
                title: slice.title, .lattice(slice.rows.map { $0.map { -Double($0) } }, palette: .grey, range: -1...1))
            }))
      }
      page.table(
        Table(
          caption: "The \(p.generation.model.name) map, level by level.",
          columns: [
            "$L'$", "configurations", "$[\\langle\\lvert q\\rvert\\rangle]$", "$U_4$", "$\\xi/L$", "$C(1)$",
          ],
          rows: (main.levels + (largest.first?.levels.suffix(1) ?? [])).map { level in
            [
              "\(level.side)", "\(level.configurations)", level.absolute.description, level.binder.description,
              level.correlationLength.description, level.link.description,
            ]
          }))
      page.text(
        """
        $U_4$ and $\\xi/L$ are inherited from the start: an enlarged system of size $L'$ at β is the sampled system of size
        \(main.levels.first?.side ?? 0) at β in disguise. $C(1)$ goes from \((main.levels.first?.link).text) to \((main.levels.last?.link).text).
        """)
      page.figure(scalingFigure(chains, sizes))
      record(main, last, on: page)
    }
  }

  private func scalingFigure(_ chains: [ChainSummary], _ sizes: [SizeSummary]) -> Figure {
    let models = [TrainingParameters.Model.logistic, .mlp, .autoregressive, .logisticSign, .tanhSquaredError]
    let shown = models.compactMap { model in chains.first { $0.name == model.rawValue }.map { (model.name, $0) } }
    func elements(_ path: KeyPath<ChainSummary.Level, Estimate>) -> [Element] {
      shown.flatMap { name, chain -> [Element] in
        let (x, y) = (chain.levels.map { Double($0.side) }, chain.levels.map { $0[keyPath: path].value })
        return [
          .line(x: x, y: y, label: name),
          .points(x: x, y: y, label: name, yError: chain.levels.map { $0[keyPath: path].standardError }),
        ]
      }
    }
    let start = chains.first?.levels.first
    let ends = [start?.side ?? 8, chains.first?.levels.last?.side ?? 128].map(Double.init)
    func slope(_ value: Double, _ exponent: Double) -> Element {
      .line(
        x: ends, y: ends.map { value * pow($0 / ends[0], exponent) }, label: "slope of the literature", dash: .dotted)
    }
    let tested = sizes.filter { $0.side >= 4 }
    let beta = p.training.beta
    let known = tested.compactMap { size in size.point(at: beta).map { (Double(size.side), $0) } }
    let ticks = chains.first?.levels.map { (Double($0.side), "\($0.side)") } ?? []
    let x = Axis("linear size L'", logarithmic: true, ticks: [(4.0, "4")] + ticks)
    return Figure(
      id: "chains", title: "Overlap and susceptibility of enlarged systems against size",
      caption:
        "At β = \(beta.significant(5)). Dotted: the slopes −(1+η)/2 and 2−η with η = −0.375(10) (abstract of arXiv 0809.3329), through the start.",
      height: 560,
      panels: [
        Panel(
          x: x, y: Axis("[⟨|q|⟩]", logarithmic: true), legend: .outside,
          elements(\.absolute)
            + (isSpinGlass ? [slope(start?.absolute.value ?? 1, -0.3125)] : [])
            + direct(known) { $0.absolute }),
        Panel(
          x: x, y: Axis("χ = V [⟨q^2⟩]", logarithmic: true), legend: .outside,
          elements(\.susceptibility)
            + (isSpinGlass ? [slope(start?.susceptibility.value ?? 1, 2.375)] : [])
            + direct(known) { $0.susceptibility }),
      ])
  }

  private func direct(_ points: [(Double, SizeSummary.Point)], _ value: (SizeSummary.Point) -> Estimate) -> [Element] {
    guard !points.isEmpty else { return [] }
    return [
      .points(
        x: points.map(\.0), y: points.map { value($0.1).value }, label: "direct simulation",
        yError: points.map { value($0.1).standardError })
    ]
  }

  private func record(_ main: ChainSummary, _ last: Int, on page: Page) {
    page.quantity("statements/largest-size", json: .int(last), symbol: "largest L'", listed: false)
    for level in main.levels {
      let id = "irg/levels/\(p.generation.model.rawValue)/L\(level.side)"
      page.quantity("\(id)/abs-q", level.absolute, symbol: "[⟨|q|⟩]", listed: false)
      page.quantity("\(id)/U4", level.binder, symbol: "U₄", listed: false)
      page.quantity("\(id)/xi-over-L", level.correlationLength, symbol: "ξ/L", listed: false)
      page.quantity("\(id)/C1", level.link, symbol: "C(1)", listed: false)
    }
    guard p.generation.model == .logistic, let first = main.levels.first else { return }
    if let large = main.levels.first(where: { $0.side == 64 }), first.side == 8 {
      page.quantity(
        "statements/binder-inherited", large.binder.value / first.binder.value, symbol: "U₄(64)/U₄(8)", listed: false)
      page.quantity(
        "statements/correlation-length-inherited", large.correlationLength.value / first.correlationLength.value,
        symbol: "ξ/L(64)/ξ/L(8)", listed: false)
    }
    if let large = main.levels.first(where: { $0.side == 128 }) {
      page.quantity("statements/local-correlation-decays", large.link.value, symbol: "C(1) at 128", listed: false)
    }
  }
}
