import Notebook

extension MLRG {
  /// The same exact questions about other models, blocks and criteria.
  var beyondThePaper: Chapter {
    Chapter(
      "Beyond the paper", needs: pottsBlocks, otherBlocks, severalCoarseUnits, otherObjectives
    ) { page, potts, blocks, several, objectives in
      page.text(
        "All numbers of this chapter are exact results of the method, not of the papers: enumeration of the "
          + "block's states and one-dimensional roots.")
      writePotts(potts, on: page)
      writePieces(blocks, on: page)
      writePolygons(blocks, on: page)
      writeSeveral(several, on: page)
      writeObjectives(objectives, on: page)
      recordBlocks(potts, blocks, on: page)
      recordSeveral(several, on: page)
      for objective in objectives.dropFirst() {
        page.quantity(
          "objective/\(objective.id)/Jc", orNone: objective.critical?.coupling, symbol: "J_c", listed: false)
      }
    }
  }

  private func writePotts(_ points: [PottsPoint], on page: Page) {
    page.text(
      """
      **Potts models.** With $q$-state spins and energy $-J\\delta$, summing a hidden spin leaves edge
      weights $e^{2J} + q - 1$ (equal ends) and $2e^J + q - 2$, so the decorated critical point is known,
      $x^2 + q - 1 = (1 + \\sqrt q)(2x + q - 2)$ with $x = e^J$. The KL-optimal square block overestimates
      $J_c$ for every $q$ below, and $\\nu$ where the transition is continuous. $q = 2$ is the Ising block
      with doubled coupling.
      """)
    page.table(
      Table(
        columns: [
          "$q$", "exact $J_c$", "KL-optimal $J_c$", "relative bias", "KL-optimal $\\nu$", "exact $\\nu$",
        ],
        rows: points.map { point in
          let critical = point.critical
          return [
            "\(point.states)", point.exactCoupling.digits(6), critical?.coupling.digits(6) ?? "none",
            critical.map { ($0.coupling / point.exactCoupling - 1).digits(4) } ?? "",
            critical?.correlationLengthExponent?.digits(4) ?? "",
            point.exactExponent?.digits(4) ?? "first order",
          ]
        }))
    drawPotts(points.filter { $0.critical != nil }, on: page)
  }

  private func drawPotts(_ solved: [PottsPoint], on page: Page) {
    guard solved.count > 1 else { return }
    let x = solved.map { Double($0.states) }
    let states = Axis(
      "states {/:Italic q}", range: ((x.min() ?? 0) - 0.5)...((x.max() ?? 0) + 0.5),
      ticks: x.map { ($0, "\(Int($0))") })
    page.figure(
      Figure(
        id: "potts", title: "The square block of Potts models",
        caption: "Critical coupling and exponent of the KL-optimal flow against the exact ones.",
        panels: [
          Panel(
            x: states, y: "critical coupling {/:Italic J}_c", legend: .topLeft,
            [
              .points(x: x, y: solved.compactMap { $0.critical?.coupling }, label: "KL-optimal"),
              .points(x: x, y: solved.map(\.exactCoupling), label: "exact"),
            ]),
          Panel(
            x: states, y: Axis("exponent {/:Italic ν}", range: 0.6...1.2), legend: .bottomLeft,
            [
              .points(
                x: x, y: solved.map { $0.critical?.correlationLengthExponent ?? .nan }, label: "KL-optimal"),
              .points(x: x, y: solved.map { $0.exactExponent ?? .nan }, label: "exact"),
            ]),
        ]))
  }

  private func writePieces(_ blocks: OtherBlocks, on page: Page) {
    page.text(
      """
      **Larger pieces of the lattice.** One coarse spin in every second plaquette of a larger piece. (The
      torus of side 2 is a square with double edges.) Larger pieces overshoot: $J_c$ falls below the exact
      value, and $\\nu$ below 1. Shared corners let neighbouring coarse spins act together, which the single
      square cannot. The error does not fall with the size of the piece: one coupling cannot stand for the
      others that a step creates.
      """)
    page.table(
      Table(
        columns: ["block", "visible spins", "coarse spins", "$J_c$", "bias", "$dJ'/dJ$", "$\\nu$"],
        rows: blocks.pieces.map { block in
          let critical = block.critical
          return [
            block.name, "\(block.spins)", "\(block.coarse)", critical?.coupling.digits(6) ?? "none",
            critical.map { ($0.coupling - LiebLattice.criticalCoupling).digits(4) } ?? "",
            critical?.slope.digits(5) ?? "", critical?.correlationLengthExponent?.digits(4) ?? "",
          ]
        }))
    drawPieces(blocks.pieces.filter { $0.critical != nil }, on: page)
  }

  private func drawPieces(_ solved: [OtherBlock], on page: Page) {
    let x = solved.indices.map { Double($0 + 1) }
    let names = Axis(range: 0.5...(Double(x.count) + 0.5), ticks: zip(x, solved).map { ($0, $1.name) })
    page.figure(
      Figure(
        id: "block-sizes", title: "Critical coupling and exponent of larger pieces",
        caption: "Horizontal lines: exact values.",
        panels: [
          Panel(
            x: names, y: Axis("critical coupling {/:Italic J}_c", range: 0.66...0.84), legend: .none,
            [
              .horizontalLine(LiebLattice.criticalCoupling, label: "exact", dash: .dashed),
              .points(x: x, y: solved.compactMap { $0.critical?.coupling }, label: "KL-optimal"),
            ]),
          Panel(
            x: names, y: Axis("exponent {/:Italic ν}", range: 0.85...1.2), legend: .none,
            [
              .horizontalLine(1, label: "Ising", dash: .dashed),
              .points(
                x: x, y: solved.map { $0.critical?.correlationLengthExponent ?? .nan }, label: "KL-optimal"),
            ]),
        ]))
  }

  private func writePolygons(_ blocks: OtherBlocks, on page: Page) {
    let triangle = blocks.polygons.first { $0.spins == 3 }
    let check = triangle.map {
      " For three corners the exchange is the star–triangle relation: exact, with a divergence of zero "
        + "(enumeration: $\(abs($0.divergence).scientific)$ at $J = 1$) and without a fixed point."
    }
    page.text(
      "**Rings and stars.** The square against the cross is the case $n = 4$ of a ring of $n$ decorated "
        + "edges against a star of $n$ legs." + (check ?? "")
        + " The more corners one coarse spin has to serve, the more is lost and the further out the fixed "
        + "point lies.")
    page.table(
      Table(
        columns: ["$n$", "$J_c$", "$dJ'/dJ$", "$D$ at $J = 1$"],
        rows: blocks.polygons.map { block in
          [
            "\(block.spins)", block.critical?.coupling.digits(6) ?? "none",
            block.critical?.slope.digits(5) ?? "", block.divergence.digits(5),
          ]
        }))
  }

  private func writeSeveral(_ several: SeveralCoarseUnits, on page: Page) {
    let first = several.coarse.first?.coupling?.digits(4) ?? "none"
    let silent = several.fine.last { $0.coupling == nil }
    let heard = several.fine.first { $0.coupling != nil }
    page.text(
      """
      **Several coarse hidden spins.** The last commit of the paper's repository has an unpublished "21-spin
      lattice": a $3\\times3$ grid (9 visible, 12 hidden spins) with a coarse spin in *all four* plaquettes,
      so the coarse graph is not a piece of a Lieb lattice. Its KL-optimal fixed point is
      \(several.optimal?.coupling.digits(6) ?? "none"). Here contrastive divergence **is** biased, even with
      perfect fine samples: after one coarse sweep the zero is at \(first), and it approaches the KL value
      from below. Longer fine chains are needed, too. With $k_\\mathrm{fine} = 16$, as in that notebook, and the
      coarse mean taken exactly there is no nontrivial zero at all; of the lengths tried,
      \(silent.map { "\($0.sweeps) is still too short and " } ?? "")\(heard.map { "\($0.sweeps)" } ?? "none")
      is the first with one. The notebook's roots near −0.04 and its everywhere negative flow are the
      expected outcome, not a failure of training.
      """)
    drawSeveral(several, on: page)
  }

  private func drawSeveral(_ several: SeveralCoarseUnits, on page: Page) {
    let coarse = several.coarse.filter { $0.coupling != nil }
    let fine = several.fine.filter { $0.coupling != nil }
    let lines = [several.optimal].compactMap { optimal in
      optimal.map { Element.horizontalLine($0.coupling, label: "KL", dash: .solid) }
    }
    page.figure(
      Figure(
        id: "several-coarse-spins", title: "Contrastive divergence with four coarse hidden spins",
        caption: "Zero of the expected gradient, left with exact fine samples, right with the exact coarse "
          + "mean.",
        panels: [
          Panel(
            x: Axis("coarse sweeps", range: 0.85...75, logarithmic: true, ticks: sweepTicks(coarse)),
            y: Axis("zero {/:Italic J}", range: 1.04...1.24), legend: .none,
            lines + [.points(x: coarse.map { Double($0.sweeps) }, y: coarse.compactMap(\.coupling))]),
          Panel(
            x: Axis("fine sweeps", range: 20...320, logarithmic: true, ticks: sweepTicks(fine)),
            y: Axis("zero {/:Italic J}", range: 1.15...1.4), legend: .none,
            lines + [.points(x: fine.map { Double($0.sweeps) }, y: fine.compactMap(\.coupling))]),
        ]))
  }

  private func sweepTicks(_ zeros: [SeveralCoarseUnits.Zero]) -> [(Double, String)] {
    zeros.map(\.sweeps).filter { $0.nonzeroBitCount == 1 }.map { (Double($0), "\($0)") }
  }

  private func writeObjectives(_ objectives: [OtherObjective], on page: Page) {
    page.text(
      """
      **Other criteria for the same block.** Minimising the reverse divergence, or matching one moment of
      the corners, gives other one-parameter flows of A₁, all in closed form or by one root. Their fixed
      points lie on both sides of the exact \(LiebLattice.criticalCoupling.digits(4)): the sign and size of
      the bias belong to the criterion. Matching the neighbours alone leaves no fixed point: with
      $t = \\tanh^2 J$ the fine block has $\\langle v_0v_1\\rangle = (t + t^3)/(1 + t^4)$, which exceeds $t$ for
      every $J > 0$, and the coarse one $\\tanh^2 J'$, so $J' > J$ always. The last column is $f$ at the exact
      $J_c$, which a faithful step would leave in place.
      """)
    page.table(
      Table(
        columns: ["criterion", "$J_c$", "bias", "$dJ'/dJ$", "$\\nu$", "$f$ at exact $J_c$"],
        rows: objectives.map { objective in
          let critical = objective.critical
          return [
            objective.name, critical?.coupling.digits(6) ?? "none",
            critical.map { ($0.coupling - LiebLattice.criticalCoupling).digits(4) } ?? "",
            critical?.slope.digits(4) ?? "", critical?.correlationLengthExponent?.digits(4) ?? "",
            objective.changeAtExact.digits(4),
          ]
        }))
  }

  private func recordBlocks(_ potts: [PottsPoint], _ blocks: OtherBlocks, on page: Page) {
    for point in potts {
      let id = "block/potts\(point.states)"
      recordFixedPoint(id, point.critical, on: page)
      page.quantity("\(id)/nu", orNone: point.critical?.correlationLengthExponent, symbol: "ν")
      page.quantity("\(id)/Jc_exact", point.exactCoupling, symbol: "J_c")
      page.quantity("\(id)/nu_exact", orNone: point.exactExponent, symbol: "ν")
    }
    for block in blocks.pieces.dropFirst() {
      recordFixedPoint("block/\(block.id)", block.critical, on: page)
      page.quantity("block/\(block.id)/nu", orNone: block.critical?.correlationLengthExponent, symbol: "ν")
    }
    for block in blocks.polygons { recordFixedPoint("block/\(block.id)", block.critical, on: page) }
  }

  private func recordFixedPoint(_ id: String, _ critical: FlowFixedPoint?, on page: Page) {
    page.quantity("\(id)/Jc", orNone: critical?.coupling, symbol: "J_c^KL")
    page.quantity("\(id)/slope", orNone: critical?.slope, symbol: "dJ'/dJ")
  }

  private func recordSeveral(_ several: SeveralCoarseUnits, on page: Page) {
    page.quantity("block/lieb2/Jc", orNone: several.optimal?.coupling, symbol: "J_c^KL")
    for zero in several.coarse {
      page.quantity(
        "block/lieb2/cd\(zero.sweeps)/Jc", orNone: zero.coupling, symbol: "J_c, k_coarse = \(zero.sweeps)",
        listed: zero.sweeps <= 4)
    }
    for zero in several.fine {
      page.quantity(
        "block/lieb2/k\(zero.sweeps)/Jc", orNone: zero.coupling, symbol: "J_c, k_fine = \(zero.sweeps)",
        listed: zero.sweeps <= 32)
    }
  }
}
