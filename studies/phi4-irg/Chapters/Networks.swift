import Notebook
import Statistics

extension PhiFourIRG {
  /// Nonlinear and stochastic inverses, iterated: what keeps its exponent and what drifts.
  var networks: Chapter {
    Chapter(
      "Networks, biases and drift", needs: allNets, allNetGenerations, stochasticGeneration, linear(p.training.kernel),
      allLevels
    ) {
      page, nets, generations, noisy, linear, ensembles in
      page.text(
        """
        Networks with one hidden layer of \(p.training.hidden) units over the window \(p.training.kernel.windowText), trained by Adam on
        \(p.training.netConfigurations) configurations for \(p.training.epochs) epochs, \(p.training.seeds) of each kind on data of their own, and then iterated
        on \(p.generation.netSamples) configurations. Their squared error beside that of the linear map, \(linear.meanSquaredError.digits(4)):
        """)
      let grouped = group(generations)
      page.table(
        Table(
          columns: [
            "network", "MSE / site, each training",
            "$\\beta/\\nu$ of consecutive steps (mean over trainings with the error from their scatter; with noise: one map, error of the configurations)",
          ],
          rows: zip(netKinds, zip(nets, grouped)).map { kind, pair in
            let exponents = consecutive(pair.1).map { "\($0.first)/\($0.second): \($0.estimate)" }
            return [
              kind.rawValue, pair.0.map { $0.meanSquaredError.digits(4) }.joined(separator: ", "),
              exponents.joined(separator: "; "),
            ]
          } + [
            [
              "linear + noise", "—",
              consecutive([noisy]).map { "\($0.first)/\($0.second): \($0.estimate)" }.joined(separator: "; "),
            ]
          ]))
      page.text(
        """
        A homogeneous map, $g(c\\phi) = c g(\\phi)$ for $c > 0$ (linear, or ReLU without biases), does not feel the shrinking amplitude of
        iterated conditional means: its exponent cannot drift. Biases and tanh break that. Where a network has a lower loss than the
        linear map and drifts all the same, lower loss is not better physics.
        """)
      draw(grouped, noisy, linear, ensembles, on: page)
      record(nets, grouped, noisy, linear, on: page)
    }
  }

  /// The generations of each kind.
  private func group(_ generations: [GenerationSummary]) -> [[GenerationSummary]] {
    netKinds.indices.map { k in Array(generations[k * p.training.seeds..<(k + 1) * p.training.seeds]) }
  }

  typealias StepExponent = (first: Int, second: Int, estimate: Estimate)

  /// β/ν of neighbouring levels: the mean over trainings with the error from their scatter, or the one value with its own.
  func consecutive(_ generations: [GenerationSummary]) -> [StepExponent] {
    guard let sides = generations.first?.levels.map(\.side) else { return [] }
    return zip(sides, sides.dropFirst()).compactMap { first, second in
      let values = generations.compactMap { $0.pair(first, second)?.betaOverNu }
      guard let one = values.first else { return nil }
      guard values.count > 1, let moments = try? SampleMoments(values.map(\.value)) else { return (first, second, one) }
      let error = (moments.variance / Double(values.count)).squareRoot()
      return (first, second, Estimate(moments.mean.value, error, degreesOfFreedom: Double(values.count - 1)))
    }
  }

  private func draw(
    _ grouped: [[GenerationSummary]], _ noisy: GenerationSummary, _ linear: LinearSummary,
    _ ensembles: [EnsembleSummary], on page: Page
  ) {
    let steps =
      ensembles.last { $0.stepExponents.count >= 2 && $0.parameters.size <= 128 }?.stepExponents.prefix(2) ?? []
    let blocking = zip(steps, ["step 1", "step 2"]).map { step, name in
      Element.horizontalLine(step.value, label: name, dash: .dashDotted)
    }
    func points(_ label: String, _ shift: Double, _ exponents: [StepExponent]) -> Element {
      .points(
        x: exponents.indices.map { Double($0 + 1) + shift }, y: exponents.map(\.estimate.value), label: label,
        yError: exponents.map(\.estimate.standardError))
    }
    let all = grouped.enumerated().map { k, generations in
      points(netKinds[k].rawValue, 0.06 * Double(k) - 0.06, consecutive(generations))
    }
    let names = consecutive([noisy]).map { "\($0.first) → \($0.second)" }
    page.figure(
      Figure(
        id: "networks", title: "β/ν of consecutive enlargements by several inverses",
        caption:
          "Dashed: Ising, 1/8; dotted: the linear inverse of the same window; dash-dotted: the first two steps of the blocking itself. Errors: scatter of trainings; with noise, of configurations.",
        panel: Panel(
          x: .categories(names), y: "β/ν",
          [
            .horizontalLine(0.125, label: "Ising", dash: .dashed),
            .horizontalLine(linear.betaNu.value, label: "linear", dash: .dotted),
          ]
            + blocking + all + [points("linear + noise", 0.14, consecutive([noisy]))])))
  }

  private func record(
    _ nets: [[TrainedNet]], _ grouped: [[GenerationSummary]], _ noisy: GenerationSummary, _ linear: LinearSummary,
    on page: Page
  ) {
    for (k, kind) in netKinds.enumerated() {
      let letter = [.reluHomogeneous: "B", .reluBias: "C", .tanhOdd: "D"][kind] ?? kind.rawValue
      let errors = nets[k].map(\.meanSquaredError)
      let exponents = consecutive(grouped[k])
      page.quantity("net/\(letter)/mse", json: .array(errors.map { .double($0) }), symbol: "MSE", listed: false)
      for exponent in exponents {
        page.quantity(
          "net/\(letter)/beta_nu/\(exponent.first)-\(exponent.second)", exponent.estimate, symbol: "β/ν", listed: false)
      }
      let values = exponents.map(\.estimate.value)
      let drift = (values.last ?? .nan) - (values.first ?? .nan)
      switch letter {
      case "B":
        page.quantity(
          "gate/B/beta_nu", json: .array(values.map { .double($0) }), symbol: "β/ν of all steps", listed: false)
        page.quantity("gate/B/drift", abs(drift), symbol: "|drift|", listed: false)
      case "C":
        page.quantity("gate/C/first", values.first ?? .nan, symbol: "β/ν of the first step", listed: false)
        page.quantity("gate/C/drift", drift, symbol: "drift", listed: false)
        let mean = errors.reduce(0, +) / Double(errors.count)
        page.quantity("gate/C/below-linear", mean - linear.meanSquaredError, symbol: "MSE − linear MSE", listed: false)
      default: page.quantity("net/\(letter)/drift", drift, symbol: "drift", listed: false)
      }
    }
    for exponent in consecutive([noisy]) {
      page.quantity(
        "net/E/beta_nu/\(exponent.first)-\(exponent.second)", exponent.estimate, symbol: "β/ν", listed: false)
    }
    for level in noisy.levels.dropFirst() {
      page.quantity("net/E/levels/p2/L\(level.side)", level.p2, symbol: "p₂", listed: false)
      page.quantity("net/E/levels/nn/L\(level.side)", level.nn, symbol: "nn", listed: false)
    }
  }
}
