import Notebook

extension MLRG {
  /// The expected flow when the fine Gibbs chains are short: an exactly solvable systematic error.
  var howLongTheFineChain: Chapter {
    Chapter("How long the fine chain must be", needs: finiteChains, contrastiveIdentity) {
      page, chains, identity in
      writeIdentity(identity, on: page)
      writeChains(chains, on: page)
      page.figure(try drawZeros(chains))
      page.table(tabulate(chains))
      try writeThreshold(chains, on: page)
      if let figure = try drawApproach(chains) { page.figure(figure) }
      recordChains(chains, identity, on: page)
    }
  }

  private func writeIdentity(_ identity: ContrastiveIdentity, on page: Page) {
    page.text(
      """
      Contrastive divergence replaces both means of the gradient by samples: of the fine block after
      $k_\\mathrm{fine}$ Gibbs sweeps from random spins, with law $\\mu$, and of the coarse block after
      $k_\\mathrm{coarse}$ more sweeps with coupling $J'$. On average the network is pushed along

      $$G = \\langle s\\rangle_{\\mu} - \\langle s\\rangle_{\\mu T_\\mathrm{c}^{k_\\mathrm{coarse}}}, \\qquad
      s = M\\tanh J'M ,$$

      and learns the $J'$ with $G = 0$.

      **The coarse chain does not matter.** The coarse block has one hidden spin. Given it, the four corners
      are independent with mean $\\pm\\tanh J'$, so $|M|$ has its exact law after a single sweep from
      anywhere, and $G = \\langle s\\rangle_\\mu - 4\\tanh J'$ for every $k_\\mathrm{coarse} \\ge 1$. With
      \(identity.draws) random choices of $J, J' < 1.5$, $k_\\mathrm{fine} \\le
      \(ContrastiveIdentity.longestFine)$ and $k_\\mathrm{coarse} \\le
      \(ContrastiveIdentity.longestCoarse)$, enumeration of the chains gives $|G(k_\\mathrm{coarse}) -
      G(\\infty)| \\le \(identity.largest.scientific)$. So for one coupling the expected gradients of
      contrastive and of Kullback–Leibler divergence are the same function. The paper's Figs. 10 (the exact
      loss changes only the variance) and 11c ($k_\\mathrm{coarse} = 1$ suffices) show an identity; it does
      not carry over to several coarse hidden spins (last chapter).
      """)
  }

  private func writeChains(_ chains: ChainFixedPoints, on page: Page) {
    page.text(
      """
      **The fine chain does.** One sweep $T(J)$ acts on the four classes of corner states ($|M| = 4$; $|M| =
      2$; $M = 0$ with equal neighbours; $M = 0$ alternating) as a $4\\times4$ matrix, equal to the $16
      \\times 16$ one within $\(chains.lumpingError.scientific)$. Hence the expected flow $f_k$ of chains of
      $k$ sweeps from $\\mu_0 = (\\tfrac18, \\tfrac12, \\tfrac14, \\tfrac18)$ is computed without sampling.
      """)
  }

  private func drawZeros(_ chains: ChainFixedPoints) throws -> Figure {
    Figure(
      id: "fine-chains", title: "Fixed points of the expected flow against the length of the fine chain",
      caption: "Left: the repelling fixed point (the critical point) and the attracting one; they meet at a "
        + "real number of sweeps, \(chains.saddleNode.sweeps.digits(4)) (triangle). Right: the expected flow "
        + "near them.",
      panels: [try zerosPanel(chains), curvesPanel(chains)])
  }

  private func zerosPanel(_ chains: ChainFixedPoints) throws -> Panel {
    let shown = chains.chains.filter { $0.sweeps <= 16 }
    let physical = shown.filter { $0.physical != nil }
    let spurious = shown.filter { ($0.spurious?.coupling ?? .infinity) < 3.4 }
    let meeting = chains.saddleNode
    return Panel(
      x: Axis("fine sweeps {/:Italic k}", range: 3.5...16.5),
      y: Axis("fixed point {/:Italic J}", range: 0.6...3.4), legend: .topLeft,
      try Marks.horizontal() + [
        .points(
          x: physical.map { Double($0.sweeps) }, y: physical.compactMap { $0.physical?.coupling },
          label: "critical point (repels)"),
        .points(
          x: spurious.map { Double($0.sweeps) }, y: spurious.compactMap { $0.spurious?.coupling },
          label: "spurious (attracts)"),
        .points(x: [meeting.sweeps], y: [meeting.coupling], label: "where they meet"),
      ])
  }

  private func curvesPanel(_ chains: ChainFixedPoints) -> Panel {
    let dashes: [Element.Dash] = [.dotted, .dashDotted, .longDashed, .dashed, .dotted, .solid]
    return Panel(
      x: Axis("coupling {/:Italic J}", range: 0.5...1.5),
      y: Axis("expected flow {/:Italic f}_k({/:Italic J})", range: -0.3...0.3), legend: .topLeft,
      [.horizontalLine(0)]
        + zip(chains.curves, dashes).map { curve, dash in
          .line(
            x: curve.change.x, y: curve.change.y,
            label: "{/:Italic k} = " + (curve.sweeps.map { "\($0)" } ?? "∞"), dash: dash)
        })
  }

  private func tabulate(_ chains: ChainFixedPoints) -> Table {
    let rows = chains.chains.filter { $0.sweeps <= 16 || $0.sweeps == 32 }.map { chain in
      [
        "\(chain.sweeps)", chain.physical?.coupling.digits(10) ?? "none",
        chain.physical?.slope.digits(5) ?? "", chain.spurious?.coupling.digits(6) ?? "none",
      ]
    }
    return Table(
      caption: "Fixed points of the expected flow.",
      columns: ["$k_\\mathrm{fine}$", "critical point", "slope there", "spurious zero"], rows: rows)
  }

  private func writeThreshold(_ chains: ChainFixedPoints, on page: Page) throws {
    let flow = FiniteChainFlow(fineSweeps: 16)
    let limit = try KLOptimalFlow.fixedPoint().coupling
    let excess = (try flow.zeros().first?.coupling ?? .nan) - limit
    page.text(
      """
      Up to $k = \(Int(chains.saddleNode.sweeps))$ there is **no** nontrivial fixed point: the highest point
      of $f_5$ is $\(chains.highest.change.digits(5))$, at $J = \(chains.highest.coupling.digits(3))$. From
      $k = \(Int(chains.saddleNode.sweeps.rounded(.up)))$ on there are two. The lower one repels and is the
      critical point; at the upper one the chains are too far from equilibrium to follow $J$, and the flow
      comes to rest. With real powers of $T$ the two are born at $k =
      \(chains.saddleNode.sweeps.digits(4))$, $J = \(chains.saddleNode.coupling.digits(4))$. The paper's
      "minimum threshold" of Fig. 11b is this saddle-node bifurcation. The spurious zero moves out steadily
      with $k$. For $k = 16$ it is beyond 3, but the flow at $J = 2$ is still $f_{16} =
      \(try flow.change(2).digits(3))$ instead of $\(try KLOptimalFlow.change(2).digits(3))$: the published
      Fig. 5, trained with 16 sweeps, reads about 0.64 there.

      The critical point approaches its limit as $\\lambda_2^k$ with the second eigenvalue of the sweep,
      $\\lambda_2 = \(chains.eigenvalues[1].digits(4))$ at $J_c^\\mathrm{KL}$. Sixteen sweeps leave an error
      of $\(excess.scientific)$, far inside the statistical scatter of any training run.
      """)
  }

  /// nil where the profile asks for too few chain lengths.
  private func drawApproach(_ chains: ChainFixedPoints) throws -> Figure? {
    let limit = try KLOptimalFlow.fixedPoint().coupling
    let rows = chains.chains.compactMap { chain in
      chain.physical.map { (k: Double(chain.sweeps), excess: $0.coupling - limit) }
    }.filter { $0.excess > 1e-11 }
    guard rows.count > 1, let last = rows.last else { return nil }
    let rate = chains.eigenvalues[1]
    var guide = [last.excess]
    for row in zip(rows, rows.dropFirst()).reversed() {
      var value = guide[0]
      for _ in 0..<Int(row.1.k - row.0.k) { value /= rate }
      guide.insert(value, at: 0)
    }
    return Figure(
      id: "fine-chains-approach", title: "How fast the critical point converges with the fine chain",
      caption: "Excess over the KL-optimal value, and $\\lambda_2^k$ with the second eigenvalue of a sweep.",
      panel: Panel(
        x: "fine sweeps {/:Italic k}",
        y: Axis("{/:Italic J}_c({/:Italic k}) − {/:Italic J}_c^{KL}", logarithmic: true),
        legend: .topRight,
        [
          .line(
            x: rows.map(\.k), y: guide, label: "∝ \(rate.digits(3))^{/:Italic k}", dash: .dashed),
          .points(x: rows.map(\.k), y: rows.map(\.excess), label: "exact"),
        ]))
  }

  private func recordChains(_ chains: ChainFixedPoints, _ identity: ContrastiveIdentity, on page: Page) {
    for chain in chains.chains {
      let id = "chain/zero/\(chain.sweeps)"
      let isShown = chain.sweeps <= 16
      page.quantity(id, orNone: chain.physical?.coupling, symbol: "J_c(\(chain.sweeps))", listed: isShown)
      if let spurious = chain.spurious {
        page.quantity("\(id)/spurious", spurious.coupling, symbol: "second zero", listed: false)
      }
    }
    page.quantity("chain/fmax/5", chains.highest.change, symbol: "max f₅")
    page.quantity("chain/fmax/5/J", chains.highest.coupling, symbol: "J")
    for (name, value) in zip(ChainFixedPoints.tabulated, chains.sixteen) {
      page.quantity("chain/f16/\(name)", value.change, symbol: "f₁₆(\(name))", listed: false)
    }
    page.quantity("chain/saddle-node/k", chains.saddleNode.sweeps, symbol: "k")
    page.quantity("chain/saddle-node/J", chains.saddleNode.coupling, symbol: "J")
    page.quantity("chain/eigenvalue", chains.eigenvalues[1], symbol: "λ₂")
    page.quantity("chain/lumping-error", chains.lumpingError, symbol: "max |ΔT|")
    page.quantity("chain/cd-identity", identity.largest, symbol: "max |G(k) − G(∞)|")
  }
}
