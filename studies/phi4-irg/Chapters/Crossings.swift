import Notebook
import Statistics

extension PhiFourIRG {
  /// Fig. 3 of the proceedings: where generated and direct |m| cross.
  var crossings: Chapter {
    Chapter(
      "The critical point from generated systems", needs: inverseCrossings(p.training.kernel), inverseCrossings(.k10),
      ratioCrossings
    ) {
      page, crossings, wide, ratios in
      page.text(
        """
        $|m|$ of configurations enlarged by the linear inverse and of direct systems of the same size cross where the inverse does not
        change $|m|$ of the critical system. The enlarged ensemble is reweighted with $p_2$ of its **sampled** configurations. Only the
        scale of $m$ matters, not the local fields. Rows of one start share configurations, and the window moves the crossing by more
        than the statistical errors: take the difference of the columns as the systematic one.
        """)
      page.table(
        Table(
          columns: ["enlargement", "window \(p.training.kernel.windowText)", "window 5 × 5"],
          rows: crossings.map { crossing in
            let other = wide.first { $0.from == crossing.from && $0.to == crossing.to }
            return [
              "\(crossing.from) → \(crossing.to)", (crossing.crossing?.massSquared).text,
              (other?.crossing?.massSquared).text,
            ]
          }))
      page.text(
        """
        For comparison, from direct systems alone: the $\\mu^2$ where $\\langle m^2\\rangle$ of sizes $L$ and $2L$ has the ratio $2^{1/4}$ of the
        Ising fixed point is \(ratios.map { "\(($0.massSquared).text) (\($0.small), \($0.large))" }.joined(separator: "; ")).
        """)
      for ratio in ratios {
        page.quantity(
          ifAny: "muc/m2ratio/\(ratio.small)-\(ratio.large)", ratio.massSquared, symbol: "μ²_c", listed: false)
      }
      if let largest = crossings.filter({ $0.from == 32 }).max(by: { $0.to < $1.to }) {
        page.figure(crossingFigure("inverse-crossing", largest, "enlarged from L = \(largest.from)"))
      }
      for (prefix, list) in [
        (p.training.kernel == .k6 ? "irgx" : "irgx/\(p.training.kernel.rawValue)", crossings), ("irgx/k10", wide),
      ] {
        for crossing in list {
          page.quantity(
            ifAny: "\(prefix)/\(crossing.from)-\(crossing.to)", crossing.crossing?.massSquared,
            symbol: "μ² of the crossing",
            listed: prefix == "irgx")
        }
      }
    }
  }
}
