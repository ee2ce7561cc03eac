import Notebook
import Statistics

extension SpinGlassIRG {
  var exponents: Chapter {
    Chapter(
      "Two exponents and their errors", needs: chains, chainsByBeta, deeperChains, gainChains, gain, oneSteps,
      largestChain,
      trainingSpread, deeperSpreads
    ) { page, chains, byBeta, deeper, calibrated, gain, steps, largest, spread, deeperSpreads in
      let all = chains + largest.map(\.tail) + calibrated + deeper
      page.text(
        """
        $\\beta/\\nu = -\\ln(|q|_j/|q|_i)/\\ln(L_j/L_i)$ and $\\gamma/\\nu = \\ln(\\chi_j/\\chi_i)/\\ln(L_j/L_i)$ from each pair of sizes of a chain, at β =
        \(p.training.beta.significant(7)). The errors in the table are *paired statistical errors*: both sizes of a pair are made from the same
        configurations. They are not the error of the exponent. The checks judge the exponents of logistic maps with the error of their
        training added, from the scatter of maps fitted to parts of 128 samples (in $\\beta/\\nu$, pair by pair:
        \(spread.pairs.map { $0.betaOverNu.digits(4) }.joined(separator: ", "))\(deeperSpreads.isEmpty ? "" : "; one level deeper \(deeperSpreads.map { $0.pairs.map { $0.betaOverNu.digits(4) }.joined(separator: ", ") }.joined(separator: " and "))")) over the root of the number of
        parts trained on.
        """)
      page.table(
        Table(
          columns: ["map", "pair", "$\\beta/\\nu$", "$\\gamma/\\nu$", "$\\gamma/\\nu + 2\\beta/\\nu - 3$"],
          rows: all.flatMap { chain in
            chain.pairs.map { pair in
              [
                chainName(chain.name), "\(pair.from) → \(pair.to)", pair.betaOverNu.description,
                pair.gammaOverNu.description, pair.hyperscaling.description,
              ]
            }
          }))
      page.figure(pairFigure(all))
      page.figure(trainingFigure(byBeta))
      writeMeaning(chains, byBeta, deeper, gain, steps, spread, on: page)
      record(all.map { withMapErrors($0, spread, deeperSpreads, gain.first) }, byBeta, deeper, steps, on: page)
    }
  }

  /// A chain of a logistic map with the error of its training, or of its calibration; that of a network is not measured.
  private func withMapErrors(
    _ chain: ChainSummary, _ spread: TrainingSpread, _ deeper: [TrainingSpread], _ gain: CalibratedGain?
  ) -> ChainSummary {
    if chain.name == "logistic-gain" { return gain?.added(to: chain) ?? chain }
    let isLogistic = chain.name == "logistic" || (chain.name == "largest" && p.generation.model == .logistic)
    if isLogistic { return spread.added(to: chain) }
    let index = deeperSizes.firstIndex { chain.name.hasSuffix("-trained-\($0)") }
    return index.map { deeper[$0].added(to: chain) } ?? chain
  }

  private func chainName(_ name: String) -> String {
    if let model = TrainingParameters.Model(rawValue: name) { return model.name }
    if name == "logistic-gain" { return "logistic with calibrated gain" }
    if name == "largest" { return p.generation.model.name }
    let numbers = name.split { !$0.isNumber }.map(String.init)
    return numbers.count == 2 ? "logistic, level 2 of L = \(numbers[1]), from blocked L = \(numbers[0])" : name
  }

  private func writeMeaning(
    _ chains: [ChainSummary], _ byBeta: [ChainSummary], _ deeper: [ChainSummary], _ gain: [CalibratedGain],
    _ steps: [OneStepSummary], _ training: TrainingSpread, on page: Page
  ) {
    guard let main = chains.first, let pair = main.pairs.first else { return }
    let amplitude = steps.first { $0.model.rawValue == main.name }?.amplitude ?? steps.first?.amplitude
    let sampled = chains.filter { TrainingParameters.Model(rawValue: $0.name)?.isSampled == true }
    let slope = slope(byBeta)
    let defect = sampled.flatMap(\.pairs).max { abs($0.hyperscaling.value) < abs($1.hyperscaling.value) }?.hyperscaling
    let isLogistic = p.generation.model == .logistic
    let total = TotalError(
      pair, training: isLogistic ? training : nil, slope: slope,
      others: (sampled + deeper).flatMap(\.pairs))
    page.text(
      """
      **One number nearly decides.** The training pair has $-\\log_2(|q|_{\\mathrm{fine}}/|q|_{\\mathrm{coarse}})$ = \(amplitude.text) on the test
      samples; the first step of the chain gives $\\beta/\\nu$ = \(pair.betaOverNu), the last \((main.pairs.last?.betaOverNu).text). A local map that draws its output multiplies
      the overlap by about that ratio at every step, whatever the physics of the larger system; what it adds is how its input differs from
      that of the training.

      **γ/ν and β/ν are not independent.** Such a map nearly keeps $\\langle q^2\\rangle/\\langle|q|\\rangle^2$, so that $\\gamma/\\nu + 2\\beta/\\nu = 3$ whatever the
      physics: the largest deviation of a drawing map is \(defect.text). Hyperscaling is no evidence, and the checks judge β/ν and that sum, not γ/ν again.

      **The systematic error is the majority rule's.** Neither the renormalized configurations that the map is trained on nor the sampled
      ones it is applied to are distributed as at the fixed point. Maps trained one level deeper\(deeperText(deeper)).\(deeperReference(deeper)) The training temperature matters too: \(slope.map { "dβ/ν per unit of β is \($0.digits(2))" } ?? "not varied here").

      **Gain.** \(gainText(gain))

      **Errors of the first step** of the \(p.generation.model.name) map. β/ν = \(total.betaOverNu.text); γ/ν = \(total.gammaOverNu.text).\(isLogistic ? "" : " The error of training of this map is not measured.")
      The range is that of all maps that draw spins, levels of training and steps of the chain, without the calibrated gain: it is not
      symmetric, and \(total.ratio.digits(0)) times the statistical error wide.\(isSpinGlass ? " With $\\eta$ = −0.375(10) (abstract of arXiv 0809.3329) $\\beta/\\nu$ = 0.313(5) and $\\gamma/\\nu$ = 2.375(10)." : "")
      """)
    if chains.contains(where: { TrainingParameters.Model(rawValue: $0.name)?.isNetwork == true }) {
      page.text(
        """
        **Networks depend on their training.** Trained on other numbers of blocks and epochs the network's later steps moved $\\beta/\\nu$ by up to 0.01,
        more than its errors here; they are listed, not judged.
        """)
    }
    total.record(on: page)
    for value in gain {
      page.quantity("irg/gain", value.gain, symbol: "gain", listed: false)
      page.quantity("irg/error/gain/beta-over-nu", value.exponentError, symbol: "σ(β/ν), calibration", listed: false)
    }
    if let amplitude { page.quantity("irg/training-amplitude", amplitude, symbol: "−log₂ λ", listed: false) }
    for pair in training.pairs {
      let id = "irg/error/training/\(pair.from)to\(pair.to)"
      page.quantity("\(id)/beta-over-nu", pair.betaOverNu, symbol: "σ(β/ν), 128 samples", listed: false)
      page.quantity("\(id)/gamma-over-nu", pair.gammaOverNu, symbol: "σ(γ/ν), 128 samples", listed: false)
    }
  }

  /// What independent fits gave for the same maps.
  private func deeperReference(_ deeper: [ChainSummary]) -> String {
    guard isSpinGlass, let chain = deeper.first(where: { $0.name == "blocked-12-trained-12" }), chain.pairs.count == 2
    else { return "" }
    let own = chain.pairs.map { $0.betaOverNu.value.digits(3) }.joined(separator: " and ")
    return
      " Independent fits of that level gave 0.350 and 0.336 from L = 12 where these give \(own): the scatter of training."
      + " The allowances for the training of references of these chains were set after a first comparison: weaker evidence."
  }

  private func deeperText(_ deeper: [ChainSummary]) -> String {
    let shown = deeper.compactMap { chain in chain.pairs.first.map { "\($0.betaOverNu) (\(chain.name))" } }
    return shown.isEmpty ? " were not made here" : " give \(shown.joined(separator: ", ")) in their first step"
  }

  private func gainText(_ gain: [CalibratedGain]) -> String {
    guard let gain = gain.first else { return "Not calibrated here: half the training size is not simulated." }
    return """
      Weights times \(gain.gain.digits(4)) make $[\\langle q^2\\rangle]$ of enlarged direct systems of size \(p.training.size / 2) that of direct ones of size
      \(p.training.size). What comes out is the exponent of these two direct sizes, *by construction*: no independent evidence. Their errors leave
      $\\beta/\\nu$ of every pair uncertain by \(gain.exponentError.digits(4)), which the checks add to the paired error of the table.
      """
  }

  /// Straight line through the first-step exponents against training β.
  private func slope(_ byBeta: [ChainSummary]) -> Double? {
    let y = byBeta.compactMap(\.pairs.first?.betaOverNu.value)
    let x = trainingBetas
    guard y.count == x.count, x.count >= 2 else { return nil }
    let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return products / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }

  private func pairFigure(_ chains: [ChainSummary]) -> Figure {
    let shown = chains.filter { chain in
      TrainingParameters.Model(rawValue: chain.name)?.isSampled ?? !["largest"].contains(chain.name)
    }
    return Figure(
      id: "exponents", title: "β/ν of each pair of sizes for the maps that draw spins",
      caption:
        "Bars: paired statistical errors, mostly smaller than the symbols, without those of training and calibration. Shaded: (1+η)/2 with η = −0.375(10). The spread between maps and levels is the systematic error.",
      height: 720,
      panel: Panel(
        x: Axis(
          "smaller size of the pair", logarithmic: true,
          ticks: [4, 6, 8, 12, 16, 32, 64, 128].map { ($0, "\(Int($0))") }),
        y: "β/ν", legend: .outside,
        (isSpinGlass ? [.band(x: [4, 160], low: [0.3075, 0.3075], high: [0.3175, 0.3175], label: "literature")] : [])
          + shown.flatMap { chain in
            Element.curve(
              chain.pairs.map { Double($0.from) }, chain.pairs.map { Optional($0.betaOverNu) },
              label: chainName(chain.name))
          }))
  }

  private func trainingFigure(_ byBeta: [ChainSummary]) -> Figure {
    Figure(
      id: "training-beta", title: "β/ν of the first step against the temperature of training",
      caption:
        "The logistic map trained at each β and applied to the same configurations at β = \(p.training.beta.significant(5)).",
      panel: Panel(
        x: "training β", y: "β/ν",
        Element.curve(trainingBetas, byBeta.map { $0.pairs.first?.betaOverNu }, label: "first step")
          + Element.curve(
            trainingBetas, byBeta.map { $0.pairs.count > 1 ? $0.pairs[1].betaOverNu : nil }, label: "second step")))
  }

  private func record(
    _ all: [ChainSummary], _ byBeta: [ChainSummary], _ deeper: [ChainSummary], _ steps: [OneStepSummary], on page: Page
  ) {
    let judged: [TrainingParameters.Model] = [.logistic, .mlp, .autoregressive]
    for chain in all {
      let model = TrainingParameters.Model(rawValue: chain.name)
      let isChain = model.map { judged.contains($0) } ?? true
      for pair in chain.pairs {
        let id = "irg/\(isChain ? "chain" : "one-step")/\(chain.name)/\(pair.from)to\(pair.to)"
        let listed = chain.name == p.generation.model.rawValue
        if model == .copy {
          page.quantity("\(id)/beta-over-nu", pair.betaOverNu.value, symbol: "β/ν", listed: false)
          page.quantity("\(id)/gamma-over-nu", pair.gammaOverNu.value, symbol: "γ/ν", listed: false)
        } else {
          page.quantity("\(id)/beta-over-nu", pair.betaOverNu, symbol: "β/ν", listed: listed)
          page.quantity("\(id)/gamma-over-nu", pair.gammaOverNu, symbol: "γ/ν", listed: listed)
        }
      }
    }
    for (beta, chain) in zip(trainingBetas, byBeta) where beta != p.training.beta {
      page.quantity(
        ifAny: "irg/training-beta/\(beta.significant(6))/beta-over-nu", chain.pairs.first?.betaOverNu, symbol: "β/ν",
        listed: false)
    }
    if let slope = slope(byBeta) {
      page.quantity("statements/training-beta-slope", slope, symbol: "d(β/ν)/dβ", listed: false)
    }
    recordStatements(all, deeper, on: page)
  }

  private func recordStatements(_ all: [ChainSummary], _ deeper: [ChainSummary], on page: Page) {
    func chain(_ model: TrainingParameters.Model) -> ChainSummary? { all.first { $0.name == model.rawValue } }
    let signs = [chain(.logisticSign), chain(.mlpSign)].compactMap { $0?.pairs.prefix(2).map(\.betaOverNu.value) }
    if signs.count == 2 {
      page.quantity(
        "statements/sign-amplitude-does-not-decrease", json: .array(signs.joined().map { .double($0) }), symbol: "β/ν",
        listed: false)
    }
    if let tanh = chain(.tanhSquaredError), tanh.pairs.count > 1 {
      page.quantity(
        "statements/continuous-drifts", tanh.pairs[0].betaOverNu.value - tanh.pairs[1].betaOverNu.value, symbol: "Δβ/ν",
        listed: false)
    }
    let sampled = all.filter { TrainingParameters.Model(rawValue: $0.name)?.isSampled ?? true }
    let defect = sampled.flatMap { $0.pairs.map { abs($0.hyperscaling.value) } }.max()
    if let defect {
      page.quantity("statements/hyperscaling-is-automatic", defect, symbol: "max |γ/ν + 2β/ν − 3|", listed: false)
    }
    let first = chain(.logistic)?.pairs.first
    if let blocked = deeper.first(where: { $0.name == "blocked-12-trained-12" })?.pairs.first, let first {
      page.quantity(
        "statements/renormalized-training-lowers-exponent", first.betaOverNu.value - blocked.betaOverNu.value,
        symbol: "Δβ/ν", listed: false)
    }
    if isSpinGlass, let pair = chain(.logistic)?.pair(from: 32) {
      page.quantity("literature/hpv2008/beta-over-nu", pair.betaOverNu, symbol: "β/ν", listed: false)
      page.quantity("literature/hpv2008/gamma-over-nu", pair.gammaOverNu, symbol: "γ/ν", listed: false)
    }
  }
}

extension ChainSummary {
  /// Only the last pair: the others are those of the main chain.
  fileprivate var tail: ChainSummary { ChainSummary(name: name, levels: levels, pairs: Array(pairs.suffix(1))) }
}
