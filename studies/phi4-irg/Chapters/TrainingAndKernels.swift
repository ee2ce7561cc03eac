import Learning
import Notebook
import Statistics

extension PhiFourIRG {
  /// The linear inverses: what the receptive field decides.
  var trainingAndKernels: Chapter {
    Chapter("The linear inverse and its receptive field", needs: allLinear, otherPairs, otherTrainings) {
      page, fits, others, elsewhere in
      page.text(
        """
        A transposed convolution of stride 2 with an even kernel lets every fine site see a fixed window of coarse ones; by the
        symmetry of the square the four fine sites of a block share one function. The linear one of least squared error follows
        from normal equations, exactly, on \(p.training.configurations) configurations of size \(p.training.size) at $\\mu^2$ =
        \(p.training.massSquared.shortest). It multiplies $m$ by its gain, configuration by configuration, so that
        $\\beta/\\nu = -\\log_2$ gain and $\\gamma/\\nu = 2 - 2\\beta/\\nu$ at every step. Errors come from leaving out one of 20 chains; the
        *spread* is the standard deviation of fits to single chains.
        """)
      page.table(table(fits))
      draw(fits, on: page)
      page.text(
        """
        The limit of large windows is the regression of $m$ on the blocked $m'$ itself (last column of the table of steps in the previous
        chapter), and not the Ising value. Other training pairs, another training point and another blocking rule change the exponent too:
        """)
      page.table(table(others + elsewhere))
      record(fits, others, on: page)
    }
  }

  private func table(_ fits: [LinearSummary]) -> Table {
    Table(
      columns: [
        "kernel", "coarse window", "pairs", "MSE / site", "gain", "$\\beta/\\nu$", "$\\gamma/\\nu$",
        "spread of one chain's fit",
      ],
      rows: fits.map { fit in
        [
          fit.kernel.rawValue, fit.kernel.windowText, fit.pairs, fit.meanSquaredError.digits(5), fit.gain.description,
          fit.betaNu.description, gamma(fit).description,
          "\(fit.spread.digits(4)) (\(fit.configurationsPerChain) configurations)",
        ]
      })
  }

  private func gamma(_ fit: LinearSummary) -> Estimate {
    Estimate(2 - 2 * fit.betaNu.value, 2 * fit.betaNu.standardError, degreesOfFreedom: fit.betaNu.degreesOfFreedom)
  }

  private func draw(_ fits: [LinearSummary], on page: Page) {
    guard fits.count > 1 else { return }
    page.figure(
      Figure(
        id: "kernels", title: "The exponent of linear inverses against the receptive field",
        caption: "Errors are smaller than the symbols. Dashed: Ising, 1/8.", height: 400,
        panel: Panel(
          x: .categories(fits.map { $0.kernel == .plus ? "plus" : $0.kernel.windowText }, label: "coarse window"),
          y: "β/ν = −log_2 gain", legend: .none,
          [
            .horizontalLine(0.125, label: "Ising", dash: .dashed),
            .points(
              x: fits.indices.map { Double($0 + 1) }, y: fits.map(\.betaNu.value), label: "linear",
              yError: fits.map(\.betaNu.standardError)),
          ])))
  }

  private func record(_ fits: [LinearSummary], _ others: [LinearSummary], on page: Page) {
    for fit in fits {
      let id = "linear/\(fit.kernel.rawValue)"
      page.quantity("\(id)/beta_nu", fit.betaNu, symbol: "β/ν, \(fit.kernel.windowText)")
      page.quantity("\(id)/gamma_nu", gamma(fit), symbol: "γ/ν", listed: false)
      page.quantity("\(id)/mse", fit.meanSquaredError, symbol: "MSE", listed: false)
    }
    if let fit = fits.first(where: { $0.kernel == .k6 }) {
      page.quantity("linear/k6/gain", fit.gain, symbol: "gain", listed: false)
      recordKernel(fit, on: page)
    }
    for fit in others {
      let name = fit.pairs.hasSuffix("both blocked") ? "t12" : "t64"
      page.quantity(
        "linear/\(name)/\(fit.kernel.rawValue)/beta_nu", fit.betaNu, symbol: "β/ν, \(fit.pairs)", listed: false)
    }
  }

  /// The nine numbers of the 3 × 3 kernel by distance class; near is the side on which the fine site sits.
  private func recordKernel(_ fit: LinearSummary, on page: Page) {
    let classes = [
      (1, 1, "near-near"), (1, 0, "near-own"), (1, -1, "near-far"), (0, 0, "own-own"), (0, -1, "own-far"),
      (-1, -1, "far-far"),
    ]
    for (j, i, name) in classes {
      guard let place = fit.map.window.offsets.firstIndex(of: SIMD2(j, i)) else { continue }
      page.quantity("linear/k6/kernel/\(name)", fit.kernelEstimates[place], symbol: "K(\(name))", listed: false)
    }
  }
}
