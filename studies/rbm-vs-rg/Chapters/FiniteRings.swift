import Notebook
import Statistics

extension RBMvsRG {
  var finiteRings: Chapter {
    Chapter("Finite rings and three correlation lengths", needs: exactRings, sampledRings) { page, exact, sampled in
      page.text(
        """
        Decimation of a ring is exact at every $N$ ($N \\to N/2$, $t \\to t^2$), but an estimator of ξ need not be. **E1**, transfer matrix:
        $\\xi = -1/\\ln t$. **E2**, structure factor: $\\xi_2 = (\\chi_0/\\chi_1 - 1)^{1/2}/(2\\sin(\\pi/N))$; on a ring $\\xi_2 = \\sqrt t/(1-t)$ for every $N$, so
        that $\\xi = 1/(2\\,\\mathrm{arsinh}(1/(2\\xi_2)))$ is exact, while matching $\\xi_2$ itself is not decimation. **E3**, naive: $-1/\\ln C(1)$.
        The coarse ring must have $N/2$ sites: keeping $N$ makes the error larger and of the other sign.
        """.replacing("\\,", with: " "))
      page.table(
        Table(
          caption: "$K'$ − exact with E3.",
          columns: ["$N$", "$K$", "coarse ring $N/2$", "coarse ring wrongly $N$", "E2"],
          rows: exact.map { ring in
            [
              "\(ring.side)", ring.coupling.shortest, text(ring.naiveHalf), text(ring.naiveWhole), text(ring.structure),
            ]
          }))
      page.figure(errorFigure(exact))
      page.text(
        """
        **Sampled rings.** \(p.chain.rings) rings of $N$ = \(p.chain.sampledSide), drawn exactly (site after site, no Markov chain), decimated.
        At small $K$ E2 is useless: $\\chi_0/\\chi_1 - 1$ is lost in the noise; the nearest-neighbour correlation is not.
        """)
      page.table(
        Table(
          columns: ["$K$", "exact $K'$", "$K'$ from E2", "$\\langle ss'\\rangle$ of decimated rings", "$\\tanh K'$"],
          rows: sampled.map {
            [
              $0.coupling.shortest, $0.exact.digits(5), $0.structure.text, $0.neighbour.description,
              $0.exactNeighbour.digits(5),
            ]
          }))
      record(exact, sampled, on: page)
    }
  }

  private func text(_ value: Double?) -> String { value.map(\.scientificText) ?? "—" }

  private func errorFigure(_ rings: [FiniteRing]) -> Figure {
    func elements(_ coupling: Double, _ path: KeyPath<FiniteRing, Double?>, _ name: String) -> [Element] {
      let known = rings.filter { $0.coupling == coupling }.compactMap { ring in
        ring[keyPath: path].flatMap { abs($0) > 1e-16 ? (Double(ring.side), abs($0)) : nil }
      }
      guard !known.isEmpty else { return [] }
      let label = "K = \(coupling.shortest), \(name)"
      return [
        .line(x: known.map(\.0), y: known.map(\.1), label: label),
        .points(x: known.map(\.0), y: known.map(\.1), label: label),
      ]
    }
    let couplings = Set(rings.map(\.coupling)).sorted()
    return Figure(
      id: "finite-rings", title: "Error of the naive estimator on finite rings",
      caption: "|K' − exact| from −1/ln C(1), with the coarse ring of N/2 sites and wrongly of N.",
      panel: Panel(
        x: Axis("ring size N", logarithmic: true), y: Axis("|K' − exact|", logarithmic: true), legend: .outside,
        couplings.flatMap { elements($0, \.naiveHalf, "N/2") + elements($0, \.naiveWhole, "N") }))
  }

  private func record(_ exact: [FiniteRing], _ sampled: [SampledRing], on page: Page) {
    for ring in exact {
      let id = "one-d/finite/N\(ring.side)/K\(ring.coupling.shortest)"
      if let value = ring.naiveHalf { page.quantity(id, value, symbol: "ΔK'", listed: false) }
      if let value = ring.naiveWhole { page.quantity("\(id)/whole", value, symbol: "ΔK'", listed: false) }
    }
    for ring in sampled {
      page.quantity(ifAny: "one-d/sampled/K\(ring.coupling.shortest)", ring.structure, symbol: "K'")
      page.quantity("one-d/sampled/nn/K\(ring.coupling.shortest)", ring.neighbour, symbol: "⟨ss'⟩", listed: false)
    }
  }
}
