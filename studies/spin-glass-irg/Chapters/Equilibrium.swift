import Notebook
import Statistics

extension SpinGlassIRG {
  var equilibrium: Chapter {
    Chapter("Is it in equilibrium?", needs: direct) { page, sizes in
      page.text(
        """
        Averages over logarithmic windows of sweeps, $(2^{k-1}, 2^k]$, and their differences from the last window, taken sample by sample so that
        disorder drops out. A temperature has **settled** if the two windows before the last agree with it in $e$, $[\\langle q^2\\rangle]$ and $\\xi/L$: the
        largest of six differences within \(Equilibration.limit.shortest) standard errors, which six independent ones exceed as rarely as one exceeds
        two. It is **late** if only the last two windows agree, and **drifting** if they do not. Only the last window enters the other
        chapters. *Remaining* is what $[\\langle q^2\\rangle]$ of the last window still lacks if the steps from window to window go on shrinking at the same
        rate, to be held against the statistical error beside it.
        """)
      page.table(
        Table(
          caption: "At the largest β of each size.",
          columns: [
            "$L$", "samples", "sweeps", "β", "Δ$[\\langle q^2\\rangle]$, third last", "second last",
            "largest of six / σ",
            "remaining", "σ of $[\\langle q^2\\rangle]$", "settled up to β", "exchange rates",
          ],
          rows: sizes.map { size in
            let coldest = size.equilibration.points.last
            let late = coldest?.comparisons.suffix(2).map(\.square.description) ?? []
            let rates = size.exchangeRates
            return [
              "\(size.side)", "\(size.samples)", "\(size.parameters.sweeps)", (coldest?.beta.significant(6)) ?? "—",
              late.first ?? "—", late.last ?? "—", (coldest?.pull ?? .nan).digits(1),
              (coldest?.remainingBias).map { $0.digits(5) } ?? "—",
              (size.points.last?.square.standardError ?? .nan).digits(5),
              (size.equilibration.settledUpTo?.significant(6)) ?? "none",
              rates.isEmpty ? "—" : "\((rates.min() ?? 0).digits(2))–\((rates.max() ?? 0).digits(2))",
            ]
          }))
      page.text(sizes.map(verdict).joined(separator: "\n"))
      page.text(cuts)
      page.figure(figure(sizes))
      for size in sizes {
        guard let coldest = size.equilibration.points.last, let late = coldest.comparisons.last else { continue }
        let id = "equilibration/L\(size.side)"
        page.quantity("\(id)/q2-difference", late.square, symbol: "Δ[⟨q²⟩] at the largest β", listed: false)
        page.quantity(
          "\(id)/verdict", json: .string(size.equilibration.verdict.rawValue), symbol: "worst of all β", listed: false)
        page.quantity(
          "\(id)/settled-up-to", orNone: size.equilibration.settledUpTo, symbol: "largest β that settled", listed: false
        )
      }
    }
  }

  /// One line a size, whatever it says.
  private func verdict(_ size: SizeSummary) -> String {
    let points = size.equilibration.points
    let late = points.filter { $0.verdict == .late }
    let drifting = points.filter { $0.verdict == .drifting }
    let head = "- $L$ = \(size.side):"
    func lastPull(_ point: Equilibration.Point) -> Double { point.comparisons.last?.pull ?? 0 }
    guard let worst = drifting.max(by: { lastPull($0) < lastPull($1) }), let last = worst.comparisons.last else {
      if late.isEmpty { return "\(head) **settled** at all \(points.count) temperatures." }
      return
        "\(head) the last two windows agree everywhere; the one before is **late** at \(late.count) of \(points.count) temperatures."
    }
    let (symbol, difference) = last.largest
    return """
      \(head) **drifting** at \(drifting.count) of \(points.count) temperatures, late at \(late.count); worst at β = \(worst.beta.significant(6)), where \
      the window before the last differs by \(difference) in \(symbol), \(lastPull(worst).digits(1)) standard errors, and by \(last.square) in $[\\langle q^2\\rangle]$.
      """
  }

  /// What of the intended extent of the study this run left out.
  private var cuts: String {
    func lacks(_ side: Int, samples: Int, sweeps: Int) -> String? {
      guard let index = p.simulation.sizes.firstIndex(of: side) else { return "$L$ = \(side) altogether" }
      let (own, length) = (512 * p.simulation.batches[index], p.simulation.sweeps[index])
      guard own < samples || length < sweeps else { return nil }
      return "$L$ = \(side): \(own) samples × \(length) sweeps instead of \(samples) × \(sweeps)"
    }
    let largest = p.training.size << p.generation.largestDoublings
    let list = [
      largest < 256 ? "enlargement to 256³" : nil, lacks(16, samples: 1024, sweeps: 262_144),
      lacks(12, samples: 2048, sweeps: 65_536), lacks(8, samples: 4096, sweeps: 32_768),
      lacks(6, samples: 4096, sweeps: 16_384), lacks(4, samples: 4096, sweeps: 8192),
    ].compactMap { $0 }
    return list.isEmpty
      ? "**Cuts.** None: all sizes were simulated to their intended extent."
      : "**Cuts** of the intended extent in this run: \(list.joined(separator: "; "))."
  }

  private func figure(_ sizes: [SizeSummary]) -> Figure {
    Figure(
      id: "equilibration",
      title: "Drift of the squared overlap over logarithmic windows, at the largest β of each size",
      caption:
        "[⟨q²⟩] of a window minus that of the last one, relative to the last one, same samples; a sampled system in equilibrium is at 0.",
      panel: Panel(
        x: Axis("last sweep of the window", logarithmic: true), y: "Δ[⟨q^2⟩]/[⟨q^2⟩]", legend: .bottomRight,
        [Element.horizontalLine(0)]
          + sizes.flatMap { size -> [Element] in
            guard let coldest = size.equilibration.points.last, let value = size.points.last?.square.value else {
              return []
            }
            let shown = coldest.comparisons.filter { $0.last >= 64 }
            guard !shown.isEmpty else { return [] }
            let (x, y) = (shown.map { Double($0.last) }, shown.map { $0.square.value / value })
            let name = "L = \(size.side), β = \(coldest.beta.significant(4))"
            return [
              .line(x: x, y: y, label: name),
              .points(x: x, y: y, label: name, yError: shown.map { $0.square.standardError / value }),
            ]
          }))
  }
}
