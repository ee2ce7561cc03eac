import Notebook
import Statistics

extension PhiFourIRG {
  /// Fig. F8: the flow of the coupling in both directions.
  var couplingFlow: Chapter {
    Chapter("The flow of the coupling", needs: forwardCrossings, inverseCrossings(p.training.kernel)) {
      page, forward, inverse in
      page.text(
        """
        A renormalized system at $K = \\mu^2$ has the $|m|$ of a direct system of its size at $K'(K)$. The slope at the fixed point is
        $b^{1/\\nu}$ for blocking and $b^{-1/\\nu}$ for each inverse step. Ising has $\\nu = 1$; what single small sizes miss of it beyond
        their errors is a systematic error of finite size, which shrinks as the sizes grow.
        """)
      let shown = forward.filter { $0.from == 2 * $0.to } + inverse.filter { [32, 64].contains($0.from) }
      page.table(
        Table(
          columns: ["step", "fixed point $\\mu^2$", "$\\mathrm{d}K'/\\mathrm{d}K$", "$\\nu$"],
          rows: shown.map { ["\($0.from) → \($0.to)", ($0.crossing?.massSquared).text, $0.slope.text, $0.nu.text] }))
      func elements(_ crossing: CrossingSummary) -> Element? {
        let known = zip(crossing.grid, crossing.coupling).compactMap { point, value in value.map { (point, $0.value) } }
        guard known.count > 1 else { return nil }
        return .line(x: known.map(\.0), y: known.map(\.1), label: "\(crossing.from) → \(crossing.to)")
      }
      let lines = shown.compactMap(elements)
      if !lines.isEmpty {
        let base = p.model.massSquared
        page.figure(
          Figure(
            id: "flow", title: "Renormalized coupling against coupling",
            caption:
              "Blocking makes distances to the fixed point larger (steeper than the diagonal), the inverse smaller.",
            panel: Panel(
              x: "K = μ^2", y: "K'(K)",
              [
                Element.line(
                  x: [base - 0.012, base + 0.012], y: [base - 0.012, base + 0.012], label: "K' = K", dash: .dotted
                ).tinted(.ink)
              ] + lines)))
      }
      for crossing in inverse where p.training.kernel == .k6 {
        page.quantity(ifAny: "nu/inverse/\(crossing.from)-\(crossing.to)", crossing.nu, symbol: "ν", listed: false)
      }
    }
  }
}
