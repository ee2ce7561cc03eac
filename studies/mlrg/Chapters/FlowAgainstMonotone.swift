import Foundation
import Learning
import Notebook

extension MLRG {
  /// Fig. 9, in operations instead of seconds.
  var flowAgainstMonotone: Chapter {
    Chapter("Flow against monotone", all: summaries) { page, summaries in
      page.text(
        """
        The flow can be learned directly, $J' = J + f_\\theta(J)$, or as the gradient of a monotone,
        $J' = J + \\nabla C_\\theta(J)$ (Hou and You). The paper finds the second 2.7 times slower. Most of that is a cost of
        automatic differentiation: with derivatives written out, one coupling needs a first-order forward jet
        $(z, z')$ for $f$ and $f'$, and a second-order jet $(z, z', z'')$ for $C'$ and $C''$. Multiply-adds can be
        counted, and unlike seconds they are the same everywhere.
        """)
      let flow = try operations(.flow)
      let monotone = try operations(.monotone)
      page.table(
        Table(
          columns: ["multiply-adds per coupling", "flow", "monotone", "ratio"],
          rows: [
            [
              "force of the sampler, $\\nabla \\lVert f \\rVert^2$", "\(flow.force)", "\(monotone.force)",
              ratio(flow.force, monotone.force),
            ],
            [
              "gradient of the loss", "\(flow.gradient)", "\(monotone.gradient)",
              ratio(flow.gradient, monotone.gradient),
            ],
            [
              "an epoch (\(p.training.solveSteps + 2) forces, one gradient)", "\(flow.epoch)", "\(monotone.epoch)",
              ratio(flow.epoch, monotone.epoch),
            ],
          ]))
      page.quantity(
        "operations/epoch-ratio", Double(monotone.epoch) / Double(flow.epoch), symbol: "monotone / flow")
      try drawPublishedTimes(flow, monotone, on: page)
      let rows = Array(zip(p.configurations, summaries))
      if let f = rows.first(where: { $0.0 == .cdSilu48 })?.1,
        let c = rows.first(where: { $0.0 == .cdSiluMonotone48 })?.1
      {
        page.text(
          """
          The two are equally accurate, \(try f.mean().text) for the flow and \(try c.mean().text) for the monotone (SiLU,
          $n$ = \(f.runs.count) runs each), and both lie below the KL-optimal value as SiLU networks do. Processor seconds of both, measured on the machine that ran this report,
          are in provenance.json (steps `trained-cd-silu-48` and `trained-cd-silu-monotone-48`).
          """)
      }
    }
  }

  /// Multiply-adds of an epoch of the monotone over those of the flow.
  func operationRatio() throws -> Double {
    Double(try operations(.monotone).epoch) / Double(try operations(.flow).epoch)
  }

  private struct Operations {
    let force: Int
    let gradient: Int
    let epoch: Int
  }

  private func operations(_ kind: FlowModel.Kind) throws -> Operations {
    let shape = try NetworkShape(
      inputs: 1, outputs: 1, width: p.training.width, hiddenLayers: p.training.hiddenLayers, activation: .silu)
    let zeros = try MultilayerPerceptron(shape, parameters: Array(repeating: 0, count: shape.parameterCount))
    let model = try FlowModel(kind, zeros)
    let force = model.multiplyAddsOfForce
    let gradient = model.multiplyAddsOfParameterGradient
    return Operations(force: force, gradient: gradient, epoch: (p.training.solveSteps + 2) * force + gradient)
  }

  private func ratio(_ a: Int, _ b: Int) -> String { String(format: "%.2f", Double(b) / Double(a)) }

  private func drawPublishedTimes(_ flow: Operations, _ monotone: Operations, on page: Page) throws {
    let table = try page.publishedTable("mlrg-repository")
    var boxes: [Element] = []
    for (position, kind) in [(1.0, "monotone"), (2.0, "flow")] {
      guard let row = table.rows(where: "id", is: "time/A1/silu/\(kind)").first else { continue }
      func number(_ column: String) -> Double { row[column].flatMap { Double($0) } ?? .nan }
      boxes.append(
        .box(
          at: position,
          BoxFive(
            q1: number("q1"), median: number("median"), q3: number("q3"), low: number("whisker_low"),
            high: number("whisker_high")), label: kind))
    }
    let scale = Double(p.notebook.trajectories)
    page.figure(
      Figure(
        id: "flow-against-monotone", title: "Cost of an epoch: published seconds, counted operations",
        caption: "Left: seconds per epoch of the repository's SiLU runs (Fig. 9 of the paper; quartiles and whiskers, "
          + "without its outliers, which reach 0.158). "
          + "Right: multiply-adds per epoch with derivatives written out, \(p.notebook.trajectories) couplings.",
        panels: [
          Panel(
            x: Axis("seconds per epoch (published)", range: 0...0.05),
            y: Axis(range: 0.4...2.6, ticks: [(1, "monotone"), (2, "flow")]),
            legend: .none, boxes),
          Panel(
            x: Axis("10^6 multiply-adds per epoch (counted)", range: 0...(2e-6 * scale * Double(monotone.epoch))),
            y: Axis(range: 0.4...2.6, ticks: [(1, "monotone"), (2, "flow")]), legend: .none,
            [
              .points(
                x: [1e-6 * scale * Double(monotone.epoch), 1e-6 * scale * Double(flow.epoch)], y: [1, 2])
            ]),
        ]))
  }
}
