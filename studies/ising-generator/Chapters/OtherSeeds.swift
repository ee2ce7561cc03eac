import Notebook
import Statistics

extension IsingGenerator {
  /// What of a dream comes from its seed, and what from the net.
  var otherSeeds: Chapter {
    Chapter("Seeds other than one spin", needs: seeded) { page, seeded in
      page.text(
        """
        Monte Carlo configurations of size \(seeded.from), majority-blocked to \(seeded.seed) × \(seeded.seed), seed the reference
        net (`ref`). The large-scale mode then is that of equilibrium: $V_4$ goes from \((seeded.levels.first?.v4).text) to
        \((seeded.levels.last?.v4).text), while $\\chi$ grows with the exponent \(seeded.gammaNu.text) of the net. So the moment ratio of a
        dream depends on its seed.
        """)
      page.table(
        Table(
          columns: ["$L$", "$V_4$", "$\\chi$", "$u$"],
          rows: seeded.levels.map { ["\($0.side)", $0.v4.description, $0.chi.description, $0.u.description] }))
      page.text(
        """
        **One step back and forth.** \(seeded.original.side) → \(seeded.original.side / 2) by majority, then one refinement. What a
        single step changes most is the small scale, seen in $u$ and $c_p$.
        """)
      page.table(
        Table(
          columns: ["ensemble", "$\\chi$", "$V_4$", "$u$", "$c_p$"],
          rows: [("Monte Carlo", seeded.original), ("blocked and refined", seeded.reconstructed)].map { name, level in
            [name, level.chi.description, level.v4.description, level.u.description, level.cp.description]
          }))
      for level in seeded.levels {
        page.quantity("seeded/L\(level.side)/V4", level.v4, symbol: "V₄", listed: false)
      }
      page.quantity(ifAny: "seeded/gamma_nu", seeded.gammaNu, symbol: "γ/ν")
      let step = seeded.reconstructed
      page.quantity("seeded/step/chi", step.chi, symbol: "χ", listed: false)
      page.quantity("seeded/step/V4", step.v4, symbol: "V₄", listed: false)
      page.quantity("seeded/step/u", step.u, symbol: "u", listed: false)
      page.quantity("seeded/step/cp", step.cp, symbol: "c_p", listed: false)
    }
  }
}
