import Notebook

extension MLRG {
  /// The closed formula that infinite training of the one-coupling model gives.
  var theBlockAndItsExactFlow: Chapter {
    Chapter("The block and its exact flow", needs: exactFlow) { page, flow in
      writeBlock(on: page)
      writeFlow(flow, on: page)
      page.figure(drawExactFlow(flow))
      page.table(tabulate(flow))
      writeBias(flow, on: page)
      writeLimits(flow, on: page)
      page.figure(try drawDivergence(flow))
      writeCriticalPoint(flow, on: page)
      recordExactFlow(flow, on: page)
      recordComparison(flow, on: page)
    }
  }

  private func writeBlock(on page: Page) {
    page.text(
      """
      The Lieb lattice has visible spins $x = \\pm 1$ on the sites of a square lattice and a hidden spin $z$
      on every edge; all bonds have the weight $e^{Jxz}$. One step of the renormalization group drops the
      hidden spins round every second plaquette, chequerboard fashion, and puts one new spin into its
      centre, bonded to the four corners. The result is a Lieb lattice turned by 45°, larger by $b = \\sqrt
      2$, with the two kinds of spin exchanged. Every edge belongs to one such plaquette, so a block carries
      its bonds with multiplicity one.

      Both sides of the step are restricted Boltzmann machines on the same four corners $v$, with free
      energy $F(v) = -\\sum_h \\ln 2\\cosh (Wv)_h$. The fine block has four hidden spins, each bonded to two
      neighbouring corners; summed over them it is a ring with coupling $K = \\tfrac12 \\ln\\cosh 2J$. The
      coarse block has one, and depends on the corners through $M = \\sum_i v_i$ only:

      $$P_\\mathrm{f}(v) \\propto \\prod_{e} 2\\cosh J(v_e + v_{e+1}), \\qquad
      P_\\mathrm{c}(v) \\propto 2\\cosh J'M .$$
      """)
  }

  private func writeFlow(_ flow: ExactFlow, on page: Page) {
    page.text(
      """
      Training minimises $D(P_\\mathrm{f}\\Vert P_\\mathrm{c})$ over $J' = J + f(J)$. Its derivative is
      $\\langle M\\tanh J'M\\rangle_\\mathrm{c} - \\langle M\\tanh J'M\\rangle_\\mathrm{f}$, and the first
      mean is $4\\tanh J'$, because given the centre spin the corners are independent. The sixteen states
      fall into four classes, so the optimal flow is a closed formula: with $c = \\cosh 2J$,

      $$c^2\\tanh 4J' + 2\\tanh 2J' = (c^2 + 6 + c^{-2})\\tanh J' .$$

      The left side exceeds the right for small $J'$ and changes sign once. This is what a network of any
      size would learn from unlimited exact data: the paper's training has no other target.
      """)
  }

  private func drawExactFlow(_ flow: ExactFlow) -> Figure {
    let name = "KL-optimal {/:Italic f}({/:Italic J})"
    let far = flow.change.x.filter { $0 >= 1.2 }
    return Figure(
      id: "exact-flow", title: "The KL-optimal flow of one coupling",
      caption: "Left: over the range of the paper's Fig. 5, with the asymptote $J - \\tfrac32\\ln 2$. Right: "
        + "near its zero, which lies \((flow.critical.coupling - flow.exactCoupling).digits(4)) above the exact "
        + "critical coupling of the lattice.",
      panels: [
        Panel(
          x: Axis("coupling {/:Italic J}", range: -2...2), y: "flow {/:Italic f}({/:Italic J})",
          legend: .topLeft,
          [
            .horizontalLine(0),
            .line(
              x: far, y: far.map { KLOptimalFlow.asymptote($0) - $0 }, label: "asymptote", dash: .dashed),
            .line(x: flow.change.x, y: flow.change.y, label: name, dash: .solid),
          ]),
        Panel(
          x: Axis("coupling {/:Italic J}", range: 0.6...1), y: "flow {/:Italic f}({/:Italic J})",
          legend: .none,
          [
            .horizontalLine(0),
            .verticalLine(flow.exactCoupling, label: "exact", dash: .dashed),
            .verticalLine(flow.critical.coupling, label: "    KL-optimal", dash: .solid),
            .line(x: flow.changeNearZero.x, y: flow.changeNearZero.y, label: name, dash: .solid),
          ]),
      ])
  }

  private func tabulate(_ flow: ExactFlow) -> Table {
    Table(
      caption: "The KL-optimal flow.",
      columns: ["$J$"] + flow.values.map { "\($0.coupling.digits(5).trimmed)" },
      rows: [["$f(J)$"] + flow.values.map { $0.change.digits(9) }])
  }

  private func writeBias(_ flow: ExactFlow, on page: Page) {
    let bias = flow.critical.coupling - flow.exactCoupling
    page.text(
      """
      **Why the bias is what it is.** Summing the hidden spins of the whole lattice leaves the square
      lattice, so the exact critical point is $\\cosh 2J_c = 1 + \\sqrt 2$, $J_c =
      \(flow.exactCoupling.digits(13))$. Setting $J' = J$ in the formula leaves, for $C = \\cosh 2J$,

      $$2C^4 - 5C^3 - C^2 + C - 1 = 0,$$

      whose only root above 1 gives $J_c^\\mathrm{KL} = \(flow.critical.coupling.digits(13))$. The bias of
      the method is the difference of these two numbers, both known in closed form, $\(bias.digits(13))$; there is nothing
      statistical about it. At the exact $J_c$ the optimal flow is $f = \(flow.values[3].change.digits(5))$,
      towards disorder. The cause is that the coarse block is invariant under every permutation of its
      corners, the fine one only under rotations and reflections: one coupling has to stand for the
      neighbours and the weaker diagonals at once.
      """)
  }

  private func writeLimits(_ flow: ExactFlow, on page: Page) {
    page.text(
      """
      Further properties follow from the formula. For small $J$, $J' = \\sqrt{2/3}\\ J$, so $f'(0) =
      \(flow.slopeAtZero.digits(6))$; for large $J$, $J' = 2J - \\tfrac32\\ln 2$, which at $J = 3$ is off by
      $\(flow.asymptoteError.scientific)$. Between 0 and $J_c^\\mathrm{KL}$ the flow is small, never below
      $\(flow.minimum.change.digits(6))$ (at $J = \(flow.minimum.coupling.digits(4))$). The divergence does
      not change with the sign of $J$ or of $J'$ (flip the hidden spins), so $f$ is taken odd and
      $-J_c^\\mathrm{KL}$ is a fixed point as well, the antiferromagnetic one. The inverse is explicit: with
      $t_k = \\tanh kJ'$,

      $$c^2 = \\frac{6t_1 - 2t_2 + \\sqrt{(2t_2 - 6t_1)^2 + 4t_1(t_4 - t_1)}}{2(t_4 - t_1)} .$$

      The formula agrees with an enumeration of the sixteen states within
      $\(flow.closedFormError.scientific)$ on $|J| \\le 2$, and the inverse returns $J$ within
      $\(flow.inverseError.scientific)$ up to $J = 3$. From $J = \(ExactFlow.start)$, just below the fixed
      point, ten steps lead to \(flow.trajectory.map { $0.digits(5) }.joined(separator: ", ")).
      """)
  }

  private func drawDivergence(_ flow: ExactFlow) throws -> Figure {
    Figure(
      id: "exact-divergence", title: "What one step loses, and the scaling dimension of the block",
      caption: "Left: the divergence that remains at the optimal $J'$. Right: $\\Delta_1$ of the square "
        + "block with $K = \\tfrac12\\ln\\cosh 2J$; at the critical point it should be 1/8 (horizontal line).",
      panels: [
        Panel(
          x: Axis("coupling {/:Italic J}", range: 0...2), y: "{/:Italic D}_{KL} / nats", legend: .none,
          try Marks.vertical() + [
            .line(x: flow.divergences.x, y: flow.divergences.y, label: "divergence", dash: .solid)
          ]),
        Panel(
          x: Axis("coupling {/:Italic J}", range: 0.5...1.2), y: "scaling dimension Δ_1", legend: .none,
          try Marks.vertical() + [
            .horizontalLine(ConformalWeight.ising, label: "1/8", dash: .dashed),
            .line(x: flow.weights.x, y: flow.weights.y, label: "divergence", dash: .solid),
          ]),
      ])
  }

  private func writeCriticalPoint(_ flow: ExactFlow, on page: Page) {
    let exponent = flow.critical.correlationLengthExponent ?? .nan
    page.text(
      """
      At the fixed point $dJ'/dJ = \(flow.critical.slope.digits(10))$, hence with $b = \\sqrt 2$ per step
      (not 2) $\\nu = \\ln\\sqrt2/\\ln(dJ'/dJ) = \(exponent.digits(6))$, where the Ising model has 1. What
      the step loses there is $D = \(flow.divergence.digits(6))$ nats a block.

      Hou and You also read a scaling dimension off the block, from the transfer matrix between opposite
      corners with the other two equal: $\\Delta_1 = -\\ln(\\lambda_1/\\lambda_0)/2\\pi = -\\ln\\tanh(2K)/\\pi$. It is \(flow.weight.digits(5)) at $J_c^\\mathrm{KL}$ and
      \(flow.exactWeight.digits(5)) at the exact critical point, against the Ising value 1/8: most of the
      error is that of a block of four spins, and the bias of $J_c$ adds to it. Their trained A₁ networks
      gave medians of 0.825 (quartiles 0.820 and 0.841) for $J_c$ and 0.0848 (0.083 and 0.090) for $\\Delta_1$: both
      KL-optimal values lie within the range of their snapshots, a little outside the quartiles.
      """)
  }

  private func recordExactFlow(_ flow: ExactFlow, on page: Page) {
    page.quantity("exact/Jc_lieb", flow.exactCoupling, symbol: "J_c")
    page.quantity("exact/Kc_square", flow.exactSquareCoupling, symbol: "K_c")
    page.quantity("exact/bias", flow.critical.coupling - flow.exactCoupling, symbol: "J_c^KL − J_c")
    page.quantity("exact/Delta1_at_Kc", flow.exactWeight, symbol: "Δ₁")
    page.quantity("kl/A1/Jc", flow.critical.coupling, symbol: "J_c^KL")
    page.quantity("kl/A1/slope", flow.critical.slope, symbol: "dJ'/dJ")
    page.quantity("kl/A1/nu", orNone: flow.critical.correlationLengthExponent, symbol: "ν")
    page.quantity("kl/A1/y", orNone: flow.critical.thermalExponent, symbol: "y")
    page.quantity("kl/A1/DKL", flow.divergence, symbol: "D_KL", unit: "nats")
    page.quantity("kl/A1/K", flow.squareCoupling, symbol: "K")
    page.quantity("kl/A1/Delta1", flow.weight, symbol: "Δ₁")
    page.quantity("kl/A1/fmin", flow.minimum.change, symbol: "min f")
    page.quantity("kl/A1/fmin/J", flow.minimum.coupling, symbol: "J")
    page.quantity("kl/A1/fprime0", flow.slopeAtZero, symbol: "f'(0)")
    for (name, value) in zip(ExactFlow.tabulated, flow.values) {
      page.quantity("kl/A1/f/\(name)", value.change, symbol: "f(\(name))", listed: false)
    }
    page.quantity(
      "kl/A1/trajectory/\(ExactFlow.start)", json: .array(flow.trajectory.map { .double($0) }),
      symbol: "J after 1 … 10 steps", listed: false)
    page.quantity("kl/A1/closed-form-error", flow.closedFormError, symbol: "max |formula − enumeration|")
    page.quantity("kl/A1/inverse-error", flow.inverseError, symbol: "max |J − inverse|")
    page.quantity("kl/A1/asymptote-error", flow.asymptoteError, symbol: "J'(3) − 6 + (3/2) ln 2")
    page.quantity(
      "kl/A1/antiferromagnetic", flow.changeAtMirrorImage, symbol: "f(−J_c^KL)", listed: false)
  }

  /// Trained networks of Hou and You against infinite training of the same block.
  private func recordComparison(_ flow: ExactFlow, on page: Page) {
    let (coupling, exponent) = (flow.critical.coupling, flow.critical.correlationLengthExponent)
    page.quantity("hy-repository/Jc/A1/median", coupling, symbol: "J_c^KL", listed: false)
    page.quantity("hy-repository/Delta1/A1/median", flow.weight, symbol: "Δ₁", listed: false)
    for trial in ["trial0", "trial1"] {
      page.quantity("hy-repository/A1/Jc/\(trial)", coupling, symbol: "J_c^KL", listed: false)
      page.quantity("hy-repository/A1/nu/\(trial)", orNone: exponent, symbol: "ν", listed: false)
    }
  }
}

extension String {
  /// Without zeros at the end of a decimal fraction.
  fileprivate var trimmed: String {
    guard contains(".") else { return self }
    var text = self
    while text.last == "0" { text.removeLast() }
    return text.last == "." ? String(text.dropLast()) : text
  }
}
