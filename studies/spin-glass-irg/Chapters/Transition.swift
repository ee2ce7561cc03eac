import Notebook
import Statistics

extension SpinGlassIRG {
  var transition: Chapter {
    Chapter("The transition by direct simulation", needs: direct, flows) { page, sizes, flows in
      page.text(
        """
        $U_4 = [\\langle q^4\\rangle]/[\\langle q^2\\rangle]^2$ and $\\xi/L$, with
        $\\xi = (\\chi(0)/\\chi(k)-1)^{1/2}/(2\\sin(\\pi/L))$ at $k = 2\\pi/L$. Ratios are ratios of averages; errors are jackknife errors over blocks of
        samples, $L$ by $L$: \(sizes.map { "\($0.samples) samples at L = \($0.side)" }.joined(separator: ", ")).
        """)
      page.figure(try scalingFigure(sizes, page.publishedTable("spin-glass-peapods")))
      page.table(
        Table(
          caption: "At the training temperature, β = \(p.training.beta.significant(7)).",
          columns: [
            "$L$", "$e$", "$[\\langle\\lvert q\\rvert\\rangle]$", "$[\\langle q^2\\rangle]$", "$U_4$", "$\\xi/L$",
            "link overlap",
            "windows", "remaining",
          ],
          rows: sizes.compactMap { size in
            let index = nearest(p.training.beta, in: size.parameters.betas)
            let point = size.points[index]
            return [
              "\(size.side)", point.energy.description, point.absolute.description, point.square.description,
              point.binder.description, point.correlationLength.description, point.link.description,
              size.equilibration.points[index].verdict.rawValue,
              size.equilibration.points[index].remainingBias.map { $0.digits(4) } ?? "—",
            ]
          }))
      let drifting = sizes.filter {
        $0.equilibration.points[nearest(p.training.beta, in: $0.parameters.betas)].verdict == .drifting
      }
      if !drifting.isEmpty {
        page.text(
          """
          **Sizes \(drifting.map { "\($0.side)" }.joined(separator: " and ")) still drift here.** Everything below and in the next chapters that uses them, pairs, crossings and
          maps trained on them included, carries a bias of the order of *remaining* in $[\\langle q^2\\rangle]$, which its errors do not contain.
          """)
      }
      writeCrossings(flows, on: page)
      record(sizes, flows, on: page)
    }
  }

  private func writeCrossings(_ flows: [FlowSummary], on page: Page) {
    page.table(
      Table(
        caption:
          "Crossings of direct systems of sizes $L$ and $2L$ (β; the highest sign change on the ladder) and exponents of the pair at β = \(p.training.beta.significant(7)).",
        columns: ["sizes", "crossing of $U_4$", "of $\\xi/L$", "$\\beta/\\nu$", "$\\gamma/\\nu$"],
        rows: flows.map { flow in
          [
            "\(flow.to), \(flow.from)", flow.directBinderCrossing.text, flow.directLengthCrossing.text,
            (flow.directExponents?.betaOverNu).text, (flow.directExponents?.gammaOverNu).text,
          ]
        }))
    guard isSpinGlass else { return }
    page.text(
      """
      The literature has $T_c$ = 1.1019(29), β = 0.9075(24) (Janus, as quoted in github.com/PeaBrane/peapods), where $\\xi/L$ = 0.6516(32) and
      $U_4$ = 1.4899(28). Crossings of small sizes lie at higher temperature, by corrections to scaling of the order of $L^{-1.5}$; those of $U_4$,
      whose curves cross at a small angle, carry little information.
      """)
  }

  private func scalingFigure(_ sizes: [SizeSummary], _ published: DataTable) throws -> Figure {
    let tested = sizes.filter { $0.side >= 4 }
    func panel(_ name: String, _ path: KeyPath<SizeSummary.Point, Estimate>, _ column: String) -> Panel {
      Panel(
        x: "temperature T = 1/β", y: Axis(name), legend: .outside,
        tested.flatMap { size -> [Element] in
          let shown = size.points.filter { $0.beta >= 0.6 }
          guard !shown.isEmpty else { return [] }
          let (x, y) = (shown.map { 1 / $0.beta }, shown.map { $0[keyPath: path].value })
          let name = "L = \(size.side)"
          return [
            .line(x: x, y: y, label: name),
            .points(x: x, y: y, label: name, yError: shown.map { $0[keyPath: path].standardError }),
          ]
        } + (isSpinGlass ? published.points(column, sizes: sizes.map(\.side)) : [])
          + (isSpinGlass ? [.verticalLine(1.1019, label: "T_c of the literature")] : []))
    }
    return Figure(
      id: "scaling", title: "Ratio of moments and correlation length against temperature",
      caption:
        "Direct simulations, and the validation table of an independent code (black discs); bars are one standard error over samples. Where curves cross is the transition.",
      height: 520,
      panels: [panel("U_4", \.binder, "U4"), panel("ξ/L", \.correlationLength, "xi")])
  }

  private func record(_ sizes: [SizeSummary], _ flows: [FlowSummary], on page: Page) {
    for size in sizes {
      for point in size.points {
        let id = "direct/L\(size.side)/\(label(point.beta))"
        page.quantity("\(id)/energy", point.energy, symbol: "e", listed: false)
        page.quantity("\(id)/abs-q", point.absolute, symbol: "[⟨|q|⟩]", listed: false)
        page.quantity("\(id)/q2", point.square, symbol: "[⟨q²⟩]", listed: false)
        page.quantity("\(id)/U4", point.binder, symbol: "U₄", listed: false)
        page.quantity("\(id)/xi-over-L", point.correlationLength, symbol: "ξ/L", listed: false)
        page.quantity("\(id)/link-overlap", point.link, symbol: "q_link", listed: false)
      }
      page.quantity(
        "fingerprint/L\(size.side)", json: .string(size.fingerprint), symbol: "hash of all final spins", listed: false)
      if size.side == 12, isSpinGlass, let point = size.point(at: 1 / 1.1) {
        page.quantity("literature/janus/critical/U4", point.binder, symbol: "U₄")
        page.quantity("literature/janus/critical/xi-over-L", point.correlationLength, symbol: "ξ/L")
      }
    }
    for flow in flows {
      let pair = "\(flow.to)-\(flow.from)"
      page.quantity(ifAny: "direct/crossing/\(pair)/U4", flow.directBinderCrossing, symbol: "β of the U₄ crossing")
      page.quantity(
        ifAny: "direct/crossing/\(pair)/xi-over-L", flow.directLengthCrossing, symbol: "β of the ξ/L crossing")
      page.quantity(ifAny: "direct/exponents/\(pair)/beta-over-nu", flow.directExponents?.betaOverNu, symbol: "β/ν")
      page.quantity(ifAny: "direct/exponents/\(pair)/gamma-over-nu", flow.directExponents?.gammaOverNu, symbol: "γ/ν")
      guard isSpinGlass, ["4-8", "6-12"].contains(pair) else { continue }
      let temperatures = [flow.directBinderCrossing, flow.directLengthCrossing].map { $0.map(\.inverse) }
      page.quantity(ifAny: "literature/peapods/crossing/\(pair)/U4", temperatures[0], symbol: "T*", listed: false)
      page.quantity(
        ifAny: "literature/peapods/crossing/\(pair)/xi-over-L", temperatures[1], symbol: "T*", listed: false)
      guard pair == "6-12", let gamma = flow.directExponents?.gammaOverNu else { continue }
      page.quantity(ifAny: "literature/janus/Tc", temperatures[1], symbol: "T*")
      var eta = gamma
      eta.value = 2 - gamma.value
      page.quantity("literature/hpv2008/eta", eta, symbol: "2 − γ/ν")
    }
  }
}

extension Estimate {
  /// 1/x with the error to first order.
  fileprivate var inverse: Estimate {
    Estimate(1 / value, standardError / (value * value), degreesOfFreedom: degreesOfFreedom)
  }
}

extension DataTable {
  /// The published points of the sizes that are shown, in the colours of text.
  fileprivate func points(_ column: String, sizes: [Int]) -> [Element] {
    let shown = rows.filter { row in row["L"].flatMap { Int($0) }.map(sizes.contains) ?? false }
    func numbers(_ name: String) -> [Double] { shown.compactMap { $0[name].flatMap { Double($0) } } }
    let (x, y, error) = (numbers("T"), numbers(column), numbers("\(column)_error"))
    guard !x.isEmpty, x.count == y.count, y.count == error.count else { return [] }
    return [Element.points(x: x, y: y, label: "independent code", yError: error).tinted(.ink)]
  }
}
