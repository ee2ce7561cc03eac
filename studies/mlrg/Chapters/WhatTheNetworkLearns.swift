import Foundation
import Notebook

extension MLRG {
  /// Fig. 5.
  var whatTheNetworkLearns: Chapter {
    Chapter("What the network learns", needs: learnedFlow, gradientCheck) { page, flow, gradients in
      page.text(
        """
        One network, $f_\\theta$ with two hidden layers of \(p.training.width) units, trained for \(p.training.epochs)
        epochs: in each, \(p.training.trajectories) couplings $J$ are moved by Hamiltonian Monte Carlo in the potential
        $\\beta f_\\theta(J)^2$, the fine block at $J$ is compared with the coarse block at $J' = J + f_\\theta(J)$, and
        Adam takes one step. The network has to learn a curve that is known: for the Kullback–Leibler divergence
        the $f_\\mathrm{KL}$ of the previous chapters, for contrastive divergence with $k_\\mathrm{fine}$ sweeps
        the curve of the finite chain. Antisymmetry is learned, not imposed.
        """)
      page.figure(
        Figure(
          id: "learned-flow", title: "Learned flow of one run and the exact flows",
          caption: "Fig. 5 of the paper. The learned curve follows the exact one where the sampler visits, roughly "
            + "$|J| < 1.2$. Arrows: the vector field $f_\\theta$ on the $J$ axis, lengths scaled by one fifth.",
          panel: Panel(
            x: Axis("coupling {/:Italic J}", range: -2.1...2.1), y: Axis("flow {/:Italic f}({/:Italic J})"),
            [
              .vectors(
                x: zip(flow.places, flow.arrows).map { $0 - 0.1 * $1 }, y: flow.places.map { _ in -0.85 },
                dx: flow.arrows.map { 0.2 * $0 }, dy: flow.places.map { _ in 0 }),
              .horizontalLine(0),
              .line(x: flow.couplings, y: flow.exact, label: "KL-optimal, exact", dash: .dashed),
              .line(
                x: flow.couplings, y: flow.finiteChains,
                label: "{/:Italic k}_{fine} = \(LearnedFlow.shortChain), exact", dash: .dotted),
              .line(x: flow.couplings, y: flow.learned, label: "learned", dash: .solid),
            ] + (try Marks.vertical()))))
      let zeros = flow.zeros.map { String(format: "%.3f", $0) }.joined(separator: ", ")
      page.text(
        """
        The learned $f$ changes sign at $J$ = \(zeros). The published curve, read off its figure, has zeros at about
        −0.80 and 0.87 and a minimum of −0.066 near 0.45, where the exact one has −0.0565 at 0.469. The curve is the network
        after the last epoch of the first run; its zero moves from epoch to epoch (next chapter). Beyond $|J| \\approx 1.5$ two
        things lower the published 0.635 at $J = 2$ against the KL-optimal \(try KLOptimalFlow.change(2).short): chains of 16
        sweeps lower the target to \(try FiniteChainFlow(fineSweeps: 16).change(2).short), and the sampler hardly goes there.
        """)
      for (name, error) in flow.errors.sorted(by: { $0.key < $1.key }) {
        page.quantity("trained/A1/\(name)/flow-error", error, symbol: "max |f_θ − f_KL|, |J| ≤ 1")
      }
      page.text(
        """
        All derivatives are written out by hand. Against central differences the gradient of the mean divergence with
        respect to every parameter deviates by at most \(String(format: "%.1e", gradients.largest)) of the largest
        component (flow \(String(format: "%.1e", gradients.flow)), with layer normalisation
        \(String(format: "%.1e", gradients.layerNorm)), monotone \(String(format: "%.1e", gradients.monotone))).
        """)
      page.quantity("training/gradient-error", gradients.largest, symbol: "relative error of gradients")
    }
  }
}
