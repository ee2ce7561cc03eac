import Foundation
import Notebook
import Statistics

extension IsingGenerator {
  /// Fig. 6 (exact line), and Monte Carlo against everything that is known of finite tori.
  var criticalIsing: Chapter {
    Chapter("Monte Carlo against exact results", all: ensembleSummaries, needs: exactIsing) {
      page, ensembles, exact in
      let coupling = p.monteCarlo.coupling
      page.text(
        """
        Training data and reference data are the same Swendsen–Wang configurations at $K$ = \(coupling.digits(8))
        \(isCritical ? "$= \\tfrac12\\ln(1+\\sqrt2)$" : ""). Each size has \(p.monteCarlo.chains) independent chains,
        each started from all spins up and thermalised for \(p.monteCarlo.thermalisation) sweeps; all errors are
        jackknife errors over chains, so autocorrelation needs no model. Energies and specific heats of finite tori are
        exact (Kaufman's partition function, differentiated), the law of the magnetisation is exact up to $L = 8$
        (transfer matrix).
        """)
      page.table(ensembleTable(ensembles, exact))
      page.text(
        """
        Conventions: $u = -E/(NJ)$ is the mean over sites of $s(s_\\rightarrow + s_\\downarrow)$; $\\chi = L^2\\langle m^2\\rangle$;
        $V_4 = \\langle m^4\\rangle/\\langle m^2\\rangle^2$; $c_p = L^2 \\mathrm{Var}(e)$ with $e$ the satisfied bonds a
        site, so that $C/k_B = 4K^2 c_p$. The column $\\tau$ is the integrated autocorrelation time of energy and
        $m^2$ in the first chain, in units of the distance between configurations; 1/2 means independent.
        """)
      drawSpecificHeat(ensembles, exact, on: page)
      try writeSusceptibility(ensembles, on: page)
      writeCorrelation(ensembles, exact, on: page)
      recordExact(exact, on: page)
      for ensemble in ensembles { record(ensemble, on: page) }
    }
  }

  /// The critical coupling to the last bit.
  var isCritical: Bool { p.monteCarlo.coupling == 0.44068679350977147 }

  /// The training that the paper describes: critical configurations, coins for ties, three parameters.
  var isMaximumLikelihood: Bool { isCritical && p.training.ties == .coin && p.training.model == .three }

  private func ensembleTable(_ ensembles: [EnsembleSummary], _ exact: ExactIsing) -> Table {
    Table(
      columns: [
        "$L$", "configurations", "$u$", "exact", "$c_p$", "exact", "$\\chi$", "exact", "$V_4$", "exact", "$\\tau$",
      ],
      rows: ensembles.map { ensemble in
        let (level, side) = (ensemble.level, ensemble.parameters.size)
        let small = exact.small(side)
        return [
          "\(side)", "\(level.configurations)", level.u.description, exact.torus(side)?.u.digits(6) ?? "—",
          level.cp.description, exact.torus(side)?.cp.digits(5) ?? "—", level.chi.description,
          small?.chi.digits(4) ?? "—", level.v4.description, small?.v4.digits(5) ?? "—",
          "\(ensemble.tauEnergy?.digits(2) ?? "—"), \(ensemble.tauSquaredMagnetization?.digits(2) ?? "—")",
        ]
      })
  }

  private func drawSpecificHeat(_ ensembles: [EnsembleSummary], _ exact: ExactIsing, on page: Page) {
    guard ensembles.count > 1 else { return }
    page.figure(
      Figure(
        id: "monte-carlo-exact", title: "Monte Carlo minus exact, in standard errors",
        caption: """
          Energy and specific heat at every size, susceptibility and moment ratio at $L$ = 4 and 8, as deviations from
          the exact values in units of their errors: three of ten should lie outside ±1, hardly any outside ±3.
          """, height: 360,
        panel: Panel(
          x: Axis(
            "linear size {/:Italic L}", logarithmic: true,
            ticks: ensembles.map { (Double($0.parameters.size), "\($0.parameters.size)") }),
          y: Axis("deviation / error", range: -4...4),
          [.horizontalLine(0, dash: .solid), .horizontalLine(1, dash: .dotted), .horizontalLine(-1, dash: .dotted)]
            + deviations(ensembles, exact))))
  }

  private func deviations(_ ensembles: [EnsembleSummary], _ exact: ExactIsing) -> [Element] {
    typealias Pair = (side: Int, z: Double)
    func element(_ label: String, _ shift: Double, _ pair: (EnsembleSummary) -> (Estimate, Double?)) -> Element {
      let pairs = ensembles.compactMap { ensemble -> Pair? in
        let (estimate, reference) = pair(ensemble)
        guard let reference, estimate.standardError > 0 else { return nil }
        return (ensemble.parameters.size, (estimate.value - reference) / estimate.standardError)
      }
      return .points(
        x: pairs.map { Double($0.side) * shift }, y: pairs.map(\.z), label: label, yError: pairs.map { _ in 1 })
    }
    return [
      element("energy {/:Italic u}", 0.94) { ($0.level.u, exact.torus($0.parameters.size)?.u) },
      element("specific heat {/:Italic c}_p", 0.98) { ($0.level.cp, exact.torus($0.parameters.size)?.cp) },
      element("susceptibility χ", 1.02) { ($0.level.chi, exact.small($0.parameters.size)?.chi) },
      element("moment ratio V_4", 1.06) { ($0.level.v4, exact.small($0.parameters.size)?.v4) },
    ]
  }

  /// γ/ν from independent chains: a weighted straight line through logarithms. At L = 8 corrections to scaling of 0.4 %
  /// are larger than the errors, so the line starts at 16.
  func monteCarloSlope(_ ensembles: [EnsembleSummary]) throws -> FitResult? {
    let used = ensembles.filter { $0.parameters.size >= 16 }
    guard used.count >= 3 else { return nil }
    return try LinearFit.line(
      x: used.map { log(Double($0.parameters.size)) }, y: used.map { log($0.level.chi.value) },
      errors: used.map { $0.level.chi.standardError / $0.level.chi.value })
  }

  private func writeSusceptibility(_ ensembles: [EnsembleSummary], on page: Page) throws {
    guard isCritical, let fit = try monteCarloSlope(ensembles) else { return }
    let slope = fit.parameters[1]
    page.text(
      """
      The susceptibility of independent chains from $L = 16$ on, without corrections to scaling, gives
      $\\gamma/\\nu$ = \(slope)\(isCritical ? "; exact is 7/4" : "") ($\\chi^2$/dof = \((fit.chiSquaredPerDegree ?? 0).digits(2)), probability
      \((fit.pValue ?? .nan).digits(2))).
      """)
    page.quantity("mc/gamma_nu", slope, symbol: "γ/ν")
  }

  private func writeCorrelation(_ ensembles: [EnsembleSummary], _ exact: ExactIsing, on page: Page) {
    guard isCritical, let largest = ensembles.last, let ratio = largest.level.correlationRatio else { return }
    page.text(
      """
      The correlation function along the axes at $L$ = \(largest.parameters.size):
      $G(L/2)/G(L/4)$ = \(ratio)\(isCritical ? "; conformal field theory on the torus gives \(exact.conformalRatio.digits(6))" : "").
      """)
    for (r, value) in zip(LevelSums.distances(largest.parameters.size), largest.level.correlation) {
      page.quantity("mc/G/r\(r)", value, symbol: "G(\(r))", listed: false)
    }
    page.quantity("mc/G/ratio", ratio, symbol: "G(L/2)/G(L/4)")
  }

  private func recordExact(_ exact: ExactIsing, on page: Page) {
    page.quantity("exact/Kc", exact.criticalCoupling, symbol: "K_c")
    page.quantity("exact/lambda_h", Exponents.isingLambdaH, symbol: "λ_h", listed: false)
    page.quantity("cft/ratio", exact.conformalRatio, symbol: "G(L/2)/G(L/4)", listed: false)
    for torus in exact.tori {
      let id = "kaufman/L\(torus.side)"
      page.quantity("\(id)/u", torus.u, symbol: "u", listed: false)
      page.quantity("\(id)/C", torus.specificHeat, symbol: "C/k_B", listed: false)
      page.quantity("\(id)/cp", torus.cp, symbol: "c_p", listed: false)
      page.quantity("\(id)/lnZ", torus.lnZ, symbol: "ln Z/N", listed: false)
    }
    for small in exact.small {
      let id = "small/L\(small.side)"
      page.quantity("\(id)/chi", small.chi, symbol: "χ", listed: false)
      page.quantity("\(id)/V4", small.v4, symbol: "V₄", listed: false)
      page.quantity("\(id)/absm", small.absm, symbol: "⟨|m|⟩", listed: false)
    }
  }

  private func record(_ ensemble: EnsembleSummary, on page: Page) {
    let id = "mc/L\(ensemble.parameters.size)"
    let level = ensemble.level
    page.quantity("\(id)/u", level.u, symbol: "u", listed: false)
    page.quantity("\(id)/cp", level.cp, symbol: "c_p", listed: false)
    page.quantity("\(id)/chi", level.chi, symbol: "χ", listed: false)
    page.quantity("\(id)/V4", level.v4, symbol: "V₄", listed: false)
    page.quantity(ifAny: "\(id)/ties", level.ties, symbol: "tie fraction", listed: false)
    guard ensemble.parameters.size == 128 else { return }
    for (k, blocked) in ensemble.blocked.prefix(2).enumerated() {
      page.quantity("mc/blocked/step\(k + 1)/u", blocked.u, symbol: "u after \(k + 1) blockings", listed: false)
    }
  }
}
