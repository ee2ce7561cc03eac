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
        sweep: "sweep1/n_cd_samples", skip: 1, on: page)
      let exponent = try batchExponent(batch)
      page.text(
        """
        The scatter inside a run falls with the batch like $n^{\(exponent?.value.short ?? "?")}$
        (error \(exponent.map { String(format: "%.3f", $0.standardError) } ?? "?"), $n \\ge 21$; the repository's runs:
        −0.287), more slowly than $n^{-1/2}$ because Adam normalises the gradient's noise. The mean does not move: a
        small batch costs variance, not bias.
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
        }, zoom: (x: 5.5...20.5, y: 0.76...0.94), on: page)
      page.text(
        """
        This is the only sampling constant with a systematic effect, and the effect is exactly known: without a nontrivial
        zero up to $k_\\mathrm{fine} = 5$ there is nothing to find, and Newton's method ends near 0 or nowhere; from 6 on
        the runs follow the exact zero of the finite chain. The published advice "larger than a minimum threshold" is
        right, and the threshold is 6.
        """)
      try recordFineSweeps(fine, on: page)
      try draw(
        "coarse-sweeps", "Gibbs sweeps of the coarse block", coarse, axis: "{/:Italic k}_{coarse}",
        range: 0.74...0.89, sweep: "sweep1/k_coarse", on: page)
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
        sweep: "sweep1/n_models", skip: 1, on: page)
      page.text(
        """
        With one or two couplings an epoch the sampler cannot map the curve, with three the sign still flips; from five
        on the mean is right. Couplings without any root are left out of the means here as in the paper.
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
        sweep: "sweep1/hmc_runtime", on: page)
      try draw(
        "sampling-steps", "Trajectories per epoch and coupling", sampling, axis: "sampling steps",
        range: 0.74...0.89, sweep: "sweep1/hmc_steps", on: page)
      page.text(
        """
        Both can be small, but not because the sampler is good: it is nearly flat where the flow is small (next chapter).
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
        means average 0.81347(46), one standard error from the exact KL-optimal value
        \(try KLOptimalFlow.fixedPoint().coupling.short).
        """)
      var rows: [[String]] = []
      for selection in selections {
        guard let means = try BoxSummary.moments(selection.runs.means),
          let within = try BoxSummary.moments(selection.runs.deviations)?.mean
        else { continue }
        let id = "repository/aggregate/\(selection.id)"
        rows.append([
          selection.label, "\(means.count)", means.mean.description,
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
      rows.append(["all", "\(all.count)", moments.mean.description, moments.standardDeviation.description, ""])
      page.table(
        Table(columns: ["sweep", "runs", "mean of run means", "sd of run means", "sd inside a run"], rows: rows))
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
    zoom: (x: ClosedRange<Double>, y: ClosedRange<Double>)? = nil, on page: Page
  ) throws {
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
        caption: "\(p.grids.replicates) runs at each point; bars: standard error of the mean of runs; band: standard "
          + "deviation over the epochs of a run." + (zoom == nil ? "" : " Right: enlarged."),
        panels: panels))
    let misses = points.filter { $0.finiteFraction < 0.999 }
    if !misses.isEmpty {
      let list = misses.map { "\($0.value): \(String(format: "%.0f", 100 * (1 - $0.finiteFraction))) %" }
      page.text("Epochs without a root: " + list.joined(separator: ", ") + ".")
    }
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

  private func batchExponent(_ grid: GridSummary) throws -> Estimate? {
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
