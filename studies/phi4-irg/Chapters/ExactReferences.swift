import Notebook

extension PhiFourIRG {
  /// Cases without any sampling.
  var exactReferences: Chapter {
    Chapter("Exact references", needs: exactTable) { page, exact in
      page.text(
        """
        $S = -\\kappa\\sum\\phi\\phi' + \\frac{\\mu^2+4\\kappa}{2}\\sum\\phi^2 + \\frac{\\lambda}{4}\\sum\\phi^4$ with $\\kappa$ = \(p.model.kappa.shortest),
        $\\lambda$ = \(p.model.lambda.shortest), $\\mu^2$ = \(p.model.massSquared.shortest). On the 2 × 2 torus, a ring of four sites with doubled
        bonds, all moments follow from a transfer matrix by quadrature; $\\langle|m|\\rangle$, whose integrand has a kink, from the
        characteristic function. The free field ($\\lambda = 0$) is Gaussian.
        """)
      page.table(
        Table(
          columns: [
            "$\\langle m^2\\rangle$", "$\\langle m^4\\rangle$", "$U_4$", "$p_2$", "$p_4$", "$nn$",
            "$\\langle\\lvert m\\rvert\\rangle$",
          ],
          rows: [[exact.m2, exact.m4, exact.u4, exact.p2, exact.p4, exact.nn, exact.absm].map { $0.digits(10) }]))
      page.table(
        Table(
          caption: "Free field, $L$ = \(p.exact.freeSide), $\\mu^2$ = \(p.exact.freeMassSquared.shortest).",
          columns: ["$p_2$", "$V\\langle m^2\\rangle$", "$S/V$"],
          rows: [[exact.freeP2, exact.freeChi0, exact.freeAction].map { $0.digits(10) }]))
      let numbers = [
        ("m2", exact.m2, "⟨m²⟩"), ("m4", exact.m4, "⟨m⁴⟩"), ("U4", exact.u4, "U₄"), ("p2", exact.p2, "p₂"),
        ("p4", exact.p4, "p₄"),
        ("nn", exact.nn, "nn"), ("absm", exact.absm, "⟨|m|⟩"),
      ]
      for (name, value, symbol) in numbers { page.quantity("exact/l2/\(name)", value, symbol: symbol) }
      page.quantity("exact/free8/p2", exact.freeP2, symbol: "p₂, free")
      page.quantity("exact/free8/chi0", exact.freeChi0, symbol: "V⟨m²⟩, free")
      page.quantity("exact/free8/S", exact.freeAction, symbol: "S/V, free")
    }
  }
}
