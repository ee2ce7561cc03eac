import Foundation
import Notebook
import Statistics

extension PhiFourIRG {
  /// The direct simulations and their checks.
  var simulation: Chapter {
    Chapter("Direct simulation", all: baseSummaries, needs: sideSummaries, autocorrelations, scanSummaries) {
      page, ensembles, sides, runs, scans in
      page.text(
        """
        A sweep is \(p.monteCarlo.mix == .literal ? "Metropolis and one Wolff cluster, as the paper names them" : "Metropolis, two over-relaxation passes and embedded clusters");
        \(p.monteCarlo.sweepsBetween) sweeps lie between configurations. Each size has \(p.monteCarlo.chains) independent chains, each from a hot start
        with \(p.monteCarlo.equilibration) sweeps of equilibration, in whose first half the Metropolis step is tuned and then frozen. Errors are
        jackknife errors over chains. The **Schwinger–Dyson identity** $\\langle -2\\kappa nn + (\\mu^2+4\\kappa)p_2 + \\lambda p_4\\rangle = 1$ is
        exact for every size and coupling: it tests action and all updates at once.
        """)
      page.table(table(ensembles))
      writeChecks(ensembles, on: page)
      writeAutocorrelation(runs, on: page)
      writeSides(sides, on: page)
      if !scans.isEmpty {
        page.table(pointTable(scans, caption: "Simulations away from the base point, for reweighting."))
      }
      writeFiniteSize(ensembles, on: page)
      for ensemble in ensembles {
        record("mc/L\(ensemble.parameters.size)/b", ensemble.level, full: ensemble.parameters.size < 512, on: page)
      }
    }
  }

  private func table(_ ensembles: [EnsembleSummary]) -> Table {
    Table(
      columns: [
        "$L$", "configurations", "$\\langle\\lvert m\\rvert\\rangle$", "$\\langle m^2\\rangle$", "$\\chi$", "$U_4$",
        "$p_2$", "$p_4$", "$S/V$", "SD", "$\\tau$ of $\\lvert m\\rvert$, $p_2$",
      ],
      rows: ensembles.map { ensemble in
        let level = ensemble.level
        return [
          "\(level.side)", "\(level.configurations)", level.absm.description, level.m2.description,
          level.chi.description,
          level.u4.description, level.p2.description, level.p4.description, level.action.description,
          level.schwingerDyson.description,
          "\(level.tauMagnetization?.digits(2) ?? "—"), \(level.tauSquare?.digits(2) ?? "—")",
        ]
      })
  }

  private func writeChecks(_ ensembles: [EnsembleSummary], on page: Page) {
    let metropolis = ensembles.compactMap(\.metropolisAcceptance)
    let relaxation = ensembles.compactMap(\.overrelaxationAcceptance)
    page.text(
      """
      $\\tau$ is in units of the distance between configurations (1/2: independent). Acceptance: Metropolis
      \(range(metropolis)), over-relaxation \(range(relaxation)). \(writeEquilibration(ensembles)) That $\\mathrm{SD} = 2S/V + \\lambda p_4/2$ configuration by
      configuration holds to \((ensembles.map(\.identityDefect).max() ?? 0).scientificText).
      """)
    page.quantity(
      "identity/SD-consistency", ensembles.map(\.identityDefect).max() ?? 0, symbol: "max |SD − 2S/V − λp₄/2|",
      listed: false)
  }

  private func range(_ values: [Double]) -> String {
    guard let low = values.min(), let high = values.max() else { return "none" }
    return "\(low.digits(2)) to \(high.digits(2))"
  }

  /// Whether the halves of the chains agree, and whether the mean of m is zero.
  private func writeEquilibration(_ ensembles: [EnsembleSummary]) -> String {
    let halves = ensembles.map { abs($0.level.halves) }.max() ?? .nan
    let mean = ensembles.map { abs($0.level.meanM.value / $0.level.meanM.standardError) }.max() ?? .nan
    return
      "First and second halves of the chains differ in $\\lvert m\\rvert$ by at most \(halves.digits(1)) standard errors, and "
      + "$\\langle m\\rangle$ is at most \(mean.digits(1)) standard errors from 0."
  }

  private func writeAutocorrelation(_ runs: [AutocorrelationRun], on page: Page) {
    page.text(
      """
      **Mixes of updates**, $L$ = \(p.checks.tauSize): integrated autocorrelation times in sweeps. Clusters move the sign; the
      slow mode of Metropolis with clusters is the amplitude, $p_2$, which over-relaxation moves.
      """)
    page.table(
      Table(
        columns: [
          "Metropolis", "over-relaxation", "Wolff clusters", "$\\tau$ of $\\lvert m\\rvert$", "$\\tau$ of $p_2$",
        ],
        rows: runs.map { run in
          [
            "\(run.mix.metropolis)", "\(run.mix.overrelaxation)", "\(run.mix.wolff)", run.magnetization.description,
            run.square.description,
          ]
        }))
    for (mix, run) in zip(Self.mixes, runs) where p.checks.tauSize == 32 {
      page.quantity("tau/\(mix.name)/L32", run.magnetization, symbol: "τ of |m|", listed: false)
    }
    page.figure(
      Figure(
        id: "autocorrelation", title: "Autocorrelation times of mixes of updates",
        caption: "M: Metropolis, W: Wolff clusters, O: over-relaxation passes a sweep.",
        height: 380,
        panel: Panel(
          x: .categories(Self.mixes.map { "\($0.metropolis)M \($0.wolff)W \($0.overrelaxation)O" }),
          y: Axis("τ_{int} / sweeps", logarithmic: true),
          [
            .points(
              x: runs.indices.map { Double($0 + 1) - 0.08 }, y: runs.map(\.magnetization.value), label: "|m|",
              yError: runs.map(\.magnetization.standardError)),
            .points(
              x: runs.indices.map { Double($0 + 1) + 0.08 }, y: runs.map(\.square.value), label: "p_2",
              yError: runs.map(\.square.standardError)),
          ])))
  }

  private func writeSides(_ sides: [EnsembleSummary], on page: Page) {
    guard !sides.isEmpty else { return }
    page.text(
      "**Other points**, for validation: exact values exist at $L = 2$ and for the free field; a published simulation at $\\lambda = 1/2$."
    )
    page.table(pointTable(sides, caption: nil))
    for (name, side) in zip(sideParameters.map(\.name), sides) {
      switch name {
      case "s", "o": record("mc/L32/\(name)", side.level, full: true, on: page)
      case "sl":
        for prefix in ["mc/sl", "published/sl"] {
          record(prefix, side.level, full: true, on: page, only: ["S", "absm", "m2", "U4", "chi"])
        }
      case "l1": page.quantity("mc/l1/U4", side.level.u4, symbol: "U₄", listed: false)
      case "l2": record("val/l2", side.level, full: true, on: page, only: ["absm", "m2", "U4", "p2", "p4", "nn"])
      default:
        record("val/free8", side.level, full: true, on: page, only: ["p2", "S"])
        page.quantity("val/free8/chi0", side.level.chi0, symbol: "V⟨m²⟩", listed: false)
      }
    }
  }

  private func pointTable(_ ensembles: [EnsembleSummary], caption: String?) -> Table {
    Table(
      caption: caption,
      columns: [
        "$L$", "$\\lambda$", "$\\mu^2$", "$\\langle\\lvert m\\rvert\\rangle$", "$\\langle m^2\\rangle$", "$U_4$",
        "$p_2$", "$S/V$", "SD",
      ],
      rows: ensembles.map { ensemble in
        let (action, level) = (ensemble.parameters.action, ensemble.level)
        return [
          "\(level.side)", action.lambda.shortest, action.massSquared.shortest, level.absm.description,
          level.m2.description,
          level.u4.description, level.p2.description, level.action.description, level.schwingerDyson.description,
        ]
      })
  }

  /// Exponents of the direct systems from neighbouring sizes at the base point.
  private func writeFiniteSize(_ ensembles: [EnsembleSummary], on page: Page) {
    var rows: [[String]] = []
    for (small, large) in zip(ensembles, ensembles.dropFirst()) where large.parameters.size == 2 * small.parameters.size
    {
      let beta = ratioExponent(large.level.absm, small.level.absm, -1)
      let gamma = ratioExponent(large.level.chi0, small.level.chi0, 1)
      let name = "\(small.parameters.size)-\(large.parameters.size)"
      rows.append([name, beta.description, gamma.description])
      if large.parameters.size <= 128 {
        page.quantity("fss/beta_nu/\(name)", beta, symbol: "β/ν", listed: false)
        page.quantity("fss/gamma_nu/\(name)", gamma, symbol: "γ/ν", listed: false)
      }
    }
    guard !rows.isEmpty else { return }
    page.text(
      "**Finite-size exponents of direct systems** at the base point, from $\\langle|m|\\rangle$ and $V\\langle m^2\\rangle$ of neighbouring sizes:"
    )
    page.table(Table(columns: ["sizes", "$\\beta/\\nu$", "$\\gamma/\\nu$"], rows: rows))
  }

  /// ± log₂ of the ratio of two independent estimates.
  private func ratioExponent(_ a: Estimate, _ b: Estimate, _ sign: Double) -> Estimate {
    let relative =
      ((a.standardError / a.value) * (a.standardError / a.value) + (b.standardError / b.value)
        * (b.standardError / b.value))
      .squareRoot()
    return Estimate(sign * log2(a.value / b.value), relative / log(2))
  }

  private func record(_ prefix: String, _ level: FieldSummary, full: Bool, on page: Page, only: [String]? = nil) {
    let numbers: [(String, Estimate, String)] = [
      ("SD", level.schwingerDyson, "SD"), ("absm", level.absm, "⟨|m|⟩"), ("m2", level.m2, "⟨m²⟩"),
      ("chi", level.chi, "χ"),
      ("U4", level.u4, "U₄"), ("p2", level.p2, "p₂"), ("p4", level.p4, "p₄"), ("S", level.action, "S/V"),
      ("nn", level.nn, "nn"),
    ]
    for (name, value, symbol) in numbers where (full || name == "SD") && (only?.contains(name) ?? true) {
      page.quantity("\(prefix)/\(name)", value, symbol: symbol, listed: false)
    }
  }
}
