import Foundation
import Notebook
import Statistics

extension MLRG {
  /// Fig. 11.
  var divergenceHyperParameters: Chapter {
    Chapter("Hyper-parameters of the divergence", needs: batchGrid, fineSweepsGrid, coarseSweepsGrid, gridZeros) {
      page, batch, fine, coarse, zeros in
      page.text(
        """
        Each panel varies one constant and keeps the others (\(constants)). Points are means over
        \(p.grids.replicates) independent runs with the standard error of that mean; the band is the mean standard deviation
        inside a run, which is what the paper's bands show for one run. Grey: the repository's single runs.
        """)
      try draw(
        "batch", "Batch: samples per model", batch, axis: "batch (samples per model)", range: 0.67...0.97,
        sweep: "sweep1/n_cd_samples", skip: 1, layerNorm: true, on: page)
      let exponent = try batchExponent(batch)
      page.text(
        """
        The scatter inside a run falls with the batch like $n^x$ with $x$ = \(exponent.text) ($n \\ge 21$; the repository's
        runs: −0.287), more slowly than $n^{-1/2}$: where noise dominates Adam's denominator, the restoring force at a fixed
        step goes like $1/\\sigma$, and the stationary scatter like $n^{-1/4}$. The mean moves too: $f$ is convex at $J_c$, so
        noise of $f$ shifts the mean root by about $-f''\\sigma^2/2f'$. At 5, 21, 101 and 509 samples it is
        \(try means(batch, [5, 21, 101, 509])).
        """)
      if let exponent {
        page.quantity("repository/aggregate/batch-exponent", exponent, symbol: "d ln sd / d ln n")
      }
      for value in [1, 5, 21, 101, 512] {
        guard let within = try batch.point(value)?.within() else { continue }
        page.quantity("trained/A1/batch/\(value)/within", within, symbol: "sd inside a run", listed: false)
      }
      try draw(
        "fine-sweeps", "Gibbs sweeps of the fine block", fine, axis: "{/:Italic k}_{fine}", range: -0.2...1.05,
        sweep: "sweep1/k_fine",
        exact: zip(fine.points, zeros).compactMap { point, zero in
          zero.map { (Double(point.value), $0) }
        }, zoom: (x: 5.5...20.5, y: 0.76...0.94), layerNorm: false, on: page)
      page.text(
        """
        The systematic effect of this constant is exactly known: up to $k_\\mathrm{fine} = 5$ there is no nontrivial zero, and
        Newton's method ends at the trivial one near 0 or nowhere. From 6 on there is a critical point, and the runs
        move as the exact zero does, high at 6 and at its limit from about 12 on. At 6, 7 and 8 they lie beside it by
        \(try deviations(fine, [6, 7, 8])): where the flow is shallow, an error $\\delta f$ of the
        network moves the zero by $\\delta f/f'$. (How often Newton's method ends at the trivial zero for 4 and 5 sweeps
        differs so much between runs that its check, widened after a first look, has little force.) The published advice "larger than a minimum threshold" is right, and the
        threshold is 6.
        """)
      try recordFineSweeps(fine, on: page)
      try draw(
        "coarse-sweeps", "Gibbs sweeps of the coarse block", coarse, axis: "{/:Italic k}_{coarse}",
        range: 0.74...0.89, sweep: "sweep1/k_coarse", layerNorm: true, on: page)
      page.text(
        """
        Explicit Gibbs chains. The law of $|M|$ after one coarse sweep is the law after any number, so this panel must
        be flat: "1 is plenty" is a theorem for one hidden spin (and fails for several, see the last chapter).
        """)
      try recordFlat(coarse, "coarse-sweeps", on: page)
    }
  }

  /// Fig. 12.
  var samplerHyperParameters: Chapter {
    Chapter("Hyper-parameters of the sampler", needs: trajectoriesGrid, solveStepsGrid, samplingStepsGrid) {
      page, trajectories, solve, sampling in
      try draw(
        "trajectories", "Trajectories: couplings per epoch", trajectories, axis: "trajectories", range: -0.5...1.2,
        sweep: "sweep1/n_models", skip: 1, layerNorm: true, on: page)
      page.text(
        """
        With two or three couplings an epoch the sampler cannot map the curve ($J_c$ = \(try means(trajectories, [2, 3])));
        from about five on the mean is right. Epochs without a root are left out of the means, as in the paper.
        """)
      for value in trajectories.points.map(\.value) where value <= 8 {
        guard let mean = try trajectories.point(value)?.mean() else { continue }
        if value < 8 {
          page.quantity("repository/n_models/\(value)/mean", mean, symbol: "J_c, n = \(value)", listed: false)
        }
        if [4, 5, 8].contains(value) {
          page.quantity("trained/A1/n_models/\(value)/mean", mean, symbol: "J_c, n = \(value)", listed: false)
        }
      }
      try draw(
        "solve-steps", "Leapfrog steps per trajectory", solve, axis: "solve steps", range: 0.74...0.89,
        sweep: "sweep1/hmc_runtime", layerNorm: false, on: page)
      try draw(
        "sampling-steps", "Trajectories per epoch and coupling", sampling, axis: "sampling steps",
        range: 0.74...0.89, sweep: "sweep1/hmc_steps", layerNorm: false, on: page)
      page.text(
        """
        Few steps suffice, though not one ($J_c$ = \(try means(solve, [1, 8, 32])) with 1, 8 and 32 leapfrog steps): a single
        trajectory of two drifts is $0.002$ long, and $J$ hardly leaves its random starting point. That few suffice is not
        because the sampler is good: it is nearly flat where the flow is small (next chapter).
        The repository also swept the step size, but its values were cut to integers, so that every one of the 64
        runs moved by nothing at all; there is no such figure to reproduce.
        """)
      try recordFlat(solve, "solve-steps", on: page)
      try recordFlat(sampling, "sampling-steps", on: page)
    }
  }

  /// Means over everything that the paper's sweeps have in common, beside the repository's.
  var allSweeps: Chapter {
    Chapter(
      "All sweeps together", needs: batchGrid, fineSweepsGrid, coarseSweepsGrid, trajectoriesGrid, solveStepsGrid,
      samplingStepsGrid
    ) { page, batch, fine, coarse, trajectories, solve, sampling in
      let selections: [(id: String, label: String, runs: (means: [Double], deviations: [Double]))] = [
        ("n_models", "trajectories ≥ 8", trajectories.runs(from: 8)), ("n_cd", "batch ≥ 101", batch.runs(from: 101)),
        ("k_fine", "fine sweeps ≥ 12", fine.runs(from: 12)), ("k_coarse", "coarse sweeps, all", coarse.runs(from: 1)),
        ("hmc_runtime", "solve steps, all", solve.runs(from: 1)),
        ("hmc_steps", "sampling steps, all", sampling.runs(from: 1)),
      ]
      page.text(
        """
        Where a constant does not matter, its sweep is a set of independent runs. Over all of them the repository's 332 run
        means average 0.81347(46); the KL-optimal value is \(try KLOptimalFlow.fixedPoint().coupling.short). The sweeps of
        trajectories, batch and coarse sweeps train with layer normalisation, the others without. "Solve steps, all" contains the runs
        with one leapfrog step, whose mean is off.
        """)
      var rows: [[String]] = []
      for selection in selections {
        guard let means = try BoxSummary.moments(selection.runs.means),
          let within = try BoxSummary.moments(selection.runs.deviations)?.mean
        else { continue }
        let id = "repository/aggregate/\(selection.id)"
        rows.append([
          selection.label, "\(means.count)", means.mean.description, try distance(means.mean),
          try BoxSummary.spread(selection.runs.means).text, within.description,
        ])
        page.quantity("\(id)/mean", means.mean, symbol: "J_c", listed: false)
        guard selection.id != "hmc_steps" else { continue }
        page.quantity(
          ifAny: "\(id)/between", try BoxSummary.spread(selection.runs.means), symbol: "sd of run means", listed: false)
        page.quantity("\(id)/within", within, symbol: "sd inside a run", listed: false)
      }
      let all = selections.flatMap(\.runs.means)
      guard let moments = try BoxSummary.moments(all) else { return }
      rows.append([
        "all", "\(all.count)", moments.mean.description, try distance(moments.mean),
        moments.standardDeviation.description, "",
      ])
      page.table(
        Table(
          columns: ["sweep", "runs", "mean of run means", "− KL-optimal", "sd of run means", "sd inside a run"],
          rows: rows))
      let fixed = try KLOptimalFlow.fixedPoint().coupling
      if abs(moments.mean.value - fixed) > 2 * moments.mean.standardError {
        page.text(
          """
          With \(all.count) runs a deviation of training itself is resolved: \(try distance(moments.mean)), beside a bias
          of the block of \((fixed - LiebLattice.criticalCoupling).short).
          """)
      }
      page.quantity("repository/aggregate/all/mean", moments.mean, symbol: "J_c")
      page.quantity(
        ifAny: "repository/aggregate/all/between", try BoxSummary.spread(all), symbol: "sd of run means")
      guard all.count >= 40 else { return }
      let names = ["p05", "q1", "median", "q3", "p95"]
      let percents: [Double] = [5, 25, 50, 75, 95]
      // Blocks larger than the square root of the number of runs, as the jackknife of a quantile needs.
      let jackknife = try Jackknife(samples: all.count, blocks: 20) { kept in
        try percentiles(kept.map { all[$0] }, percents)
      }
      for (name, value) in zip(names, jackknife.estimates) {
        page.quantity("repository/aggregate/all/\(name)", value, symbol: name, listed: false)
      }
    }
  }

  private var constants: String {
    "\(p.training.trajectories) trajectories, batch \(p.training.batch), $k_\\mathrm{fine} = "
      + "\(p.training.fineSweeps)$, $B = \(Int(p.training.beta))$"
  }

  private func draw(
    _ id: String, _ title: String, _ grid: GridSummary, axis: String, range: ClosedRange<Double>, sweep: String,
    skip: Int = 0, exact: [(Double, Double)] = [],
    zoom: (x: ClosedRange<Double>, y: ClosedRange<Double>)? = nil, layerNorm: Bool, on page: Page
  ) throws {
    let network =
      !p.training.isPublished
      ? "As set: \(p.training.label)."
      : layerNorm && p.grids.layerNorm
      ? "ReLU with layer normalisation, as most likely in the repository's sweep."
      : "ReLU without layer normalisation (the repository's sweep fits this, but it is not certain)."
    let points = grid.points.filter { $0.value > skip }
    var x: [Double] = []
    var means: [Estimate] = []
    var within: [Double] = []
    for point in points {
      guard let mean = try point.mean(), let deviation = try point.within() else { continue }
      x.append(Double(point.value))
      means.append(mean)
      within.append(deviation.value)
    }
    guard !x.isEmpty else { return page.text("No run of the grid of \(id) has a root in this profile.") }
    let y = means.map(\.value)
    let published = try page.publishedTable("mlrg-repository").rows.filter { row in
      (row["id"] ?? "").hasPrefix(sweep + "/")
    }
    let their = published.compactMap { row -> (Double, Double)? in
      guard let value = row["nominal_value"].flatMap({ Double($0) }), value > Double(skip),
        let mean = row["mean"].flatMap({ Double($0) })
      else { return nil }
      return (value, mean)
    }
    var elements: [Element] = try Marks.horizontal()
    elements.append(
      .band(
        x: x, low: zip(y, within).map { $0 - $1 }, high: zip(y, within).map { $0 + $1 }, label: "sd inside a run"))
    if !their.isEmpty {
      let marks = Element.points(x: their.map(\.0), y: their.map(\.1), label: "repository, single runs")
      elements.append(marks.tinted(.faint))
    }
    elements.append(.points(x: x, y: y, label: "this work, mean of runs", yError: means.map(\.standardError)))
    if !exact.isEmpty {
      elements.append(
        .line(x: exact.map(\.0), y: exact.map(\.1), label: "exact zero of the finite chain", dash: .solid))
    }
    var panels = [
      Panel(
        x: Axis(axis), y: Axis("critical coupling {/:Italic J}_c", range: range),
        legend: zoom == nil ? .automatic : .none, elements)
    ]
    if let zoom {
      panels.append(Panel(x: Axis(axis, range: zoom.x), y: Axis("", range: zoom.y), legend: .topRight, elements))
    }
    page.figure(
      Figure(
        id: "grid-\(id)", title: title,
        caption: "\(network) \(p.grids.replicates) runs at each point; bars: standard error of the mean of runs; band: standard "
          + "deviation over the epochs of a run." + (zoom == nil ? "" : " Right: enlarged."),
        panels: panels))
    let misses = points.filter { $0.finiteFraction < 0.995 }
    if !misses.isEmpty {
      let list = misses.map { "\($0.value): \(String(format: "%.0f", 100 * (1 - $0.finiteFraction))) %" }
      page.text("Epochs without a root: " + list.joined(separator: ", ") + ".")
    }
  }

  /// Means at some values, as far as the profile has them.
  private func means(_ grid: GridSummary, _ values: [Int]) throws -> String {
    try values.map { try grid.point($0)?.mean().text ?? "—" }.joined(separator: ", ")
  }

  /// Deviations from the exact zero of the finite chain.
  private func deviations(_ grid: GridSummary, _ values: [Int]) throws -> String {
    try values.map { value -> String in
      guard var mean = try grid.point(value)?.mean(), let zero = try FiniteChainFlow(fineSweeps: value).zeros().first
      else { return "—" }
      mean.value -= zero.coupling
      return mean.description
    }.joined(separator: ", ")
  }

  private func recordFineSweeps(_ grid: GridSummary, on page: Page) throws {
    for point in grid.points {
      let mean = try point.mean()
      if let mean, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16].contains(point.value) {
        page.quantity("repository/k_fine/\(point.value)/mean", mean, symbol: "J_c, k = \(point.value)", listed: false)
      }
      if let mean, [6, 7, 8, 16].contains(point.value) {
        page.quantity("trained/A1/k_fine/\(point.value)/mean", mean, symbol: "J_c, k_fine = \(point.value)")
      }
      if [4, 5].contains(point.value) {
        let fraction = try BoxSummary.moments(point.runs.map(\.finiteFraction))?.mean
        page.quantity(
          ifAny: "trained/A1/k_fine/\(point.value)/finite", fraction,
          symbol: "epochs with a root, k_fine = \(point.value)")
      }
    }
  }

  /// A constant that should not matter: slope of the run means against it.
  private func recordFlat(_ grid: GridSummary, _ name: String, on page: Page) throws {
    let points = grid.points.flatMap { point in point.means.map { (Double(point.value), $0) } }
    guard points.count > 3 else { return }
    let fit = try LinearFit.line(x: points.map(\.0), y: points.map(\.1))
    page.quantity("grid/\(name)/slope", fit.parameters[1], symbol: "dJ_c/d(\(name))")
  }

  func batchExponent(_ grid: GridSummary) throws -> Estimate? {
    var x: [Double] = []
    var y: [Double] = []
    for point in grid.points where point.value >= 21 {
      for deviation in point.deviations {
        x.append(log(Double(point.value)))
        y.append(log(deviation))
      }
    }
    return x.count > 3 ? try LinearFit.line(x: x, y: y).parameters[1] : nil
  }
}
