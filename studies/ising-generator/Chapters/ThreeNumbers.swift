import Foundation
import Notebook
import Statistics

extension IsingGenerator {
  /// Fig. 3 and the table of parameters: what is learned, and how well.
  var threeNumbers: Chapter {
    Chapter(
      "Three numbers", all: trainingSummaries, needs: replay, weightedSummaries, secondStep
    ) { page, trainings, replay, weighted, second in
      page.text(Self.network)
      page.text(
        """
        Given the coarse lattice the fine spins are independent, so the likelihood is a **convex logistic regression**
        on 12 integers, the numbers of (dis)agreements with the own block in six contexts. Newton's method ends in
        \(trainings.map(\.newtonIterations).max() ?? 0) steps; there is nothing stochastic in it. Errors are jackknife
        errors over \(p.monteCarlo.chains) independent chains; the inverse Hessian gives the errors in brackets.
        """)
      page.table(parameterTable(trainings))
      drawWeights(trainings, on: page)
      comparePublished(trainings, on: page)
      writeReplay(replay, on: page)
      writeWeighted(weighted, on: page)
      page.text(
        """
        **Second step.** Trained on pairs of once and twice blocked configurations of size \(second.size), the weights are
        $W$ = \(second.weights.suffix(3).map(\.description).joined(separator: ", ")), with $\\lambda_h$ = \(second.lambdaH),
        $\\lambda_t$ = \(second.lambdaT) and $u_\\infty$ = \(second.uInfinite).
        """)
      for (name, weight) in zip(["W0", "W1", "W2"], second.weights.suffix(3)) {
        page.quantity("second-step/\(name)", weight, symbol: name, listed: false)
      }
      for training in trainings { record(training, on: page) }
    }
  }

  static let network = """
    The network copies every coarse spin to a 2 × 2 block, convolves 0/1 spins with a 3 × 3 kernel ($a$ at the
    corners, $b$ at the edges, $c$ in the centre), shifts by half the kernel's sum and draws every fine spin on its own. A fine spin sees only four coarse ones: its own block $t_0$, the nearest ones in its
    row and column, $t_h$ and $t_v$, and the diagonal one $t_d$,

    $$P(s=+1 \\mid t) = \\sigma\\bigl(\\tfrac12[W_0 t_0 + W_1(t_h+t_v) + W_2 t_d]\\bigr),\\qquad W_0 = a+2b+c,\\quad W_1 = a+b,\\quad W_2 = a .$$

    The map $(a,b,c)\\leftrightarrow(W_0,W_1,W_2)$ is invertible: three numbers are really learned.
    """

  private func parameterTable(_ trainings: [TrainingSummary]) -> Table {
    Table(
      columns: [
        "training $L$", "$a$", "$b$", "$c$", "$W_0$", "$W_1$", "$W_2$", "BCE / spin", "saturated − BCE", "ties",
      ],
      rows: trainings.map { training in
        let kernel = zip(training.weights, training.fisher).map { "\($0.0) [\($0.1.digits(4))]" }
        return ["\(training.size)"] + kernel + training.weights.suffix(3).map(\.description) + [
          training.loss.description, (training.saturatedLoss.value - training.loss.value).digits(5),
          training.ties.description,
        ]
      })
  }

  private func drawWeights(_ trainings: [TrainingSummary], on page: Page) {
    guard trainings.count > 1 else { return }
    let x = trainings.map { Double($0.size) }
    page.figure(
      Figure(
        id: "weights", title: "Trained weights against the size of the training configurations",
        caption: """
          Maximum likelihood (circles, errors smaller than the symbols) and the unweighted published sets (squares), which
          scatter because their training ended before the optimum.
          """, columns: 3, width: 1080, height: 360,
        panels: (0..<3).map { k in
          let published = PublishedSet.all.filter { !$0.name.hasPrefix("weighted") }
          return Panel(
            title: "{/:Italic W}_\(k)",
            x: Axis(
              "training size {/:Italic L}", range: 6...170, logarithmic: true,
              ticks: [8, 16, 32, 64, 128].map { (Double($0), "\($0)") }),
            y: "weight",
            [
              .points(
                x: x, y: trainings.map { $0.weights[3 + k].value }, label: "maximum likelihood",
                yError: trainings.map { $0.weights[3 + k].standardError }),
              .points(
                x: published.map { $0.name.hasPrefix("L32") ? 32 : 128 }, y: published.map { $0.coarseWeights[k] },
                label: "published"),
            ])
        }))
  }

  private func comparePublished(_ trainings: [TrainingSummary], on page: Page) {
    guard isMaximumLikelihood, let ours = trainings.first(where: { $0.size == 32 }) else { return }
    page.text(
      """
      The published sets of $L$ = 32, trained on $10^4$ and $10^6$ configurations, in coarse variables: the first agrees with
      our optimum, the second is farther away although its data are a hundred times more.
      """)
    page.table(
      Table(
        columns: ["set", "$W_0$", "$W_1$", "$W_2$"],
        rows: [["ours, $L$ = 32"] + ours.weights.suffix(3).map(\.description)]
          + PublishedSet.all.map { set in [set.name] + set.coarseWeights.map { $0.digits(4) } }))
  }

  private func writeReplay(_ replay: ReplaySummary, on page: Page) {
    let worst = replay.runs.map(\.excess).max() ?? 0
    let best = replay.runs.map(\.excess).min() ?? 0
    page.text(
      """
      **The published optimiser, replayed.** AdamW with the one-cycle schedule of the authors' code (learning rate 0.01,
      weight decay 0.01) on the same loss, from weights uniform in [0, 1]: after \(p.training.replaySteps.map(String.init).joined(separator: " or "))
      steps the loss exceeds the minimum by \(best.scientificText) to \(worst.scientificText) nats a spin, and the weights
      depend on the start, most of all $b$ and $c$: the valley is flat in that direction. That explains the scatter of
      the published weights; it is not statistical.
      """)
    page.table(
      Table(
        columns: ["steps", "$a$", "$b$", "$c$", "$W_0$", "$W_1$", "$W_2$", "excess loss"],
        rows: replay.runs.map { run in
          ["\(run.steps)"] + run.weights.map { $0.digits(3) } + run.coarseWeights.map { $0.digits(3) }
            + [run.excess.scientificText]
        } + [["Newton"] + replay.optimum.map { $0.digits(3) } + ["", "", "", "0"]]))
    page.figure(
      Figure(
        id: "loss", title: "Loss against step: AdamW with one-cycle schedule, and Newton's minimum",
        caption: """
          Excess of the cross-entropy over its minimum (nats a spin) in \(replay.runs.count) replays; Newton's method is
          there, to rounding, in \(replay.newtonIterations) steps.
          """,
        panel: Panel(
          x: Axis("step", logarithmic: true), y: Axis("loss − minimum / (nats a spin)", logarithmic: true),
          replay.runs.map { run in
            .line(x: run.curveSteps, y: run.curve, label: "\(run.steps) steps")
          })))
    page.quantity("adamw/excess", worst, symbol: "largest excess loss", listed: false)
  }

  private func writeWeighted(_ weighted: [WeightedSummary], on page: Page) {
    guard !weighted.isEmpty, p.training.ties == .coin else { return }
    page.text(
      """
      **The weighted loss** of the authors' code gives each configuration the weight $2^{-n_\\mathrm{ties}}$. The coins
      that break ties have drawn the coarse lattice from $P(t|s) = 2^{-n_\\mathrm{ties}}$ already, so the weight
      does not correct anything: it trains on a tilted ensemble, and its effective sample size collapses with the size.
      """)
    page.table(
      Table(
        columns: ["$L$", "effective / configurations", "$a$", "$b$", "$c$", "$W_0$", "$W_1$", "$W_2$"],
        rows: weighted.map { summary in
          let weights =
            summary.weights.isEmpty
            ? [String](repeating: "—", count: 6) : summary.weights.map(\.description)
          return ["\(summary.size)", summary.effectiveFraction.description] + weights
        }))
    if isCritical, let large = weighted.first(where: { $0.size == 32 }) {
      page.text(
        """
        The published weighted sets of $L$ = 32 have $W_0$ = 3.62 ($10^4$ configurations) and 3.38 ($10^6$). With that loss $10^4$
        configurations count as \((1e4 * large.effectiveFraction.value).digits(0)), and the larger set is not at the optimum of its own
        loss either.
        """)
    }
    for summary in weighted {
      let id = "weighted/L\(summary.size)"
      page.quantity("\(id)/ess", summary.effectiveFraction, symbol: "(Σw)²/(n Σw²)", listed: false)
      for (name, weight) in zip(["a", "b", "c"], summary.weights) {
        page.quantity("\(id)/\(name)", weight, symbol: name, listed: false)
      }
    }
  }

  private func record(_ training: TrainingSummary, on page: Page) {
    let id = "ml/L\(training.size)"
    for (name, weight) in zip(["a", "b", "c", "W0", "W1", "W2"], training.weights) {
      page.quantity("\(id)/\(name)", weight, symbol: name, listed: false)
    }
    page.quantity("\(id)/bce", training.loss, symbol: "BCE", listed: false)
    page.quantity("\(id)/ties", training.ties, symbol: "tie fraction", listed: false)
    page.quantity("\(id)/lambda_h", training.lambdaH, symbol: "λ_h", listed: training.size == p.training.size)
    page.quantity("\(id)/lambda_t", training.lambdaT, symbol: "λ_t", listed: training.size == p.training.size)
    guard training.size == 64 else { return }
    for (k, context) in training.contexts.enumerated() {
      page.quantity("ml/L64/saturated/k\(k)", context, symbol: "P(agree), context \(k)", listed: false)
    }
  }
}

extension PublishedSet {
  /// W₀, W₁, W₂.
  var coarseWeights: [Double] { [a + 2 * b + c, a + b, a] }
}
