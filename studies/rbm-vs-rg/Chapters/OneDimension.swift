import Foundation
import Notebook

extension RBMvsRG {
  var oneDimension: Chapter {
    Chapter("Learning the flow in one dimension", needs: chainFlow) { page, flow in
      page.text(
        """
        On the chain $t = \\tanh K$, $\\xi = -1/\\ln t$, and decimation by $b$ is exact: $t' = t^b$, for $b = 2$ $K' = \\frac12\\ln\\cosh 2K$. Adam starts at
        $K' = K$ and minimises $(\\xi(K') - \\xi(K)/2)^2$ or the square of the difference of logarithms (our choice: the abstract gives no formula)
        until the loss is below $10^{-12}$.
        """)
      page.table(
        Table(
          caption: "Steps of Adam and error of the learned $K'$.",
          columns: ["$K$", "exact $K'$", "loss", "learning rate", "steps", "$K'$ − exact"],
          rows: flow.runs.filter { $0.learningRate == p.chain.learningRates[min(1, p.chain.learningRates.count - 1)] }
            .map { run in
              [
                run.coupling.shortest, run.exact.digits(9), run.loss, run.learningRate.shortest, "\(run.steps)",
                (run.learned - run.exact).scientificText,
              ]
            }))
      page.text(
        """
        Over all \(flow.runs.count) runs (learning rates \(p.chain.learningRates.map(\.shortest).joined(separator: ", "))) the largest error is
        \(flow.largestError.scientificText). A network $K' = \\mathrm{softplus}(\\mathrm{MLP}(K))$ with eight tanh units, trained on the logarithmic
        loss at 49 couplings, learns the whole flow to \(flow.largestMapError.scientificText).
        """)
      page.figure(flowFigure(flow))
      page.figure(lossFigure(flow))
      for row in flow.exact {
        page.quantity("decimation/b\(row.factor)/K\(row.coupling.shortest)", row.value, symbol: "K'", listed: false)
      }
      for row in flow.lengths { page.quantity("xi/K\(row.coupling.shortest)", row.value, symbol: "ξ", listed: false) }
      page.quantity("one-d/adam", flow.largestError, symbol: "max |ΔK'|")
      page.quantity("one-d/map", flow.largestMapError, symbol: "max |ΔK'|")
    }
  }

  private func flowFigure(_ flow: ChainFlow) -> Figure {
    let grid = stride(from: 0.05, through: 2.5, by: 0.05).map { $0 }
    let points = flow.runs.filter { $0.learningRate == p.chain.learningRates[0] && $0.loss == ChainFlow.squared }
    let error = zip(flow.mapCouplings, zip(flow.mapLearned, flow.mapExact)).map { ($0, abs($1.0 - $1.1)) }.filter {
      $0.1 > 0
    }
    return Figure(
      id: "chain-flow", title: "Learned and exact flow of the one-dimensional coupling",
      caption: "Left: learned points and map on the exact curve. Right: error of the learned map.",
      panels: [
        Panel(
          x: "K", y: "K'", legend: .topLeft,
          [
            .line(x: grid, y: grid.map { 0.5 * log(cosh(2 * $0)) }, label: "exact"),
            .line(x: flow.mapCouplings, y: flow.mapLearned, label: "learned map", dash: .dashed),
            .points(x: points.map(\.coupling), y: points.map(\.learned), label: "Adam"),
            .line(x: [0, 2.5], y: [0, 2.5], label: "K' = K", dash: .dotted),
          ]),
        Panel(
          x: "K", y: Axis("|K' − exact|", logarithmic: true), legend: .none,
          error.isEmpty ? [.text(x: 1, y: 1, "exact")] : [.line(x: error.map(\.0), y: error.map(\.1))]),
      ])
  }

  private func lossFigure(_ flow: ChainFlow) -> Figure {
    let shown = flow.runs.filter {
      $0.coupling == p.chain.couplings[p.chain.couplings.count / 2] && $0.loss == ChainFlow.squared
    }
    return Figure(
      id: "chain-loss", title: "Loss of Adam against step",
      caption: "Squared correlation-length loss at K = \(shown.first?.coupling.shortest ?? "—").",
      panel: Panel(
        x: Axis("step", logarithmic: true), y: Axis("loss", logarithmic: true), legend: .bottomLeft,
        shown.map { run in
          let known = run.losses.enumerated().filter { $0.element.value > 0 }.map(\.element)
          return .line(
            x: known.map { Double($0.step) }, y: known.map(\.value), label: "learning rate \(run.learningRate.shortest)"
          )
        }))
  }
}
