import Notebook
import Statistics

extension RBMvsRG {
  var blocking: Chapter {
    Chapter("Kadanoff blocks in two dimensions", all: mcrgSummaries, needs: exactTorus) { page, sizes, exact in
      page.text(
        """
        2 × 2 blocks with the majority rule at $K_c$; \(sizes.map { "\($0.samples) configurations at L = \($0.side)" }.joined(separator: ", ")),
        \(p.mcrg.clusters) Wolff clusters apart. $T = \\langle S'S'\\rangle_c^{-1}\\langle S'S\\rangle_c$ between consecutive levels, $y = \\log_2$ of its largest
        eigenvalue. Even operators in this order: nearest neighbours, next-nearest, plaquette, (2,0), (2,1), (2,2), diamond; odd: spin, corner,
        line, V. "Quasi-deterministic" we read as this rule, which is deterministic but for ties.
        """)
      page.table(
        Table(
          caption:
            "Exponents with \(p.blocking.ties == .coin ? "fair-coin" : p.blocking.ties.rawValue) ties; exact: $y_t = 1$, $y_h = 15/8$.",
          columns: ["$L$", "step"] + p.mcrg.evenOperators.map { "$y_t$, n = \($0)" }
            + p.mcrg.oddOperators.map { "$y_h$, n = \($0)" },
          rows: sizes.flatMap { size in
            size.steps.filter { $0.rule == p.blocking.ties.rawValue }.map { step in
              ["\(size.side)", "\(step.number): \(step.from) → \(step.to)"]
                + p.mcrg.evenOperators.map { text(step.thermal, $0) }
                + p.mcrg.oddOperators.map { text(step.magnetic, $0) }
            }
          }))
      page.text(
        """
        A first step and a single operator are too low in $y_t$ by truncation, here by \(truncation(sizes)) in the first step; $y_h$ misses 15/8 by
        many of its tiny errors there. Both are expected. Bond energies of the chains against the exact torus:
        \(sizes.map { "L = \($0.side): \($0.bondEnergy), exactly \($0.exactBondEnergy.digits(6))" }.joined(separator: "; ")).
        """)
      page.figure(figure(sizes))
      record(sizes, exact, on: page)
    }
  }

  /// How much y_t of the first steps lacks, in per cent.
  private func truncation(_ sizes: [BlockingSummary]) -> String {
    let values = sizes.flatMap { size in
      size.steps.filter { $0.number == 1 && $0.rule == p.blocking.ties.rawValue }.flatMap {
        $0.thermal.compactMap(\.value?.value)
      }
    }
    guard let low = values.min(), let high = values.max() else { return "an unknown amount" }
    return "\((100 * (1 - high)).digits(0)) to \((100 * (1 - low)).digits(0)) %"
  }

  private func text(_ list: [BlockingSummary.Exponents], _ operators: Int) -> String {
    (list.first { $0.operators == operators }?.value).text
  }

  private func figure(_ sizes: [BlockingSummary]) -> Figure {
    func elements(_ size: BlockingSummary, _ path: KeyPath<BlockingSummary.Step, [BlockingSummary.Exponents]>)
      -> [Element]
    {
      Set(size.steps.map(\.rule)).sorted().flatMap { rule -> [Element] in
        size.steps.filter { $0.rule == rule && $0.number <= 3 }.flatMap { step -> [Element] in
          let known = step[keyPath: path].compactMap { entry in entry.value.map { (Double(entry.operators), $0) } }
          guard !known.isEmpty else { return [] }
          let label = "\(rule), step \(step.number)"
          return [
            .line(x: known.map(\.0), y: known.map(\.1.value), label: label),
            .points(x: known.map(\.0), y: known.map(\.1.value), label: label, yError: known.map(\.1.standardError)),
          ]
        }
      }
    }
    guard let size = sizes.last else { preconditionFailure("at least one size is simulated") }
    return Figure(
      id: "mcrg", title: "Exponents against number of operators and blocking step",
      caption: "L = \(size.side) at K_c, ties by fair coin and by the top-left spin. Lines: exact values.",
      height: 560,
      panels: [
        Panel(
          x: "even operators n", y: "y_t", legend: .outside, elements(size, \.thermal) + [.horizontalLine(1)]),
        Panel(
          x: "odd operators n", y: "y_h", legend: .outside, elements(size, \.magnetic) + [.horizontalLine(1.875)]),
      ])
  }

  private func record(_ sizes: [BlockingSummary], _ exact: ExactTorus, on page: Page) {
    for size in sizes {
      for step in size.steps {
        let suffix = step.rule == p.blocking.ties.rawValue ? "" : "/\(step.rule)"
        let id = "mcrg/L\(size.side)/\(step.number)\(suffix)"
        for entry in step.thermal {
          page.quantity(ifAny: "\(id)/yt/n\(entry.operators)", entry.value, symbol: "y_t", listed: false)
        }
        for entry in step.magnetic {
          page.quantity(ifAny: "\(id)/yh/n\(entry.operators)", entry.value, symbol: "y_h", listed: false)
        }
      }
      page.quantity("mcrg/L\(size.side)/bond-energy", size.bondEnergy, symbol: "⟨ss'⟩", listed: false)
    }
    if let step = sizes.last?.steps.first(where: { $0.number == 2 && $0.rule == p.blocking.ties.rawValue }) {
      page.quantity(ifAny: "mcrg/nu", step.thermal.first { $0.operators == 7 }?.value.map(\.inverted), symbol: "ν")
      page.quantity(ifAny: "mcrg/yh", step.magnetic.first { $0.operators == 4 }?.value, symbol: "y_h")
    }
    for row in exact.rows { page.quantity(row.id, row.value, symbol: row.symbol, listed: false) }
  }
}

extension Estimate {
  /// 1/x with the error to first order.
  var inverted: Estimate {
    Estimate(1 / value, standardError / (value * value), degreesOfFreedom: degreesOfFreedom)
  }
}
