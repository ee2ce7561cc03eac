import Foundation
import Notebook
import Statistics

extension MLRG {
  /// Fig. 10.
  var klAgainstCd: Chapter {
    Chapter("Kullback–Leibler against contrastive divergence", all: summaries) { page, summaries in
      let rows = Array(zip(p.configurations, summaries))
      page.text(
        """
        For the A₁ model the expected gradient of contrastive divergence equals that of the Kullback–Leibler divergence for
        every $k_\\mathrm{coarse} \\ge 1$, up to the finite fine chain: the coarse block has one hidden spin, so
        $|M|$ after one sweep already has the law of the model, wherever the chain started. That the loss
        "only changes the variance" is therefore an identity here, not a finding.
        """)
      guard let cd = rows.first(where: { $0.0 == .cdRelu })?.1, let kl = rows.first(where: { $0.0 == .klRelu })?.1
      else { return page.text("The configurations cd-relu and kl-relu are not both trained in this profile.") }
      let chosen = rows.filter { [.cdRelu, .klRelu, .cdReluLayerNorm, .klReluLayerNorm].contains($0.0) }.reversed()
      page.figure(
        Figure(
          id: "kl-against-cd", title: "Critical couplings with the two losses",
          caption:
            "Fig. 10 of the paper: epochs of one run (its range of $J_c$); on the right the means of independent "
            + "runs.",
          panels: try [
            panel(chosen.map { ($0.0.label, $0.1.firstRun) }, "{/:Italic J}_c, epochs of one run", 0.725...0.89),
            panel(
              chosen.map { ($0.0.label, try DrawnBox(ifAny: $0.1.runMeans)) }, "{/:Italic J}_c, run means", 0.75...0.84),
          ]))
      guard let cdWithin = try cd.medianWithin(), let klWithin = try kl.medianWithin(), let cdMean = try cd.mean(),
        let klMean = try kl.mean()
      else { return page.text("Fewer than two runs have roots in this profile.") }
      let ratio = cdWithin / klWithin
      let difference = Estimate.difference(cdMean, klMean)
      page.text(
        """
        The standard deviation inside a run is smaller with the exact loss by a factor \(String(format: "%.1f", ratio))
        (medians over runs). The identity is one of expected gradients; the mean root of noisy training may still differ,
        because the root is a nonlinear function of $f$. Here CD lies \(difference) beside KL, to be compared with the
        bias of \((try KLOptimalFlow.fixedPoint().coupling - LiebLattice.criticalCoupling).short); the reference numbers of
        the two means (table at the end of the previous chapter), from eleven times as many runs, lie closer together.
        """)
      page.quantity("trained/A1/sd-ratio", ratio, symbol: "sd(CD) / sd(KL)")
      page.quantity("trained/A1/cd-minus-kl", difference, symbol: "J_c(CD) − J_c(KL)")
    }
  }

  private func panel(
    _ boxes: [(String, DrawnBox?)], _ label: String, _ range: ClosedRange<Double>
  ) throws -> Panel {
    let elements = boxes.enumerated().flatMap { index, box in
      box.1.element(at: Double(index + 1), label: box.0, in: range)
    }
    return Panel(
      x: Axis(label, range: range), y: .categories(boxes.map { Figure.plain($0.0) }), legend: .none,
      elements + (try Marks.vertical()))
  }
}
