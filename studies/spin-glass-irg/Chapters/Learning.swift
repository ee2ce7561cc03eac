import Learning
import Notebook
import Statistics

extension SpinGlassIRG {
  var learning: Chapter {
    Chapter("Learning the inverse", needs: logistic(pairKey()), oneSteps, deeperFits, trained(.tanhSquaredError)) {
      page, fits, steps, deeper, tanh in
      page.text(
        """
        A map takes the 3 × 3 × 3 coarse overlaps around a cell to its eight fine ones. The reference map is a transposed convolution with
        a logistic output, $P(\\rho_c = +1) = (1 + e^{-z_c})^{-1}$ with $z_c = \\sum_o w_o\\rho_{X+o}$, odd and with the symmetries of the cube: **ten
        weights**, labelled by the sorted offsets *towards* the corner. Maximum likelihood is a convex problem with one solution
        (Newton). Pairs: size \(p.training.size) at β = \(p.training.beta.significant(7)), level \(p.training.level) from level
        \(p.training.level - 1)\(p.training.shuffled ? ", **coarse and fine configurations of different samples (control)**" : ""); maps are trained on
        \(512 * fits.trained) samples and tested on others.
        """)
      page.table(
        Table(
          caption:
            "Weights: mean over fits to \(fits.batches.count) batches of 512 samples with the error of that mean, and the joint fit that is used below.",
          columns: ["offset"] + SymmetricLogistic.labels,
          rows: [
            ["batches"] + fits.weights.map(\.description), ["joint fit"] + fits.fit.weights.map { $0.digits(4) },
          ]
            + zip(deeperSizes, deeper).map { size, fit in
              ["level 2, L = \(size)"] + fit.fit.weights.map { $0.digits(4) }
            }))
      writeModels(steps, on: page)
      page.figure(correlationFigure(steps))
      page.figure(overlapFigure(steps))
      record(fits, steps, tanh, on: page)
    }
  }

  private func writeModels(_ steps: [OneStepSummary], on page: Page) {
    guard let first = steps.first else { return }
    func cells(_ row: OneStepSummary.Row) -> [String] {
      [
        row.absolute.description, row.square.description, row.binder.description, row.correlationLength.description,
        row.link.description, row.second.description,
      ]
    }
    page.table(
      Table(
        caption:
          "Test samples renormalized once and enlarged back, beside the truth. The last column is the fraction of blocks that renormalize to the coarse overlap again, with ties drawn anew.",
        columns: [
          "map", "$[\\langle\\lvert q\\rvert\\rangle]$", "$[\\langle q^2\\rangle]$", "$U_4$", "$\\xi/L$", "$C(1)$",
          "$C(2)$", "identity",
        ],
        rows: [["**true**"] + cells(first.original) + ["—"]]
          + steps.map { [$0.model.name] + cells($0.enlarged) + [$0.identity.digits(4)] }))
    page.text(
      """
      - **Amplitude.** Differences of $[\\langle|q|\\rangle]$ from the truth, same samples, of the maps that draw spins:
        \(steps.filter(\.model.isSampled).map { "\($0.model.name) \($0.absoluteDifference)" }.joined(separator: ", ")). 
      - **Deterministic output** makes the overlap too large\(list(steps, [.logisticSign, .mlpSign])).
      - **Local correlation**, $C(1)$ less the truth: \(steps.filter(\.model.isSampled).map { "\($0.model.name) \($0.linkDifference)" }.joined(separator: ", ")). Maps that draw
        the eight spins of a cell independently lose it; drawing one sublattice after another, each from what was drawn before, keeps it.
      - Identity below 1 is mostly the ties: a block of four and four renormalizes to either sign, so that a perfect map gives
        1 − P(tie)/2.
      """)
  }

  private func list(_ steps: [OneStepSummary], _ models: [TrainingParameters.Model]) -> String {
    let shown = steps.filter { models.contains($0.model) }
    guard !shown.isEmpty else { return " (not run here)" }
    return ": by " + shown.map { "\($0.absoluteDifference) (\($0.model.name))" }.joined(separator: ", ")
  }

  private func correlationFigure(_ steps: [OneStepSummary]) -> Figure {
    let shown = steps.filter { [.logistic, .autoregressive, .copy, .patternConstrained].contains($0.model) }
    let r = (1...max(1, steps.first?.original.correlation.count ?? 1)).map(Double.init)
    func elements(_ name: String, _ values: [Double]) -> [Element] {
      [.line(x: r, y: values, label: name), .points(x: r, y: values, label: name)]
    }
    return Figure(
      id: "correlation", title: "Correlation of overlaps after one enlargement, beside the truth",
      caption:
        "C(r) along the axes, test samples, L = \(p.training.size >> (p.training.level - 1)). Independent sampling loses the correlation of neighbours.",
      panel: Panel(
        x: Axis("distance r", ticks: r.map { ($0, "\(Int($0))") }), y: "C(r)", legend: .topRight,
        elements("true", steps.first?.original.correlation ?? [])
          + shown.flatMap { elements($0.model.name, $0.enlarged.correlation) }))
  }

  /// P(|q|) of sampled, renormalized and enlarged configurations.
  private func overlapFigure(_ steps: [OneStepSummary]) -> Figure {
    // Whole numbers of the values that q takes at L = 4 and 8.
    let bins = 16
    let edges = (0...bins).map { Double($0) / Double(bins) }
    func histogram(_ q: [Double]) -> [Double] {
      var counts = [Double](repeating: 0, count: bins)
      for value in q { counts[min(bins - 1, Int(abs(value) * Double(bins)))] += 1 }
      return counts.map { $0 * Double(bins) / Double(max(q.count, 1)) }
    }
    let centres = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
    let step = steps.first { $0.model == p.generation.model } ?? steps.first
    return Figure(
      id: "overlap-law", title: "Law of the overlap: sampled, renormalized, enlarged back",
      caption: "Density of |q| over the test samples, one configuration each, β = \(p.training.beta.significant(5)).",
      panel: Panel(
        x: "|q|", y: "density of |q|",
        step.map { step in
          [
            .line(
              x: centres, y: histogram(step.sampled),
              label: "\(p.training.level == 1 ? "sampled" : "fine"), L = \(p.training.size >> (p.training.level - 1))"),
            .line(
              x: centres, y: histogram(step.coarse), label: "renormalized, L = \(p.training.size >> p.training.level)"),
            .line(x: centres, y: histogram(step.fine), label: "enlarged back by the \(step.model.name) map"),
          ]
        } ?? []))
  }

  private func record(
    _ fits: LogisticFits, _ steps: [OneStepSummary], _ tanh: TrainedInverse, on page: Page
  ) {
    for (name, weight) in zip(SymmetricLogistic.labels, fits.weights) {
      page.quantity("irg/weights/\(name)", weight, symbol: "w", listed: false)
    }
    if case .tanh(let model) = tanh {
      let ratios = zip(model.weights, fits.fit.weights).prefix(3).map { JSONValue.double($0 / $1) }
      page.quantity(
        "statements/tanh-weights-are-half", json: .array(ratios), symbol: "w(tanh)/w(logistic)", listed: false)
    }
    func add(_ id: String, _ row: OneStepSummary.Row) {
      page.quantity("\(id)/abs-q", row.absolute, symbol: "[⟨|q|⟩]", listed: false)
      page.quantity("\(id)/q2", row.square, symbol: "[⟨q²⟩]", listed: false)
      page.quantity("\(id)/U4", row.binder, symbol: "U₄", listed: false)
      page.quantity("\(id)/xi-over-L", row.correlationLength, symbol: "ξ/L", listed: false)
      page.quantity("\(id)/C1", row.link, symbol: "C(1)", listed: false)
      page.quantity("\(id)/C2", row.second, symbol: "C(2)", listed: false)
    }
    if let first = steps.first { add("irg/one-step/true", first.original) }
    for step in steps {
      let id = "irg/one-step/\(step.model.rawValue)"
      add(id, step.enlarged)
      if step.model.isSampled {
        page.quantity("\(id)/identity", step.identityEstimate, symbol: "identity", listed: false)
      } else {
        page.quantity("\(id)/identity", step.identity, symbol: "identity", listed: false)
      }
      if step.model == .autoregressive {
        page.quantity(
          "statements/autoregressive-keeps-local-correlation", step.linkDifference.value, symbol: "ΔC(1)", listed: false
        )
      }
    }
  }
}

extension TrainingParameters.Model {
  /// In words.
  var name: String {
    switch self {
    case .copy: "copy"
    case .logisticSign: "logistic, sign"
    case .mlpSign: "network, sign"
    case .tanhSquaredError: "tanh, squared error, continuous"
    case .logistic: "logistic (10 weights)"
    case .mlp: "network"
    case .pattern: "patterns"
    case .patternConstrained: "patterns, majority kept"
    case .autoregressive: "autoregressive"
    }
  }

  /// Whether it draws spins.
  var isSampled: Bool {
    switch self {
    case .logistic, .mlp, .pattern, .patternConstrained, .autoregressive: true
    case .copy, .logisticSign, .mlpSign, .tanhSquaredError: false
    }
  }
}
