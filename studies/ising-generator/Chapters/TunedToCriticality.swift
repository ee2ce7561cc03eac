import Foundation
import Notebook
import Statistics

extension IsingGenerator {
  /// Beyond the paper: three-parameter nets with exactly Ising exponents.
  var tunedToCriticality: Chapter {
    Chapter("Nets tuned to criticality", all: tunedDreams, needs: tunedNets, exactIsing) { page, dreams, tuned, ising in
      page.text(
        """
        Not in the paper. The two equations $\\lambda_h = 2^{15/8}$ and $\\lambda_t = 2$ for three weights have a curve of solutions: nets
        with three, or for $W_2 = 0$ two, parameters whose dreams have **exactly** the magnetic and thermal exponents of the
        Ising model. Likelihood does not find them: on the configurations of size \(p.training.size) the best of all nets has a
        cross-entropy of \(tuned.optimalLoss.digits(6)) nats a spin, the best of the curve
        \(tuned.likeliest?.loss.digits(6) ?? "none between W₂ = −0.4 and 0.6").
        """)
      page.table(
        Table(
          columns: [
            "$W_2$", "$W_0$", "$W_1$", "$\\lambda_h$", "$\\lambda_t$", "$u_\\infty$", "2nd odd", "2nd even",
            "BCE / spin",
          ],
          rows: tuned.nets.map { row($0) } + likeliestRow(tuned)))
      if !dreams.isEmpty { try write(dreams, tuned, ising, on: page) }
      record(tuned, on: page)
      for (w2, dream) in zip(p.tuned.dreamt, dreams) where w2 == 0 { record(dream, on: page) }
    }
  }

  private func likeliestRow(_ tuned: TunedSummary) -> [[String]] {
    guard let likeliest = tuned.likeliest else { return [] }
    let weights = zip(likeliest.weights, tuned.likeliestErrors).map { Estimate($0, $1).description }
    return [["**most likely** \(weights[2])", weights[0], weights[1]] + row(likeliest).dropFirst(3)]
  }

  private func row(_ net: TunedNet) -> [String] {
    [
      net.weights[2].digits(8), net.weights[0].digits(8), net.weights[1].digits(8), net.table.lambdaH.digits(8),
      net.table.lambdaT.digits(8), net.table.uInfinite.digits(5), net.table.secondOdd.digits(4),
      net.table.secondEven.digits(4), net.loss.digits(6),
    ]
  }

  private func write(_ dreams: [DreamSummary], _ tuned: TunedSummary, _ ising: ExactIsing, on page: Page) throws {
    page.table(
      Table(
        caption: "Dreams of tuned nets (\(dreams[0].levels.last?.configurations ?? 0) each).",
        columns: [
          "net", "$\\gamma/\\nu$, 8–\(p.dream.side)", "$\\gamma/\\nu$, 32–\(p.dream.side)",
          "$\\mathrm{d}c_p/\\mathrm{d}\\ln L$", "$V_4$", "$\\chi$", "$\\lambda_t$, $\\lambda_h$ parent", "majority",
        ],
        rows: dreams.map { dream in
          let last = dream.levels.last
          return [
            dream.name, (dream.slope(8, p.dream.side)?.chi ?? nil).text,
            (dream.slope(32, p.dream.side)?.chi ?? nil).text,
            (dream.slope(8, p.dream.side)?.cpLogarithmic ?? nil).text, (last?.v4).text, (last?.chi).text,
            "\((dream.parent.last?.lambdaT ?? nil).text), \((dream.parent.last?.lambdaH ?? nil).text)",
            "\((dream.majority.last?.lambdaT ?? nil).text), \((dream.majority.last?.lambdaH ?? nil).text)",
          ]
        } + [["critical Ising", "1.75", "1.75", try isingSlope(ising), "—", "—", "2, 3.6680", "2, 3.6680"]]))
    page.text(
      """
      The susceptibility grows like $L^{7/4}$ and the heat capacity like $\\ln L$, by construction; amplitudes are not fixed by
      the eigenvalues. Parent and majority matrices need not agree (last columns): the nets are at a fixed point of their own
      refinement, not of majority blocking. What is not Ising stays so: $V_4$ of a dream from one spin, the energy, and the
      amplitude of $\\chi$.
      """)
    let used = tuned.nets.sorted { $0.weights[2] < $1.weights[2] }
    page.figure(
      Figure(
        id: "tuned", title: "The curve of nets with Ising exponents",
        caption:
          "Weights of nets with $\\lambda_h = 2^{15/8}$ and $\\lambda_t = 2$ exactly; the vertical line is the most likely of them.",
        height: 400,
        panel: Panel(
          x: "diagonal weight {/:Italic W}_2", y: "weight",
          [
            .points(x: used.map { $0.weights[2] }, y: used.map { $0.weights[0] }, label: "W_0"),
            .points(x: used.map { $0.weights[2] }, y: used.map { $0.weights[1] }, label: "W_1"),
            .line(x: used.map { $0.weights[2] }, y: used.map { $0.weights[0] }, label: "W_0"),
            .line(x: used.map { $0.weights[2] }, y: used.map { $0.weights[1] }, label: "W_1"),
          ] + (tuned.likeliest.map { [.verticalLine($0.weights[2], label: "most likely", dash: .dotted)] } ?? []))))
  }

  /// The slope that the same straight line through exact Ising values has.
  private func isingSlope(_ ising: ExactIsing) throws -> String {
    let tori = ising.tori.filter { 8 <= $0.side && $0.side <= p.dream.side }
    guard tori.count > 2 else { return "0.637" }
    return try SlopeSummary.slope(tori.map { Double($0.side) }, tori.map(\.cp)).digits(3) + " (∞: 0.637)"
  }

  private func record(_ tuned: TunedSummary, on page: Page) {
    for net in tuned.nets {
      let id = "tuned/W2=\(net.weights[2].shortest)"
      page.quantity("\(id)/W0", net.weights[0], symbol: "W₀", listed: false)
      page.quantity("\(id)/W1", net.weights[1], symbol: "W₁", listed: false)
      guard net.weights[2] == 0, let small = net.table.small(4) else { continue }
      page.quantity("tuned/L4/chi", small.chi, symbol: "χ(4)", listed: false)
      page.quantity("tuned/L4/V4", small.v4, symbol: "V₄(4)", listed: false)
      page.quantity("tuned/L4/u", small.u, symbol: "u(4)", listed: false)
      if let cp = small.cp { page.quantity("tuned/L4/cp", cp, symbol: "c_p(4)", listed: false) }
    }
    guard let best = tuned.likeliest else { return }
    let likeliest = best.weights + [best.loss]
    for (name, (value, error)) in zip(["W0", "W1", "W2", "bce"], zip(likeliest, tuned.likeliestErrors)) {
      page.quantity("tuned/ml/\(name)", Estimate(value, error), symbol: name, listed: false)
    }
  }

  private func record(_ dream: DreamSummary, on page: Page) {
    let id = "tuned/dream"
    for side in [8, 32, 64, 128] {
      page.quantity(ifAny: "\(id)/cp\(side)", dream.level(side)?.cp, symbol: "c_p(\(side))", listed: false)
    }
    guard let level = dream.level(128) else { return }
    page.quantity("\(id)/chi128", level.chi, symbol: "χ(128)", listed: false)
    page.quantity("\(id)/V4", level.v4, symbol: "V₄(128)", listed: false)
    page.quantity("\(id)/u", level.u, symbol: "u(128)", listed: false)
    page.quantity(ifAny: "\(id)/ties", level.ties, symbol: "tie fraction", listed: false)
    page.quantity(ifAny: "\(id)/parent", level.parents, symbol: "majority = parent", listed: false)
    if let first = dream.level(8)?.cp {
      let rise = Estimate.difference(level.cp, first)
      let doublings = 16.0
      page.quantity(
        "\(id)/cp_slope", Estimate(rise.value / log(doublings), rise.standardError / log(doublings)),
        symbol: "(c_p(128) − c_p(8))/ln 16", listed: false)
    }
    for (method, steps) in [("t1", dream.parent), ("ta", dream.majority)] {
      guard let step = steps.first(where: { $0.fine == 128 }) else { continue }
      page.quantity(ifAny: "\(id)/\(method)/lambda_t", step.lambdaT, symbol: "λ_t", listed: false)
      page.quantity(ifAny: "\(id)/\(method)/lambda_h", step.lambdaH, symbol: "λ_h", listed: false)
    }
  }
}
