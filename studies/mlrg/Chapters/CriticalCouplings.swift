import Foundation
import Notebook
import Statistics

extension MLRG {
  /// Fig. 6, with the two meanings of its box kept apart.
  var criticalCouplings: Chapter {
    Chapter("Critical couplings of one run and of many", all: summaries, needs: explicitGibbs) {
      page, summaries, gibbs in
      let rows = Array(zip(p.configurations, summaries))
      page.text(
        """
        The paper's boxes are said to show several trained instances. In the repository they are the roots of **one**
        run at successive epochs, from epoch \(p.training.recordFrom) on. Successive roots are correlated, over a few epochs
        and, by slow drift, over many (column $\\tau_\\mathrm{int}$: $n$ roots hold $n/2\\tau_\\mathrm{int}$ independent
        ones). Above all such a box shows how one run fluctuates, not how well a run determines $J_c$. Below both are shown for $n$ = \(p.instances) independent
        runs of each configuration: the first run's epochs, and the distribution over runs. Errors of means are the
        scatter of run means divided by $\\sqrt n$.
        """)
      if let first = rows.first { try drawOneAndMany(first.0, first.1, on: page) }
      page.table(try table(rows))
      page.text(
        """
        Newton's method starts at \(p.training.newton.start.short); epochs where it finds nothing within
        \(p.training.newton.iterations) steps, or a root beyond $|J|$ = \(Int(p.training.newton.limit)), count as "no root". The last column is the mean
        over runs of the zero that bracketing finds in the final network, without that choice of a start.
        """)
      page.text(
        """
        Every configuration lies near the KL-optimal \(try KLOptimalFlow.fixedPoint().coupling.short) and far above the
        exact \(LiebLattice.criticalCoupling.short): the bias of 0.05 is a property of the block. What is left
        beside the KL-optimal value, third column, belongs to the network and its training: an error $\\delta f$ of the network
        moves the zero by $\\delta f/f'(J_c) = \(String(format: "%.1f", 1 / (try KLOptimalFlow.fixedPoint().slope - 1)))\\ \\delta f$.
        """)
      if rows.contains(where: { $0.0 == .klSilu }) {
        page.text(
          "It is largest for SiLU networks, and there even with the exact loss: it is not sampling noise.")
      }
      for (configuration, summary) in rows { try record(configuration, summary, on: page) }
      try compareWithRepository(rows, on: page)
      page.text(
        """
        Samples of a batch are drawn from the exact law of $|M|$ after $k_\\mathrm{fine}$ sweeps. Explicit bit-by-bit
        Gibbs chains (\(gibbs.runs.count) runs) give \(try gibbs.mean().text), the law
        \(try rows.first { $0.0 == .cdRelu }?.1.mean().text ?? "—").
        """)
      page.quantity(ifAny: "trained/A1/gibbs/explicit", try gibbs.mean(), symbol: "J_c, Gibbs chains")
      if let fast = rows.first(where: { $0.0 == .cdRelu }) {
        page.quantity(ifAny: "trained/A1/gibbs/fast", try fast.1.mean(), symbol: "J_c, class law")
      }
    }
  }

  private func drawOneAndMany(_ configuration: Configuration, _ summary: BoxSummary, on page: Page) throws {
    let means = try DrawnBox(ifAny: summary.runMeans)
    page.figure(
      Figure(
        id: "critical-couplings", title: "Critical couplings: epochs of one run, and independent runs",
        caption: "Fig. 6 of the paper shows what the upper box shows, here for a run of ours. \(configuration.label), \(summary.runs.count) runs. The range "
          + "0 … 1 is the paper's; on the right the same, enlarged.",
        panels: try [0.0...1.0, 0.72...0.9].map { range in
          Panel(
            x: Axis("critical coupling {/:Italic J}_c", range: range),
            y: .categories(["run means", "all runs,\nall epochs", "epochs of\none run"]), legend: .none,
            [
              means.element(at: 1, label: "run means", in: range),
              summary.pooled.element(at: 2, label: "all", in: range),
              summary.firstRun.element(at: 3, label: "one", in: range), try Marks.vertical(),
            ].flatMap { $0 })
        }))
  }

  private func table(_ rows: [(Configuration, BoxSummary)]) throws -> Table {
    Table(
      columns: [
        "configuration", "mean of run means", "− KL-optimal", "sd of run means", "sd inside a run",
        "quartiles of all roots",
        "$\\tau_\\mathrm{int}$ / epochs", "no root", "bracketed root, last epoch",
      ],
      rows: try rows.map { configuration, summary in
        let times = summary.autocorrelationTimes.map(\.value)
        let time = times.isEmpty ? "—" : String(format: "%.1f", times.reduce(0, +) / Double(times.count))
        let missing = summary.runs.reduce(0) { $0 + $1.missing }
        return [
          configuration.label, try summary.mean().text, try distance(summary.mean()), try summary.between().text,
          try summary.within().text, summary.quartiles.map { $0.value.short }.joined(separator: " / "),
          time, "\(missing)", try BoxSummary.moments(summary.bracketed)?.mean.description ?? "—",
        ]
      })
  }

  /// How far a mean lies from the fixed point of the KL-optimal flow.
  func distance(_ mean: Estimate?) throws -> String {
    guard var mean else { return "—" }
    mean.value -= try KLOptimalFlow.fixedPoint().coupling
    return mean.description
  }

  private func record(_ configuration: Configuration, _ summary: BoxSummary, on page: Page) throws {
    let id = "trained/A1/\(configuration.rawValue)"
    page.quantity(ifAny: "\(id)/mean", try summary.mean(), symbol: "J_c")
    page.quantity(ifAny: "\(id)/between", try summary.between(), symbol: "sd of run means")
    if let within = try summary.medianWithin() {
      page.quantity("\(id)/within", within, symbol: "median sd inside a run", listed: false)
    }
    for (name, value) in zip(["q1", "median", "q3"], summary.quartiles) {
      page.quantity("\(id)/\(name)", value, symbol: name, listed: false)
    }
  }

  /// Our independent runs beside the single runs of the repository, with the networks those most likely used.
  private func compareWithRepository(_ rows: [(Configuration, BoxSummary)], on page: Page) throws {
    let pairs: [(Configuration, String, String)] = [
      (.cdReluLayerNorm, "A1/relu/cd", "ReLU flow, CD"), (.klReluLayerNorm, "A1/relu/kl", "ReLU flow, KL"),
      (.cdSilu48, "A1/silu/flow", "SiLU flow, CD"), (.cdSiluMonotone48, "A1/silu/monotone", "SiLU monotone, CD"),
    ]
    let table = try page.publishedTable("mlrg-repository")
    var lines: [[String]] = []
    for (configuration, id, label) in pairs {
      guard let summary = rows.first(where: { $0.0 == configuration })?.1 else { continue }
      let published = table.rows(where: "id", is: "box/\(id)").first
      lines.append([
        label, published?["mean"] ?? "—", published?["sd"] ?? "—", try summary.mean().text,
        try summary.between().text, try summary.within().text,
      ])
      let box = "repository/box/\(id)"
      page.quantity(ifAny: "\(box)/mean", try summary.mean(), symbol: "J_c", listed: false)
      page.quantity(ifAny: "\(box)/sd", try summary.within(), symbol: "sd inside a run", listed: false)
      for (name, value) in zip(["q1", "median", "q3"], try summary.runQuartiles()) {
        page.quantity("\(box)/\(name)", value, symbol: name, listed: false)
      }
      for (name, value) in zip(["whisker-low", "whisker-high"], try summary.runWhiskers()) {
        page.quantity("\(box)/\(name)", value, symbol: name, listed: false)
      }
      for (lag, value) in zip(BoxSummary.lags, summary.autocorrelations) {
        page.quantity("\(box)/autocorrelation/\(lag)", value, symbol: "ρ(\(lag))", listed: false)
      }
      if configuration == .klReluLayerNorm, !summary.quarters.isEmpty {
        page.quantity(
          "\(box)/quarters", json: .array(summary.quarters.map { .double($0) }), symbol: "J_c by quarter",
          listed: false)
      }
    }
    guard !lines.isEmpty else { return }
    page.table(
      Table(
        caption:
          "The repository's single runs beside \(p.instances) runs of ours. The data sets of its ReLU boxes, where shown, "
          + "date from commits whose network normalises its layers, so they are compared with such networks.",
        columns: [
          "repository run", "mean", "sd over epochs", "our mean", "our sd of run means", "our sd inside a run",
        ], rows: lines))
    guard let plain = rows.first(where: { $0.0 == .cdRelu })?.1,
      let normalised = rows.first(where: { $0.0 == .cdReluLayerNorm })?.1,
      plain.autocorrelations.count == 3, normalised.autocorrelations.count == 3
    else { return }
    page.text(
      """
      That inference is not certain. The CD file's scatter over epochs, 0.0248, is that of networks **without** layer
      normalisation (\(try plain.within().text); with it \(try normalised.within().text)), and its autocorrelation at a
      lag of 5 epochs, −0.08, is that of neither (\(plain.autocorrelations[1]) without,
      \(normalised.autocorrelations[1]) with): the constants that made the file are not recorded.
      """)
  }
}

extension DrawnBox {
  /// The same box without outliers beyond what a panel shows.
  func clipped(to range: ClosedRange<Double>) -> DrawnBox {
    DrawnBox(box: box, outliers: outliers.filter(range.contains))
  }

  init(box: BoxStatistics, outliers: [Double]) {
    self.box = box
    self.outliers = outliers
  }
}
