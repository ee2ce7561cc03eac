import Foundation
import Notebook
import Statistics

extension MLRG {
  var whatTheSamplerVisits: Chapter {
    Chapter("What Hamiltonian Monte Carlo visits", all: summaries) { page, summaries in
      let rows = Array(zip(p.configurations, summaries))
      guard let first = rows.first else { return }
      let fixed = try KLOptimalFlow.minimum()
      let energy = p.training.beta * fixed.change * fixed.change
      page.text(
        """
        The couplings $J$ are said to be sampled heavily around the zeros of $f$. Between 0 and $J_c$ the exact
        $|f|$ never exceeds \((-fixed.change).short), so $\\beta f^2 \\le$ \(energy.short) at the final $\\beta$ =
        \(Int(p.training.beta)): the density there varies by \(String(format: "%.0f", 100 * (1 - exp(-energy)))) %. The
        sampler only keeps $|J|$ below about 1.2, where $f$ grows. A trajectory is
        \(String(format: "%.3f", p.training.stepSize * Double(p.training.solveSteps + 1))) long, a slow random walk.
        """)
      let edges = TrainedFlow.edges
      let counts = first.1.sampled.map(Double.init)
      let total = counts.reduce(0, +)
      let centres = zip(edges, edges.dropFirst()).map { 0.5 * ($0 + $1) }
      let weights = try centres.map { exp(-p.training.beta * pow(try KLOptimalFlow.change($0), 2)) }
      let norm = weights.reduce(0, +)
      page.figure(
        Figure(
          id: "sampled-couplings", title: "Couplings visited by the sampler",
          caption: "Histogram over the recorded epochs of all runs (\(first.0.label)); neighbouring bins are not independent, "
            + "because the walk is slow. Line: "
            + "$e^{-\\beta f_\\mathrm{KL}^2}$ at the final $\\beta$.",
          panel: Panel(
            x: Axis("coupling {/:Italic J}", range: -2.5...2.5), y: "density",
            [
              .histogram(edges: edges, counts: counts.map { 20 * $0 / max(1, total) }, label: "visited"),
              .line(
                x: centres, y: weights.map { 20 * $0 / norm }, label: "exp(-{/Symbol b} {/:Italic f}^2), exact flow"),
            ] + (try Marks.vertical()))))
      let acceptance = rows.map(\.1.acceptance).min() ?? 0
      let inside = zip(centres, counts).filter { abs($0.0) < 1.2 }.map(\.1).reduce(0, +) / max(1, total)
      page.text(
        """
        \(String(format: "%.0f", 100 * inside)) % of the visited couplings have $|J| < 1.2$; the largest was
        \(String(format: "%.2f", first.1.largestSampled)). The least accepted configuration accepted
        \(String(format: "%.4f", 100 * acceptance)) % of its trajectories.
        """)
      page.quantity("training/hmc-acceptance", acceptance, symbol: "smallest acceptance")
      page.quantity("sampler/inside", inside, symbol: "fraction with |J| < 1.2")
    }
  }
}
