import Notebook
import Statistics

extension PhiFourIRG {
  /// An exactness idea, tried: continue enlarged configurations with exact updates.
  var exactness: Chapter {
    Chapter("Making it exact: what it costs and gains", all: baseSummaries, needs: warmStarts) {
      page, ensembles, runs in
      let side = p.checks.warmSize
      let direct = ensembles.first { $0.parameters.size == side }?.level
      page.text(
        """
        An enlarged configuration becomes an exact one by continuing with updates that leave the Boltzmann weight invariant; the
        question is how many that takes. \(p.checks.warmConfigurations) configurations each are started at $L$ = \(side) from enlargements with and without
        noise, from random fields and from a constant field, and followed with the full sweep. Direct: $\\langle|m|\\rangle$ = \((direct?.absm).text),
        $p_2$ = \((direct?.p2).text).
        """)
      let starts = WarmStart.Start.allCases
      let magnetization = starts.indices.map { k in
        WarmStart.sweeps.indices.map { estimate(runs.map { $0.magnetization[k] }, $0) }
      }
      let square = starts.indices.map { k in WarmStart.sweeps.indices.map { estimate(runs.map { $0.square[k] }, $0) } }
      for (caption, values) in [
        ("$\\langle|m|\\rangle$ after so many sweeps.", magnetization), ("$p_2$ after so many sweeps.", square),
      ] {
        page.table(
          Table(
            caption: caption, columns: ["start"] + WarmStart.sweeps.map { "\($0)" },
            rows: zip(starts, values).map { [$0.rawValue] + $1.map(\.description) }))
      }
      page.figure(
        Figure(
          id: "warm-starts", title: "Equilibration at L = \(side) from four starts",
          caption: "Sweeps of Metropolis, over-relaxation and clusters.",
          columns: 2, width: 1100, height: 440,
          panels: [("⟨|m|⟩", magnetization, direct?.absm), ("p_2", square, direct?.p2)].map { title, values, line in
            Panel(
              x: .categories(WarmStart.sweeps.map { "\($0)" }, label: "sweeps"), y: Axis(title),
              (line.map { [Element.horizontalLine($0.value, label: "direct", dash: .dashed)] } ?? [])
                + zip(starts, values).map { start, row in
                  .points(
                    x: row.indices.map { Double($0 + 1) }, y: row.map(\.value), label: start.rawValue,
                    yError: row.map(\.standardError))
                })
          }))
      page.text(
        """
        The cost is that of the sweeps. What an enlargement gains over a random or a constant start can be read from the columns: a few
        sweeps of the several ten that all starts need. With updates that equilibrate so fast that is little; larger lattices
        and purely local updates, where it might be more, were not tested. The number of configurations was raised from 200 to
        1000 after one of the four starts had missed the direct value by 3.1 errors.
        """)
      guard let reference = direct?.absm else { return }
      for (k, start) in starts.enumerated() {
        guard let last = magnetization[k].last else { continue }
        let error = (last.standardError * last.standardError + reference.standardError * reference.standardError)
          .squareRoot()
        page.quantity(
          "warm/\(start.rawValue)", abs(last.value - reference.value) / error, symbol: "|Δ|/σ after 64 sweeps",
          listed: false)
      }
    }
  }

  private func estimate(_ chains: [[Double]], _ place: Int) -> Estimate {
    let values = chains.map { $0[place] }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let count = Double(values.count)
    return Estimate(mean, (squares / (count * (count - 1))).squareRoot(), degreesOfFreedom: count - 1)
  }
}
