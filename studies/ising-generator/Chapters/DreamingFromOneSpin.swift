import Notebook
import Statistics

extension IsingGenerator {
  /// Figs. 1 and 2: what a dream looks like, and the recursion against samples.
  var dreamingFromOneSpin: Chapter {
    Chapter("Dreaming from one spin", needs: weightsTable, dreamOfWeights, pictures) { page, exact, dream, pictures in
      page.text(
        """
        A dream starts from one spin and is refined again and again; every fine spin is drawn on its own. The seed spin is
        \(p.dream.root == .alternating ? "up and down in turn" : "always \(p.dream.root.rawValue)"). Configuration $i$ draws from a
        stream of random numbers named by $i$, so nothing depends on the number of processes.
        """)
      drawLadder(pictures, on: page)
      drawSnapshots(pictures, on: page)
      page.text(
        """
        **Exact recursion against samples.** \(dream.levels.last?.configurations ?? 0) dreams of the weights
        `\(dream.name)`. $u$ is exact at every size by $s(2L) = M s(L)/4$; at $L = 8$ so are $\\chi$, $V_4$ and $c_p$.
        """)
      page.table(
        Table(
          columns: [
            "$L$", "$u$", "exact", "$\\chi$", "exact", "$V_4$", "exact", "$c_p$", "exact", "ties", "majority = parent",
          ],
          rows: dream.levels.map { level in
            let small = exact.small(level.side)
            return [
              "\(level.side)", level.u.description, exact.level(level.side)?.u.digits(6) ?? "—", level.chi.description,
              small?.chi.digits(3) ?? "—", level.v4.description, small?.v4.digits(5) ?? "—", level.cp.description,
              small?.cp?.digits(4) ?? "—", level.ties.text, level.parents.text,
            ]
          }))
      drawEnergy(dream, exact, on: page)
      page.text(
        """
        The energy per bond of a dream tends to \((exact.uInfinite / 2).digits(5)), that of the critical Ising model to $1/\\sqrt2$ = 0.70711. A difference
        is no defect: the fixed point of the generator belongs to another Hamiltonian.
        The majority of a generated block is its parent in most, not in all cases: the net does not invert majority
        blocking exactly.
        """)
      record(dream, on: page)
    }
  }

  private func drawLadder(_ pictures: Pictures, on page: Page) {
    let shown = pictures.ladder.filter { [1, 4, 8, 16, 32, 64, 128].contains($0.side) }
    page.figure(
      Figure(
        id: "ladder", title: "A local rule that makes structure at all scales, and one dream",
        caption: """
          First panel: Sierpinski's triangle, made by a deterministic local rule (each site is the exclusive or of two
          above it). Then one dream: the same local random rule turns one spin into 2 × 2, 4 × 4, … spins; all pictures
          show the same dream.
          """, columns: 4, width: 1080, height: 560,
        panels: [Panel(title: "Sierpinski, 32 × 32", .lattice(Self.sierpinski(32)))]
          + shown.map { Panel(title: "L = \($0.side)", .lattice($0.rows)) }))
  }

  /// Pascal's triangle modulo 2.
  static func sierpinski(_ side: Int) -> [[Double]] {
    (0..<side).map { y in (0..<side).map { x in x <= y && (y - x) & x == 0 ? 1 : -1 } }
  }

  private func drawSnapshots(_ pictures: Pictures, on page: Page) {
    var panels = [
      Panel(title: "Monte Carlo, L = \(pictures.monteCarlo.side)", .lattice(pictures.monteCarlo.rows)),
      Panel(title: "dream, L = \(pictures.dream.side)", .lattice(pictures.dream.rows)),
    ]
    if let tuned = pictures.tuned {
      panels.append(Panel(title: "dream of a tuned net, L = \(tuned.side)", .lattice(tuned.rows)))
    }
    panels.append(
      Panel(
        title: "dream, L = \(pictures.largeSide), block averages",
        .lattice(pictures.large, palette: .grey, range: -1...1)))
    page.figure(
      Figure(
        id: "snapshots", title: "Monte Carlo and dreams",
        caption: """
          A Swendsen–Wang configuration, a dream of the weights of this chapter and of a net tuned to Ising exponents
          (last chapter but one), and a dream of \(pictures.largeSide) × \(pictures.largeSide) spins averaged over blocks.
          A higher energy shows as more isolated spins.
          """, columns: 2, width: 900, height: 900, panels: panels))
  }

  private func drawEnergy(_ dream: DreamSummary, _ exact: WindowTable, on page: Page) {
    let levels = exact.levels.filter { $0.side >= 4 }
    page.figure(
      Figure(
        id: "energy", title: "Energy of the dream against size: exact recursion and samples",
        caption: "Line: $u(L)$ by the recursion; points: samples (errors smaller than the symbols); dashed: the limit.",
        height: 400,
        panel: Panel(
          x: Axis("linear size {/:Italic L}", logarithmic: true), y: "{/:Italic u} = −E/(N J)",
          [
            .horizontalLine(exact.uInfinite, label: "u_∞", dash: .dashed),
            .line(x: levels.map { Double($0.side) }, y: levels.map(\.u), label: "exact recursion"),
            .points(
              x: dream.levels.map { Double($0.side) }, y: dream.levels.map(\.u.value), label: "samples",
              yError: dream.levels.map(\.u.standardError)),
          ])))
  }

  private func record(_ dream: DreamSummary, on page: Page) {
    for level in dream.levels where level.side >= 8 {
      let id = "dream/\(dream.name)/L\(level.side)"
      page.quantity("\(id)/chi", level.chi, symbol: "χ", listed: false)
      page.quantity("\(id)/V4", level.v4, symbol: "V₄", listed: false)
      page.quantity("\(id)/u", level.u, symbol: "u", listed: false)
      page.quantity("\(id)/cp", level.cp, symbol: "c_p", listed: false)
      page.quantity("\(id)/me", level.me, symbol: "me", listed: false)
      page.quantity(ifAny: "\(id)/ties", level.ties, symbol: "tie fraction", listed: false)
      page.quantity(ifAny: "\(id)/parent", level.parents, symbol: "majority = parent", listed: false)
    }
  }
}
